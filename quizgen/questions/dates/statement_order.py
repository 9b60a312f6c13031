"""Putting in order what the text tells in plain clauses, or telling which came first."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.historical_date import HistoricalDate
from quizgen.items import Format
from quizgen.model import Campaign
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions.dates._calendar import is_mixed
from quizgen.questions.dates._days import OTHER_DATE
from quizgen.questions.dates._order import slots_of
from quizgen.questions.dates._statements import DEATH, Statement, may_be_told, statement_of, statements
from quizgen.world import World

LEAST, MOST = 3, 4  # statements in a run


def cases(world: World) -> Iterator[Case]:
    """For each statement the run that begins with it, and it against all of later days, if the text leaves no doubt of their order."""
    for campaign in (campaign for campaign in world.campaigns if not is_mixed(campaign)):
        told = [one for one in statements(world, campaign.id) if not DEATH.search(one.plain.text)]  # one would make the whole sensitive
        for i, one in enumerate(told):
            run = _run(world, campaign, told[i:])
            if len(run) >= LEAST:
                yield Case(
                    facts=tuple(other.fact for other in run),
                    slots=slots_of(campaign),
                    key=tuple(other.plain.text for other in run),
                    explanation=f"The days are {', '.join(other.date.words() for other in run)}.",
                    formats=frozenset({Format.ORDERING}),
                )
            later = [other for other in told if one.date.before(other.date)]
            yield Case(
                facts=(one.fact,),
                slots=slots_of(campaign),
                key=(one.plain.text,),
                pool=tuple(other.plain.text for other in later),
                explanation=f"{one.plain.text}: {one.date.words()}.",
                formats=frozenset({Format.MULTIPLE_CHOICE}),
            )


def _run(world: World, campaign: Campaign, told: list[Statement]) -> list[Statement]:
    """Take the first statement, then each next one of a later day that is new until the day of the last one taken."""
    run = told[:1]
    for one in told[1:]:
        if len(run) < MOST and run[-1].date.before(one.date) and _is_new(world, campaign, one, run[-1].date):
            run.append(one)
    return run


def _is_new(world: World, campaign: Campaign, one: Statement, until: HistoricalDate) -> bool:
    """Whether the text tells nothing like it up to that day."""
    start = campaign.date.value.start if campaign.date else until.start
    return not may_be_told(world, campaign, one, HistoricalDate(f"{min(start, until.start).edtf}/{until.points[-1].edtf}"))


def judge(world: World, slots: Slots, option: str, options: tuple[str, ...]) -> Verdict:
    """Whether the statement lies before every other; wrong if it lies after one, and nothing like it is told until then."""
    campaign = world.campaign_named(slots["campaign"])
    own = statement_of(world, campaign, option)
    others = [statement_of(world, campaign, other) for other in options if other != option]
    rivals = [other for other in others if other]
    if not own or len(rivals) != len(others):
        return UNSETTLED
    if all(own.date.before(other.date) and _is_new(world, campaign, other, own.date) for other in rivals):
        return TRUE
    earlier = [other.date for other in rivals if other.date.before(own.date) and _is_new(world, campaign, own, other.date)]
    if not earlier:
        return UNSETTLED
    return false(OTHER_DATE, f"it happened on {own.date.words()}, after {min(earlier, key=lambda at: at.first).words()}")


TYPE = QuestionType(
    summary="the order of plain statements",
    stems={
        Format.ORDERING: ("Put these events in the story of {campaign} in order, the earliest first.",),
        Format.MULTIPLE_CHOICE: (
            "In the story of {campaign}, which of these happened first?",
            "Which of these came first in the story of {campaign}?",
        ),
    },
    cases=cases,
    judge=judge,
    pairwise=True,
)
