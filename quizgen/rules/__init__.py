"""The item rules (item-rules.md), each one small function under its number; `check` runs them all over an item.

A rule: `@rule(9) def key_in_stem(item, world)` yields one sentence for each breach. To add one, write the function in
the module of its subject and a bad and a good case beside its test: truth (1–7, 41), names (8), leaks (9–11), options
(12–20), stem (24–26, 28, 29), context (27), shapes (30–38, 42). Modules that begin with an underscore hold no rules.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from quizgen.items import Finding, Item
from quizgen.world import World

Check = Callable[[Item, World], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its number in item-rules.md, whether a breach refuses the item (E) or is reported (W), and its check."""

    number: int
    refuses: bool
    check: Check


RULES: list[Rule] = []


def rule(number: int, *, refuses: bool = True) -> Callable[[Check], Check]:
    """Register a check under its rule's number; several checks may share one."""

    def register(check: Check) -> Check:
        RULES.append(Rule(number, refuses, check))
        return check

    return register


@cache
def rules() -> tuple[Rule, ...]:
    """Give every rule of this folder, by number."""
    for module in pkgutil.iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    return tuple(sorted(RULES, key=lambda rule: rule.number))


def check(item: Item, world: World, *, but: frozenset[int] = frozenset()) -> tuple[Finding, ...]:
    """Give every breach that refuses an item, by rule number; rules may be left out while an item is being put together."""
    asked = (rule for rule in rules() if rule.refuses and rule.number not in but)
    return tuple(Finding(rule.number, why) for rule in asked for why in rule.check(item, world))


def warnings(item: Item, world: World) -> tuple[Finding, ...]:
    """Give every breach that is only reported, by rule number."""
    return tuple(Finding(rule.number, why) for rule in rules() if not rule.refuses for why in rule.check(item, world))
