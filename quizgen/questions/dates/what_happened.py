"""Which of several events happened on a day."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.naming import the_title, undated_name
from quizgen.prose.actions import Tense
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions.dates._days import OTHER_DATE, days_off, read_day
from quizgen.questions.events._events import datable, is_silent, within
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """Each event of one day of the campaign; wrong: events of other days, nearest first."""
    for campaign in world.campaigns:
        events = [(fact, event, date) for fact, event, date in datable(world, campaign) if within(campaign, date)]
        for fact, event, date in events:
            others = [(other, at) for _, other, at in events if at != date]
            others.sort(key=lambda entry: (abs(entry[1].first - date.first), entry[0].id))
            name = undated_name(campaign) or the_title(campaign)
            yield Case(
                facts=(fact,),
                slots={"campaign": name, "day": date.words()},
                key=(event.caption or "",),
                pool=tuple(other.caption or "" for other, _ in others),
                explanation=f"{event.caption}: {date.words()}.",
            )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the captioned event is told of the day, by the model or, as it may be, by the text."""
    campaign = world.campaign_named(slots["campaign"])
    day = read_day(slots["day"])
    events = world.saying(campaign, option, Tense.PRESENT)
    if not events or not day or any(not event.date or event.by for event in events):
        return UNSETTLED
    if any(event.date == day for event in events):
        return TRUE
    own = events[0]
    if any(event.date and event.date.overlaps(day) for event in events) or not is_silent(world, campaign, own, day):
        return UNSETTLED
    assert own.date
    return false(OTHER_DATE, f"that happened {days_off(own.date, day)}, on {own.date.words()}")


TYPE = QuestionType(
    summary="what happened on a day",
    stems={Format.MULTIPLE_CHOICE: ("Which of these happened on {day}, in {campaign}?",)},
    cases=cases,
    judge=judge,
)
