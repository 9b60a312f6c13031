"""What the questions on the order of events share: events that are told of one day each, and which comes first."""

from __future__ import annotations

from quizgen.model import Campaign, Event
from quizgen.naming import with_article
from quizgen.questions import TRUE, UNSETTLED, Slots, Verdict, false
from quizgen.questions.dates._days import OTHER_DATE
from quizgen.questions.events._events import askable, captioned
from quizgen.relations import Fact
from quizgen.world import World


def one_a_day(world: World, campaign: Campaign) -> list[tuple[Fact, Event]]:
    """The first askable event of each day, in order of the days."""
    days: dict[int, tuple[Fact, Event]] = {}
    for fact, event, date in askable(world, campaign):
        days.setdefault(date.first, (fact, event))
    return [days[day] for day in sorted(days)]


def judge_first(world: World, slots: Slots, option: str, options: tuple[str, ...]) -> Verdict:
    """Whether the option lies before every other option, at the precision stored."""
    campaign = world.campaign_named(slots["campaign"])
    own = captioned(world, campaign, option)
    others = [captioned(world, campaign, other) for other in options if other != option]
    if len(own) != 1 or any(len(events) != 1 for events in others):
        return UNSETTLED
    date = own[0].date
    dates = [events[0].date for events in others]
    if not date or own[0].by or None in dates:
        return UNSETTLED
    if all(date.before(other) for other in dates if other):
        return TRUE
    earlier = [other for other in dates if other and other.before(date)]
    return (
        false(OTHER_DATE, f"it happened on {date.words()}, after {min(earlier, key=lambda d: d.first).words()}") if earlier else UNSETTLED
    )


def slots_of(campaign: Campaign) -> dict[str, str]:
    """The slots of a stem on order."""
    return {"campaign": with_article(campaign.title.value)}
