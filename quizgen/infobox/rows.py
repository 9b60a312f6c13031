"""The pieces of a field of figures → the row of each: what its end says of all its figures, and whose it is by its flag."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizgen.article import Laid
from quizgen.grammar.scopes import scope_of
from quizgen.infobox.claims import claimant
from quizgen.infobox.pieces import Piece
from quizgen.model import Estimate

_LAST = re.compile(r"\(([^()]*)\)$")
_BELOW = re.compile(r"[\n,][\s*]*\([^()]*\)$")


@dataclass(frozen=True, slots=True)
class Row:
    """What a reader sees in one line: its place in the list, who ends it as its claimant, and a scope that holds for all of it.

    `is_below`: the claimant stands in a line of its own below the figures, and so for all of them.
    """

    number: int = -1
    claimed_by: str | None = None
    scope: str = ""
    is_below: bool = False


def rows(listed: Sequence[Piece]) -> list[Row]:
    """The row of each piece; in a flat list, where commas may be line breaks, only semicolons join what stands in one row."""
    found: list[Row] = []
    for at in reversed(range(len(listed))):
        ends = at + 1 == len(listed) or _parts(listed[at], listed[at + 1])
        found.append(_row(at, listed[at]) if ends else found[-1])
    return found[::-1]


def _parts(piece: Piece, following: Piece) -> bool:
    between = piece.text.value[piece.end : following.start]
    return "\n" in between if isinstance(piece.text, Laid) else ";" not in between


def _row(number: int, last: Piece) -> Row:
    aside = _LAST.search(last.value)
    claimed_by = claimant(aside[1]) if aside else None
    return Row(number, claimed_by, scope_of(last.value), bool(claimed_by and _BELOW.search(last.raw)))


def flagged(listed: Sequence[Piece]) -> list[str | None]:
    """Whose each piece is by the flag that begins its row or, between two flags, a row above; below the last one nothing tells."""
    flags = [piece.flag for piece in listed]
    last = max((at for at, flag in enumerate(flags) if flag is not None), default=-1)
    for at in range(1, len(listed)):
        if flags[at] is None and (at < last or not _parts(listed[at - 1], listed[at])):
            flags[at] = flags[at - 1]
    return flags


def shared(figures: Sequence[Estimate], places: Sequence[tuple[Row, int]]) -> list[Estimate]:
    """Give each figure the claimant and the scope that end its row, or the claimant below its list.

    `places` gives for each figure its row and the number of its run, from one heading to the next: none reaches over a heading.
    """
    found: list[Estimate] = []
    ends: dict[int, int] = {}  # of each row, its last run
    below: tuple[str | None, int] = (None, -1)
    for figure, (row, run) in zip(reversed(figures), reversed(places), strict=True):
        claimed_by = row.claimed_by if ends.setdefault(row.number, run) == run else None
        if row.is_below and claimed_by:
            below = claimed_by, run
        elif claimed_by or figure.claimed_by or run != below[1]:
            below = None, -1
        text = f"{figure.text} ({row.scope})" if row.scope and row.scope not in figure.text else figure.text
        whose = figure.claimed_by or claimed_by or below[0]
        is_whole = (text, whose) == (figure.text, figure.claimed_by)
        found.append(figure if is_whole else replace(figure, text=text, claimed_by=whose))
    return found[::-1]
