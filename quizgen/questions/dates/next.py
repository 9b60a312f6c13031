"""What happened next."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.questions import UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions.dates._days import OTHER_DATE
from quizgen.questions.dates._order import by_day, judge_first, slots_of
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """For each event those of the next later day, against what came earlier than the one or later than the other."""
    for campaign in world.campaigns:
        events = by_day(world, campaign)
        for fact, event, date in events:
            after = [entry for entry in events if date.before(entry[2])]
            for then, following, day in [entry for entry in after if entry[2] == after[0][2]]:
                later = [other.caption or "" for _, other, at in after if day.before(at)]
                earlier = [other.caption or "" for _, other, at in reversed(events) if at.before(date)]
                yield Case(
                    facts=(fact, then),
                    slots={**slots_of(campaign), "thing": event.caption or ""},
                    key=(following.caption or "",),
                    pool=(*later, *earlier),
                    explanation=f"{event.caption}: {date.words()}; {following.caption}: {day.words()}.",
                )


def judge(world: World, slots: Slots, option: str, options: tuple[str, ...]) -> Verdict:
    """Whether the option came after the event in the stem, and before every other option that did."""
    thing = slots["thing"]
    if judge_first(world, slots, option, (option, thing)).truth:
        return false(OTHER_DATE, f"it had happened before “{thing}”")
    after = tuple(other for other in options if other == option or judge_first(world, slots, thing, (thing, other)).truth)
    if not judge_first(world, slots, thing, (thing, option)).truth:
        return UNSETTLED
    return judge_first(world, slots, option, after)


TYPE = QuestionType(
    summary="what happened next",
    stems={
        Format.MULTIPLE_CHOICE: (
            "Of these events of {campaign}, which came next after “{thing}”?",
            "In {campaign}, which of these was the next to happen after “{thing}”?",
        ),
    },
    cases=cases,
    judge=judge,
    pairwise=True,
)
