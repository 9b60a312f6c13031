"""Matching events with their days."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.historical_date import of_day
from quizgen.items import Format
from quizgen.naming import the_title, undated_name
from quizgen.prose.actions import Tense
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions.dates._days import OTHER_DATE, read_day
from quizgen.questions.dates._order import by_day
from quizgen.questions.events._events import is_silent
from quizgen.world import World

LEAST = 4  # pairs
AROUND = 4  # days before the first event and after the last that may be left over


def cases(world: World) -> Iterator[Case]:
    """One case for a campaign with four days or more that have an event of their own; days without one are left over."""
    for campaign in world.campaigns:
        events = by_day(world, campaign)
        days = dict.fromkeys(date.first for _, _, date in events)
        if len(days) >= LEAST and campaign.date:
            whole = range(min(days) - AROUND, max(days) + AROUND)
            chosen = [next(entry for entry in events if entry[2].first == day) for day in days]
            yield Case(
                facts=tuple(fact for fact, _, _ in chosen),
                slots={"campaign": undated_name(campaign) or the_title(campaign)},
                key=(),
                pairs=tuple((event.caption or "", date.words()) for _, event, date in chosen),
                pool=tuple(of_day(day).words() for day in whole if day not in days),
            )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the event is told of the day; of a day to be left over, whether no event that can be asked is told of it."""
    campaign = world.campaign_named(slots["campaign"])
    day = read_day(option)
    if day is None:
        return UNSETTLED
    if "thing" not in slots:
        told = [event for event in campaign.events if event.date and event.date.overlaps(day)]
        return UNSETTLED if told else false(OTHER_DATE, "the article tells of no event on that day")
    events = world.saying(campaign, slots["thing"], Tense.PRESENT)
    if len(events) != 1 or not events[0].date or events[0].by:
        return UNSETTLED
    if events[0].date == day:
        return TRUE
    if events[0].date.overlaps(day) or not is_silent(world, campaign, events[0], day):
        return UNSETTLED
    return false(OTHER_DATE, f"it happened on {events[0].date.words()}")


TYPE = QuestionType(
    summary="match events and days",
    stems={
        Format.MATCHING: (
            "Match each event of {campaign} with its day.",
            "Give each event of {campaign} the day on which it happened.",
        ),
    },
    cases=cases,
    judge=judge,
    most=2,
)
