"""A matching item → two columns, each premise on the left having its one response on the right, and some responses none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.formats import AnswerFormat, Drawn
from quizgen.formats._options import arranged, letter, lettered, numbered, repeats, shuffled, wrong
from quizgen.items import Item

PREMISES = range(4, 11)  # item rule 31
EXTRAS = range(1, 4)  # item rule 31; of more, so many are drawn


def _breaches(item: Item) -> Iterator[str]:
    if len(item.pairs) not in PREMISES:
        yield f"four to ten premises, not {len(item.pairs)}"
    if len(item.distractors) not in EXTRAS:
        yield f"one to three extra responses, not {len(item.distractors)}"
    if item.key:
        yield "a matching item has pairs, no key"
    yield from repeats(premise for premise, _ in item.pairs)
    yield from repeats((*(response for _, response in item.pairs), *wrong(item)))


def _narrow(item: Item, seed: str) -> Item:
    extras = shuffled(wrong(item), seed, item)[: EXTRAS[-1]]
    return replace(item, distractors=tuple(d for d in item.distractors if d.text in extras))


def _draw(item: Item, seed: str, _slot: int | None) -> Drawn:
    partner = dict(item.pairs)
    premises = arranged(tuple(partner), f"{seed}/left", item)
    extras = shuffled(wrong(item), seed, item)[: EXTRAS[-1]]
    responses = arranged((*partner.values(), *extras), f"{seed}/right", item)
    answer = tuple((i, responses.index(partner[premise])) for i, premise in enumerate(premises))
    return Drawn(item, (len(premises) + 1) // 2, answer, premises=premises, responses=responses)


def _pairs(drawn: Drawn) -> tuple[tuple[int, int], ...]:
    partner = dict(drawn.item.pairs)
    return tuple((i, drawn.responses.index(partner[premise])) for i, premise in enumerate(drawn.premises))


def _is_sound(drawn: Drawn) -> bool:
    whole = {*drawn.premises} == {premise for premise, _ in drawn.item.pairs}
    return whole and {r for _, r in drawn.item.pairs} <= {*drawn.responses} and drawn.answer == _pairs(drawn)


def _lines(drawn: Drawn) -> tuple[str, ...]:
    return (*numbered(drawn.premises), *lettered(drawn.responses))


def _answer_text(drawn: Drawn) -> str:
    return "; ".join(f"{i + 1}. {drawn.premises[i]} – {letter(j)}) {drawn.responses[j]}" for i, j in _pairs(drawn))


FORMAT = AnswerFormat(
    "Matching",
    "Give each number its letter; some letters are left over.",
    _breaches,
    _draw,
    _is_sound,
    _answer_text,
    _lines,
    narrow=_narrow,
)
