"""Items and a blueprint → the notes of a deck: one per fact, by recall where that can be, core facts first, in teaching order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from quizgen.draw import ordered
from quizgen.items import Format, Importance, Item
from quizgen.selection import Blueprint, eligible

USUAL = 60  # notes of one article, unless more are asked for
RECALL = (Format.SHORT_ANSWER, Format.DATE, Format.NUMERIC, Format.CLOZE)
CARDS = (*RECALL, Format.MULTIPLE_CHOICE)  # a fact that nothing asks to recall is worth a choice
APART = 2  # notes at least between two of one type, where there are others


def notes(items: Iterable[Item], blueprint: Blueprint, n: int | None, seed: str, kept: Collection[str] = ()) -> tuple[Item, ...]:
    """Choose the items of a deck and put them in teaching order; in the formats of the blueprint, by default those of cards.

    `n`: how many at the most (None: 60 of each campaign). `kept`: ids that an earlier release has; they come first, so that
    what is better now does not push out what learners know.
    """
    of_campaign: defaultdict[str, list[Item]] = defaultdict(list)
    for item in eligible(items, as_cards(blueprint)):
        of_campaign[item.campaign].append(item)
    chosen = [_first(_chosen(own, seed, kept), USUAL if n is None else n, seed, kept) for own in of_campaign.values()]
    everything = [item for own in chosen for item in own]
    whole = set(everything if n is None else _first(everything, n, seed, kept))
    return tuple(item for own in chosen for item in _taught((item for item in own if item in whole), seed))


def as_cards(blueprint: Blueprint) -> Blueprint:
    """Narrow a blueprint that names no format to those of cards."""
    return blueprint if blueprint.formats else replace(blueprint, formats=CARDS)


def on_sheets_only(items: Iterable[Item], blueprint: Blueprint) -> int:
    """Count the facts that a deck leaves out because only other formats than those of cards ask them."""
    items = tuple(items)
    asked, carded = ({fact for item in eligible(items, chosen) for fact in item.facts} for chosen in (blueprint, as_cards(blueprint)))
    return len(asked - carded)


def _chosen(pool: Sequence[Item], seed: str, kept: Collection[str]) -> list[Item]:
    """Choose items of which no two rest on one fact: released before, then by recall, then by choice."""
    chosen: list[Item] = []
    used: set[str] = set()
    for item in sorted(_turns(pool, seed, kept), key=lambda item: (item.id not in kept, item.format not in RECALL)):
        if used.isdisjoint(item.facts):
            chosen.append(item)
            used.update(item.facts)
    return chosen


def _first(chosen: Sequence[Item], n: int, seed: str, kept: Collection[str]) -> list[Item]:
    return [item for place, item in enumerate(_turns(chosen, seed, kept)) if place < n or item.id in kept]


def _turns(pool: Iterable[Item], seed: str, kept: Collection[str]) -> list[Item]:
    """Put items in the order in which they are chosen: released before, core, on one fact alone, then each type in its turn."""
    turn: Counter[tuple[str, int, int]] = Counter()
    keyed = []
    for item in ordered(seed, pool, key=lambda item: item.id):
        group = (item.type, _level(item), len(item.facts))
        keyed.append(((item.id not in kept, _level(item), len(item.facts), turn[group]), item))
        turn[group] += 1
    return [item for _, item in sorted(keyed, key=lambda pair: pair[0])]


def _level(item: Item) -> int:
    return list(Importance).index(Importance(str(item.importance.level)))


def _taught(chosen: Iterable[Item], seed: str) -> Iterator[Item]:
    """Put notes in teaching order: core before detail, easy before hard, and of equals no two of one type together."""
    groups: defaultdict[tuple[int, int], list[Item]] = defaultdict(list)
    for item in chosen:
        groups[_level(item), int(item.difficulty.level)].append(item)
    last: list[str] = []
    for key in sorted(groups):
        rest = ordered(seed, groups[key], key=lambda item: item.id)
        while rest:
            item = _next(rest, last[-APART:])
            rest.remove(item)
            last.append(item.type)
            yield item


def _next(rest: Sequence[Item], last: Sequence[str]) -> Item:
    """Take of the types that were not asked just before the one with most notes left, so that none are left to the end alone."""
    left = Counter(item.type for item in rest)
    recent = {kind: place for place, kind in enumerate(last)}
    return min(rest, key=lambda item: (recent.get(item.type, -1), -left[item.type]))
