"""Putting events in order."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.historical_date import HistoricalDate
from quizgen.items import Format
from quizgen.model import Campaign, Event
from quizgen.questions import Case, QuestionType
from quizgen.questions.dates._order import by_day, is_new, judge_first, slots_of
from quizgen.relations import Fact
from quizgen.world import World

LEAST, MOST = 3, 4  # events in a run


def cases(world: World) -> Iterator[Case]:
    """For each event the run of three or four that begins with it, if the text leaves no doubt of their order."""
    for campaign in world.campaigns:
        events = by_day(world, campaign)
        for i in range(len(events)):
            run = _run(world, campaign, events[i:])
            if len(run) >= LEAST:
                yield Case(
                    facts=tuple(fact for fact, _, _ in run),
                    slots=slots_of(campaign),
                    key=tuple(event.caption or "" for _, event, _ in run),
                    explanation=f"The days are {', '.join(date.words() for _, _, date in run)}.",
                )


def _run(world: World, campaign: Campaign, events: list[tuple[Fact, Event, HistoricalDate]]) -> list[tuple[Fact, Event, HistoricalDate]]:
    """Take the first event, then each next one of a later day that is new until the day of the last one taken."""
    run = events[:1]
    for entry in events[1:]:
        if len(run) < MOST and run[-1][2].before(entry[2]) and is_new(world, campaign, entry[1], run[-1][2]):
            run.append(entry)
    return run


TYPE = QuestionType(
    summary="put events in order",
    stems={Format.ORDERING: ("Put these events of {campaign} in order, the earliest first.",)},
    cases=cases,
    judge=judge_first,
    pairwise=True,
)
