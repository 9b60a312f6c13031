"""Rules on what the options are: different things, enough of them, of one kind and one form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from quizgen.grammar.alike import same
from quizgen.items import Format, Item
from quizgen.notation import read_number
from quizgen.rules import rule
from quizgen.rules._names import Names, known
from quizgen.rules._words import campaign_of, columns, date_ends, holds, is_two_valued, options, words
from quizgen.world import World

MOST_RIGHT = 12  # right options of a multiple response; a sheet draws a few of them


@rule(17)
def options_are_different_things(item: Item, world: World) -> Iterator[str]:
    """No two options are equal, names of one thing, perhaps the same, or one within the other."""
    campaign = campaign_of(item, world)
    names = known(campaign, world) if campaign and columns(item) else None
    for column in columns(item):
        for one, other in combinations(column, 2):
            if why := _same(one, other, names):
                yield f'"{one}" and "{other}" are {why}'


def _same(one: str, other: str, names: Names | None) -> str:
    why = _same_text(one, other)
    return (names.likeness(one, other) if names else "") if why is None else why


@lru_cache(maxsize=1 << 14)
def _same_text(one: str, other: str) -> str | None:
    """Say in what two texts are the same by their letters alone; empty if they surely differ, None if that hangs on the model."""
    if words(one) == words(other):
        return "equal"
    if f"not {' '.join(words(one))}" == " ".join(words(other)) or f"not {' '.join(words(other))}" == " ".join(words(one)):
        return "jointly exhaustive"
    first, second = _span(one), _span(other)
    if first and second and len(first[0]) == len(second[0]):
        return "one within the other" if _within(first, second) or _within(second, first) else ""
    if holds(one, other) or holds(other, one):
        return "one within the other"
    if same(one, other):
        return "ways to write one name"
    return None


Span = tuple[tuple[int, ...], tuple[int, ...]]


def _span(text: str) -> Span | None:
    """Give the first and last value of a date or figure; unstated parts of a date reach over all their values."""
    if ends := date_ends(text):
        years = [-end.year if end.era.startswith("B") else end.year for end in (ends[0], ends[-1])]
        return (years[0], ends[0].month or 1, ends[0].day or 1), (years[1], ends[-1].month or 12, ends[-1].day or 31)
    number = read_number(text)
    return ((number.low,), (number.high,)) if number else None


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


@rule(18)
def enough_options(item: Item, world: World) -> Iterator[str]:
    """A choice has three options or more; two only where the model has exactly two values: two sides, two claimants."""
    if item.format is Format.MULTIPLE_CHOICE and len(item.distractors) < 2 and not is_two_valued(item, world):
        yield f"{len(item.distractors)} sound distractors are too few"
    if item.format is Format.MULTIPLE_RESPONSE and not (len(item.distractors) >= 2 and 2 <= len(item.key) <= MOST_RIGHT):
        yield f"{len(item.key)} right and {len(item.distractors)} wrong options: two or more of either kind are needed"


@rule(19)
def options_are_of_one_form(item: Item, _world: World) -> Iterator[str]:
    """The options are all dates of one precision, all figures of one form, or none of either."""
    forms = sorted({_form(text) for text in options(item)})
    if len(forms) > 1:
        yield f"the options have different forms: {', '.join(forms)}"


def _form(text: str) -> str:
    if ends := date_ends(text):
        stated = [" ".join(part for part in ("day", "month", "year") if getattr(end, part)) for end in ends]
        return f"date of {stated[0]}" if ends[0] == ends[1] else f"dates from {stated[0]} to {stated[1]}"
    if not read_number(text):
        return "words"
    bare = re.sub(r"\d[\d,. ]*\d|\d", "#", re.sub("[‐-―]", "-", text.casefold())).removesuffix("s")
    return f"figure such as {bare}"


@rule(19)
def options_are_of_one_kind(item: Item, world: World) -> Iterator[str]:
    """Where the model knows what the options are, all are people, all groups or all places."""
    campaign = campaign_of(item, world)
    kinds = known(campaign, world).kinds if campaign and columns(item) else {}
    for column in columns(item):
        found = {text: kinds[words(text)] for text in column if words(text) in kinds}
        if found and not frozenset.intersection(*found.values()):
            told = ", ".join(f'"{text}" is a {min(kind)}' for text, kind in found.items())
            yield f"the options are of different kinds: {told}"
