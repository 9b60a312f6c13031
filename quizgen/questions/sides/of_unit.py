"""On which side a unit fought."""

from quizgen.items import Format
from quizgen.questions import QuestionType
from quizgen.questions.sides._sides import cases_of, judge_side
from quizgen.relations import Relation

TYPE = QuestionType(
    summary="the side of a unit",
    stems={
        Format.MULTIPLE_CHOICE: (
            "Which side's order of battle in {campaign} lists {the_thing}?",
            "In the order of battle of {campaign}, under which side does {the_thing} stand?",
        ),
        Format.TRUE_FALSE: ("{the_thing} stands in the order of battle of {option} in {campaign}.",),
    },
    cases=lambda world: cases_of(world, Relation.UNIT),
    judge=judge_side,
    closed=True,
)
