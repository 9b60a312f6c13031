"""How strong a side was, as the article gives it."""

from quizgen.questions.figures._ask import ask_figure
from quizgen.relations import Relation

TYPE = ask_figure(
    Relation.STRENGTH,
    "the strength of a side",
    lambda figure: bool(figure.of) and not figure.who,
    (
        "According to {claimant}, {asks} {what} were on the side of {whose} in {campaign}?",
        "In {campaign}, {asks} {what} did {whose} have, according to {claimant}?",
    ),
    (
        "According to {claimant}, the number of {what} on the side of {whose} in {campaign} was {option}.",
        "In {campaign}, the number of {what} on the side of {whose} was {option}, according to {claimant}.",
    ),
)
