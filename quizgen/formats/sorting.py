"""A sorting item → things to be sorted into named groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.formats import AnswerFormat, Drawn
from quizgen.formats._options import arranged, letter, numbered, repeats, shuffled
from quizgen.items import Item

THINGS = 8  # so many are drawn at the most, as many from each group as there are
LEAST = 4


def _groups(item: Item) -> tuple[str, ...]:
    return tuple(dict.fromkeys(group for _, group in item.pairs))


def _breaches(item: Item) -> Iterator[str]:
    if len(_groups(item)) < 2:
        yield f"two or more groups, not {len(_groups(item))}"
    if len(item.pairs) < LEAST:
        yield f"four or more things to sort, not {len(item.pairs)}"
    if item.key or item.distractors:
        yield "a sorting has pairs, neither key nor distractors"
    yield from repeats(thing for thing, _ in item.pairs)


def _narrow(item: Item, seed: str) -> Item:
    place = dict(item.pairs)
    queues = [list(shuffled((t for t in place if place[t] == group), seed, item)) for group in _groups(item)]
    turns = sorted((turn, n) for n, queue in enumerate(queues) for turn in range(len(queue)))[:THINGS]
    chosen = {queues[n][turn] for turn, n in turns}
    return replace(item, pairs=tuple(pair for pair in item.pairs if pair[0] in chosen))


def _draw(item: Item, seed: str, _slot: int | None) -> Drawn:
    put = _narrow(item, seed)
    things = arranged([thing for thing, _ in put.pairs], f"{seed}/order", item)
    return Drawn(item, (len(things) + 1) // 2, _answer(item, things), things, groups=_groups(item))


def _answer(item: Item, things: tuple[str, ...]) -> dict[str, tuple[int, ...]]:
    place = dict(item.pairs)
    return {group: tuple(i for i, thing in enumerate(things) if place.get(thing) == group) for group in _groups(item)}


def _is_sound(drawn: Drawn) -> bool:
    known = {*drawn.options} <= {*dict(drawn.item.pairs)} and drawn.groups == _groups(drawn.item)
    return known and drawn.answer == _answer(drawn.item, drawn.options)


def _lines(drawn: Drawn) -> tuple[str, ...]:
    return (*numbered(drawn.options), *(f"{letter(i)}: {group}" for i, group in enumerate(drawn.groups)))


def _answer_text(drawn: Drawn) -> str:
    answer = _answer(drawn.item, drawn.options)
    return "; ".join(f"{letter(i)}: {', '.join(drawn.options[n] for n in answer[group])}" for i, group in enumerate(drawn.groups))


FORMAT = AnswerFormat("Sorting", "Give each number to its group.", _breaches, _draw, _is_sound, _answer_text, _lines, narrow=_narrow)
