"""Which side lost so many."""

from quizgen.questions.figures._whose import ask_whose
from quizgen.relations import Relation

TYPE = ask_whose(
    Relation.CASUALTIES,
    "which side had those losses",
    (
        "For which side in {campaign} are {amount} {what} given by {claimant}?",
        "In {campaign}, for which side are {amount} {what} given by {claimant}?",
    ),
    (
        "For {option} in {campaign}, {amount} {what} are given by {claimant}.",
        "In {campaign}, {amount} {what} are given by {claimant} for {option}.",
    ),
)
