"""The item rules (item-rules.md), each one small function under its number; `check` runs them all over an item.

A rule: `@rule(9) def key_in_stem(item, world)` yields one sentence for each breach; `@sheet_rule(22)` looks at a drawn sheet.
To add one, write the function in the module of its subject, an example in `examples.py`, and a bad and a good case beside its test:

truth     1–3, 4 (disputes, hedges), 5, 7, 41       options   12–16, 20, 22        stem      24–26, 28, 29
figures   4 (figures told whole), 6                 kinds     17–19              context   27
names     8                                         leaks     9–11               shapes    30–35, 38–40, 42
sheet     14, 21–23, 25, 30, 36, 37, 39, 42 over a whole sheet

Modules that begin with an underscore hold no rules.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from quizgen.formats import Drawn
from quizgen.items import Finding, Item
from quizgen.world import World

Check = Callable[[Item, World], Iterator[str]]
SheetCheck = Callable[[Sequence[Drawn], World], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its number in item-rules.md, whether a breach refuses the item (E) or is reported (W), and its check."""

    number: int
    refuses: bool
    check: Check


@dataclass(frozen=True, slots=True)
class SheetRule:
    """One rule on a sheet as drawn: its number, whether a breach refuses the sheet or is reported, and its check."""

    number: int
    refuses: bool
    check: SheetCheck


LONGEST = 1_000  # characters of one text of an item
RULES: list[Rule] = []
SHEET_RULES: list[SheetRule] = []


def rule(number: int, *, refuses: bool = True) -> Callable[[Check], Check]:
    """Register a check under its rule's number; several checks may share one."""

    def register(check: Check) -> Check:
        RULES.append(Rule(number, refuses, check))
        return check

    return register


def sheet_rule(number: int, *, refuses: bool = True) -> Callable[[SheetCheck], SheetCheck]:
    """Register a check of a whole sheet under its rule's number."""

    def register(check: SheetCheck) -> SheetCheck:
        SHEET_RULES.append(SheetRule(number, refuses, check))
        return check

    return register


@cache
def sheet_rules() -> tuple[SheetRule, ...]:
    """Give every rule on sheets, by number."""
    rules()
    return tuple(sorted(SHEET_RULES, key=lambda rule: rule.number))


@cache
def rules() -> tuple[Rule, ...]:
    """Give every rule of this folder, by number."""
    for module in pkgutil.iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    return tuple(sorted(RULES, key=lambda rule: rule.number))


def check(item: Item, world: World, *, but: frozenset[int] = frozenset()) -> tuple[Finding, ...]:
    """Give every breach that refuses an item, by rule number; rules may be left out while an item is being put together."""
    return tuple(found(item, world, but))


def found(item: Item, world: World, but: frozenset[int]) -> Iterator[Finding]:
    """Look for breaches that refuse an item, one by one."""
    if any(len(text) > LONGEST for text in (item.stem, *item.key, *item.accepted, *(wrong.text for wrong in item.distractors))):
        yield Finding(26, f"a text of it has over {LONGEST} characters")
        return  # and no other rule has to bear it
    asked = (rule for rule in rules() if rule.refuses and rule.number not in but)
    yield from (Finding(rule.number, why) for rule in asked for why in rule.check(item, world))


def warnings(item: Item, world: World) -> tuple[Finding, ...]:
    """Give every breach that is only reported, by rule number."""
    return tuple(Finding(rule.number, why) for rule in rules() if not rule.refuses for why in rule.check(item, world))


def check_sheet(sheet: Sequence[Drawn], world: World) -> tuple[Finding, ...]:
    """Give every breach of a drawn sheet that refuses it, by rule number."""
    return tuple(Finding(rule.number, why) for rule in sheet_rules() if rule.refuses for why in rule.check(sheet, world))


def warn_sheet(sheet: Sequence[Drawn], world: World) -> tuple[Finding, ...]:
    """Give what is only reported of a drawn sheet: of its items by their rules, and of the whole, by rule number."""
    found = [Finding(f.rule, f"{drawn.item.code}: {f.why}") for drawn in sheet for f in warnings(drawn.item, world)]
    found += (Finding(rule.number, why) for rule in sheet_rules() if not rule.refuses for why in rule.check(sheet, world))
    return tuple(sorted(found, key=lambda finding: finding.rule))
