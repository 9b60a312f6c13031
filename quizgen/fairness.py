"""A drawn form → each rule on sheets that it breaks, found from what is printed alone, not from how it was assembled.

`rules.sheet` says what no sheet may do; this is stricter, as assembly can keep more: ±1 at each place, no cycles, nothing told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations, groupby
from math import fsum

from quizgen.assembly import Quiz
from quizgen.balance import patterns
from quizgen.clashes import Card, Deck, clash
from quizgen.filling import GUESS, SIDE_SHARE
from quizgen.formats import Drawn, seen
from quizgen.items import Finding, Format, Item
from quizgen.kinds import SIDE, kinds
from quizgen.model import Campaign
from quizgen.rules import check_sheet, warn_sheet
from quizgen.world import load


def unfair(quiz: Quiz, items: Sequence[Item], campaigns: Sequence[Campaign] = ()) -> tuple[Finding, ...]:
    """Give every breach of the rules on sheets in a form drawn from these items, by number."""
    deck = Deck(items, campaigns)
    printed = [deck.card(seen(drawn), "") for drawn in quiz.items]
    checks = ((14, _lengths(printed)), (22, _places(quiz.items)), (36, _leaks(printed)))
    found = [Finding(number, why) for number, breaches in checks for why in breaches]
    return tuple(sorted((*found, *check_sheet(quiz.items, load(*campaigns))), key=lambda finding: finding.rule))


def _lengths(printed: Sequence[Card]) -> Iterator[str]:
    named = [card for card in printed if card.chance]
    longest = sum(card.is_longest for card in named)
    if longest > max(1, fsum(card.chance + GUESS for card in named)):
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


def _leaks(printed: Sequence[Card]) -> Iterator[str]:
    for one, other in combinations(printed, 2):
        if why := clash(one, other):
            yield f"{one.item.id} and {other.item.id} {why}"


def lopsided(quiz: Quiz, campaigns: Sequence[Campaign]) -> str:
    """Say by how much items of one side outnumber another's beyond a fifth of them all (item rule 37), or give nothing."""
    own = kinds([drawn.item for drawn in quiz.items], campaigns).values()
    sides = {f"{SIDE}{side.id}" for campaign in campaigns for side in campaign.sides} if len(campaigns) == 1 else set()
    counts = {side.removeprefix(SIDE): sum(side in found for found in own) for side in sorted(sides)}
    if len(counts) < 2 or max(counts.values()) - min(counts.values()) <= max(1, SIDE_SHARE * sum(counts.values())):
        return ""
    return "items by side: " + ", ".join(f"{count} on side {side}" for side, count in counts.items())


def warned(forms: Iterable[Quiz], campaigns: Sequence[Campaign], but: Collection[int] = ()) -> tuple[str, ...]:
    """Say which rules forms are only warned of, all but those numbers: a line each with its first breach, "Q26: … (and 2 more)"."""
    world = load(*campaigns)
    found = sorted({f for quiz in forms for f in warn_sheet(quiz.items, world) if f.rule not in but}, key=lambda f: (f.rule, f.why))
    rules = [(number, [finding.why for finding in group]) for number, group in groupby(found, key=lambda finding: finding.rule)]
    return tuple(f"Q{number}: {why[0]}" + f" (and {len(why) - 1} more)" * (len(why) > 1) for number, why in rules)


def balance(forms: Sequence[Quiz]) -> str:
    """Compare parallel forms in a table of Markdown: points, mean difficulty, and how many items of each kind a form has."""
    names = [quiz.form or "A" for quiz in forms]
    rows = [("items", [str(len(quiz.items)) for quiz in forms]), ("points", [str(quiz.points) for quiz in forms])]
    rows += [("mean difficulty", [f"{sum(int(d.item.difficulty.level) for d in q.items) / len(q.items):.2f}" for q in forms])]
    counts = [
        Counter(kind for d in q.items for kind in (f"difficulty {d.item.difficulty.level}", d.item.format, d.item.type)) for q in forms
    ]
    rows += [(kind, [str(count[kind]) for count in counts]) for kind in sorted({kind for count in counts for kind in count})]
    facts = [{fact for d in quiz.items for fact in d.item.facts} for quiz in forms]
    shared = len(set.intersection(*facts))
    head = f"| | {' | '.join(f'form {name}' for name in names)} |\n|---|{'---:|' * len(names)}\n"
    return head + "".join(f"| {name} | {' | '.join(cells)} |\n" for name, cells in rows) + f"\nFacts that all forms ask: {shared}.\n"
