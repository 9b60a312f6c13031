"""True or false → right or wrong."""

from __future__ import annotations

from quizgen.formats import Drawn
from quizgen.grading import Grade, Grader, not_understood

_WORDS = {"t": True, "true": True, "y": True, "yes": True, "f": False, "false": False, "n": False, "no": False}


def _grade(drawn: Drawn, typed: str, _others: tuple[str, ...]) -> Grade:
    said = _WORDS.get(typed.casefold().strip(" .!()"))
    return not_understood(drawn) if said is None else Grade(float(said == drawn.answer), str(said))


GRADER = Grader("t for true or f for false", _grade)
