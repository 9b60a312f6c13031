"""Items → what keeps two of them off one sheet: a common fact, an answer given away, the same question twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizgen.formats import format_of
from quizgen.items import Item
from quizgen.model import norm

COMMON = 3  # an answer to so many questions, such as a side, is no secret: it is kept out of its own section only
USUAL = 0.2  # a name in more than this share of the stems is the campaign's, not what is asked about
DUPLICATE = 0.8  # item rule 36: the share of common words at which two stems ask the same


@dataclass(frozen=True, slots=True)
class Card:
    """An item with what it takes up and prints, folded once.

    `texts`: its stem and options. `answers`: its key and all that counts as right. `secret`: of these, what no text may print even
    without the subject, in its own section and elsewhere. `subject`: the names in its stem that few other stems have.
    """

    item: Item
    facts: frozenset[str]
    texts: tuple[str, ...]
    answers: frozenset[str]
    secret: tuple[frozenset[str], frozenset[str]]
    subject: frozenset[str]


def cards(items: Sequence[Item]) -> tuple[Card, ...]:
    """Fold the items that a sheet may be drawn from."""
    usual, common = _usual(items), _common(items)
    return tuple(_card(item, usual, common) for item in items)


def clash(card: Card, other: Card) -> str:
    """Say why two items may not stand on one sheet, or give nothing."""
    if card.facts & other.facts:
        return "rest on a fact that is asked already"
    if _asks_the_same(card, other):
        return "ask the same in nearly the same words"
    return "would give away an answer, or be given away" * (_gives_away(card, other) or _gives_away(other, card))


def _card(item: Item, usual: frozenset[str], common: frozenset[str]) -> Card:
    free = format_of(item).is_free
    shown = () if free else (*item.key, *(text for pair in item.pairs for text in pair), *(d.text for d in item.distractors))
    whole = (f"{item.stem} {' '.join(item.key)}",) if not free else ()  # whoever has answered it reads the two together
    texts = tuple(f" {norm(text)} " for text in (item.stem, *shown, *whole))
    answers = _answers(item)
    secret = (answers, answers - common) if free else (frozenset[str](), frozenset[str]())
    return Card(item, frozenset(item.facts), texts, answers, secret, _names(item) - usual)


def _answers(item: Item) -> frozenset[str]:
    return frozenset(f" {folded} " for text in (*item.key, *item.accepted) if (folded := norm(text)))


def _names(item: Item) -> frozenset[str]:
    """Find the words of a stem that are capitalised or hold a digit, but for its first."""
    words = (word for word in item.stem.split()[1:] if any(c.isupper() or c.isdigit() for c in word))
    return frozenset(part for word in words for part in norm(word).split() if len(part) > 2)


def _usual(items: Iterable[Item]) -> frozenset[str]:
    """Find the names that many stems have, the campaign's own: they tell nobody what is asked."""
    stems = [_names(item) for item in items]
    counts = Counter(name for names in stems for name in names)
    campaigns = {part for item in items for part in item.campaign.split("-")}
    return frozenset(campaigns | {name for name, count in counts.items() if count > max(COMMON, USUAL * len(stems))})


def _common(items: Iterable[Item]) -> frozenset[str]:
    """Find the free answers that many questions share."""
    asked = {(answer, item.facts) for item in items if format_of(item).is_free for answer in _answers(item)}
    return frozenset(answer for answer, count in Counter(answer for answer, _ in asked).items() if count >= COMMON)


def _gives_away(card: Card, other: Card) -> bool:
    """Whether one prints what the other asks: its answer together with its subject, or its free answer alone (item rule 36)."""
    alone = other.secret[card.item.format is not other.item.format]
    return any(answer in text and (answer in alone or _is_about(text, other)) for answer in other.answers for text in card.texts)


def _is_about(text: str, card: Card) -> bool:
    """Whether a text names something that an item asks about."""
    return not card.subject.isdisjoint(text.split())


def _asks_the_same(card: Card, other: Card) -> bool:
    ours, theirs = ({*found.texts[0].split()} for found in (card, other))
    return card.item.key == other.item.key and len(ours & theirs) >= DUPLICATE * len(ours | theirs)
