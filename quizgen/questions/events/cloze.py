"""What was done to what on a day: the object of an event."""

from quizgen.items import Format
from quizgen.questions import QuestionType
from quizgen.questions.events._objects import cases, judge

TYPE = QuestionType(
    summary="the object of a dated event",
    stems={
        Format.CLOZE: (
            "In {campaign}, {before}{option}{after} on {day}.",
            "On {day}, in {campaign}, {before}{option}{after}.",
        ),
        Format.MULTIPLE_CHOICE: ("In {campaign}, which of these did {act}{rest} on {day}?",),
    },
    cases=lambda world: cases(world, inside=True),
    judge=judge,
)
