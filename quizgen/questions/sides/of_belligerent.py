"""On which side a belligerent fought."""

from quizgen.items import Format
from quizgen.questions import QuestionType
from quizgen.questions.sides._sides import cases_of, judge_side
from quizgen.relations import Relation

TYPE = QuestionType(
    summary="the side of a belligerent",
    stems={
        Format.MULTIPLE_CHOICE: (
            "On which side did {the_thing} fight in {campaign}?",
            "In {campaign}, which side did {the_thing} belong to?",
        ),
        Format.TRUE_FALSE: ("In {campaign}, {the_thing} fought on the side of {option}.",),
        Format.CLOZE: ("In {campaign}, {the_thing} fought on the side of {option}.",),
    },
    cases=lambda world: cases_of(world, Relation.BELLIGERENT),
    judge=judge_side,
    closed=True,
)
