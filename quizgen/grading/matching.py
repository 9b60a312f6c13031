"""Pairs of numbers and letters → the share of the pairs that are right."""

from __future__ import annotations

from quizgen.formats import Drawn, letter
from quizgen.grading import Grade, Grader, not_understood, partial
from quizgen.grading._letters import pairs, places


def _grade(drawn: Drawn, typed: str, _others: tuple[str, ...]) -> Grade:
    """Grade "1b 2a 3d", or one letter for each number in turn ("b a d")."""
    premises, responses = len(drawn.premises), len(drawn.responses)
    letters = places(typed, responses)
    said = tuple(enumerate(letters)) if len(letters) == premises else pairs(typed, premises, responses)
    if not said:
        return not_understood(drawn)
    right = sum((drawn.premises[i], drawn.responses[j]) in drawn.item.pairs for i, j in said)
    return partial(right / premises, f"{right} of {premises} pairs are right." if right < premises else "")


def _hint(drawn: Drawn) -> str:
    partner = dict(drawn.item.pairs)[drawn.premises[0]]
    return f"1 goes with {letter(drawn.responses.index(partner))}."


GRADER = Grader("each number with its letter, as in 1x 2y", _grade, _hint)
