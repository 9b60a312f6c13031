"""A numeric item → the stem alone; the learner writes a number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.formats._free import free
from quizgen.items import Format, Item
from quizgen.notation import read_number

_FREE = free("Numbers", "Answer with a number.", Format.NUMERIC)


def _breaches(item: Item) -> Iterator[str]:
    yield from _FREE.breaches(item)
    for text in item.key:
        if not read_number(text.lower()):
            yield f'the key "{text}" is no number'


FORMAT = replace(_FREE, breaches=_breaches)
