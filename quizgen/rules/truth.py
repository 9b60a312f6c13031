"""Rules on truth and uniqueness: the solver finds the key alone, and every distractor is disproved."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.historical_date import MONTHS
from quizgen.items import Format, Item
from quizgen.model import norm
from quizgen.relations import Fact, Relation
from quizgen.rules import rule
from quizgen.solver import expected, solve
from quizgen.world import World

FREE = (Format.CLOZE, Format.SHORT_ANSWER, Format.NUMERIC, Format.DATE)
WINNER = re.compile(r"\b(won|winner|victor|victory|defeated)\b", re.IGNORECASE)
DATE = re.compile(rf"(?:(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)})(?: \d{{1,4}})?|\d{{1,4}})(?: BC)?")
HOLDER = re.compile(r"\b(the commander of|who commanded|who led|the leader of)\b", re.IGNORECASE)


def facts_of(item: Item, world: World) -> tuple[Fact, ...]:
    """The facts that an item rests on."""
    wanted = set(item.facts)
    return tuple(fact for fact in world.facts if fact.id in wanted)


@rule(1)
def solver_finds_the_key(item: Item, world: World) -> Iterator[str]:
    """The solver, which knows the model and the text but not how the item was made, picks exactly the key."""
    solution = solve(world, item)
    if solution is None:
        yield "the solver finds no answer to the stem"
    elif solution.unsettled and item.format not in (Format.MATCHING, *FREE):
        yield f'the source does not settle "{solution.unsettled[0]}"'
    elif item.format in FREE and not set(item.key) <= set(solution.right):
        yield f'the solver does not find the key "{item.key[0]}"'
    elif item.format not in FREE and solution.right != (expected(item)):
        yield f'the solver finds "{", ".join(solution.right)}"'


@rule(2)
def distractors_are_disproved(item: Item, _world: World) -> Iterator[str]:
    """Every distractor says why it is false and on what ground."""
    for distractor in item.distractors:
        if not (distractor.why_false and distractor.ground):
            yield f'"{distractor.text}" carries no disproof'


@rule(3)
def free_answer_is_unique(item: Item, world: World) -> Iterator[str]:
    """A free answer has one right answer among all that the model knows."""
    solution = solve(world, item) if item.format in FREE else None
    own = {norm(text) for text in (*item.key, *item.accepted)}
    rivals = [text for text in solution.right if norm(text) not in own] if solution else []
    if rivals:
        yield f'"{rivals[0]}" may be right too'


@rule(4)
def settled_or_claimed(item: Item, world: World) -> Iterator[str]:
    """No disputed fact; a claim names its claimant in the stem; a hedge is carried."""
    shown = norm(" ".join((item.stem, *item.key, *(part for pair in item.pairs for part in pair))))
    for fact in facts_of(item, world):
        if fact.disputed:
            yield f'"{fact.object}" is disputed'
        if fact.claimed_by and norm(fact.claimed_by) not in shown:
            yield f'the claimant "{fact.claimed_by}" is not named'
        for hedge in (fact.hedge or "").split(", "):
            if norm(hedge) not in shown and fact.relation is Relation.EVENT:
                yield f'the hedge "{hedge}" is lost'


@rule(5)
def winner_is_named(item: Item, world: World) -> Iterator[str]:
    """A winner is asked only where the result names one."""
    if WINNER.search(item.stem) and not any(fact.relation in (Relation.RESULT, Relation.OUTCOME) for fact in facts_of(item, world)):
        yield "the result names no winner"


@rule(6)
def open_figure_asked_as_minimum(item: Item, world: World) -> Iterator[str]:
    """An open figure ("100+") is asked as a minimum, or told as "at least", with "+" in no option."""
    texts = (*item.key, *(d.text for d in item.distractors))
    if any(re.search(r"\d\+", text) for text in texts):
        yield "an option has a plus"
    for fact in facts_of(item, world):
        if re.search(r"\d\+$", fact.object) and fact.object.rstrip("+") in item.key and not re.search("minimum|at least", item.stem):
            yield f'"{fact.object}" is a minimum'


@rule(6)
def numbers_keep_apart(item: Item, _world: World) -> Iterator[str]:
    """Number distractors lie at least 15% from the key and from each other."""
    numbers = [int(text.replace(",", "")) for text in (*item.key, *(d.text for d in item.distractors)) if re.fullmatch(r"[\d,]*\d", text)]
    for i, one in enumerate(numbers):
        for other in numbers[:i]:
            if abs(one - other) < 0.15 * max(one, other):
                yield f"{one:,} and {other:,} lie within 15%"


@rule(7)
def dates_of_one_form(item: Item, _world: World) -> Iterator[str]:
    """The dates among the options are of one precision and form."""
    texts = (*item.key, *(d.text for d in item.distractors))
    if all(DATE.fullmatch(text) for text in texts):
        shapes = {re.sub(r"[A-Z][a-z]+", "M", re.sub(r"\d+", "N", text)) for text in texts}
        if len(shapes) > 1:
            yield "the dates have different forms"


@rule(41)
def holder_is_listed_not_crowned(item: Item, _world: World) -> Iterator[str]:
    """Never "the commander of" or "who led", since the lists say "a commander"."""
    if HOLDER.search(item.stem):
        yield "a listed commander is not said to be the commander"
