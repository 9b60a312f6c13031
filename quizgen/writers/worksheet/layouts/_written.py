"""Typed answers → how long a line to write them on must be."""

from __future__ import annotations

import math
from collections.abc import Iterable

from quizgen.formats import Drawn
from quizgen.writers._print.style import HANDWRITING, Type

SHORTEST = 90.0
STEP = 30.0  # lengths grow in steps, and are one per section, so that a line does not tell its answer


def answer(drawn: Drawn) -> str:
    """Give the answer's text."""
    return str(drawn.answer)


def room(peers: Iterable[Drawn], type_: Type) -> float:
    """Give the length that the longest answer takes by hand, and in bold type, in points."""
    longest = max((max(HANDWRITING * len(answer(d)), type_.strong.width(answer(d)) + 6) for d in peers), default=0.0)
    return max(SHORTEST, math.ceil(longest / STEP) * STEP)


def line_length(peers: Iterable[Drawn], measure: float, type_: Type) -> float:
    """Give that length, at most the measure."""
    return min(measure, room(peers, type_))
