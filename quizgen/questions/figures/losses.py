"""How many of a thing, or casualties of all kinds together, a side lost."""

from quizgen.questions.figures._ask import ask_figure
from quizgen.questions.figures._claims import PERSONS
from quizgen.questions.figures._wording import lost
from quizgen.relations import Relation

TYPE = ask_figure(
    Relation.CASUALTIES,
    "the losses of a side in tanks, ships or men of all kinds",
    lambda figure: figure.kind not in PERSONS and not figure.who,
    (
        "According to {claimant}, {asks} {lost} in {campaign}?",
        "In {campaign}, {asks} {lost}, according to {claimant}?",
    ),
    (
        "According to {claimant}, {had}{option} {of} in {campaign}.",
        "In {campaign}, {had}{option} {of}, according to {claimant}.",
    ),
    said=lost,
)
