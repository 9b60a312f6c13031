"""What asking for the start and for the end of a campaign share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

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


def ask_end(relation: Relation, base: str, past: str, end: Callable[[Campaign], Point | None]) -> QuestionType:
    """Make the type that asks when a campaign began or ended; `end` gives the point, None where it is open."""
    side = 0 if relation is Relation.START else -1

    def told(campaign: Campaign, year: int, *, lasting: bool) -> set[Point]:
        """The points that the prose states as that end of a stretch: rivals of the infobox's (the text has a veto: rule 2)."""
        return {span.points[side] for span, lasted in spans(campaign, year) if lasted or not lasting}

    def cases(world: World) -> Iterator[Case]:
        for campaign, fact in each(world, relation):
            point = end(campaign)
            if point and not point.approximate and told(campaign, point.year, lasting=True) <= {point}:
                yield Case(
                    facts=(fact,),
                    slots=date_slots(campaign, point),
                    key=(answer(point),),
                    pool=neighbours(point),
                    accepted=(point.words(),),
                    explanation=f"{the_title(campaign)} {past} {'on' if point.day else 'in'} {point.words()}.",
                )

    def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
        point = end(world.campaign_named(slots["campaign"]))
        date = read_answer(option, point.year) if point else None
        if not point or not date:
            return UNSETTLED
        true = HistoricalDate(point.edtf)
        if date != true and date.start in told(world.campaign_named(slots["campaign"]), point.year, lasting=False):
            return UNSETTLED
        return TRUE if date == true else compare(date, true, f"the {relation} came", "on" if point.day else "in")

    question = (f"{{when}} did {{campaign}} {base}?",)
    statement = (f"{{campaign}} {past} {{on}} {{option}}{{in_year}}.",)
    return QuestionType(
        summary=f"when the campaign {past}",
        stems={Format.MULTIPLE_CHOICE: question, Format.DATE: question, Format.TRUE_FALSE: statement, Format.CLOZE: statement},
        cases=cases,
        judge=judge,
    )
