"""Which of several units fought on a side."""

from quizgen.items import Format
from quizgen.questions import QuestionType
from quizgen.questions.sides._sides import judge_member, members
from quizgen.relations import Relation

TYPE = QuestionType(
    summary="which units a side had",
    stems={
        Format.MULTIPLE_CHOICE: (
            "Which of these stands in the order of battle of {side} in {campaign}?",
            "In {campaign}, which of these is listed among the units of {side}?",
        ),
        Format.MULTIPLE_RESPONSE: (
            "Which of these stand in the order of battle of {side} in {campaign}?",
            "In {campaign}, which of these are listed among the units of {side}?",
        ),
    },
    cases=lambda world: (case for case, _ in members(world, Relation.UNIT)),
    judge=judge_member,
)
