"""Rules on truth and uniqueness: the solver finds the key alone, and every distractor is disproved."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.formats import is_open
from quizgen.historical_date import MONTHS
from quizgen.items import Format, Item
from quizgen.model import Event, norm
from quizgen.naming import campaign_names, namesakes, short_title
from quizgen.prose.verbs import LASTING
from quizgen.relations import Relation
from quizgen.rules import rule
from quizgen.rules._words import campaign_of, facts_of, holds
from quizgen.solver import expected, solve
from quizgen.world import World

FREE = (Format.CLOZE, Format.SHORT_ANSWER, Format.NUMERIC, Format.DATE)
WINNER = re.compile(r"\b(won|winner|victor|victory|defeated)\b", re.IGNORECASE)
DATE = re.compile(rf"(?:(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)})(?: \d{{1,4}})?|\d{{1,4}})(?: BC)?")
HOLDER = re.compile(r"\b(the commander of|who commanded|who led|the leader of)\b", re.IGNORECASE)


@rule(1)
def solver_finds_the_key(item: Item, world: World) -> Iterator[str]:
    """The solver, which knows the model and the text but not how the item was made, picks exactly the key."""
    if is_open(item):
        return  # nothing is to be found: it is argued
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


@rule(3)
def campaign_is_the_only_one(item: Item, world: World) -> Iterator[str]:
    """The stem's name for the campaign fits no namesake that is loaded or that the article points to."""
    campaign = campaign_of(item, world)
    others = namesakes(campaign) if campaign else ()
    if campaign and others and holds(item.stem, short_title(campaign)) and not any(holds(item.stem, n) for n in campaign_names(campaign)):
        yield f'its name fits "{others[0]}" too'


@rule(4)
def settled_or_claimed(item: Item, world: World) -> Iterator[str]:
    """No disputed fact; a claim names its claimant in the stem; a hedge is carried."""
    shown = norm(" ".join((item.stem, *item.key, *(part for pair in item.pairs for part in pair))))
    for fact in facts_of(item, world):
        if fact.disputed and not is_open(item):  # an open question is on the dispute
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


@rule(5)
def degree_is_told(item: Item, world: World) -> Iterator[str]:
    """Where the result qualifies the victory ("French tactical victory"), so does the question who won."""
    campaign = campaign_of(item, world)
    degree = campaign.result.degree if campaign and campaign.result else None
    asks_winner = WINNER.search(item.stem) and any(fact.relation is Relation.RESULT for fact in facts_of(item, world))
    if degree and asks_winner and not any(holds(text, degree) for text in (item.stem, *item.key)):
        yield f'the result says "{degree}"'


@rule(7)
def lasting_deed_has_no_day(item: Item, world: World) -> Iterator[str]:
    """What goes on for days ("conducted operations", "besieged") is not asked as of one day, nor put in order."""
    for fact in facts_of(item, world):
        if isinstance(fact.leaf, Event) and fact.leaf.action in LASTING:
            yield f'"{fact.subject}" lasts or is only reported'


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
