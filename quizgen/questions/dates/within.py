"""On which of several days a campaign was under way."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.historical_date import HistoricalDate, Point, of_day
from quizgen.items import Format
from quizgen.model import Campaign
from quizgen.naming import the_title, undated_name
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, each, false
from quizgen.questions.dates._days import answer, read_answer
from quizgen.questions.dates._rivals import is_settled, may_be_within
from quizgen.relations import Relation
from quizgen.world import World

OUTSIDE = "a date outside the interval"
LEAST = 5  # days; the middle of fewer is as good as an end
MARGIN = 3  # days that a wrong one lies off the ends, for the fighting may have begun the night before


def _own(campaign: Campaign) -> HistoricalDate | None:
    date = campaign.date.value if campaign.date else None
    settled = date and date.end and date.days and date.days >= LEAST and not any(end.approximate for end in date.points)
    return date if settled and is_settled(campaign) else None


def cases(world: World) -> Iterator[Case]:
    """The middle day of each campaign of five days or more; wrong: days of its year that lie before or after it."""
    for campaign, fact in each(world, Relation.START):
        date, name = _own(campaign), undated_name(campaign)
        if date and name:
            middle = of_day((date.first + date.last) // 2).start
            reach = max(MARGIN, (date.last - date.first) // 3)
            off = [date.last + reach, date.first - reach, date.last + 2 * reach, date.first - 2 * reach, date.last + 3 * reach]
            days = [of_day(day).start for day in off]
            yield Case(
                facts=(fact, *world.of(campaign, Relation.END)),
                slots={"campaign": name, "year": Point(middle.year).words()},
                key=(answer(middle),),
                pool=tuple(answer(day) for day in days if day.year == middle.year),
                explanation=f"{the_title(campaign)} lasted from {date.start.words()} to {date.points[-1].words()}.",
            )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the day lies within the campaign's dates."""
    campaign = world.campaign_named(slots["campaign"])
    date = _own(campaign)
    year = slots["year"]
    day = read_answer(option, 1 - int(year[:-3]) if year.endswith(" BC") else int(year)) if year.removesuffix(" BC").isdigit() else None
    if not date or not day or not day.is_day:
        return UNSETTLED
    if date.first <= day.first <= date.last:
        return TRUE
    if may_be_within(campaign, day):
        return UNSETTLED
    when = "began only on" if day.first < date.first else "had ended on"
    return false(OUTSIDE, f"it {when} {(date.start if day.first < date.first else date.points[-1]).words()}")


TYPE = QuestionType(
    summary="on which day the campaign was under way",
    stems={
        Format.MULTIPLE_CHOICE: (
            "On which of these days of {year} was {campaign} under way?",
            "Which of these days of {year} fell within {campaign}?",
        ),
        Format.TRUE_FALSE: ("On {option} {year}, {campaign} was under way.", "{option} {year} fell within {campaign}."),
    },
    cases=cases,
    judge=judge,
)
