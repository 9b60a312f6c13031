"""A multiple-response item → its options, two or more of them right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.draw import place
from quizgen.formats import AnswerFormat, Drawn
from quizgen.formats._options import arranged, lettered, repeats, shuffled, wrong
from quizgen.items import Item

OPTIONS = 5  # item rule 18
POOL = 8  # wrong options are drawn from so many of the most plausible distractors
LEAST = 2  # of either kind, so that neither "one" nor "all" is a good guess


def _breaches(item: Item) -> Iterator[str]:
    if len(item.key) < LEAST:
        yield f"two or more options are right, not {len(item.key)}"
    if len(item.distractors) < LEAST:
        yield f"two or more options are wrong, not {len(item.distractors)}"
    if item.pairs:
        yield "a choice has no pairs"
    yield from repeats((*item.key, *wrong(item)))


def _narrow(item: Item, seed: str) -> Item:
    """Choose five options; how many are right, two or three, hangs on the seed, so that it tells nothing."""
    right = shuffled(item.key, seed, item)[: LEAST + place(f"{seed}/count", item.id) % (OPTIONS - 2 * LEAST + 1)]
    others = shuffled(wrong(item)[:POOL], seed, item)[: OPTIONS - len(right)]
    distractors = tuple(d for d in item.distractors if d.text in others)
    key = tuple(text for text in item.key if text in right)
    told = f"Right: {', '.join(key)}." if item.explanation.startswith("Right: ") else item.explanation
    return replace(item, key=key, distractors=distractors, explanation=told)


def _draw(item: Item, seed: str, _slot: int | None) -> Drawn:
    put = item if len(item.key) + len(item.distractors) <= OPTIONS else _narrow(item, seed)
    right, others = put.key, wrong(put)
    options = arranged((*right, *others), seed, item)
    item = replace(item, explanation=put.explanation)  # of what is shown only
    return Drawn(item, 2, tuple(i for i, text in enumerate(options) if text in right), options)


def _is_sound(drawn: Drawn) -> bool:
    right = tuple(i for i, text in enumerate(drawn.options) if text in drawn.item.key)
    return drawn.answer == right and {*drawn.options} <= {*drawn.item.key, *wrong(drawn.item)}


def _answer_text(drawn: Drawn) -> str:
    return "; ".join(line for line, text in zip(_lines(drawn), drawn.options, strict=True) if text in drawn.item.key)


def _lines(drawn: Drawn) -> tuple[str, ...]:
    return lettered(drawn.options)


FORMAT = AnswerFormat("Multiple response", "Choose every right answer.", _breaches, _draw, _is_sound, _answer_text, _lines, narrow=_narrow)
