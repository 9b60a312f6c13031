"""An ordering item → things to be put in order, never shown in the right one."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.formats import AnswerFormat, Drawn
from quizgen.formats._options import lettered, repeats, shuffled
from quizgen.items import Item

THINGS = range(3, 8)  # item rule 32


def _breaches(item: Item) -> Iterator[str]:
    if len(item.key) not in THINGS:
        yield f"three to seven things to order, not {len(item.key)}"
    if item.distractors or item.pairs:
        yield "an ordering has neither distractors nor pairs"
    yield from repeats(item.key)


def _draw(item: Item, seed: str, _slot: int | None) -> Drawn:
    things = shuffled(item.key, seed, item)
    if things == item.key:
        things = (*things[1:], things[0])
    return Drawn(item, 2, tuple(things.index(text) for text in item.key), things)


def _is_sound(drawn: Drawn) -> bool:
    key = drawn.item.key
    return {*drawn.options} == {*key} and drawn.answer == tuple(drawn.options.index(text) for text in key) and drawn.options != key


def _lines(drawn: Drawn) -> tuple[str, ...]:
    return lettered(drawn.options)


def _answer_text(drawn: Drawn) -> str:
    letters = lettered(drawn.options)
    return "; ".join(letters[drawn.options.index(text)] for text in drawn.item.key)


FORMAT = AnswerFormat("Ordering", "Put the letters in the right order.", _breaches, _draw, _is_sound, _answer_text, _lines)
