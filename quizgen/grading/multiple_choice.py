"""A letter, or an option's own words → right, or wrong with the reason why that option is false."""

from __future__ import annotations

from quizgen.formats import Drawn, letter
from quizgen.grading import Grade, Grader, not_understood
from quizgen.grading._letters import are_words, places
from quizgen.grading._words import find
from quizgen.grammar.alike import same
from quizgen.model import norm


def _grade(drawn: Drawn, typed: str, _others: tuple[str, ...]) -> Grade:
    option = _option(drawn, typed)
    if option is None:
        return not_understood(drawn)
    if drawn.options[option] in drawn.item.key:
        return Grade(1, drawn.options[option])
    why = next(d.why_false for d in drawn.item.distractors if d.text == drawn.options[option])
    return Grade(0, drawn.options[option], why)


def _option(drawn: Drawn, typed: str) -> int | None:
    """Find the option meant: its words stand before its letter, the letter before its number."""
    exact = [i for i, text in enumerate(drawn.options) if norm(typed) == norm(text) != ""]
    alike = [i for i, text in enumerate(drawn.options) if same(typed, text)]
    letters = places(typed, len(drawn.options))
    if exact or len(alike) == 1 or len(letters) == 1:
        return (exact or (alike if len(alike) == 1 else letters))[0]
    if typed.isdecimal() and 1 <= int(typed) <= len(drawn.options) and are_words(drawn.options):
        return int(typed) - 1
    spelled = [i for i, text in enumerate(drawn.options) if find(typed, (text,), (o for o in drawn.options if o != text))]
    return spelled[0] if len(spelled) == 1 else None


def _hint(drawn: Drawn) -> str:
    """Strike the least plausible of three or more options."""
    texts = [d.text for d in drawn.item.distractors if d.text in drawn.options]
    return f"It is not {letter(drawn.options.index(texts[-1]))}) {texts[-1]}." if len(texts) > 1 else ""


GRADER = Grader("the letter of your choice", _grade, _hint)
