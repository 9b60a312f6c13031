"""How many of a contingent a side lost: "how many German tanks"."""

from quizgen.questions.figures._ask import ask_figure
from quizgen.questions.figures._claims import is_people
from quizgen.questions.figures._wording import lost
from quizgen.relations import Relation

TYPE = ask_figure(
    Relation.CASUALTIES,
    "the losses of a contingent",
    lambda figure: is_people(figure.who),
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
