"""A statement → the statement, to be called true or false."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.formats import AnswerFormat, Drawn
from quizgen.items import Item

_WORDS = {True: "True", False: "False"}


def _breaches(item: Item) -> Iterator[str]:
    if len(item.key) != 1 or item.key[0] not in _WORDS.values():
        yield f'the key is "True" or "False", not "{" ".join(item.key)}"'
    if item.distractors or item.pairs:
        yield "a statement has neither distractors nor pairs"


def _draw(item: Item, _seed: str, _slot: int | None) -> Drawn:
    return Drawn(item, 1, item.key == ("True",))


def _is_sound(drawn: Drawn) -> bool:
    return drawn.answer in _WORDS and (_WORDS[drawn.answer is True],) == drawn.item.key


def _lines(_drawn: Drawn) -> tuple[str, ...]:
    return ("True / False",)


def _answer_text(drawn: Drawn) -> str:
    return _WORDS[drawn.answer is True]


FORMAT = AnswerFormat("True or false", "Is the statement true or false?", _breaches, _draw, _is_sound, _answer_text, _lines)
