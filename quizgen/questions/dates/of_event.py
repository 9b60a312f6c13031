"""On which day an event happened."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.prose.actions import Tense, clause
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict
from quizgen.questions.dates._days import answer, compare, date_slots, neighbours, read_answer
from quizgen.questions.events._events import datable, is_silent, is_told_elsewhere, within
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """Each event of one day of the campaign; wrong: other days of the campaign on which the text is silent about it."""
    for campaign in world.campaigns:
        for fact, event, date in datable(world, campaign):
            if campaign.date and within(campaign, date):
                year = date.start.year
                near = (read_answer(text, year) for text in neighbours(date.start))
                days = [day for day in near if day and within(campaign, day)]
                yield Case(
                    facts=(fact,),
                    slots={
                        **date_slots(campaign, date.start),
                        "event": clause(event, campaign, Tense.BASE) or "",
                        "happened": clause(event, campaign, Tense.PAST) or "",
                    },
                    key=(answer(date.start),),
                    pool=tuple(answer(day.start) for day in days),
                    accepted=(date.words(),),
                    formats=frozenset(Format) - ({Format.DATE} if is_told_elsewhere(world, campaign, event) else set()),
                    explanation=f"On {date.words()}, {clause(event, campaign, Tense.PAST)}.",
                )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the event is told of the day; where the text speaks of its object on that day, nothing is settled."""
    campaign = world.campaign_named(slots["campaign"])
    asked = "event" in slots
    events = world.saying(campaign, slots["event" if asked else "happened"], Tense.BASE if asked else Tense.PAST)
    dated = [event for event in events if event.date]
    if not dated or len(dated) != len(events) or any(event.by for event in events):
        return UNSETTLED
    true = dated[0].date
    day = read_answer(option, true.start.year) if true else None
    if not true or not day:
        return UNSETTLED
    if any(event.date == day for event in dated):
        return TRUE
    if any(event.date and event.date.overlaps(day) for event in dated) or not is_silent(world, campaign, dated[0], day):
        return UNSETTLED
    return compare(day, true, "it happened", "on")


QUESTION = ("In {campaign}, {when} did {event}?",)
TYPE = QuestionType(
    summary="the day of an event",
    stems={
        Format.MULTIPLE_CHOICE: QUESTION,
        Format.DATE: QUESTION,
        Format.TRUE_FALSE: ("On {option}{in_year}, in {campaign}, {happened}.",),
    },
    cases=cases,
    judge=judge,
)
