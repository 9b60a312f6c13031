"""On which side a unit fought."""

from quizgen.items import Format
from quizgen.questions import QuestionType
from quizgen.questions.sides._sides import cases_of, judge_side
from quizgen.relations import Relation

TYPE = QuestionType(
    summary="the side of a unit",
    stems={
        Format.MULTIPLE_CHOICE: ("Which side's order of battle in {campaign} lists {the_thing}?",),
        Format.TRUE_FALSE: ("The order of battle of {option} in {campaign} lists {the_thing}.",),
    },
    cases=lambda world: cases_of(world, Relation.UNIT),
    judge=judge_side,
    closed=True,
)
