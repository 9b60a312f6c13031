"""Items → what keeps two of them off one sheet: a common fact, an answer given away, the same question twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizgen.formats import draw, format_of, is_open, narrow
from quizgen.items import Format, Item
from quizgen.model import Campaign, norm
from quizgen.naming import side_name, side_phrase
from quizgen.notation import in_order

COMMON = 3  # an answer to so many questions, such as a side, is no secret: it is kept out of its own section only
USUAL = 0.2  # a name in more than this share of the stems is the campaign's, not what is asked about
DUPLICATE = 0.8  # item rule 36: the share of common words at which two stems ask the same
CLOSED = 3  # options that stand together so few under different keys are a closed set (item rule 23)


@dataclass(frozen=True, slots=True, eq=False)
class Card:
    """An item with what it takes up and prints, folded once; `put` is the item with those of its options that the sheet prints.

    `name`: the item's id and, of the ways to choose its options, which one it is. `texts`: its stem and options. `answers`: its key
    and all that counts as right. `secret`: of these, what no text may print even without the subject, in its own section and
    elsewhere. `subject`: the names in its stem that few other stems have.
    `keys`, `wrong`: printed strings that count as key and as distractor, closed sets left out (item rule 23). `chance`: of a guess
    among options that are no figures or dates, else 0; `is_longest`: the key is the longest of them (item rule 14).
    `places`: where among its `size` options the key can stand (item rule 22).
    """

    name: str
    item: Item
    put: Item
    facts: frozenset[str]
    words: frozenset[str]
    texts: tuple[str, ...]
    answers: frozenset[str]
    secret: tuple[frozenset[str], frozenset[str]]
    subject: frozenset[str]
    keys: frozenset[str]
    wrong: frozenset[str]
    chance: float
    is_longest: bool
    places: frozenset[int]
    size: int

    @property
    def is_half(self) -> bool:
        """Whether a guess is right every other time."""
        return self.size == 2 or self.item.format is Format.TRUE_FALSE


class Deck:
    """The items that a sheet may be drawn from, with what is known of them all: usual names, common answers, closed sets."""

    def __init__(self, items: Sequence[Item], campaigns: Iterable[Campaign] = ()) -> None:
        self.usual, self.common = _usual(items), _common(items)
        sides = {name for c in campaigns for side in c.sides for name in (side_name(side), side_phrase(side))}
        self.closed = _closed(items) | frozenset(map(norm, sides))

    def card(self, item: Item, seed: str, variant: int = 0) -> Card:
        """Fold an item with the options that it puts under this seed; a variant puts others."""
        put = narrow(item, f"{seed}/{variant}" if variant else seed)
        places, free, claim = format_of(item).slots(put), format_of(item).is_free, item.format is Format.TRUE_FALSE
        wrong = tuple(d.text for d in put.distractors)
        argued = is_open(item)  # its key are notes, which no learner sees
        shown = () if free or claim or argued else (*put.key, *(text for pair in put.pairs for text in pair), *wrong)
        whole = (f"{item.stem} {' '.join(put.key)}",) if not free | claim | argued else ()  # whoever has answered it reads the two together
        answers = frozenset[str]() if claim or argued else _answers(item)
        secret = frozenset(answer for answer in answers if free and not _is_figure(answer))
        named = put.format is Format.MULTIPLE_CHOICE and len(put.key) == 1 and bool(wrong) and not in_order((*put.key, *wrong))
        return Card(
            f"{item.id} {variant}",
            item,
            put,
            frozenset(item.facts),
            frozenset(norm(item.stem).split()),
            tuple(f" {norm(text)} " for text in (item.stem, *shown, *whole)),
            answers,
            (secret, secret - self.common - {f" {text} " for text in self.closed}),
            _names(item) - self.usual,
            self._open(() if argued else (*put.key, *(response for _, response in put.pairs if put.format is Format.MATCHING))),
            self._open(() if free else wrong),
            1 / (1 + len(wrong)) if named else 0,
            named and len(put.key[0]) > max(map(len, wrong)),
            frozenset(places),
            len(draw(put, seed).options) if places else 0,
        )

    def _open(self, texts: Iterable[str]) -> frozenset[str]:
        return frozenset(norm(text) for text in texts) - self.closed


def clash(card: Card, other: Card) -> str:
    """Say why two items may not stand on one sheet, or give nothing."""
    if card.facts & other.facts:
        return "rest on a fact that is asked already"
    if card.texts[0] == other.texts[0] and not {*card.texts[1:]}.isdisjoint(other.texts[1:]):
        return "put the same thing to the same question"  # of two odd ones out, each tells on which side the other's things stand
    if _asks_the_same(card, other):
        return "ask the same in nearly the same words"
    return "would give away an answer, or be given away" * (_gives_away(card, other) or _gives_away(other, card))


def _answers(item: Item) -> frozenset[str]:
    return frozenset(f" {folded} " for text in (*item.key, *item.accepted) if (folded := norm(text)))


def _is_figure(answer: str) -> bool:
    """Whether it is a number so short that it stands in dates and names too."""
    return answer.strip().isdigit() and len(answer.strip()) < 3


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


def _closed(items: Iterable[Item]) -> frozenset[str]:
    """Find the texts of closed sets: true and false, the groups of a sorting, two options, or three that have several keys."""
    sets: dict[frozenset[str], set[str]] = {}
    closed = {"true", "false", *(norm(group) for item in items if item.format is Format.SORTING for _, group in item.pairs)}
    for item in items:
        options = frozenset(norm(text) for text in (*item.key, *(d.text for d in item.distractors)))
        if item.format is Format.MULTIPLE_CHOICE and len(options) <= CLOSED:
            sets.setdefault(options, set()).update(item.key)
    return frozenset(closed.union(*(options for options, keys in sets.items() if len(options) < CLOSED or len(keys) > 1)))


def _gives_away(card: Card, other: Card) -> bool:
    """Whether one prints what the other asks: its answer together with its subject, or its free answer alone (item rule 36)."""
    alone = other.secret[card.item.format is not other.item.format]
    return any(answer in text and (answer in alone or _is_about(text, other)) for answer in other.answers for text in card.texts)


def _is_about(text: str, card: Card) -> bool:
    """Whether a text names something that an item asks about."""
    return not card.subject.isdisjoint(text.split())


def _asks_the_same(card: Card, other: Card) -> bool:
    return card.item.key == other.item.key and len(card.words & other.words) >= DUPLICATE * len(card.words | other.words)
