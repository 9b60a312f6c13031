"""Items, a blueprint and a seed → the items that may stand together on one sheet, core facts first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from quizgen.diagnostics import QuizgenError, Span, fail
from quizgen.draw import place
from quizgen.formats import format_of
from quizgen.items import Format, Importance, Item
from quizgen.model import norm

FAMILY_SHARE = 0.35  # of a sheet, at the most, where avoidable
TYPE_SHARE = 0.1  # twice in 20
COMMON = 3  # an answer to so many questions, such as a side, is no secret: it is kept out of its own section only
DUPLICATE = 0.8  # item rule 36: the share of common words at which two stems ask the same


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


@dataclass(frozen=True, slots=True)
class _Card:
    """An item with what it takes up and prints, folded once: `printed` is every text of it, `answers` what it asks to be typed."""

    item: Item
    facts: frozenset[str]
    printed: str
    answers: frozenset[str]
    words: frozenset[str]


def _card(item: Item) -> _Card:
    free = format_of(item).is_free
    shown = () if free else (*item.key, *(text for pair in item.pairs for text in pair), *(d.text for d in item.distractors))
    printed = "|".join(f" {norm(text)} " for text in (item.stem, *shown))
    answers = frozenset(f" {folded} " for text in (*item.key, *item.accepted) if free and (folded := norm(text)))
    return _Card(item, frozenset(item.facts), printed, answers, frozenset(norm(item.stem).split()))


def _common(cards: Iterable[_Card]) -> frozenset[str]:
    """Find the answers that many questions share."""
    asked = {(answer, card.facts) for card in cards for answer in card.answers}
    return frozenset(answer for answer, count in Counter(answer for answer, _ in asked).items() if count >= COMMON)


def _asks_the_same(card: _Card, other: _Card) -> bool:
    common = len(card.words & other.words)
    return card.item.key == other.item.key and common >= DUPLICATE * len(card.words | other.words)


@dataclass(slots=True)
class _Sheet:
    """The items chosen so far, under the shares of one round."""

    n: int
    common: frozenset[str]
    cards: list[_Card] = field(default_factory=list)

    def obstacle(self, card: _Card, types: int, families: int) -> str:
        """Say what keeps a card off the sheet, or give nothing."""
        item = card.item
        if any(card.facts & other.facts for other in self.cards):
            return "rest on a fact that is asked already"
        if any(self._gives_away(card, other) or self._gives_away(other, card) for other in self.cards):
            return "would give away an answer, or be given away"
        if any(_asks_the_same(card, other) for other in self.cards):
            return "ask the same in nearly the same words"
        if item.format is Format.TRUE_FALSE and abs(self._balance() + (1 if item.key == ("True",) else -1)) > 1:
            return "would tip the balance of true and false statements"
        if sum(other.item.type == item.type for other in self.cards) >= types:
            return "are of a type that is used up"
        if sum(other.item.family == item.family for other in self.cards) >= families:
            return "are of a family that is used up"
        return ""

    def fill(self, cards: Sequence[_Card], types: int, families: int) -> None:
        """Take cards in their order while they fit."""
        for card in cards:
            if len(self.cards) < self.n and not self.obstacle(card, types, families):
                self.cards.append(card)

    def _gives_away(self, card: _Card, other: _Card) -> bool:
        """Whether one prints what the other asks (item rule 36)."""
        secret = other.answers if card.item.format is other.item.format else other.answers - self.common
        return any(answer in card.printed for answer in secret)

    def _balance(self) -> int:
        statements = [other.item.key for other in self.cards if other.item.format is Format.TRUE_FALSE]
        return sum(1 if key == ("True",) else -1 for key in statements)


def choose(items: Iterable[Item], blueprint: Blueprint, seed: str) -> tuple[Item, ...]:
    """Choose `blueprint.n` items by keyed hash: no two on one fact, none that gives another away, types and families spread.

    Core facts come first, then useful ones, then details. The shares of types and families give way, in this order, before an
    item is missing. Raises QuizgenError A101, which says what binds, if there are too few.
    """
    items = tuple(items)
    cards = sorted((_card(item) for item in eligible(items, blueprint)), key=lambda card: _turn(card.item, seed))
    sheet = _fill(cards, blueprint.n)
    if len(sheet.cards) < blueprint.n:
        sheet = max(sheet, _fill(sorted(cards, key=lambda card: len(card.facts)), blueprint.n), key=lambda s: len(s.cards))
    if len(sheet.cards) < blueprint.n:
        raise _too_few(items, blueprint, cards, sheet)
    return tuple(card.item for card in sheet.cards)


def _turn(item: Item, seed: str) -> tuple[int, int, int]:
    """Place a question by its level and hash, then its formats by theirs: many formats give a question no better chance."""
    question = "/".join((item.type, *item.facts))
    return (list(Importance).index(Importance(str(item.importance.level))), place(seed, question), place(seed, item.id))


def _fill(cards: Sequence[_Card], n: int) -> _Sheet:
    sheet = _Sheet(n, _common(cards))
    types, families = max(1, round(n * TYPE_SHARE)), max(1, int(n * FAMILY_SHARE))
    for shares in ((types, families), (2 * types, families), (n, families), (n, n)):
        sheet.fill(cards, *shares)
    return sheet


def _too_few(items: Sequence[Item], blueprint: Blueprint, cards: Sequence[_Card], sheet: _Sheet) -> QuizgenError:
    rest = [card for card in cards if card not in sheet.cards]
    if rest:
        causes = Counter(sheet.obstacle(card, blueprint.n, blueprint.n) for card in rest)
        why = f"{len(cards)} match, but {', '.join(f'{count} {cause}' for cause, count in causes.most_common())}"
    else:
        causes = Counter(left_out(items, blueprint))
        why = f"{len(cards)} of {len(items)} match"
        why += f" ({', '.join(f'{count} kept out by {cause}' for cause, count in causes.most_common())})" if causes else ""
    found = len(sheet.cards)
    hint = f'ask for {found} with "-n {found}", or ' if found else ""
    return fail(
        Span("blueprint"),
        "A101",
        f"{blueprint.n} items are asked for, but only {found} can stand together: {why}",
        f"{hint}widen --types, --families, --formats, --levels or --difficulty",
    )
