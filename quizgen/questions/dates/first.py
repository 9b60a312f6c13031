"""Which of several events came first."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.questions import Case, QuestionType
from quizgen.questions.dates._order import by_day, judge_first, slots_of
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """The first event of each day against the events of the days after it, nearest first."""
    for campaign in world.campaigns:
        events = by_day(world, campaign)
        firsts = {date.first: (fact, event, date) for fact, event, date in reversed(events)}
        for fact, event, date in reversed(firsts.values()):
            yield Case(
                facts=(fact,),
                slots=slots_of(campaign),
                key=(event.caption or "",),
                pool=tuple(other.caption or "" for _, other, at in events if date.before(at)),
                explanation=f"{event.caption}: {date.words()}.",
            )


TYPE = QuestionType(
    summary="which event came first",
    stems={Format.MULTIPLE_CHOICE: ("Which of these events of {campaign} came first?",)},
    cases=cases,
    judge=judge_first,
    pairwise=True,
)
