"""Which side lost so many."""

from quizgen.questions.figures._whose import ask_whose
from quizgen.relations import Relation

TYPE = ask_whose(
    Relation.CASUALTIES,
    "which side had those losses",
    (
        "According to {claimant}, which side had {amount} {what} in {campaign}?",
        "In {campaign}, which side had {amount} {what}, according to {claimant}?",
    ),
    (
        "According to {claimant}, the number of {what} on the side of {option} in {campaign} was {amount}.",
        "In {campaign}, the number of {what} on the side of {option} was {amount}, according to {claimant}.",
    ),
)
