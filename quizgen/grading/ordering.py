"""Letters in an order → all points for the right order, a share for one in which most pairs stand right."""

from __future__ import annotations

from itertools import combinations

from quizgen.formats import Drawn, letter
from quizgen.grading import Grade, Grader, not_understood, partial
from quizgen.grading._letters import are_words, places


def _grade(drawn: Drawn, typed: str, _others: tuple[str, ...]) -> Grade:
    order = places(typed, len(drawn.options), numbers=are_words(drawn.options))
    if len(order) != len(drawn.options):
        return not_understood(drawn)
    ranks = [drawn.item.key.index(drawn.options[i]) for i in order]
    pairs = list(combinations(ranks, 2))
    right = sum(first < second for first, second in pairs)
    return partial(2 * right / len(pairs) - 1, f"{right} of {len(pairs)} pairs stand in the right order." if right < len(pairs) else "")


def _hint(drawn: Drawn) -> str:
    first = drawn.options.index(drawn.item.key[0])
    return f"It begins with {letter(first)})."


GRADER = Grader("all the letters in the right order", _grade, _hint)
