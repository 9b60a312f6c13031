"""Which side lost more."""

from quizgen.questions.figures._compare import ask_compare
from quizgen.relations import Relation

TYPE = ask_compare(
    Relation.CASUALTIES,
    "which side lost more",
    (
        "According to {claimant}, which side {bore} more {what} in {campaign}?",
        "In {campaign}, which side {bore} the higher number of {what}, according to {claimant}?",
    ),
    (
        "According to {claimant}, the side that {bore} more {what} in {campaign} was that of {option}.",
        "In {campaign}, the higher number of {total} was on the side of {option}, according to {claimant}.",
    ),
)
