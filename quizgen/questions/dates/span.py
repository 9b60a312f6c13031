"""From which day to which a campaign lasted."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.historical_date import HistoricalDate, of_day
from quizgen.items import Format
from quizgen.model import Campaign
from quizgen.naming import the_title, undated_name
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, each, false
from quizgen.questions.dates._days import OTHER_DATE, answer, read_answer
from quizgen.questions.dates._ends import spans
from quizgen.questions.dates._rivals import is_settled
from quizgen.relations import Relation
from quizgen.world import World


def _own(campaign: Campaign) -> HistoricalDate | None:
    """Its date, if that is a stretch of days within one year that no sentence tells otherwise."""
    date = campaign.date.value if campaign.date else None
    if date is None or not date.end or not date.days or date.days < 2 or any(end.approximate for end in date.points):
        return None
    told = {span.points for span, lasting in spans(campaign, date.start.year) if lasting}
    return date if date.start.year == date.end.year and told <= {date.points} and is_settled(campaign) else None


def _words(first: int, last: int) -> str:
    return f"{answer(of_day(first).start)} to {answer(of_day(last).start)}"


def cases(world: World) -> Iterator[Case]:
    """Each campaign that lasted from one day to another of a year; wrong: stretches as long that lie earlier or later."""
    for campaign, fact in each(world, Relation.START):
        date, name = _own(campaign), undated_name(campaign)
        if date and name:
            step = max(1, min(date.last - date.first, 10))
            moved = [n * step for n in (1, -1, 2, -2, 3, -3)]
            year = date.start.year
            yield Case(
                facts=(fact, *world.of(campaign, Relation.END)),
                slots={"campaign": name, "year": str(year) if year > 0 else f"{1 - year} BC"},
                key=(_words(date.first, date.last),),
                pool=tuple(
                    _words(date.first + by, date.last + by)
                    for by in moved
                    if {of_day(date.first + by).start.year, of_day(date.last + by).start.year} == {year}
                ),
                explanation=f"The infobox dates {the_title(campaign)} to {date.words()}.",
            )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the option is the stretch from the first day to the last."""
    date = _own(world.campaign_named(slots["campaign"]))
    ends = [read_answer(end, date.start.year) for end in option.split(" to ")] if date else []
    if not date or len(ends) != 2 or not all(ends):
        return UNSETTLED
    if [end and end.start for end in ends] == [date.start, date.end]:
        return TRUE
    return false(OTHER_DATE, f"it lasted from {_words(date.first, date.last)}")


TYPE = QuestionType(
    summary="from which day to which the campaign lasted",
    stems={
        Format.MULTIPLE_CHOICE: (
            "From when to when in {year} did {campaign} last?",
            "Which dates in {year} does the infobox give for {campaign}?",
        ),
        Format.TRUE_FALSE: (
            "In {year}, {campaign} lasted from {option}.",
            "The infobox gives {option} {year} as the dates of {campaign}.",
        ),
    },
    cases=cases,
    judge=judge,
)
