"""How strong a contingent of a side was: "how many Italian aircraft"."""

from quizgen.questions.figures._ask import ask_figure
from quizgen.questions.figures._claims import is_people
from quizgen.relations import Relation

TYPE = ask_figure(
    Relation.STRENGTH,
    "the strength of a contingent",
    lambda figure: bool(figure.of) and is_people(figure.who),
    (
        "According to {claimant}, {asks} {who} {what} were on the side of {whose} in {campaign}?",
        "In {campaign}, {asks} {who} {what} did {whose} have, according to {claimant}?",
    ),
    (
        "According to {claimant}, the number of {who} {what} on the side of {whose} in {campaign} was {option}.",
        "In {campaign}, the number of {who} {what} on the side of {whose} was {option}, according to {claimant}.",
    ),
)
