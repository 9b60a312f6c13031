"""A typed number → right if it is the key's, in any notation; a near one is wrong, and a bound is no figure."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.formats import Drawn
from quizgen.grading import Grade, Grader, not_understood
from quizgen.notation import Number, read_number

_BOUND = re.compile(r"\b(minimum|maximum|at least|at most|more than|less than|over|under)\b|\+")


def grade_number(drawn: Drawn, typed: str, _others: tuple[str, ...] = ()) -> Grade:
    """Grade a typed number: "8,000", "8000", "8 000 fighters"; "100+" only where a bound is asked for or given."""
    said, item = read_number(typed.lower().rstrip(".")), drawn.item
    if said is None:
        return not_understood(drawn)
    for text in (*item.key, *item.accepted):
        known = read_number(text.lower())
        if known and _agree(said, known, asks_bound=bool(_BOUND.search(item.stem.lower()))):
            return Grade(1, text)
    wrong = next((d for d in item.distractors if read_number(d.text.lower()) == said), None)
    return Grade(0, wrong.text, wrong.why_false) if wrong else Grade(0)


def _agree(said: Number, known: Number, *, asks_bound: bool) -> bool:
    return said == known or (replace(said, is_open=known.is_open) == known and (asks_bound or known.is_open))


GRADER = Grader("a number in digits", grade_number)
