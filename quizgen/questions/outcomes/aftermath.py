"""What changed after the campaign."""

from quizgen.items import Format
from quizgen.questions import QuestionType
from quizgen.questions.events._objects import cases, judge

TYPE = QuestionType(
    summary="what changed afterwards",
    stems={
        Format.CLOZE: ("On {day}, after {campaign}, {before}{option}{after}.",),
        Format.MULTIPLE_CHOICE: ("After {campaign}, which of these did {act}{rest} on {day}?",),
    },
    cases=lambda world: cases(world, inside=False),
    judge=judge,
)
