"""One file per answer format (or formats of one shape), each with a `LAYOUT`: how it stands on paper, its answers marked or not.

To add one, also for items that paper shows as a figure of its own: write `layouts/NAME.py` with `LAYOUT = Layout(...)`; `build` must take
the same room on paper and on the key.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from quizgen import formats
from quizgen.formats import Drawn
from quizgen.items import Format
from quizgen.questions import Figure
from quizgen.registry import discover
from quizgen.solver import figure_of
from quizgen.writers._print.blocks import Block
from quizgen.writers._print.style import Type


@dataclass(frozen=True, slots=True)
class Frame:
    """What an item is set in: a measure in points, as key or paper, beside all its section's items, in which type, in what height."""

    measure: float
    key: bool
    peers: tuple[Drawn, ...]
    type: Type
    room: float = math.inf


@dataclass(frozen=True, slots=True)
class Layout:
    """A section of the sheet: `answer` is the short form that the key's table gives, explained by `legend`.

    `figure`: it is for items that are drawn so; without one it is for all others of its formats.
    """

    formats: tuple[Format, ...]
    title: str
    instruction: str
    build: Callable[[Drawn, Frame], Block]
    answer: Callable[[Drawn], str]
    legend: str = ""
    figure: Figure = Figure.NONE


@cache
def layouts() -> tuple[Layout, ...]:
    """Give every layout."""
    return tuple(discover(__name__, "LAYOUT", Layout).values())


def layout_of(drawn: Drawn) -> Layout:
    """Give the layout of an item; raises ValueError if its format has none, for no item may be lost."""
    figure = figure_of(drawn.item)
    for layout in layouts():
        if drawn.item.format in layout.formats and layout.figure is figure:
            return layout
    raise ValueError(f'no worksheet layout for the format "{drawn.item.format}"')


def letter(index: int) -> str:
    """Name an option: A … Z, then AA, AB …"""
    return formats.letter(index).upper()


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
