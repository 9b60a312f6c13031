"""A cloze item → its sentence with one blank; the learner writes the words that are missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.formats._free import free
from quizgen.items import BLANK, Format, Item

_FREE = free("Gaps", "Fill the gap.", Format.CLOZE)


def _breaches(item: Item) -> Iterator[str]:
    yield from _FREE.breaches(item)
    if (blanks := item.stem.count(BLANK)) != 1:
        yield f"a cloze has one blank, not {blanks}"


FORMAT = replace(_FREE, breaches=_breaches)
