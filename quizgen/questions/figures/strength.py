"""How strong a side was, as the article gives it."""

from quizgen.questions.figures._ask import ask_figure
from quizgen.relations import Relation

TYPE = ask_figure(
    Relation.STRENGTH,
    "the strength of a side",
    frozenset({""}),
    "According to {claimant}, {asks} {what} were on the side of {whose} in {campaign}?",
    "According to {claimant}, {whose} had {option} {what} in {campaign}.",
)
