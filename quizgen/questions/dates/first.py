"""Which of several events came first."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.questions import Case, QuestionType
from quizgen.questions.dates._order import judge_first, one_a_day, slots_of
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """Each day's event against those of the three or more days after it, nearest first."""
    for campaign in world.campaigns:
        events = one_a_day(world, campaign)
        for i, (fact, event) in enumerate(events):
            later = tuple(other.caption or "" for _, other in events[i + 1 :])
            if len(later) >= 2:
                when = event.date.words() if event.date else ""
                yield Case(
                    facts=(fact,),
                    slots=slots_of(campaign),
                    key=(event.caption or "",),
                    pool=later,
                    explanation=f"{event.caption}: {when}.",
                )


TYPE = QuestionType(
    summary="which event came first",
    stems={Format.MULTIPLE_CHOICE: ("Which of these events of {campaign} came first?",)},
    cases=cases,
    judge=judge_first,
)
