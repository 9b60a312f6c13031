"""What the questions on figures share: numbers as answers, and wrong ones that lie well apart (rule 6)."""

from __future__ import annotations

import re
from itertools import zip_longest

from quizgen.draw import place

APART = 0.15
NEAREST, FARTHEST = 1.2, 1.6  # by how much a wrong number is greater or less than the one next to it
RUNGS = 4  # wrong numbers below the right one and above it: it may then stand at any place among the options shown


def number(text: str) -> int | None:
    """Read a whole number with or without separators."""
    plain = text.replace(",", "")
    return int(plain) if re.fullmatch(r"\d{1,12}", plain) else None


def show(value: int) -> str:
    """Write a number as an answer: "8,000"."""
    return f"{value:,}"


def are_apart(one: int, other: int) -> bool:
    """Whether two numbers differ by 15% of the larger or more."""
    return abs(one - other) >= APART * max(one, other)


def apart(value: int) -> tuple[str, ...]:
    """Give wrong numbers of the same roundness, each 15% or more from the right one and from each other, nearest first.

    They go down and up from it by steps of uneven size, so that it is not the one of which the others are a half or a double.
    """
    grain = next(10**k for k in range(12, -1, -1) if value % 10**k == 0 and value >= 4 * 10**k) if value > 4 else 1
    below, above = _rungs(value, grain, up=False), _rungs(value, grain, up=True)
    pairs = zip_longest(below, above) if place("apart", str(value)) % 2 else zip_longest(above, below)
    return tuple(show(wrong) for pair in pairs for wrong in pair if wrong is not None)


def _rungs(value: int, grain: int, *, up: bool) -> list[int]:
    """Climb from a number, up or down."""
    way, rungs = (grain if up else -grain), [value]
    for n in range(RUNGS):
        ratio = NEAREST + (FARTHEST - NEAREST) * place("rung", f"{value}/{way}/{n}") / 2**64
        wrong = round(rungs[-1] * (ratio if up else 1 / ratio) / grain) * grain
        while wrong >= grain and (not are_apart(wrong, rungs[-1]) or _is_rounder(wrong, value, grain)):
            wrong += way
        if wrong < grain:
            break
        rungs.append(wrong)
    return rungs[1:]


def _is_rounder(wrong: int, value: int, grain: int) -> bool:
    """Whether a wrong number ends in more zeros than the right one, which would show."""
    return wrong % (10 * grain) == 0 and value % (10 * grain) != 0 and value >= 10 * grain
