"""Letters → the share of the right options that were chosen, each wrong one costing as much as a right one earns."""

from __future__ import annotations

from quizgen.formats import Drawn, letter
from quizgen.grading import Grade, Grader, not_understood, partial
from quizgen.grading._letters import are_words, places


def _grade(drawn: Drawn, typed: str, _others: tuple[str, ...]) -> Grade:
    chosen = places(typed, len(drawn.options), numbers=are_words(drawn.options))
    if not chosen:
        return not_understood(drawn)
    right = [i for i in chosen if drawn.options[i] in drawn.item.key]
    why_false = {d.text: d.why_false for d in drawn.item.distractors}
    reasons = [f"{letter(i)}) {why_false[drawn.options[i]]}" for i in sorted(chosen) if i not in right]
    total = sum(text in drawn.item.key for text in drawn.options)
    return partial((2 * len(right) - len(chosen)) / total, "; ".join(reasons))


def _hint(drawn: Drawn) -> str:
    return f"{sum(text in drawn.item.key for text in drawn.options)} of the {len(drawn.options)} are right."


GRADER = Grader("all the right letters", _grade, _hint)
