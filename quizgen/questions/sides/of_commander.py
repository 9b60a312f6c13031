"""On which side a commander is listed."""

from quizgen.items import Format
from quizgen.questions import QuestionType
from quizgen.questions.sides._sides import cases_of, judge_side
from quizgen.relations import Relation

TYPE = QuestionType(
    summary="the side of a commander",
    stems={
        Format.MULTIPLE_CHOICE: ("On which side is {titled_thing} listed as a commander in {campaign}?",),
        Format.TRUE_FALSE: ("{titled_thing} is listed among the commanders of {option} in {campaign}.",),
    },
    cases=lambda world: cases_of(world, Relation.COMMANDER),
    judge=judge_side,
    closed=True,
)
