"""How many persons a side lost, according to a claimant."""

from quizgen.questions.figures._ask import ask_figure
from quizgen.questions.figures._claims import PERSONS
from quizgen.relations import Relation

TYPE = ask_figure(
    Relation.CASUALTIES,
    "the casualties of a side according to a claimant",
    lambda figure: figure.kind in PERSONS and not figure.who,
    (
        "According to {claimant}, {asks} people on the side of {whose} were {what} in {campaign}?",
        "In {campaign}, {asks} people on the side of {whose} were {what}, according to {claimant}?",
    ),
    (
        "According to {claimant}, {whose} had {option} {what} in {campaign}.",
        "In {campaign}, {whose} had {option} {what}, according to {claimant}.",
    ),
)
