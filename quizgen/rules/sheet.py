"""Rules on a sheet as drawn: nothing about the items' places, lengths, repetitions or neighbours tells a key.

These see what is printed (`Drawn`), not how it was put together: assembly has its own ways to fulfil them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import fsum

from quizgen.formats import Drawn, format_of, verify
from quizgen.items import Format
from quizgen.model import norm
from quizgen.naming import side_name
from quizgen.notation import read_number
from quizgen.rules import sheet_rule
from quizgen.rules._words import CHOICE, date_ends, holds, word_set, words
from quizgen.world import World

CLOSED = frozenset(map(norm, ("before", "during", "after", "True", "False")))
DISTRACTOR_USES, KEY_USES = 3, 2  # rule 23
LONGEST_SHARE = 0.1  # rule 14: above chance
NEGATIVE_SHARE = 0.1  # rule 25
DUPLICATE = 0.8  # rule 36
RUN = 3  # rule 22
SIDES_APART = 0.2  # rule 37
FEW = 5  # items of a kind below which no share can be judged
_EMOTIVE = word_set(
    "terrorist terrorists heroic hero heroes brutal brutally barbaric butcher butchers thug thugs martyr martyred martyrs cowardly evil "
    "liberator liberators murderous savage savages fanatic fanatics glorious treacherous traitor traitors infamous"
)


def _choices(sheet: Sequence[Drawn]) -> list[Drawn]:
    return [drawn for drawn in sheet if drawn.item.format is Format.MULTIPLE_CHOICE and isinstance(drawn.answer, int)]


@sheet_rule(14)
def key_is_no_longer_than_by_chance(sheet: Sequence[Drawn], _world: World) -> Iterator[str]:
    """The key is the one longest option in at most 1/k + 10 points of the choices."""
    choices = _choices(sheet)
    longest = sum(all(len(d.item.key[0]) > len(text) for text in d.options if text != d.item.key[0]) for d in choices)
    chance = fsum(1 / len(d.options) for d in choices)
    if len(choices) >= FEW and longest > chance + LONGEST_SHARE * len(choices) + 1:
        yield f"the key is the longest option in {longest} of {len(choices)} items"


@sheet_rule(21)
def numbers_and_dates_stand_in_order(sheet: Sequence[Drawn], _world: World) -> Iterator[str]:
    """The options of a choice that are all figures or all dates stand in their order."""
    for drawn in _choices(sheet):
        values = [_value(text) for text in drawn.options]
        if all(values) and values != sorted(values, key=lambda value: value or ()):
            yield f"the options {', '.join(drawn.options)} are out of order"


def _value(text: str) -> tuple[int, ...] | None:
    if ends := date_ends(text):
        year = ends[0].year or 0
        return (-year if ends[0].era.startswith("B") else year, ends[0].month or 0, ends[0].day or 0)
    number = read_number(text)
    return (number.low, number.high) if number else None


@sheet_rule(22)
def key_places_are_balanced(sheet: Sequence[Drawn], _world: World) -> Iterator[str]:
    """No place is the key's in a run of more than three; no place is the key's far more often than chance has it."""
    choices = [(d, d.answer) for d in _choices(sheet) if isinstance(d.answer, int)]
    places = [answer for _, answer in choices]
    if any(len(set(places[i : i + RUN + 1])) == 1 for i in range(len(places) - RUN)):
        yield f"the key stands {RUN + 1} times in a row in one place"
    free = [(d, answer) for d, answer in choices if len(format_of(d).slots(d.item)) == len(d.options)]
    for size in sorted({len(d.options) for d, _ in free}):
        used = Counter(answer for d, answer in free if len(d.options) == size)
        total = sum(used.values())
        if total >= FEW * size and max(used.values()) > 2 * total / size + 1:
            yield f"of {total} items with {size} options {max(used.values())} have the key in one place"


@sheet_rule(23)
def options_are_not_worn_out(sheet: Sequence[Drawn], world: World) -> Iterator[str]:
    """A text is a distractor at most three times and a key at most twice; closed sets (sides, claimants, phases) are exempt."""
    closed = CLOSED | _sides(world)
    choices = [drawn for drawn in sheet if drawn.item.format in CHOICE]
    keys = Counter(norm(text) for d in choices for text in d.item.key if len(d.options) > 2)
    wrong = Counter(norm(text) for d in choices for text in d.options if text not in d.item.key and len(d.options) > 2)
    for uses, most, what in ((wrong, DISTRACTOR_USES, "distractor"), (keys, KEY_USES, "key")):
        for text, count in uses.items():
            if count > most and text not in closed and not read_number(text) and not date_ends(text):
                yield f'"{text}" is a {what} {count} times'


def _sides(world: World) -> frozenset[str]:
    return frozenset(norm(side_name(side)) for campaign in world.campaigns for side in campaign.sides)


@sheet_rule(25)
def few_stems_are_negative(sheet: Sequence[Drawn], _world: World) -> Iterator[str]:
    """At most a tenth of the stems is negative (NOT, EXCEPT)."""
    negative = [drawn for drawn in sheet if {"NOT", "EXCEPT"} & set(drawn.item.stem.replace(",", " ").split())]
    if len(negative) > max(1, NEGATIVE_SHARE * len(sheet)):
        yield f"{len(negative)} of {len(sheet)} stems are negative"


@sheet_rule(30)
def statements_are_true_as_often_as_false(sheet: Sequence[Drawn], _world: World) -> Iterator[str]:
    """Between 40 and 60% of the statements are true; of few, one more or less."""
    statements = [drawn.item.key == ("True",) for drawn in sheet if drawn.item.format is Format.TRUE_FALSE]
    if abs(2 * sum(statements) - len(statements)) > max(1, 0.2 * len(statements)):
        yield f"{sum(statements)} of {len(statements)} statements are true"


@sheet_rule(36)
def no_two_items_on_one_fact(sheet: Sequence[Drawn], _world: World) -> Iterator[str]:
    """No two items rest on one fact, nor ask the same in nearly the same words."""
    for one, other in combinations(sheet, 2):
        if shared := set(one.item.facts) & set(other.item.facts):
            yield f"{one.item.code} and {other.item.code} rest on one fact: {min(shared)}"
        ours, theirs = {*words(one.item.stem)}, {*words(other.item.stem)}
        if one.item.key == other.item.key and len(ours & theirs) >= DUPLICATE * len(ours | theirs):
            yield f"{one.item.code} and {other.item.code} ask the same"


@sheet_rule(36)
def no_item_prints_a_free_answer(sheet: Sequence[Drawn], _world: World) -> Iterator[str]:
    """The key of a typed or cloze item stands in no other stem or option of its section."""
    for free in (drawn for drawn in sheet if format_of(drawn).is_free):
        for other in sheet:
            if other is free or other.item.format is not free.item.format:
                continue
            printed = (other.item.stem, *other.options, *other.premises, *other.responses)
            for key in free.item.key:
                if any(holds(text, key) for text in printed):
                    yield f'"{key}", the answer of {free.item.code}, stands in {other.item.code}'


@sheet_rule(37)
def both_sides_are_asked_about(sheet: Sequence[Drawn], world: World) -> Iterator[str]:
    """Of the items that speak of one side, neither side has more than 70%, as far as the model lets it."""
    for campaign in world.campaigns:
        known: Counter[str | None] = Counter(fact.side for fact in world.facts if fact.campaign == campaign.id and fact.side)
        own = [{fact.side for fact in map(world.fact, d.item.facts) if fact and fact.side} for d in sheet if d.item.campaign == campaign.id]
        asked = Counter(side for sides in own if len(sides) == 1 for side in sides)
        if len(known) != 2 or asked.total() < 2 * FEW:
            continue
        side, most = asked.most_common(1)[0]
        if most > (0.5 + SIDES_APART) * asked.total() and known[side] <= (0.5 + SIDES_APART) * sum(known.values()):
            yield f"{most} of {asked.total()} items speak of side {side}"


@sheet_rule(37, refuses=False)
def no_emotive_words(sheet: Sequence[Drawn], _world: World) -> Iterator[str]:
    """No stem judges: emotive words stand in quotes only."""
    for drawn in sheet:
        if found := _EMOTIVE & {*words(drawn.item.stem)}:
            yield f'{drawn.item.code} has the emotive word "{min(found)}"'


@sheet_rule(39)
def keys_stand_where_the_sheet_says(sheet: Sequence[Drawn], _world: World) -> Iterator[str]:
    """Read back from what is printed, each answer is the key of its item."""
    for drawn in sheet:
        try:
            verify(drawn)
        except ValueError as err:
            yield str(err)


@sheet_rule(42, refuses=False)
def details_are_few(sheet: Sequence[Drawn], _world: World) -> Iterator[str]:
    """A sheet holds details only where they were asked for."""
    details = [drawn.item.code for drawn in sheet if drawn.item.importance.level == "detail"]
    if details:
        yield f"{len(details)} of {len(sheet)} items ask a detail"
