"""A drawn sheet and an item on it → another that can stand in its place, as equal as there is one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quizgen.clashes import Card, Deck
from quizgen.diagnostics import fail
from quizgen.filling import Sheet, goal
from quizgen.formats import Drawn, seen
from quizgen.items import Item
from quizgen.kinds import kinds
from quizgen.model import Campaign
from quizgen.selection import Blueprint, eligible, folded


def exchange(
    chosen: Sequence[Card], swap: Mapping[str, str], items: Sequence[Item], blueprint: Blueprint, seed: str, campaigns: Sequence[Campaign]
) -> tuple[Card, ...]:
    """Put items in the place of others; one that is not on the sheet is left alone. QuizgenError A105 where another item bars it."""
    cards = list(chosen)
    if not any(card.item.id in swap for card in cards):
        return tuple(cards)
    variants, pool = folded(items, items, seed, campaigns)
    by_id = {card.item.id: card for card in pool}
    for i, card in enumerate(cards):
        if new := swap.get(card.item.id):
            sheet = Sheet(goal(len(cards), {}), [*cards[:i], *cards[i + 1 :]])
            fitting = next((variant for variant in variants(by_id[new]) if not sheet.barriers(variant)), None)
            if not fitting:
                why = next(said for other in sheet.cards if (said := sheet.clash(by_id[new], other)))
                message = f'"{new}" cannot stand in for "{card.item.id}": with another item it would {why}'
                raise fail(blueprint.place_of(card.item.id, "swap"), "A105", message, "leave the line out, or run quizgen swap again")
            cards[i] = fitting
    return tuple(cards)


def equals(
    old: str, drawn: Sequence[Drawn], items: Sequence[Item], blueprint: Blueprint, seed: str, campaigns: Sequence[Campaign]
) -> tuple[Item, ...]:
    """Find what can stand for an item of a form while all others stay: first items of its type, format and difficulty.

    Then those of its format, of the nearest difficulty, of its family; among equals by level and keyed hash. Empty if nothing fits.
    """
    allowed, deck = eligible(items, blueprint), Deck(items, campaigns)
    variants, pool = folded(items, allowed, seed, campaigns)
    own = next(one.item for one in drawn if one.item.id == old)
    sheet = Sheet(goal(len(drawn), kinds(items, campaigns), blueprint.quotas))
    for one in drawn:
        if one.item.id != old:
            sheet.add(deck.card(seen(one), ""))
    taken = {one.item.id for one in drawn}
    fitting = [c for c in pool if c.item.id not in taken and any(not sheet.obstacle(variant) for variant in variants(c))]
    return tuple(card.item for card in sorted(fitting, key=lambda card: _distance(card.item, own)))


def _distance(item: Item, other: Item) -> tuple[bool, bool, int, bool, bool]:
    apart = abs(int(item.difficulty.level) - int(other.difficulty.level))
    exact = item.type == other.type and item.format == other.format and not apart
    level = item.importance.level != other.importance.level
    return (not exact, item.format != other.format, apart, item.family != other.family, level)
