"""Which side had so many men, tanks or ships."""

from quizgen.questions.figures._whose import ask_whose
from quizgen.relations import Relation

TYPE = ask_whose(
    Relation.STRENGTH,
    "which side had that strength",
    (
        "According to {claimant}, which side had {amount} {what} in {campaign}?",
        "In {campaign}, which side had {amount} {what}, according to {claimant}?",
    ),
    (
        "According to {claimant}, the side with {amount} {what} in {campaign} was that of {option}.",
        "In {campaign}, {amount} {what} were on the side of {option}, according to {claimant}.",
    ),
)
