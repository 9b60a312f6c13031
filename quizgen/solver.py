"""An item as a learner sees it → the options that hold, from the model and the article's text alone.

The solver does not know how an item was made: it reads the stem back through the type's templates and judges each option.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from quizgen.items import BLANK, Format, Item
from quizgen.model import norm
from quizgen.questions import Case, Figure, QuestionType, Slots, Verdict, read
from quizgen.questions._civil import worded
from quizgen.registry import discover
from quizgen.world import World


@dataclass(frozen=True, slots=True)
class Solution:
    """What the solver found: the right answers among the options, and the options that it cannot settle."""

    right: tuple[str, ...] = ()
    unsettled: tuple[str, ...] = ()


def types() -> dict[str, QuestionType]:
    """All question types by name ("dates.start")."""
    return discover("quizgen.questions", "TYPE", QuestionType)


def figure_of(item: Item) -> Figure:
    """Say how paper shows an item; a person's own is shown by its format."""
    kind = types().get(item.type)
    return kind.figure if kind else Figure.NONE


@lru_cache(maxsize=8)  # two rules look at the solution of one item
def solve(world: World, item: Item) -> Solution | None:
    """Solve an item; None if its stem cannot be read. Pairs come as "thing → group"; an ordering as the one right order."""
    kind = types().get(item.type)
    for slots in _readings(world, kind, item) if kind and item.format in kind.stems else ():
        solution = _solve(world, types()[item.type], item, slots)
        if solution.right:
            return solution
    return None


def is_read(world: World, item: Item) -> bool:
    """Whether a template of a known type reads the stem, so that `solve` can have an answer."""
    kind = types().get(item.type)
    return bool(kind and item.format in kind.stems) and any(True for _ in _readings(world, types()[item.type], item))


def expected(item: Item) -> tuple[str, ...]:
    """The answer that the solver must find, in the shape in which `solve` gives it."""
    if item.format in (Format.MATCHING, Format.SORTING):
        return tuple(sorted(f"{thing} → {group}" for thing, group in item.pairs))
    if item.format is Format.ORDERING:
        return item.key
    return tuple(sorted({*item.key, *item.accepted}))


def _readings(world: World, kind: QuestionType, item: Item) -> Iterator[dict[str, str]]:
    """Read the stem back through each template that fits, once for each name of a campaign that stands in it."""
    names = [name for name in world.campaign_phrases if name.casefold() in item.stem.casefold()]
    for template in kind.stems[item.format]:
        shown = template if item.format is Format.TRUE_FALSE else template.replace("{option}", BLANK)
        for name in names:
            slots = read(worded(shown, world.campaign_named(name)).replace("{campaign}", name), item.stem)
            if slots is not None:
                yield slots | {"campaign": name}


def _solve(world: World, kind: QuestionType, item: Item, slots: dict[str, str]) -> Solution:
    match item.format:
        case Format.TRUE_FALSE:
            option = slots.pop("option")
            truth = kind.judge(world, slots, option, (option,)).truth
            return Solution((str(truth),)) if truth is not None else Solution(unsettled=(option,))
        case Format.ORDERING:
            return _order(world, kind, slots, item.key)
        case Format.MATCHING | Format.SORTING:
            groups = tuple(dict.fromkeys([*(group for _, group in item.pairs), *(d.text for d in item.distractors)]))
            rows = (
                (thing, group, kind.judge(world, {**slots, "thing": thing}, group, groups)) for thing, _ in item.pairs for group in groups
            )
            return _sort((f"{thing} → {group}", verdict) for thing, group, verdict in rows)
        case Format.MULTIPLE_CHOICE | Format.MULTIPLE_RESPONSE:
            options = (*item.key, *(d.text for d in item.distractors))
        case _:
            options = _candidates(world, item, slots)
    slots.pop("option", None)
    return _sort((option, kind.judge(world, slots, option, options)) for option in dict.fromkeys(options))


def _candidates(world: World, item: Item, slots: Slots) -> tuple[str, ...]:
    """For a free answer: the item's own answers, and every answer of its type that the model holds."""
    cases = (case for case in cases_of(world, item.type) if norm(case.slots["campaign"]) == norm(slots["campaign"]))
    same = (option for case in cases for option in (*case.key, *case.accepted))
    return (*item.key, *item.accepted, *same)


@lru_cache(maxsize=128)
def cases_of(world: World, name: str) -> tuple[Case, ...]:
    """Every case of a type that the loaded campaigns give, gathered once."""
    return tuple(types()[name].cases(world))


def _order(world: World, kind: QuestionType, slots: Slots, things: tuple[str, ...]) -> Solution:
    rest, order = list(things), []
    while len(rest) > 1:
        first = [thing for thing in rest if kind.judge(world, slots, thing, tuple(rest)).truth]
        if len(first) != 1:
            return Solution(unsettled=tuple(rest))
        order.append(first[0])
        rest.remove(first[0])
    return Solution((*order, *rest))


def _sort(verdicts: Iterator[tuple[str, Verdict]]) -> Solution:
    found = list(verdicts)
    right = tuple(sorted(text for text, verdict in found if verdict.truth))
    return Solution(right, tuple(text for text, verdict in found if verdict.truth is None))
