"""A drawn item and what a learner typed → a score, as a fair teacher gives it: one file per answer format, each with a `GRADER`.

To add one: write `grading/NAME.py` with `GRADER = Grader(...)` beside `formats/NAME.py`, and its cases in tests/grading/cases.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from quizgen.diagnostics import visible
from quizgen.formats import Drawn
from quizgen.registry import discover

LONGEST = 500  # characters of an answer that are looked at; nobody types more


@dataclass(frozen=True, slots=True)
class Grade:
    """What an answer is worth.

    score       from 0 to 1, a share of the item's points
    accepted    what the answer was taken for, in the spelling of the source; empty if for nothing known
    why         why it counts, or why it does not: a sentence or two; may be empty
    understood  False if it is no answer of this format at all ("x" to four options): then worth asking again
    unclear     what to ask back where it can be read in two ways ("3/8"); the score is that of the first; else empty
    """

    score: float
    accepted: str = ""
    why: str = ""
    understood: bool = True
    unclear: str = ""

    @property
    def is_right(self) -> bool:
        """Whether it earns every point."""
        return self.score == 1


def _no_hint(_drawn: Drawn) -> str:
    """Give no hint: half of what there is to say would be the answer."""
    return ""


@dataclass(frozen=True, slots=True)
class Grader:
    """How one format is answered and graded: `how` an answer is typed ("the letter of your choice"), and the function that grades it.

    `grade(drawn, typed, others)`: `others` are names of the model that a misspelt answer must not be nearer to (rule 33).
    `hint(drawn)`: a sentence that helps and does not tell the answer; empty where there is nothing to say.
    """

    how: str
    grade: Callable[[Drawn, str, tuple[str, ...]], Grade]
    hint: Callable[[Drawn], str] = _no_hint


def all_graders() -> dict[str, Grader]:
    """Give every grader by the name of its format."""
    return discover("quizgen.grading", "GRADER", Grader)


def how_to_answer(drawn: Drawn) -> str:
    """Say how the answer is typed: "the letter of your choice"."""
    return all_graders()[drawn.item.format].how


def hint(drawn: Drawn) -> str:
    """Help with an item without telling its answer; empty where there is no help."""
    return all_graders()[drawn.item.format].hint(drawn)


def grade(drawn: Drawn, typed: str, others: tuple[str, ...] = ()) -> Grade:
    """Grade a typed answer; never raises, whatever was typed."""
    text = " ".join(visible(typed).split())
    if not text or len(text) > LONGEST:
        return not_understood(drawn)
    return all_graders()[drawn.item.format].grade(drawn, text, others)


def not_understood(drawn: Drawn) -> Grade:
    """Grade what is no answer of the item's format."""
    return Grade(0, why=f"Please type {how_to_answer(drawn)}.", understood=False)


def partial(share: float, why: str = "") -> Grade:
    """Grade an answer of several parts by the share that is right, never below nothing."""
    return Grade(max(0.0, min(1.0, share)), why=why)
