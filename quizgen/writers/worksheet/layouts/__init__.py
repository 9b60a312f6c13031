"""One file per answer format (or formats of one shape), each with a `LAYOUT`: how it stands on paper, its answers marked or not.

To add one: write `layouts/NAME.py` with `LAYOUT = Layout(...)`; `build` must take the same room on paper and on the key.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from quizgen.assembly import Drawn
from quizgen.items import Format
from quizgen.registry import discover
from quizgen.writers.worksheet.blocks import Block


@dataclass(frozen=True, slots=True)
class Frame:
    """What an item is set in: a measure in points, as key or paper, and beside all its section's items."""

    measure: float
    key: bool
    peers: tuple[Drawn, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A section of the sheet: `order` is its place, `answer` the short form that the key's table gives, explained by `legend`."""

    formats: tuple[Format, ...]
    order: int
    title: str
    instruction: str
    build: Callable[[Drawn, Frame], Block]
    answer: Callable[[Drawn], str]
    legend: str = ""


@cache
def layouts() -> tuple[Layout, ...]:
    """Give every layout in the order of its section."""
    return tuple(sorted(discover(__name__, "LAYOUT", Layout).values(), key=lambda layout: layout.order))


def letter(index: int) -> str:
    """Name an option: A … Z, then AA, AB …"""
    return (letter(index // 26 - 1) if index >= 26 else "") + chr(ord("A") + index % 26)


def indices(drawn: Drawn) -> tuple[int, ...]:
    """Give the answer of a multiple choice, a multiple response or an ordering; raises TypeError for another."""
    match drawn.answer:
        case bool():
            raise TypeError(f'item "{drawn.item.id}" has a truth value for an answer')
        case int(index):
            return (index,)
        case tuple(found):
            return tuple(index for index in found if isinstance(index, int))
        case _:
            raise TypeError(f'item "{drawn.item.id}" has no indices for an answer')
