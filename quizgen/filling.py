"""Cards in their turn, and what a sheet is to hold → the cards that stand together on it: greedy by turn, then repaired.

Greedy keeps a draw stable: a card that comes or goes moves only those that it bars or makes room for. Where it leaves a sheet
short, one card at a time gives way to several.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import fsum

from quizgen.balance import NEAR
from quizgen.clashes import Card, clash
from quizgen.formats import is_open
from quizgen.items import Format
from quizgen.kinds import PHASE, SIDE

FAMILY_SHARE = 0.35  # of a sheet, at the most, where avoidable
MOST_SHARE = 0.6  # that a family may have before sides, phases and guesses between two become uneven
TYPE_SHARE = 0.1  # twice in 20
SIDE_SHARE = 0.2  # item rule 37: by how much of them all items of one side may outnumber another's, where avoidable
PHASE_SHARE = 0.5  # of the items that fall into a phase, at the most, where avoidable
HALF_SHARE = 0.35  # of items with two options, statements among them (item rule 18), at the most, where avoidable
TRUE_SHARE = 0.2  # item rule 30: 40 to 60% of the statements are true
WRONG, KEYS = 3, 2  # item rule 23: how often a string may be a distractor, and a key
OPEN = 2  # open questions on a sheet, at the most
GUESS = 0.1  # item rule 14: by how much the longest option may be right more often than a guess is
Variants = Callable[[Card], Iterable[Card]]


@dataclass(frozen=True, slots=True)
class Quota:
    """How many items of a kind (see `kinds`) a sheet is to hold, from `low` to `high`."""

    kind: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Goal:
    """What a sheet is to hold. `kinds`: those of each item by its id; `peers`: of a side or phase, all that it is balanced with.

    `is_varied`: it rather holds fewer items than more guesses between two than their share.
    """

    n: int
    kinds: Mapping[str, frozenset[str]]
    quotas: tuple[Quota, ...] = ()
    is_varied: bool = False
    peers: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shares:
    """How many of one type and of one family a sheet takes, and whether sides, phases and guesses between two are to be even."""

    types: int
    families: int
    even: bool = True


def goal(n: int, kinds: Mapping[str, frozenset[str]], quotas: tuple[Quota, ...] = (), *, is_varied: bool = False) -> Goal:
    """Make a goal; the sides of each campaign are peers, and the phases."""
    groups: dict[str, set[str]] = {}
    for kind in (kind for own in kinds.values() for kind in own if kind.startswith((SIDE, PHASE))):
        groups.setdefault(kind.rpartition("/")[0], set()).add(kind)
    return Goal(n, kinds, quotas, is_varied, {kind: frozenset(group) for group in groups.values() for kind in group})


@dataclass(slots=True)
class Sheet:
    """The cards chosen so far."""

    goal: Goal
    cards: list[Card] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    clashes: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, card: Card) -> None:
        """Put a card on the sheet."""
        self.cards.append(card)
        self.counts.update((*self.goal.kinds[card.item.id], *(f"right {t}" for t in card.keys), *(f"wrong {t}" for t in card.wrong)))
        self.counts["half"] += card.is_half
        if card.item.format is Format.TRUE_FALSE:
            self.counts[f"right {card.item.key[0]}"] += 1

    def without(self, card: Card) -> Sheet:
        """Give the sheet with one card less."""
        other = Sheet(self.goal, clashes=self.clashes)
        for kept in self.cards:
            if kept is not card:
                other.add(kept)
        return other

    @property
    def is_full(self) -> bool:
        """Whether it holds as many as it is to."""
        return len(self.cards) >= self.goal.n

    def obstacle(self, card: Card) -> str:
        """Say what keeps a card off the sheet, shares aside, or give nothing."""
        return next((self.clash(card, other) for other in self.cards if self.clash(card, other)), "") or self.limit(card)

    def barriers(self, card: Card) -> list[Card]:
        """Give the cards of the sheet that bar this one."""
        return [other for other in self.cards if self.clash(card, other)]

    def clash(self, card: Card, other: Card) -> str:
        """Say why two cards may not stand together; each pair is compared once."""
        pair = (card.name, other.name) if card.name < other.name else (other.name, card.name)
        if pair not in self.clashes:
            self.clashes[pair] = clash(card, other)
        return self.clashes[pair]

    def limit(self, card: Card) -> str:
        """Say which bound the card would break: of a quota, of true or longest keys, on how often a text is used."""
        for quota in self.goal.quotas:
            if quota.kind in self.goal.kinds[card.item.id] and self.counts[quota.kind] >= quota.high:
                return f'would go beyond the quota "{quota.kind}"'
        if any(self.counts[f"right {text}"] >= KEYS for text in card.keys):
            return "have an answer that is right twice already"
        if any(self.counts[f"wrong {text}"] >= WRONG for text in card.wrong):
            return "have a wrong option that stands there three times already"
        if card.item.format is Format.TRUE_FALSE and self._tips(card):
            return "would tip the balance of true and false statements"
        if self.goal.is_varied and self._is_one_guess_too_many(card):
            return "would make too many questions a guess between two"
        if is_open(card.item) and sum(is_open(other.item) for other in self.cards) >= OPEN:
            return "would be one open question too many"
        if self._lengthens(card):
            return "would make the longest option right too often"
        return "would have its key at a place that is right too often" * self._crowds(card)

    def _tips(self, card: Card) -> bool:
        """Whether a statement tips the balance (item rule 30), or tips it further."""
        true, false = (self.counts[f"right {word}"] for word in ("True", "False"))
        tilt = true - false + (1 if card.item.key == ("True",) else -1)
        return abs(tilt) > max(1, TRUE_SHARE * (true + false + 1)) and abs(tilt) > abs(true - false)

    def _lengthens(self, card: Card) -> bool:
        return card.is_longest and _is_too_long((*self.cards, card))

    def _is_one_guess_too_many(self, card: Card) -> bool:
        return card.is_half and self.counts["half"] >= max(1, int(HALF_SHARE * self.goal.n))

    def _crowds(self, card: Card) -> bool:
        return len(card.places) < card.size and _is_crowded((*self.cards, card))

    @property
    def is_fair(self) -> bool:
        """Whether it is still balanced after a card was taken off it."""
        true, false = (self.counts[f"right {word}"] for word in ("True", "False"))
        is_even = abs(true - false) <= max(1, TRUE_SHARE * (true + false))
        return is_even and not _is_too_long(self.cards) and not _is_crowded(self.cards)

    def is_uneven(self, card: Card, shares: Shares) -> bool:
        """Whether the card goes beyond the shares of types, families, sides or phases."""
        if self.counts[card.item.type] >= shares.types or self.counts[card.item.family] >= shares.families:
            return True
        if shares.even and self._is_one_guess_too_many(card):
            return True
        return shares.even and any(self._outnumbers(kind) for kind in self.goal.kinds[card.item.id] if kind in self.goal.peers)

    def _outnumbers(self, kind: str) -> bool:
        """Whether one item more of a side or phase is too many (item rule 37)."""
        counts = [self.counts[peer] for peer in self.goal.peers[kind]]
        if kind.startswith(PHASE):
            return self.counts[kind] + 1 > max(2, PHASE_SHARE * (sum(counts) + 1))
        return self.counts[kind] + 1 - min(counts) > max(1, SIDE_SHARE * (sum(counts) + 1))

    def fill(self, cards: Iterable[Card], shares: Shares, variants: Variants) -> list[Card]:
        """Take cards in their order while they fit and the shares allow; give those that may still fit when these are wider."""
        rest = []
        for card in cards:
            if self.is_full or self.is_uneven(card, shares):
                rest.append(card)
            elif fitting := next((variant for variant in variants(card) if not self.obstacle(variant)), None):
                self.add(fitting)
            elif not all(self.barriers(variant) for variant in variants(card)):
                rest.append(card)
        return rest


def _is_too_long(cards: Sequence[Card]) -> bool:
    """Whether the longest of named options is right more often than item rule 14 allows; once it may always be."""
    named = [card for card in cards if card.chance]
    return sum(card.is_longest for card in named) > max(1, fsum(card.chance + GUESS for card in named))


def _is_crowded(cards: Sequence[Card]) -> bool:
    """Whether, of numbers and dates, too many keys can only stand at some of the places (item rule 22)."""
    choices = [card for card in cards if card.places]
    most = max((card.size for card in choices), default=0)
    for some in (set(some) for n in range(1, most) for some in combinations(range(most), n)):
        fair = fsum(1 / card.size for card in choices for place in some if place < card.size)
        if sum(card.places <= some for card in choices if len(card.places) < card.size) > fair + NEAR * len(some):
            return True
    return False


def solve(pool: Sequence[Card], goal: Goal, variants: Variants, must: Sequence[Card] = ()) -> Sheet:
    """Fill a sheet: with the cards that it must hold, with the least that the quotas ask, then under the narrowest shares.

    Of types, sides and phases, and families, the shares give way in this order, before an item is missing.
    """
    sheet = Sheet(goal)
    for card in must:
        sheet.add(next((variant for variant in variants(card) if not sheet.barriers(variant)), card))
    rest = [card for card in pool if card not in must]
    for quota in sorted(goal.quotas, key=lambda quota: sum(quota.kind in goal.kinds[card.item.id] for card in pool)):
        rest = _serve(sheet, rest, quota, variants)
    for shares in rounds(goal.n):
        rest = sheet.fill(rest, shares, variants)
    while not sheet.is_full and (better := _exchange(sheet, pool, variants, must)):
        sheet = better
    return sheet


def rounds(n: int) -> Iterator[Shares]:
    """Give the shares of a sheet of n items, wider in each round: families grow by one; up to most of the sheet all else stays even."""
    types, family, most = max(1, round(n * TYPE_SHARE)), max(1, int(n * FAMILY_SHARE)), max(1, round(n * MOST_SHARE))
    for families in range(family, most + 1):
        yield from (Shares(types, families), Shares(2 * types, families), Shares(n, families))
    yield from (Shares(n, families, even=False) for families in range(family, n + 1))


def _serve(sheet: Sheet, cards: Sequence[Card], quota: Quota, variants: Variants) -> list[Card]:
    """Take the least that a quota asks for; give the cards that are left."""
    rest = []
    for card in cards:
        wanted = quota.kind in sheet.goal.kinds[card.item.id] and sheet.counts[quota.kind] < quota.low and not sheet.is_full
        if wanted and (fitting := next((variant for variant in variants(card) if not sheet.obstacle(variant)), None)):
            sheet.add(fitting)
        else:
            rest.append(card)
    return rest


def _exchange(sheet: Sheet, pool: Sequence[Card], variants: Variants, must: Sequence[Card]) -> Sheet | None:
    """Let one card give way to several, the last taken first; None where no card can."""
    taken, fixed = {card.item.id for card in sheet.cards}, {card.item.id for card in must}
    freed: dict[str, list[Card]] = {}
    for card in (card for card in pool if card.item.id not in taken):
        for name in {bars[0].name for variant in variants(card) if len(bars := sheet.barriers(variant)) == 1}:
            freed.setdefault(name, []).append(card)
    loose = Shares(sheet.goal.n, sheet.goal.n, even=False)
    for out in reversed(sheet.cards):
        if out.item.id in fixed or len(freed.get(out.name, ())) < 2 or _is_needed(sheet, out):
            continue
        other = sheet.without(out)
        other.fill(freed[out.name], loose, variants)
        if len(other.cards) > len(sheet.cards) and other.is_fair:
            return other
    return None


def _is_needed(sheet: Sheet, card: Card) -> bool:
    """Whether a quota would fall short without the card."""
    return any(q.kind in sheet.goal.kinds[card.item.id] and sheet.counts[q.kind] <= q.low for q in sheet.goal.quotas)
