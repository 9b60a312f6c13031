"""How many of a thing, or casualties of all kinds together, a side lost."""

from quizgen.questions.figures._ask import ask_figure
from quizgen.questions.figures._claims import PERSONS
from quizgen.relations import Relation

TYPE = ask_figure(
    Relation.CASUALTIES,
    "the losses of a side in tanks, ships or men of all kinds",
    lambda figure: figure.kind not in PERSONS and not figure.who,
    (
        "According to {claimant}, {asks} {what} did the losses of {whose} in {campaign} include?",
        "In {campaign}, {asks} {what} did the losses of {whose} include, according to {claimant}?",
    ),
    (
        "According to {claimant}, the number of {what} among the losses of {whose} in {campaign} was {option}.",
        "In {campaign}, the number of {what} among the losses of {whose} was {option}, according to {claimant}.",
    ),
)
