"""Which side lost so many."""

from quizgen.questions.figures._whose import ask_whose
from quizgen.relations import Relation

TYPE = ask_whose(
    Relation.CASUALTIES,
    "which side had those losses",
    (
        "According to {claimant}, which side's losses in {campaign} were {amount} {what}?",
        "In {campaign}, which side's losses were {amount} {what}, according to {claimant}?",
    ),
    (
        "According to {claimant}, the losses of {option} in {campaign} were {amount} {what}.",
        "In {campaign}, the losses of {option} were {amount} {what}, according to {claimant}.",
    ),
)
