"""Which of several things that the text tells in plain clauses happened on a day."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.naming import the_title, undated_name
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions.dates._days import OTHER_DATE, days_off, read_day
from quizgen.questions.dates._statements import DEATH, may_be_told, statement_of, statements
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """Each plain statement; wrong: those of other days, nearest first."""
    for campaign in world.campaigns:
        told = statements(world, campaign.id)
        for one in told:
            is_death = bool(DEATH.search(one.plain.text))  # one among the wrong options would make any item sensitive
            apart = (other for other in told if other.date != one.date and (is_death or not DEATH.search(other.plain.text)))
            others = sorted(apart, key=lambda o: (abs(o.date.first - one.date.first), o.fact.id))
            yield Case(
                facts=(one.fact,),
                slots={"campaign": undated_name(campaign) or the_title(campaign), "day": one.date.words()},
                key=(one.plain.text,),
                pool=tuple(other.plain.text for other in others),
                explanation=f"On {one.date.words()}, {one.plain.inside}.",
                sensitive=is_death,
            )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the statement is told of the day, or, as it may be, its like."""
    campaign, day = world.campaign_named(slots["campaign"]), read_day(slots["day"])
    one = statement_of(world, campaign, option)
    if not one or not day:
        return UNSETTLED
    if one.date == day:
        return TRUE
    if may_be_told(world, campaign, one, day):
        return UNSETTLED
    return false(OTHER_DATE, f"that happened {days_off(one.date, day)}, on {one.date.words()}")


TYPE = QuestionType(
    summary="which plain statement is true of a day",
    stems={
        Format.MULTIPLE_CHOICE: (
            "In the story of {campaign}, which of these happened on {day}?",
            "Which of these happened on {day}, in the story of {campaign}?",
        )
    },
    cases=cases,
    judge=judge,
)
