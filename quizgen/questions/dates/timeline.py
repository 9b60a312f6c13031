"""Filling in a timeline: which event belongs to each day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizgen.historical_date import HistoricalDate
from quizgen.items import Format
from quizgen.model import Campaign, Event
from quizgen.naming import undated_name, with_article
from quizgen.prose.actions import Tense
from quizgen.questions import TRUE, UNSETTLED, Case, Figure, QuestionType, Slots, Verdict, false, weighed
from quizgen.questions.dates._days import OTHER_DATE, read_day
from quizgen.questions.dates._order import by_day
from quizgen.questions.dates._statements import DEATH, Statement, may_be_told, statement_of, statements
from quizgen.questions.events._events import is_silent
from quizgen.relations import Fact
from quizgen.world import World

LEAST, MOST = 4, 8  # days with an event
OVER = 2  # events that are left over
TRIED = 20  # events of a campaign, the most important ones
BETWEEN = " | "


@dataclass(frozen=True, slots=True)
class Told:
    """An event in words, its day, and whether the text may tell of it on another day too."""

    fact: Fact | None
    text: str
    date: HistoricalDate
    may: Callable[[HistoricalDate], bool]


def _of_event(world: World, campaign: Campaign, fact: Fact | None, event: Event, date: HistoricalDate) -> Told:
    return Told(fact, event.caption or "", date, lambda day: not is_silent(world, campaign, event, day))


def _of_statement(world: World, campaign: Campaign, one: Statement) -> Told:
    return Told(one.fact, one.plain.text, one.date, lambda day: may_be_told(world, campaign, one, day))


def cases(world: World) -> Iterator[Case]:
    """One case for the events and one for the plain statements that a campaign has of more than four days; some are left over."""
    for campaign in world.campaigns:
        events = [_of_event(world, campaign, fact, event, date) for fact, event, date in by_day(world, campaign) if event.caption]
        said = (one for one in statements(world, campaign.id) if one.phase == "in" and not DEATH.search(one.plain.text))
        for told in (events, [_of_statement(world, campaign, one) for one in said]):
            fixed = _fixed(told)
            over = [one for one in fixed if not any(one.may(other.date) for other in fixed if other is not one)]
            over = over[1::2][: max(0, min(OVER, len(fixed) - LEAST))]
            shown = [one for one in fixed if one not in over]
            if over:
                days = BETWEEN.join(one.date.words() for one in shown)
                yield Case(
                    facts=tuple(one.fact for one in shown if one.fact),
                    slots={"campaign": undated_name(campaign) or with_article(campaign.title.value), "days": days},
                    key=(),
                    pairs=tuple((one.date.words(), one.text) for one in shown),
                    pool=tuple(one.text for one in over),
                )


def _fixed(told: Sequence[Told]) -> list[Told]:
    """Choose events of different days, in their order, that can be put to these days in one way only."""
    chosen = {fact.id for fact in weighed(one.fact for one in told if one.fact)[:TRIED]}
    taken: list[Told] = []
    may: dict[int, set[int]] = {}
    for one in (one for one in told if one.fact and one.fact.id in chosen):
        if len(taken) == MOST or any(other.date.overlaps(one.date) for other in taken):
            continue
        n = len(taken)
        wider = {m: places | ({n} if taken[m].may(one.date) else set()) for m, places in may.items()}
        wider[n] = {m for m, other in enumerate(taken) if one.may(other.date)}
        if _is_one_way(wider):
            may, taken = wider, [*taken, one]
    return taken


def _is_one_way(may: Mapping[int, set[int]]) -> bool:
    """Whether only the day of its own is left for each, once those that can have no other are put to theirs."""
    left = set(may)
    while free := {n for n in left if not may[n] & left}:
        left -= free
    return not left


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the event is told of the day; of an event that is left over, of any of the days."""
    campaign = world.campaign_named(slots["campaign"])
    days = [read_day(text) for text in slots.get("thing", slots.get("days", "")).split(BETWEEN)]
    told = _found(world, campaign, option)
    if told is None:
        return UNSETTLED
    if told.date in days:
        return TRUE
    if any(day is None or told.date.overlaps(day) or told.may(day) for day in days):
        return UNSETTLED
    return false(OTHER_DATE, f"it happened on {told.date.words()}")


def _found(world: World, campaign: Campaign, text: str) -> Told | None:
    """Find the one event or plain statement with these words."""
    events = world.saying(campaign, text, Tense.PRESENT)
    if len(events) == 1 and events[0].date and not events[0].by:
        return _of_event(world, campaign, None, events[0], events[0].date)
    one = statement_of(world, campaign, text) if not events else None
    return _of_statement(world, campaign, one) if one else None


TYPE = QuestionType(
    summary="fill in a timeline",
    stems={
        Format.MATCHING: (
            "Put each event in its place on the timeline of {campaign}.",
            "Give each day on the timeline of {campaign} its event.",
        ),
    },
    cases=cases,
    judge=judge,
    most=OVER,
    rows=MOST,
    figure=Figure.TIMELINE,
)
