"""Which of several events fell into a stretch of days: a slot of the timeline."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.historical_date import HistoricalDate
from quizgen.items import Format
from quizgen.naming import the_title, undated_name
from quizgen.prose.actions import Tense
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions.dates._days import OTHER_DATE, days_off, read_day
from quizgen.questions.dates._order import by_day
from quizgen.questions.events._events import is_silent
from quizgen.world import World

LEAST = 2  # days of a stretch


def cases(world: World) -> Iterator[Case]:
    """Each event, in the stretch that reaches from its day to the next day with an event or back to the one before."""
    for campaign in world.campaigns:
        events = by_day(world, campaign)
        days = sorted({date.first: date for _, _, date in events}.items())
        for n, (fact, event, date) in enumerate(events):
            own = next(i for i, (first, _) in enumerate(days) if first == date.first)
            start, end = days[max(0, own - n % 2)][1], days[min(len(days) - 1, own + 1 - n % 2)][1]
            if end.last - start.first + 1 >= LEAST:
                others = [(other, at) for _, other, at in events if at.before(start) or end.before(at)]
                others.sort(key=lambda entry: (abs(entry[1].first - date.first), entry[0].id))
                yield Case(
                    facts=(fact,),
                    slots={
                        "campaign": undated_name(campaign) or the_title(campaign),
                        "start": start.words(),
                        "end": end.words(),
                    },
                    key=(event.caption or "",),
                    pool=tuple(other.caption or "" for other, _ in others),
                    explanation=f"{event.caption}: {date.words()}.",
                )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the event is told of a day of the stretch; the text may veto that it is not."""
    campaign = world.campaign_named(slots["campaign"])
    start, end = read_day(slots["start"]), read_day(slots["end"])
    events = world.saying(campaign, option, Tense.PRESENT)
    if not start or not end or len(events) != 1 or not events[0].date or events[0].by:
        return UNSETTLED
    stretch, date = HistoricalDate(f"{start.edtf}/{end.edtf}"), events[0].date
    if stretch.first <= date.first and date.last <= stretch.last:
        return TRUE
    if date.overlaps(stretch) or not is_silent(world, campaign, events[0], stretch):
        return UNSETTLED
    near = start if date.before(start) else end
    return false(OTHER_DATE, f"that happened on {date.words()}, {days_off(date, near)} than {near.words()}")


TYPE = QuestionType(
    summary="what happened in a stretch of days",
    stems={
        Format.MULTIPLE_CHOICE: (
            "Which of these happened between {start} and {end}, both days counted, in {campaign}?",
            "Which of these events of {campaign} fell into the days from {start} to {end}?",
        ),
    },
    cases=cases,
    judge=judge,
)
