"""The words for a gap → right if they are the deleted ones; a date or a number may stand in any notation."""

from __future__ import annotations

from quizgen.formats import Drawn
from quizgen.grading import Grade, Grader
from quizgen.grading.date import grade_date, hint_date
from quizgen.grading.numeric import grade_number, hint_number
from quizgen.grading.short_answer import grade_words, hint_words
from quizgen.notation import read_dates, read_number


def _grade(drawn: Drawn, typed: str, others: tuple[str, ...]) -> Grade:
    key = drawn.item.key[0]
    if read_number(key):
        return grade_number(drawn, typed, others)
    return grade_date(drawn, typed, others) if read_dates(key) else grade_words(drawn, typed, others)


def _hint(drawn: Drawn) -> str:
    key = drawn.item.key[0]
    return hint_number(drawn) if read_number(key) else hint_date(drawn) if read_dates(key) else hint_words(drawn)


GRADER = Grader("the missing words", _grade, _hint)
