"""A drawn form → each rule on sheets that it breaks, found from what is printed alone, not from how it was assembled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from quizgen.assembly import Quiz
from quizgen.balance import patterns
from quizgen.clashes import Card, Deck, clash
from quizgen.filling import GUESS, KEYS, TRUE_SHARE, WRONG
from quizgen.formats import Drawn, format_of, seen
from quizgen.items import Finding, Format, Item
from quizgen.kinds import SIDE, kinds
from quizgen.model import Campaign

EVEN = 0.2  # item rule 37


def unfair(quiz: Quiz, items: Sequence[Item], campaigns: Sequence[Campaign] = ()) -> tuple[Finding, ...]:
    """Give every breach of the sheet rules 14, 22, 23, 30, 36 and 39 in a form drawn from these items, by number."""
    deck = Deck(items, campaigns)
    found = [(drawn, deck.card(seen(drawn), "")) for drawn in quiz.items]
    printed = [card for _, card in found]
    checks = ((14, _lengths(printed)), (22, _places(quiz.items)), (23, _reuse(printed)), (30, _statements(quiz.items)))
    more = ((36, _leaks(printed)), (39, (d.item.id for d in quiz.items if not format_of(d).is_sound(d))))
    return tuple(Finding(number, why) for number, breaches in (*checks, *more) for why in breaches)


def _lengths(printed: Sequence[Card]) -> Iterator[str]:
    named = [card for card in printed if card.chance]
    longest = sum(card.is_longest for card in named)
    if longest > max(1, sum(card.chance + GUESS for card in named)):
        yield f"the longest option is right {longest} times of {len(named)}"


def _places(drawn: Sequence[Drawn]) -> Iterator[str]:
    choices = [d for d in drawn if d.item.format is Format.MULTIPLE_CHOICE and isinstance(d.answer, int)]
    used = Counter(d.answer for d in choices)
    for place in range(max((len(d.options) for d in choices), default=0)):
        fair = sum(1 / len(d.options) for d in choices if place < len(d.options))
        if abs(used[place] - fair) > 1:
            yield f"option {place + 1} is right {used[place]} times, not about {fair:.1f}"
    for start, period in patterns([d.answer for d in choices if isinstance(d.answer, int)]):
        yield f"the keys repeat every {period} from choice {start + 1} on"


def _reuse(printed: Sequence[Card]) -> Iterator[str]:
    for what, most, texts in (("right", KEYS, [c.keys for c in printed]), ("wrong", WRONG, [c.wrong for c in printed])):
        counts = Counter(text for own in texts for text in own)
        yield from (f'"{text}" is {what} {count} times' for text, count in counts.items() if count > most)


def _statements(drawn: Sequence[Drawn]) -> Iterator[str]:
    claims = [d.answer for d in drawn if d.item.format is Format.TRUE_FALSE]
    true = sum(answer is True for answer in claims)
    if abs(2 * true - len(claims)) > max(1, TRUE_SHARE * len(claims)):
        yield f"{true} of {len(claims)} statements are true"


def _leaks(printed: Sequence[Card]) -> Iterator[str]:
    for one, other in combinations(printed, 2):
        if why := clash(one, other):
            yield f"{one.item.id} and {other.item.id} {why}"


def lopsided(quiz: Quiz, campaigns: Sequence[Campaign]) -> str:
    """Say by how much items of one side outnumber another's beyond a fifth of them all (item rule 37), or give nothing."""
    own = kinds([drawn.item for drawn in quiz.items], campaigns).values()
    sides = {f"{SIDE}{side.id}" for campaign in campaigns for side in campaign.sides} if len(campaigns) == 1 else set()
    counts = {side.removeprefix(SIDE): sum(side in found for found in own) for side in sorted(sides)}
    if len(counts) < 2 or max(counts.values()) - min(counts.values()) <= max(1, EVEN * sum(counts.values())):
        return ""
    return "items by side: " + ", ".join(f"{count} on side {side}" for side, count in counts.items())
