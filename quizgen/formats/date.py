"""A date item → the stem alone; the learner writes a date as exactly as the source gives it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.formats._free import free
from quizgen.items import Format, Item
from quizgen.notation import read_dates

_FREE = free("Dates", "Answer with a date, as exactly as the question asks.", Format.DATE)


def _breaches(item: Item) -> Iterator[str]:
    yield from _FREE.breaches(item)
    for text in item.key:
        if not read_dates(text):
            yield f'the key "{text}" is no date'


FORMAT = replace(_FREE, breaches=_breaches)
