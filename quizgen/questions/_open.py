"""What open questions share: nothing is solved, and the marking notes quote the source.

A prompt claims no single right answer; its case's key holds the notes by which a person marks what was written.
"""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.model import By, Source
from quizgen.questions import UNSETTLED, Slots, Verdict
from quizgen.world import World


def nothing_to_judge(_world: World, _slots: Slots, _option: str, _options: tuple[str, ...]) -> Verdict:
    """Settle nothing: what is argued has no right option."""
    return UNSETTLED


def quoted(text: str, source: Source) -> str:
    """Quote a statement with its place: `“500 killed (SOHR claim)” (line 17)`."""
    place = f"set by {source.who}" if isinstance(source, By) else f"line {source.line}"
    return f"“{text}” ({place})"


def series(texts: Sequence[str]) -> str:
    """Join texts as in a sentence: "a, b and c"."""
    return " and ".join(filter(None, (", ".join(texts[:-1]), texts[-1])))


def marks(each: str) -> str:
    """Say how the points are given: 2 for each of the two things asked for."""
    return f"Points: 2 for each {each}, 4 in all. No single answer is the right one."
