"""Which of several events came before another."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.questions import Case, QuestionType, Slots, Verdict
from quizgen.questions.dates._order import by_day, judge_first, slots_of
from quizgen.world import World

NEAREST = 4  # earlier events; many share a word with the one in the stem


def cases(world: World) -> Iterator[Case]:
    """Each of the nearest earlier events of an event against the later ones."""
    for campaign in world.campaigns:
        events = by_day(world, campaign)
        for fact, event, date in events:
            earlier = [entry for entry in reversed(events) if entry[2].before(date)]
            later = [other.caption or "" for _, other, at in events if date.before(at)]
            for first, other, at in earlier[:NEAREST]:
                yield Case(
                    facts=(fact, first),
                    slots={**slots_of(campaign), "thing": event.caption or ""},
                    key=(other.caption or "",),
                    pool=tuple(later),
                    explanation=f"{other.caption}: {at.words()}; {event.caption}: {date.words()}.",
                )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the option surely came before the event that the stem names."""
    return judge_first(world, slots, option, (option, slots["thing"]))


TYPE = QuestionType(
    summary="what came before an event",
    stems={
        Format.MULTIPLE_CHOICE: (
            "Which of these events of {campaign} came before “{thing}”?",
            "In {campaign}, which of these happened before “{thing}”?",
        ),
        Format.TRUE_FALSE: (
            "In {campaign}, “{option}” came before “{thing}”.",
            "Of the events of {campaign}, “{option}” came before “{thing}”.",
        ),
    },
    cases=cases,
    judge=judge,
)
