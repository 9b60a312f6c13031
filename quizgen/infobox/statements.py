"""The pieces of a field of figures → pieces that each hold one statement: what belongs to a figure given back to it, the rest parted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.grammar.numbers import find_counts
from quizgen.infobox.kinds import is_materiel, states_kind
from quizgen.infobox.pieces import Piece

_LAST = re.compile(r"(?:^|\s)(?:and|&)\s", re.IGNORECASE)
_OPENS = re.compile(r"(\([^()]*\))\s*(\S.*)", re.DOTALL)
_FURTHER = re.compile(r"(?:and|or) (?:went |were )?(?:killed|dead|wounded|injured|missing|captured|taken prisoner)\b")
UNKNOWN = re.compile(
    r"(?:(?:an? )?(?:unknown|undisclosed|unspecified|uncertain)(?:\s+(?:numbers?|amounts?)(?:\s+of)?)?|\?)(?:\s+|$)(?P<noun>.*)",
    re.IGNORECASE,
)


def opened(listed: Sequence[Piece]) -> Iterator[Piece]:
    """Part a parenthesis from words that follow it: "(including 18 officers) 200 tanks lost"."""
    for piece in listed:
        match = _OPENS.fullmatch(piece.value)
        if match and find_counts(match[2]):
            yield piece.named(match[1])
            yield piece.named(match[2])
        elif piece.value:
            yield piece


def counted_together(waiting: Sequence[Piece]) -> Iterator[Piece]:
    """Give a list that one count stands before to it as a whole: "9,000 Marines, Soldiers, Navy corpsmen, and others"."""
    after = 0
    for at, piece in enumerate(waiting):
        end = _end_of_list(waiting, at)
        if at >= after:
            after = end + 1
            yield piece.through(waiting[end], ", ".join(part.value for part in waiting[at:after])) if end > at else piece


def _end_of_list(waiting: Sequence[Piece], at: int) -> int:
    """Where a list behind the count of a piece ends: at its "and", on the same line; the piece itself where there is none."""
    if len(find_counts(waiting[at].value)) != 1:
        return at
    for end in range(at + 1, len(waiting)):
        one, last = waiting[end - 1 : end + 1]
        is_noun = not (counts_in(last.value) or last.depth or ":" in last.value or UNKNOWN.fullmatch(last.value))
        if not is_noun or one.text.value[one.end : last.start].strip(" ,"):
            return at
        if _LAST.search(last.value):
            return end
    return at


def joined(listed: Iterator[Piece]) -> Iterator[Piece]:
    """Give asides, further kinds ("missing and wounded") and further nouns ("mortars and guns") to the figure before them."""
    waiting = list(listed)
    last: Piece | None = None
    for at, piece in enumerate(waiting):
        following = waiting[at + 1].value if at + 1 < len(waiting) else ""
        is_of_all = piece.aside and piece.depth < (last.depth if last else 0) and counts_in(piece.aside)  # below a list of parts
        if last and not last.is_heading and not is_of_all and (piece.aside or (_is_further(piece, following) and counts_in(last.value))):
            last = last.through(piece, f"{last.value}{' ' if piece.aside else ', '}{piece.value}")
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last


def counts_in(value: str) -> bool:
    """Whether a text states a figure."""
    return bool(find_counts(value))


def _is_further(piece: Piece, following: str) -> bool:
    """Whether a piece only goes on with what the figure before it counts."""
    value = piece.value
    if piece.depth or not value[0].islower() or counts_in(value) or UNKNOWN.fullmatch(value):
        return False
    goes_on = _FURTHER.match(value) or (_FURTHER.match(following) and not counts_in(following))
    return states_kind(value) or is_materiel(value) or bool(goes_on)
