"""Items, a blueprint and a seed → the items that may stand together on one sheet, core facts first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from quizgen.clashes import Card, cards, clash
from quizgen.diagnostics import QuizgenError, Span, fail
from quizgen.draw import place
from quizgen.items import Format, Importance, Item

FAMILY_SHARE = 0.35  # of a sheet, at the most, where avoidable
TYPE_SHARE = 0.1  # twice in 20


@dataclass(frozen=True, slots=True)
class Blueprint:
    """What a quiz is to hold: how many items, and of which kinds; an empty tuple means all. `difficulty`: from, to."""

    n: int = 10
    types: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    levels: tuple[str, ...] = ("core", "useful")
    difficulty: tuple[int, int] = (1, 5)
    sensitive: bool = False

    def excludes(self, item: Item) -> str:
        """Name what keeps an item out ("type", "level detail", "sensitive"), or give nothing."""
        low, high = self.difficulty
        if self.types and item.type not in self.types:
            return "type"
        if self.families and item.family not in self.families:
            return "family"
        if self.formats and item.format not in self.formats:
            return "format"
        if not low <= int(item.difficulty.level) <= high:
            return "difficulty"
        if item.importance.level not in self.levels:
            return f"level {item.importance.level}"
        return "sensitive" if item.sensitive and not self.sensitive else ""


def eligible(items: Iterable[Item], blueprint: Blueprint) -> tuple[Item, ...]:
    """Give the items of the kinds that the blueprint asks for, in their order."""
    return tuple(item for item in items if not blueprint.excludes(item))


def left_out(items: Iterable[Item], blueprint: Blueprint) -> Mapping[str, int]:
    """Count the items that the blueprint keeps out, by what keeps them out: {"level detail": 40, "sensitive": 3}."""
    causes = Counter(blueprint.excludes(item) for item in items)
    return {cause: causes[cause] for cause in sorted(causes) if cause}


@dataclass(slots=True)
class _Sheet:
    """The items chosen so far, under the shares of one round."""

    n: int
    cards: list[Card] = field(default_factory=list)

    def fill(self, cards: Sequence[Card], types: int, families: int) -> list[Card]:
        """Take cards in their order while they fit and the shares allow; give those that may still fit when these are wider."""
        rest = []
        for card in cards:
            if len(self.cards) == self.n or self.conflict(card):
                continue
            if self._tips(card.item) or self._is_used_up(card.item, types, families):
                rest.append(card)
            else:
                self.cards.append(card)
        return rest

    def obstacle(self, card: Card) -> str:
        """Say what keeps a card off the sheet, shares aside, or give nothing."""
        return self.conflict(card) or "would tip the balance of true and false statements" * self._tips(card.item)

    def conflict(self, card: Card) -> str:
        """Say which card of the sheet bars this one for good, and how."""
        return next(filter(None, (clash(card, other) for other in self.cards)), "")

    def _tips(self, item: Item) -> bool:
        """Whether a statement would put the true ones two ahead of the false ones, or behind (item rule 30)."""
        statements = [item.key, *(other.item.key for other in self.cards if other.item.format is Format.TRUE_FALSE)]
        return item.format is Format.TRUE_FALSE and abs(sum(1 if key == ("True",) else -1 for key in statements)) > 1

    def _is_used_up(self, item: Item, types: int, families: int) -> bool:
        of_type = sum(other.item.type == item.type for other in self.cards)
        return of_type >= types or sum(other.item.family == item.family for other in self.cards) >= families


def choose(items: Iterable[Item], blueprint: Blueprint, seed: str) -> tuple[Item, ...]:
    """Choose `blueprint.n` items by keyed hash: no two on one fact, none that gives another away, types and families spread.

    Core facts come first, then useful ones, then details. The shares of types and families give way, in this order, before an
    item is missing. Raises QuizgenError A101, which says what binds, if there are too few.
    """
    items = tuple(items)
    pool = sorted(cards(eligible(items, blueprint)), key=lambda card: _turn(card.item, seed))
    sheet = _fill(pool, blueprint.n)
    if len(sheet.cards) < blueprint.n:
        sheet = max(sheet, _fill(sorted(pool, key=lambda card: len(card.facts)), blueprint.n), key=lambda s: len(s.cards))
    if len(sheet.cards) < blueprint.n:
        raise _too_few(items, blueprint, pool, sheet)
    return tuple(card.item for card in sheet.cards)


def _turn(item: Item, seed: str) -> tuple[int, int, int]:
    """Place a question by its level and hash, then its formats by theirs: many formats give a question no better chance."""
    question = "/".join((item.type, *item.facts))
    return (list(Importance).index(Importance(str(item.importance.level))), place(seed, question), place(seed, item.id))


def _fill(pool: Sequence[Card], n: int) -> _Sheet:
    """Fill a sheet under the narrowest shares that suffice, a family's growing item by item."""
    sheet = _Sheet(n)
    types, family = max(1, round(n * TYPE_SHARE)), max(1, int(n * FAMILY_SHARE))
    for families in range(family, n + 1):
        for of_type in (types, 2 * types, n):
            pool = sheet.fill(pool, of_type, families)
    return sheet


def _too_few(items: Sequence[Item], blueprint: Blueprint, pool: Sequence[Card], sheet: _Sheet) -> QuizgenError:
    rest = [card for card in pool if card not in sheet.cards]
    if rest:
        causes = Counter(sheet.obstacle(card) for card in rest)
        why = f"{len(pool)} match, but {', '.join(f'{count} {cause}' for cause, count in causes.most_common())}"
    else:
        causes = Counter(left_out(items, blueprint))
        why = f"{len(pool)} of {len(items)} match"
        why += f" ({', '.join(f'{count} kept out by {cause}' for cause, count in causes.most_common())})" if causes else ""
    found = len(sheet.cards)
    hint = f'ask for {found} with "-n {found}", or ' if found else ""
    return fail(
        Span("blueprint"),
        "A101",
        f"{blueprint.n} items are asked for, but only {found} can stand together: {why}",
        f"{hint}widen --types, --families, --formats, --levels or --difficulty",
    )
