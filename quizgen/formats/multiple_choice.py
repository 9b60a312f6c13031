"""A multiple-choice item → its options in order, one of them right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.formats import AnswerFormat, Drawn
from quizgen.formats._options import letter, lettered, repeats, shuffled, wrong
from quizgen.items import Item
from quizgen.notation import in_order

OPTIONS = 4  # item rule 18: four by default, three rather than padding, two where the model has two values
POOL = 2 * (OPTIONS - 1)  # names are drawn from so many of the most plausible distractors


def _breaches(item: Item) -> Iterator[str]:
    if len(item.key) != 1:
        yield f"one option is right, not {len(item.key)}"
    if not item.distractors:
        yield "there is no wrong option"
    if item.pairs:
        yield "a choice has no pairs"
    yield from repeats((*item.key, *wrong(item)))


def _sorted(item: Item) -> tuple[list[str], list[str]] | None:
    """Part the distractors of an item of numbers or dates into those below and those above the key, by rank; None for names."""
    order = in_order((*item.key, *wrong(item)))
    if not order:
        return None
    at = order.index(item.key[0])
    return [t for t in wrong(item) if order.index(t) < at], [t for t in wrong(item) if order.index(t) > at]


def _slots(item: Item) -> tuple[int, ...]:
    """Give the places that the key can take: any for names, for numbers and dates those that enough distractors allow."""
    count = min(OPTIONS, 1 + len(item.distractors))
    parted = _sorted(item)
    return tuple(n for n in range(count) if parted is None or (n <= len(parted[0]) and count - 1 - n <= len(parted[1])))


def _narrow(item: Item, seed: str) -> Item:
    if _sorted(item):
        return item
    names = shuffled(wrong(item)[:POOL], seed, item)[: OPTIONS - 1]
    return replace(item, distractors=tuple(d for d in item.distractors if d.text in names))


def _draw(item: Item, seed: str, slot: int | None) -> Drawn:
    slots = _slots(item)
    place = slot if slot in slots else int(shuffled(map(str, slots), seed, item)[0])
    count = min(OPTIONS, 1 + len(item.distractors)) - 1
    if parted := _sorted(item):
        below, above = parted
        options = in_order((*below[:place], *item.key, *above[: count - place]))
    else:
        names = shuffled(wrong(item)[:POOL], seed, item)[:count]
        options = (*names[:place], *item.key, *names[place:])
    return Drawn(item, 1, options.index(item.key[0]), options)


def _is_sound(drawn: Drawn) -> bool:
    right = [i for i, text in enumerate(drawn.options) if text in drawn.item.key]
    return right == [drawn.answer] and {*drawn.options} <= {*drawn.item.key, *wrong(drawn.item)}


def _lines(drawn: Drawn) -> tuple[str, ...]:
    return lettered(drawn.options)


def _answer_text(drawn: Drawn) -> str:
    return f"{letter(drawn.options.index(drawn.item.key[0]))}) {drawn.item.key[0]}"


FORMAT = AnswerFormat("Multiple choice", "Choose one answer.", _breaches, _draw, _is_sound, _answer_text, _lines, _slots, _narrow)
