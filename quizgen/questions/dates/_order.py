"""What the questions on the order of events share: events that are told of one day each, and which comes first."""

from __future__ import annotations

from quizgen.historical_date import HistoricalDate
from quizgen.model import Campaign, Event
from quizgen.naming import the_title
from quizgen.prose.actions import Tense
from quizgen.questions import TRUE, UNSETTLED, Slots, Verdict, false
from quizgen.questions.dates._calendar import is_mixed
from quizgen.questions.dates._days import OTHER_DATE
from quizgen.questions.events._events import datable, is_silent, within
from quizgen.relations import Fact
from quizgen.world import World


def by_day(world: World, campaign: Campaign) -> list[tuple[Fact, Event, HistoricalDate]]:
    """The campaign's own datable events in order of their days, then of their ids, so that an item hangs on no order in the model."""
    if is_mixed(campaign):
        return []
    events = (entry for entry in datable(world, campaign) if within(campaign, entry[2]))
    return sorted(events, key=lambda entry: (entry[2].first, entry[0].id))


def is_new(world: World, campaign: Campaign, event: Event, until: HistoricalDate) -> bool:
    """Whether the text is silent, up to that day, about what the event is about: else it may have happened before too."""
    start = campaign.date.value.start if campaign.date else until.start
    return is_silent(world, campaign, event, HistoricalDate(f"{min(start, until.start).edtf}/{until.points[-1].edtf}"))


def judge_first(world: World, slots: Slots, option: str, options: tuple[str, ...]) -> Verdict:
    """Whether the option lies before every other option; wrong if it lies after one, and cannot have happened before it too."""
    campaign = world.campaign_named(slots["campaign"])
    own = world.saying(campaign, option, Tense.PRESENT)
    others = [world.saying(campaign, other, Tense.PRESENT) for other in options if other != option]
    if len(own) != 1 or any(len(events) != 1 for events in others):
        return UNSETTLED
    date, rivals = own[0].date, [(events[0], events[0].date) for events in others]
    if not date or own[0].by or any(not at or event.by for event, at in rivals):
        return UNSETTLED
    if all(at and date.before(at) and is_new(world, campaign, event, date) for event, at in rivals):
        return TRUE
    earlier = [at for _, at in rivals if at and at.before(date) and is_new(world, campaign, own[0], at)]
    if not earlier:
        return UNSETTLED
    return false(OTHER_DATE, f"it happened on {date.words()}, after {min(earlier, key=lambda at: at.first).words()}")


def slots_of(campaign: Campaign) -> dict[str, str]:
    """The slots of a stem on order."""
    return {"campaign": the_title(campaign)}
