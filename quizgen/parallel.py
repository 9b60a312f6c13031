"""Items, a blueprint and a seed → parallel forms: other facts in each, item for item of equal type, format and difficulty."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from quizgen.clashes import Card
from quizgen.diagnostics import QuizgenError, fail
from quizgen.filling import Shares, Sheet, Variants, goal, rounds
from quizgen.items import Item
from quizgen.kinds import kinds
from quizgen.model import Campaign
from quizgen.selection import Blueprint, eligible, folded

Likeness = Callable[[Item], tuple[str, ...]]


def _same_type(item: Item) -> tuple[str, ...]:
    return (item.type, item.format, str(item.difficulty.level))


def _same_family(item: Item) -> tuple[str, ...]:
    return (item.family, item.format, str(item.difficulty.level))


def pick_parallel(
    items: Iterable[Item], blueprint: Blueprint, seed: str, campaigns: Sequence[Campaign], forms: int
) -> tuple[tuple[Card, ...], ...]:
    """Pick `blueprint.n` items for each form so that no fact stands in two; items that must stand on a sheet stand on each.

    Where no item of equal type is left, one of its family, format and difficulty stands for it. Raises QuizgenError A104 where there
    are too few sets of equal items.
    """
    items = tuple(items)
    allowed = eligible(items, blueprint)
    variants, pool = folded(items, allowed, seed, campaigns)
    aim = goal(blueprint.n, kinds(allowed, campaigns), blueprint.quotas)
    sheets = tuple(Sheet(aim) for _ in range(forms))
    for card in (card for card in pool if card.item.id in blueprint.include):
        for sheet in sheets:
            sheet.add(card)
    for likeness in (_same_type, _same_family):
        for shares in rounds(blueprint.n):
            _fill(sheets, pool, shares, variants, likeness)
    if not sheets[0].is_full:
        raise _too_few(blueprint, sheets, len(allowed))
    return tuple(tuple(sheet.cards) for sheet in sheets)


def _fill(sheets: Sequence[Sheet], pool: Sequence[Card], shares: Shares, variants: Variants, likeness: Likeness) -> None:
    """Take one item for each form at a time, all of them alike."""
    groups: dict[tuple[str, ...], list[Card]] = {}
    for card in pool:
        groups.setdefault(likeness(card.item), []).append(card)
    used = {fact for sheet in sheets for card in sheet.cards for fact in card.facts}
    for card in pool:
        if sheets[0].is_full:
            return
        if row := _row(card, groups[likeness(card.item)], sheets, shares, variants, used):
            for sheet, own in zip(sheets, row, strict=True):
                sheet.add(own)
                used |= own.facts


def _row(
    card: Card, group: Sequence[Card], sheets: Sequence[Sheet], shares: Shares, variants: Variants, used: set[str]
) -> tuple[Card, ...] | None:
    """Find for each form an item like this one that fits, none on a fact of another form; None if a form gets none."""
    row: list[Card] = []
    taken = set(used)
    for sheet in sheets:
        for other in [card] if not row else group:
            fits = taken.isdisjoint(other.facts) and not sheet.is_uneven(other, shares)
            if fits and (own := next((v for v in variants(other) if not sheet.obstacle(v)), None)):
                row.append(own)
                taken |= own.facts
                break
        else:
            return None
    return tuple(row)


def _too_few(blueprint: Blueprint, sheets: Sequence[Sheet], matching: int) -> QuizgenError:
    found, forms = len(sheets[0].cards), len(sheets)
    message = (
        f"{blueprint.n} items are asked for in each of {forms} parallel forms, but only {found} have {forms - 1} like it on other facts: "
        f"{matching} match"
    )
    fewer = [f'ask for {found} with "-n {found}"'] if found else []
    hints = [*fewer, *(["fewer --forms"] if forms > 2 else []), "add --levels core,useful,detail", "leave out --parallel"]
    return fail(blueprint.place("parallel", "forms", "n"), "A104", message, ", or ".join(hints))
