"""The item rules (item-rules.md), each one small function under its number; `check` runs them all over an item.

A rule: `@rule(9) def key_in_stem(item, world)` yields one sentence for each breach. To add one, write the function in
the module of its subject (truth, leaks, options, stem, shapes) and a bad and a good case beside its test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

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
