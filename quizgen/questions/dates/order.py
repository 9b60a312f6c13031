"""Putting events in order."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.questions import Case, QuestionType
from quizgen.questions.dates._order import judge_first, one_a_day, slots_of
from quizgen.world import World

LENGTH = 4


def cases(world: World) -> Iterator[Case]:
    """Each run of four events of four days that follow one another."""
    for campaign in world.campaigns:
        events = one_a_day(world, campaign)
        for i in range(len(events) - LENGTH + 1):
            run = events[i : i + LENGTH]
            dates = [event.date.words() for _, event in run if event.date]
            yield Case(
                facts=tuple(fact for fact, _ in run),
                slots=slots_of(campaign),
                key=tuple(event.caption or "" for _, event in run),
                explanation=f"The days are {', '.join(dates)}.",
            )


TYPE = QuestionType(
    summary="put events in order",
    stems={Format.ORDERING: ("Put these events of {campaign} in order, the earliest first.",)},
    cases=cases,
    judge=judge_first,
)
