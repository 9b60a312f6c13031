"""What asking for the year and for the month of a campaign share: that both ends lie in it."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.historical_date import HistoricalDate, Point
from quizgen.items import Format
from quizgen.model import Campaign
from quizgen.naming import short_title, the_title, undated_name
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, each
from quizgen.questions.dates._calendar import is_unreformed, listed, style
from quizgen.questions.dates._days import answer, compare, neighbours, read_answer
from quizgen.questions.dates._rivals import is_hedged, others
from quizgen.relations import Relation
from quizgen.world import World


def _holding(campaign: Campaign, *, is_year: bool) -> Point | None:
    """The year or month that holds both ends, of a campaign whose ends are given more closely than that."""
    date = campaign.date.value if campaign.date else None
    if is_year and short_title(campaign) != campaign.title.value:
        return None  # without its year such a title fits its siblings too
    if date is None or not date.points or (is_hedged(campaign) and not is_year) or any(end.approximate for end in date.points):
        return None
    first, last = date.points[0], date.points[-1]
    closer = all(end.month if is_year else end.day for end in (first, last))
    if not closer or (date.is_interval and not date.end) or first.year != last.year:
        return None
    if is_year:
        return Point(first.year)
    return Point(first.year, first.month) if first.month == last.month else None


def _told(campaign: Campaign) -> frozenset[HistoricalDate]:
    """The days on which the prose, or a note, has it begin or end otherwise than the infobox."""
    by_calendar = listed(campaign) if is_unreformed(campaign) else frozenset()
    return others(campaign, Relation.START) | others(campaign, Relation.END) | by_calendar


def ask_whole(unit: str) -> QuestionType:
    """Make the type that asks in which year, or in which month of a year, a campaign took place."""
    is_year = unit == "year"

    def cases(world: World) -> Iterator[Case]:
        for campaign, fact in each(world, Relation.START):
            own, date = _holding(campaign, is_year=is_year), campaign.date
            name = undated_name(campaign, year=not is_year)
            if own and date and name:
                is_by_box = not all(day.overlaps(HistoricalDate(own.edtf)) for day in _told(campaign))
                yield Case(
                    facts=(fact, *world.of(campaign, Relation.END)),
                    slots={
                        "campaign": name,
                        "year": Point(own.year).words(),
                        "by_box": ("" if is_year else style(campaign)) + ", according to the infobox" * is_by_box,
                    },
                    key=(answer(own),),
                    pool=neighbours(own),
                    accepted=(own.words(),),
                    explanation=f"The infobox dates {the_title(campaign)} to {date.value.words()}.",
                )

    def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
        campaign = world.campaign_named(slots["campaign"])
        own = _holding(campaign, is_year=is_year)
        date = read_answer(option, own.year) if own else None
        if not own or not date:
            return UNSETTLED
        true = HistoricalDate(own.edtf)
        if date != true and any(day.overlaps(date) for day in _told(campaign)):
            return UNSETTLED
        return TRUE if date == true else compare(date, true, "it took place", "in")

    question = (
        ("In which year did {campaign} take place{by_box}?", "Which year saw {campaign}{by_box}?")
        if is_year
        else ("In which month of {year} did {campaign} take place{by_box}?", "Which month of {year} saw {campaign}{by_box}?")
    )
    told = (
        ("{campaign} took place in {option}{by_box}.", "The year of {campaign} was {option}{by_box}.")
        if is_year
        else ("{campaign} took place in {option} {year}{by_box}.", "In {year}, {campaign} took place in {option}{by_box}.")
    )
    gap = tuple(text.replace("in {option}", f"in the {'year' if is_year else 'month of'} {{option}}") for text in told)  # not in a town
    return QuestionType(
        summary=f"in which {unit} the campaign took place",
        stems={Format.MULTIPLE_CHOICE: question, Format.DATE: question, Format.TRUE_FALSE: told, Format.CLOZE: gap},
        cases=cases,
        judge=judge,
    )
