"""The answers of matchings and sortings → what stands where, and the short form of it."""

from __future__ import annotations

from collections.abc import Mapping

from quizgen.formats import Drawn
from quizgen.writers.worksheet.layouts import letter


def pairs(drawn: Drawn) -> dict[int, int]:
    """Give the index of each premise's response; raises TypeError for an answer that is none of a matching."""
    if not isinstance(drawn.answer, tuple):
        raise TypeError(f'item "{drawn.item.id}" has no pairs for an answer')
    return dict(pair for pair in drawn.answer if isinstance(pair, tuple))


def groups(drawn: Drawn) -> Mapping[str, tuple[int, ...]]:
    """Give the things of each group; raises TypeError for an answer that is none of a sorting."""
    if not isinstance(drawn.answer, Mapping):
        raise TypeError(f'item "{drawn.item.id}" has no groups for an answer')
    return drawn.answer


def matched(drawn: Drawn) -> str:
    """Give number and letter of each pair: "1 C, 2 A"."""
    return ", ".join(f"{premise + 1} {letter(response)}" for premise, response in sorted(pairs(drawn).items()))


def sorted_out(drawn: Drawn) -> str:
    """Give the things of each group: "Rebels: X, Y; Army: Z"."""
    return "; ".join(f"{group}: {', '.join(drawn.options[i] for i in groups(drawn).get(group, ()))}" for group in drawn.groups)
