"""Which side lost so many."""

from quizgen.questions.figures._whose import ask_whose
from quizgen.relations import Relation

TYPE = ask_whose(
    Relation.CASUALTIES,
    "which side had those losses",
    (
        "According to {claimant}, the losses of which side in {campaign} included {amount} {what}?",
        "In {campaign}, which side had {amount} {what} among its losses, according to {claimant}?",
    ),
    (
        "According to {claimant}, the losses of {option} in {campaign} included {amount} {what}.",
        "In {campaign}, {amount} {what} were among the losses of {option}, according to {claimant}.",
    ),
)
