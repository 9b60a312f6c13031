"""Sorting strengths by their side."""

from quizgen.questions.figures._sort import ask_sort
from quizgen.relations import Relation

TYPE = ask_sort(
    Relation.STRENGTH,
    "sort strengths by side",
    (
        "Sort these strengths by the side for which the infobox on {campaign} gives them.",
        "Sort these by the side that had them in {campaign}, according to the infobox.",
    ),
)
