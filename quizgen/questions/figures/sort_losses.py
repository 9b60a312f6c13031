"""Sorting losses by their side."""

from quizgen.questions.figures._sort import ask_sort
from quizgen.relations import Relation

TYPE = ask_sort(
    Relation.CASUALTIES,
    "sort losses by side",
    (
        "Sort these losses by the side for which the infobox on {campaign} gives them.",
        "Sort these losses by the side that suffered them in {campaign}, according to the infobox.",
    ),
)
