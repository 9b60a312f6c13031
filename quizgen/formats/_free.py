"""An item answered in one's own words → what a learner sees: the stem alone; shared by the free formats."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.formats import AnswerFormat, Drawn
from quizgen.items import Format, Item


def free(title: str, instruction: str, form: Format) -> AnswerFormat:
    """Describe a free format: one answer, worth one point, and nothing printed below the stem."""

    def breaches(item: Item) -> Iterator[str]:
        if item.format is not form:
            yield f'the format is "{item.format}", not "{form}"'
        if len(item.key) != 1 or not item.key[0].strip():
            yield f"a typed answer is one text, not {len(item.key)}"
        if item.pairs:
            yield "a typed answer has no pairs"

    return AnswerFormat(title, instruction, breaches, draw=_draw, is_sound=_is_sound, answer_text=_answer_text, is_free=True)


def _draw(item: Item, _seed: str, _slot: int | None) -> Drawn:
    return Drawn(item, 1, item.key[0])


def _is_sound(drawn: Drawn) -> bool:
    return (drawn.answer,) == drawn.item.key


def _answer_text(drawn: Drawn) -> str:
    return drawn.item.key[0]
