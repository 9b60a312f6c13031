"""Which side lost so many."""

from quizgen.questions.figures._whose import ask_whose
from quizgen.relations import Relation

TYPE = ask_whose(
    Relation.CASUALTIES,
    "which side had those losses",
    (
        "For which side in {campaign} are losses of {amount} {what} given by {claimant}?",
        "In {campaign}, for which side are losses of {amount} {what} given by {claimant}?",
    ),
    (
        "Losses of {amount} {what} in {campaign} are given by {claimant} for {option}.",
        "In {campaign}, losses of {amount} {what} are given by {claimant} for {option}.",
    ),
)
