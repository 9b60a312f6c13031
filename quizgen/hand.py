"""What a teacher changes of the items: some included, excluded, reworded or exchanged, and own ones → the items to choose from.

What a person words passes every rule but 38, which asks where in the source it stands, and rule 1 where no template reads the stem.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from quizgen.diagnostics import Diagnostic, QuizgenError, Span, error
from quizgen.items import Item, code_of
from quizgen.model import Campaign
from quizgen.rules import check
from quizgen.solver import is_read, types
from quizgen.world import World, load
from quizgen.yamlnodes import suggestion

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Hand:
    """A teacher's changes; items are named by their id or by the code on paper.

    `include`: on the sheet in any case; `exclude`: (item, reason); `reword`: (item, stem); `swap`: (item, the one in its place);
    `own`: items that are always included. `spans`: where each name stands, by "KEY NAME".
    """

    include: tuple[str, ...] = ()
    exclude: Pairs = ()
    reword: Pairs = ()
    swap: Pairs = ()
    own: tuple[Item, ...] = ()
    spans: Mapping[str, Span] = field(default_factory=dict, repr=False, compare=False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is changed."""
        return not (self.include or self.exclude or self.reword or self.swap or self.own)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The items to choose from, the ids of those that must be chosen, and what stands in the place of what."""

    items: tuple[Item, ...]
    include: tuple[str, ...] = ()
    swap: Mapping[str, str] = field(default_factory=dict)


def apply(hand: Hand, items: Iterable[Item], campaigns: Sequence[Campaign]) -> Chosen:
    """Change the items as a teacher wants them.

    Raises QuizgenError with everything wrong: P105 a name that no item has, P107 a wording that breaks a rule, P108 an item that is
    wanted and not wanted.
    """
    items = tuple(items)
    if hand.is_empty:
        return Chosen(items)
    ids = names((*items, *hand.own))
    problems = [*_unknown(hand, ids), *_at_odds(hand, ids)]
    if problems:
        raise QuizgenError(problems)
    world = load(*campaigns)
    out, stems = {ids[name] for name, _ in hand.exclude}, {ids[name]: stem for name, stem in hand.reword}
    own = tuple(replace(item, campaign=item.campaign or campaigns[0].id) for item in hand.own) if campaigns else hand.own
    kept = tuple(replace(item, stem=stems.get(item.id, item.stem)) for item in items if item.id not in out)
    problems = [p for item in kept if item.id in stems for p in _breaches(item, world, hand)]
    problems += [p for item in own for p in _breaches(item, world, hand)]
    if problems:
        raise QuizgenError(problems)
    must = (*(ids[name] for name in hand.include), *(item.id for item in own))
    return Chosen((*kept, *own), tuple(dict.fromkeys(must)), {ids[old]: ids[new] for old, new in hand.swap})


def names(items: Iterable[Item]) -> dict[str, str]:
    """Give the id of every item by its id and by its code; a code that two items share names neither."""
    ids = [item.id for item in items]
    codes = Counter(code_of(id_) for id_ in ids)
    return {code_of(id_): id_ for id_ in ids if codes[code_of(id_)] == 1} | {id_: id_ for id_ in ids}


def _named(hand: Hand) -> Iterator[tuple[str, str]]:
    """Give every name of an item with the key that it stands under."""
    yield from (("include", name) for name in hand.include)
    for key, pairs in (("exclude", hand.exclude), ("reword", hand.reword), ("swap", hand.swap)):
        yield from ((key, name) for name, _ in pairs)
    yield from (("swap", name) for _, name in hand.swap)


def _span(hand: Hand, key: str, name: str) -> Span:
    return hand.spans.get(f"{key} {name}", Span("recipe"))


def _unknown(hand: Hand, ids: Mapping[str, str]) -> Iterator[Diagnostic]:
    for key, name in _named(hand):
        if name not in ids:
            hint = suggestion(name, ids) if "/" in name else ""
            yield error(_span(hand, key, name), "P105", f'no item has the id "{name}"', hint or "quizgen items lists the ids")


def _at_odds(hand: Hand, ids: Mapping[str, str]) -> Iterator[Diagnostic]:
    out = {ids.get(name) for name, _ in hand.exclude}
    for key, name in _named(hand):
        if key != "exclude" and ids.get(name) in out and name in ids:
            message = f'"{name}" stands under {key} and under exclude'
            yield error(_span(hand, key, name), "P108", message, "take it out of one of the two")


def _breaches(item: Item, world: World, hand: Hand) -> Iterator[Diagnostic]:
    """What a person's wording breaks; what a template of any type reads is solved too."""
    is_own = item in hand.own or item.id.startswith("own/")
    read = next((name for name in (types() if is_own else (item.type,)) if is_read(world, replace(item, type=name))), "")
    but = frozenset({38}) if read else frozenset({1, 38})
    key = "own" if is_own else "reword"
    names = [name for name, _ in hand.reword if name in (item.id, item.code)] or [item.id]
    for finding in check(replace(item, type=read or item.type), world, but=but):
        message = f'"{item.stem[:60]}" breaks rule {finding.rule}: {finding.why}'
        yield error(_span(hand, key, names[0]), "P107", message, f"word it otherwise; quizgen explain Q{finding.rule} says more")
