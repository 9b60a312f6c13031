"""What asking for the start and for the end of a campaign share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial

from quizgen.grammar.dates import Dated, Partial, find_dates
from quizgen.historical_date import HistoricalDate, Point
from quizgen.items import Format
from quizgen.model import Campaign
from quizgen.naming import the_title
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, each
from quizgen.questions.dates._days import answer, compare, date_slots, neighbours, read_answer
from quizgen.relations import Relation
from quizgen.world import World


@lru_cache(maxsize=4096)
def _dates(text: str) -> tuple[Dated, ...]:
    return tuple(find_dates(text))


def spans(campaign: Campaign, year: int) -> Iterator[tuple[HistoricalDate, bool]]:
    """Give the stretches that sentences state from one date to another, and whether they say that something lasted so long."""
    for sentence in campaign.sentences:
        for found in _dates(sentence.text):
            span = found.within(Partial(year)).value if found.last else None
            if span and year > 0:
                yield span, bool(re.search(r"\blast(?:s|ed|ing)\b", sentence.text))


def _is_dated(campaign: Campaign, date: HistoricalDate) -> bool:
    """Whether a sentence tells of a day within a date: the campaign may have been under way by then, or still."""
    return any(day.start.month and date.overlaps(day) and not day.is_interval for sentence in campaign.sentences for day in sentence.dates)


def _is_beyond(relation: Relation, date: HistoricalDate, true: HistoricalDate) -> bool:
    """Whether a date lies before the start, or after the end."""
    return date.before(true) if relation is Relation.START else true.before(date)


def _is_told_beyond(campaign: Campaign, relation: Relation, month: Point) -> bool:
    """Whether the prose tells of the months just beyond one: without its day the infobox may date a part of the whole."""
    near = (read_answer(text, month.year) for text in neighbours(month)[:4]) if month.month else ()
    return any(date and _is_beyond(relation, date, HistoricalDate(month.edtf)) and _is_dated(campaign, date) for date in near)


def _verb(campaign: Campaign, base: str, past: str) -> tuple[str, str]:
    """How it is asked and told: what has but one date does not begin, it takes place."""
    return (base, past) if campaign.date and campaign.date.value.is_interval else ("take place", "took place")


def ask_end(relation: Relation, base: str, past: str, end: Callable[[Campaign], Point | None]) -> QuestionType:
    """Make the type that asks when a campaign began or ended; `end` gives the point, None where it is open."""
    verb = partial(_verb, base=base, past=past)
    side = 0 if relation is Relation.START else -1

    def told(campaign: Campaign, year: int, *, lasting: bool) -> set[Point]:
        """The points that the prose states as that end of a stretch: rivals of the infobox's (the text has a veto: rule 2)."""
        return {span.points[side] for span, lasted in spans(campaign, year) if lasted or not lasting}

    def cases(world: World) -> Iterator[Case]:
        for campaign, fact in each(world, relation):
            point = end(campaign)
            if not point or point.approximate or not told(campaign, point.year, lasting=True) <= {point}:
                continue
            is_open = not point.day and _is_told_beyond(campaign, relation, point)
            if not is_open or (campaign.date and campaign.date.value.is_interval):
                yield Case(
                    facts=(fact,),
                    slots=date_slots(campaign, point) | dict(zip(("begin", "began"), verb(campaign), strict=True)),
                    key=(answer(point),),
                    pool=neighbours(point),
                    accepted=(point.words(),),
                    formats=frozenset(Format) - ({Format.DATE, Format.CLOZE} if is_open else set()),
                    explanation=f"{the_title(campaign)} {verb(campaign)[1]} {'on' if point.day else 'in'} {point.words()}.",
                )

    def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
        campaign = world.campaign_named(slots["campaign"])
        point = end(campaign)
        date = read_answer(option, point.year) if point else None
        if not point or not date:
            return UNSETTLED
        true = HistoricalDate(point.edtf)
        if date != true and _is_beyond(relation, date, true) and _is_dated(campaign, date):
            return UNSETTLED
        if date != true and date.start in told(campaign, point.year, lasting=False):
            return UNSETTLED
        came = f"the {relation} came" if verb(campaign) == (base, past) else "it took place"
        return TRUE if date == true else compare(date, true, came, "on" if point.day else "in")

    question = ("{when} did {campaign} {begin}?",)
    statement = ("{campaign} {began} {on} {option}{in_year}.",)
    return QuestionType(
        summary=f"when the campaign {past}",
        stems={Format.MULTIPLE_CHOICE: question, Format.DATE: question, Format.TRUE_FALSE: statement, Format.CLOZE: statement},
        cases=cases,
        judge=judge,
    )
