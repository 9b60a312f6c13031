"""How strong a side was, where a bare number is given."""

from __future__ import annotations

from quizgen.model import Estimate
from quizgen.questions.figures._ask import ask_figure
from quizgen.relations import Relation


def is_bare(figure: Estimate) -> bool:
    """Whether nothing is said of what a strength counts."""
    return not figure.of and not figure.who and not figure.kind


TYPE = ask_figure(
    Relation.STRENGTH,
    "the strength of a side, where a bare number is given",
    is_bare,
    (
        "According to {claimant}, what was the strength of {whose} in {campaign}?",
        "What was the strength of {whose} in {campaign}, according to {claimant}?",
    ),
    (
        "According to {claimant}, the strength of {whose} in {campaign} was {option}.",
        "The strength of {whose} in {campaign} was {option}, according to {claimant}.",
    ),
)
