"""Items, what is known of them and the time → what is to be asked next: due cards first, then new ones, siblings on other days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from quizgen.draw import place
from quizgen.items import Importance, Item
from quizgen.study.schedule import Card, day_of

AHEAD = timedelta(minutes=20)  # a card that is being learnt comes so much earlier when nothing else is left


@dataclass(frozen=True, slots=True)
class Counts:
    """How many are to be repeated, are new today, and wait for another day as siblings of what is asked today."""

    due: int
    new: int
    siblings: int


@dataclass(slots=True)
class Queue:
    """What is to be asked. `cards`, `today` (the items reviewed today) and `new_left` change as reviews are made.

    Siblings are items that share a fact: of those only one is asked on a day.
    """

    items: Sequence[Item]
    cards: dict[str, Card]
    today: set[str]
    new_left: int
    seed: str = ""
    _facts: dict[str, frozenset[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Put new items in their order: core ones first, then by keyed hash."""
        self.items = sorted(self.items, key=lambda item: (_level(item), place(self.seed, item.id)))
        self._facts = {item.id: frozenset(item.facts) for item in self.items}

    def next(self, now: datetime) -> Item | None:
        """What to ask now; None if nothing is left today."""
        return next(self._waiting(now), None)

    def counts(self, now: datetime) -> Counts:
        """Count what is to be asked today, if nothing is forgotten."""
        due = [item for item in self.items if self._is_due(item, now)]
        apart = self._apart(due)
        new = [item for item in self.items if item.id not in self.cards]
        fresh = self._apart(new, apart)[: self.new_left]
        return Counts(len(apart), len(fresh), len(due) - len(apart))

    def _waiting(self, now: datetime) -> Iterator[Item]:
        due = sorted((item for item in self.items if self._is_due(item, now)), key=lambda item: self.cards[item.id].due)
        yield from self._apart([item for item in due if self.cards[item.id].is_learning])
        yield from self._apart(due)
        if self.new_left > 0:
            yield from self._apart([item for item in self.items if item.id not in self.cards])
        soon = [item for item in self.items if item.id in self.today and self._is_soon(item, now)]
        yield from sorted(soon, key=lambda item: self.cards[item.id].due)

    def _is_due(self, item: Item, now: datetime) -> bool:
        card = self.cards.get(item.id)
        if not card:
            return False
        return card.due <= now if card.is_learning else card.due < day_of(now) + timedelta(days=1)

    def _is_soon(self, item: Item, now: datetime) -> bool:
        card = self.cards.get(item.id)
        return card is not None and card.is_learning and card.due <= now + AHEAD

    def _apart(self, items: Sequence[Item], also: Sequence[Item] = ()) -> list[Item]:
        """Leave out items that share a fact with another one that is asked today."""
        taken = {fact: other for other in (*self.today, *(item.id for item in also)) for fact in self._facts.get(other, ())}
        kept = []
        for item in items:
            if all(taken.get(fact, item.id) == item.id for fact in item.facts):
                kept.append(item)
                taken |= dict.fromkeys(item.facts, item.id)
        return kept


def _level(item: Item) -> int:
    return list(Importance).index(Importance(str(item.importance.level)))
