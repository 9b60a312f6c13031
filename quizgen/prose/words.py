"""A line of words → the set of them, so that word lists stay readable; a text → where some words stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = re.compile(r"\w")


def words(text: str) -> frozenset[str]:
    """Split at white space."""
    return frozenset(text.split())


def found_at(words: str, text: str) -> Iterator[int]:
    """Give each place in a text where words begin that are no end of a longer word; to make a pattern of each name costs more."""
    at = text.find(words)
    while at >= 0:
        if not (at and _WORD.match(text, at - 1)):
            yield at
        at = text.find(words, at + 1)
