"""How many of a contingent a side lost: "how many German tanks"."""

from quizgen.questions.figures._ask import ask_figure
from quizgen.questions.figures._claims import is_people
from quizgen.relations import Relation

TYPE = ask_figure(
    Relation.CASUALTIES,
    "the losses of a contingent",
    lambda figure: is_people(figure.who),
    (
        "According to {claimant}, {asks} {who} {what} did the losses of {whose} in {campaign} include?",
        "In {campaign}, {asks} {who} {what} did the losses of {whose} include, according to {claimant}?",
    ),
    (
        "According to {claimant}, the number of {who} {what} among the losses of {whose} in {campaign} was {option}.",
        "In {campaign}, the number of {who} {what} among the losses of {whose} was {option}, according to {claimant}.",
    ),
)
