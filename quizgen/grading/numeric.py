"""A typed number → right if it is the key's, in any notation; a near one is wrong, and a bound is no figure."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.formats import Drawn
from quizgen.grading import Grade, Grader, not_understood
from quizgen.grading._counts import read_count
from quizgen.notation import Number, read_number

TOLERANCE = 0.05  # of a figure that the source itself calls approximate; wrong ones lie 15% away (item rule 6)
_BOUND = re.compile(r"\b(minimum|maximum|at least|at most|more than|less than|over|under)\b|\+")
_CEILING = re.compile(r"\b(maximum|at most|up to|less than|fewer than|under)\b")
_ABOUT = r"(?:\b(?:about|around|some|approximately|circa|c\.|ca\.|nearly|almost|roughly)\s+|[~≈]\s*)"


def grade_number(drawn: Drawn, typed: str, _others: tuple[str, ...] = ()) -> Grade:
    """Grade a typed number: "8,000", "8 000 fighters", "eight thousand"; "100+" only where a bound is asked for or given.

    A figure within a range that the source gives earns half; one that the source calls approximate is met within `TOLERANCE`.
    """
    said, item = read_count(typed), drawn.item
    if said is None:
        return not_understood(drawn)
    if _CEILING.search(typed.lower()) and not _CEILING.search(f"{item.stem} {item.key[0]}".lower()):
        return Grade(0, why="The source sets no upper bound.")
    known = [(text, number) for text in (*item.key, *item.accepted) if (number := read_number(text.lower()))]
    for text, number in known:
        if _agree(said, number, asks_bound=bool(_BOUND.search(item.stem.lower()))):
            return Grade(1, text)
    wrong = next((d for d in item.distractors if read_number(d.text.lower()) == said), None)
    if wrong:
        return Grade(0, wrong.text, wrong.why_false)
    return next(filter(None, (_near(said, number, text, item.explanation) for text, number in known)), Grade(0))


def _agree(said: Number, known: Number, *, asks_bound: bool) -> bool:
    return said == known or (replace(said, is_open=known.is_open) == known and (asks_bound or known.is_open))


def _near(said: Number, known: Number, text: str, explanation: str) -> Grade | None:
    """Grade a figure beside the key."""
    if said.low != said.high or said.is_open:
        return None
    if known.low < known.high:
        return Grade(0.5, text, "The source gives a range, and your figure lies in it.") if known.low <= said.low <= known.high else None
    is_about = re.search(_ABOUT + re.escape(text), explanation, re.IGNORECASE) or re.match(_ABOUT, text, re.IGNORECASE)
    if is_about and abs(said.low - known.low) <= TOLERANCE * known.low:
        return Grade(1, text, f"Accepted: the source itself says about {known.low:,}.")
    return None


def hint_number(drawn: Drawn) -> str:
    """Tell how many digits it has, and the first."""
    digits = re.sub(r"\D", "", drawn.item.key[0])
    return f"It has {len(digits)} digits and begins with {digits[0]}." if len(digits) > 1 else ""


GRADER = Grader("a number, in digits or words", grade_number, hint_number)
