"""Items, a blueprint and a seed → the items that may stand together on one sheet, core facts first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from quizgen.clashes import Card, Deck, clash
from quizgen.diagnostics import QuizgenError, Span, fail
from quizgen.draw import place
from quizgen.filling import OPEN, Quota, Sheet, Variants, goal, solve
from quizgen.formats import is_open
from quizgen.items import Format, Importance, Item, code_of
from quizgen.kinds import kinds
from quizgen.model import Campaign

UNPRINTED = "open, on sheets only"
VARIANTS = 4  # so many choices of its options are tried for an item


@dataclass(frozen=True, slots=True)
class Blueprint:
    """What a quiz is to hold: how many items, and of which kinds; an empty tuple means all. `difficulty`: from, to.

    `quotas`: how many of a kind there are to be; `include`: the ids of items that must stand on it, whatever their kind;
    `reserve`: the ids of items that only stand in for others; `is_varied`: too few items are better than too many guesses between two.
    `is_printed`: a person marks it, so that it may hold open questions; nothing else brings one in.
    `spans`: where a recipe says so, by "KEY" or "KEY NAME".
    """

    n: int = 10
    types: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    levels: tuple[str, ...] = ("core", "useful")
    difficulty: tuple[int, int] = (1, 5)
    sensitive: bool = False
    quotas: tuple[Quota, ...] = ()
    include: tuple[str, ...] = ()
    reserve: tuple[str, ...] = ()
    is_varied: bool = False
    is_printed: bool = False
    spans: Mapping[str, Span] = field(default_factory=dict, repr=False, compare=False)

    def place(self, *keys: str) -> Span:
        """Find where a recipe has the first of these keys that it has."""
        return next((self.spans[key] for key in keys if key in self.spans), Span("blueprint"))

    def place_of(self, item: str, *keys: str) -> Span:
        """Find where a recipe names an item, by id or code, under one of these keys."""
        return self.place(*(f"{key} {name}" for key in keys for name in (item, code_of(item))), *keys)

    def excludes(self, item: Item) -> str:
        """Name what keeps an item out ("type", "level detail", "sensitive"), or give nothing."""
        low, high = self.difficulty
        if is_open(item) and not self.is_printed:
            return UNPRINTED
        if item.id in self.reserve:
            return "reserved to stand in for another"
        if item.id in self.include:
            return ""
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
    """Count the items that the blueprint keeps out, by what keeps them out: {"level detail": 40, "sensitive": 3}.

    Open questions are told of only where they are asked for: elsewhere nothing could bring them in.
    """
    causes = Counter(blueprint.excludes(item) for item in items)
    untold = () if Format.OPEN in blueprint.formats else (UNPRINTED,)
    return {cause: causes[cause] for cause in sorted(causes) if cause and cause not in untold}


def choose(items: Iterable[Item], blueprint: Blueprint, seed: str, campaigns: Sequence[Campaign] = ()) -> tuple[Item, ...]:
    """Give the items that `pick` picks."""
    return tuple(card.item for card in pick(items, blueprint, seed, campaigns))


def pick(items: Iterable[Item], blueprint: Blueprint, seed: str, campaigns: Sequence[Campaign] = ()) -> tuple[Card, ...]:
    """Pick `blueprint.n` items, each with the options that it puts, by keyed hash: nothing asked twice or given away, kinds spread.

    Core facts come first, then useful ones, then details. The shares of types, sides and families give way, in this order, before an
    item is missing. Raises QuizgenError A101, which says what binds and what to relax, if there are too few; A102 if a quota falls
    short, A103 if items that must stand on the sheet cannot stand together.
    """
    items = tuple(items)
    sheet = _sheet(items, blueprint, seed, campaigns)
    if short := next((quota for quota in blueprint.quotas if sheet.counts[quota.kind] < quota.low), None):
        raise _short_of(short, sheet, items, blueprint)
    if len(sheet.cards) < blueprint.n:
        raise _too_few(items, blueprint, seed, campaigns, sheet)
    return tuple(sheet.cards)


def _sheet(items: Sequence[Item], blueprint: Blueprint, seed: str, campaigns: Sequence[Campaign]) -> Sheet:
    allowed = eligible(items, blueprint)
    variants, pool = folded(items, allowed, seed, campaigns)
    must = [card for card in pool if card.item.id in blueprint.include]
    if (count := sum(is_open(card.item) for card in must)) > OPEN:
        message = f"{count} open questions are included, but a sheet holds {OPEN}"
        raise fail(blueprint.place_of(must[-1].item.id, "include", "own"), "A103", message, "leave the others out of include")
    for i, card in enumerate(must):
        for other in must[:i]:
            if why := clash(card, other):
                raise _at_odds(other.item, card.item, why, blueprint)
    return solve(pool, goal(blueprint.n, kinds(allowed, campaigns), blueprint.quotas, is_varied=blueprint.is_varied), variants, must)


def folded(items: Sequence[Item], allowed: Sequence[Item], seed: str, campaigns: Sequence[Campaign]) -> tuple[Variants, list[Card]]:
    """Fold the allowed ones of the items into cards in the order of their turn; also what gives every variant of a card."""
    deck = Deck(items, campaigns)

    @cache
    def variants(card: Card) -> tuple[Card, ...]:
        found = {card.put: card}
        for n in range(1, VARIANTS):
            other = deck.card(card.item, seed, n)
            found.setdefault(other.put, other)
        return tuple(found.values())

    return variants, [deck.card(item, seed) for item in sorted(allowed, key=lambda item: _turn(item, seed))]


def _turn(item: Item, seed: str) -> tuple[int, int, int, str]:
    """Place a question by its level and hash, then its formats by theirs: many formats give a question no better chance."""
    question = "/".join((item.type, *item.facts))
    return (list(Importance).index(Importance(str(item.importance.level))), place(seed, question), place(seed, item.id), item.id)


def _at_odds(item: Item, other: Item, why: str, blueprint: Blueprint) -> QuizgenError:
    message = f'"{item.id}" and "{other.id}" are both included, but {why}'
    places = (blueprint.place_of(one.id, "include", "own") for one in (item, other))
    return fail(max(places, key=lambda span: (span.line, span.column)), "A103", message, "leave one of the two out of include")


def _short_of(quota: Quota, sheet: Sheet, items: Sequence[Item], blueprint: Blueprint) -> QuizgenError:
    found, held = sheet.counts[quota.kind], sum(quota.kind in own for own in sheet.goal.kinds.values())
    message = f'the quota "{quota.kind}" asks for {quota.low} items at the least, but only {found} can stand together: {held} match'
    if not held and quota.kind not in {kind for own in kinds(items, ()).values() for kind in own}:
        hint = f"the kinds at hand are {', '.join(sorted({kind for own in sheet.goal.kinds.values() for kind in own}))}"
    else:
        hint = f"write {quota.kind}={found}, or take more in with --levels core,useful,detail"
    return fail(blueprint.place(f"quotas {quota.kind}"), "A102", message, hint)


def _too_few(items: Sequence[Item], blueprint: Blueprint, seed: str, campaigns: Sequence[Campaign], sheet: Sheet) -> QuizgenError:
    allowed, found = eligible(items, blueprint), len(sheet.cards)
    chosen = {card.item.id for card in sheet.cards}
    rest = [card for card in folded(items, allowed, seed, campaigns)[1] if card.item.id not in chosen]
    if rest:
        causes = Counter(sheet.obstacle(card) for card in rest)
        why = f"{len(allowed)} match, but {', '.join(f'{count} {cause}' for cause, count in causes.most_common())}"
    else:
        causes = Counter(left_out(items, blueprint))
        why = f"{len(allowed)} of {len(items)} match"
        why += f" ({', '.join(f'{count} kept out by {cause}' for cause, count in causes.most_common())})" if causes else ""
    message = f"{blueprint.n} items are asked for, but only {found} can stand together: {why}"
    hints = [*([f'ask for {found} with "-n {found}"'] if found else []), *_relaxed(items, blueprint, seed, campaigns, found)]
    return fail(blueprint.place("n", "pages", "sources"), "A101", message, ", or ".join(hints) or "name more sources")


RELAXATIONS: dict[str, Callable[[Blueprint], Blueprint]] = {
    "add --levels core,useful,detail": lambda b: replace(b, levels=tuple(Importance)),
    "add --sensitive": lambda b: replace(b, sensitive=True),
    "leave out --types": lambda b: replace(b, types=()),
    "leave out --families": lambda b: replace(b, families=()),
    "leave out --formats": lambda b: replace(b, formats=()),
    "leave out --difficulty": lambda b: replace(b, difficulty=(1, 5)),
    "leave out --quotas": lambda b: replace(b, quotas=()),
}


def _relaxed(items: Sequence[Item], blueprint: Blueprint, seed: str, campaigns: Sequence[Campaign], found: int) -> list[str]:
    """Try what a user can relax, each alone, and say how many could then stand."""
    told: list[str] = []
    for what, relax in RELAXATIONS.items():
        if (wider := relax(blueprint)) != blueprint:
            count = len(_sheet(items, wider, seed, campaigns).cards)
            told += [f"{what} (then {count} can stand)"] if count > found else []
    return told
