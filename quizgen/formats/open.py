"""An open question → its prompt and ruled lines; the learner argues, and a person marks by the notes that stand in its key."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.formats import AnswerFormat, Drawn
from quizgen.items import Item

POINTS = 4
RULED = 6  # lines to write on


def _breaches(item: Item) -> Iterator[str]:
    if not item.key or not all(note.strip() for note in item.key):
        yield "an open question has marking notes"
    if item.distractors or item.pairs or item.accepted:
        yield "an open question has marking notes alone: no options, pairs or accepted answers"


def _draw(item: Item, _seed: str, _slot: int | None) -> Drawn:
    return Drawn(item, POINTS, ())


def _is_sound(drawn: Drawn) -> bool:
    return drawn.answer == ()


def _lines(_drawn: Drawn) -> tuple[str, ...]:
    return ("_" * 40,) * RULED


def _answer_text(drawn: Drawn) -> str:
    return " ".join(drawn.item.key)


FORMAT = AnswerFormat(
    "Open questions",
    "Answer in a few sentences, with reasons.",
    _breaches,
    _draw,
    _is_sound,
    _answer_text,
    _lines,
    is_open=True,
)
