"""Which side had so many men, tanks or ships."""

from quizgen.questions.figures._whose import ask_whose
from quizgen.relations import Relation

TYPE = ask_whose(
    Relation.STRENGTH,
    "which side had that strength",
    (
        "For which side in {campaign} is the figure of {amount} {what} given by {claimant}?",
        "In {campaign}, for which side is the figure of {amount} {what} given by {claimant}?",
    ),
    (
        "The figure of {amount} {what} in {campaign} is given by {claimant} for {option}.",
        "In {campaign}, the figure of {amount} {what} is given by {claimant} for {option}.",
    ),
)
