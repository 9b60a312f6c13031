"""How many persons a side lost, according to a claimant."""

from quizgen.questions.figures._ask import ask_figure
from quizgen.relations import Relation

TYPE = ask_figure(
    Relation.CASUALTIES,
    "the casualties of a side according to a claimant",
    frozenset({"killed", "wounded", "missing", "captured"}),
    "According to {claimant}, {asks} people on the side of {whose} were {what} in {campaign}?",
    "According to {claimant}, {whose} had {option} {what} in {campaign}.",
)
