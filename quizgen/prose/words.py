"""A line of words → the set of them, so that word lists stay readable."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Split at white space."""
    return frozenset(text.split())
