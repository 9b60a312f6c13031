"""How many days a campaign lasted, both ends counted."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.naming import the_title
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, each, false
from quizgen.questions.dates._ends import BY_BOX, is_by_box, told_beyond
from quizgen.questions.dates._rivals import is_settled, lengths
from quizgen.questions.figures._numbers import apart, number
from quizgen.relations import Relation
from quizgen.world import World

LONGEST = 120  # days; a year's length in days is arithmetic, not history


def cases(world: World) -> Iterator[Case]:
    """One case for each campaign of two to 120 days."""
    for campaign, fact in each(world, Relation.START):
        date = campaign.date.value if campaign.date else None
        is_asked = date and date.days and 2 <= date.days <= LONGEST and not lengths(campaign) - {date.days} and is_settled(campaign)
        if date and date.days and is_asked:
            yield Case(
                facts=(fact, *world.of(campaign, Relation.END)),
                slots={
                    "campaign": the_title(campaign),
                    "by_box": BY_BOX * (is_by_box(campaign, Relation.START) or is_by_box(campaign, Relation.END)),
                },
                key=(str(date.days),),
                pool=apart(date.days),
                explanation=f"It lasted from {date.start.words()} to {date.points[-1].words()}, {date.days} days with both ends counted.",
            )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the option is the number of days."""
    campaign = world.campaign_named(slots["campaign"])
    days = campaign.date.value.days if campaign.date else None
    if days is not None and number(option) == days:
        return TRUE
    first, last = (told_beyond(campaign, end) for end in (Relation.START, Relation.END))
    if number(option) in lengths(campaign) | {end - start + 1 for start in first for end in last}:
        return UNSETTLED
    return false("another length", f"there are {days} days from the first to the last, both counted")


QUESTION = ("How many days did {campaign} last, counting both the first day and the last{by_box}?",)
TYPE = QuestionType(
    summary="how many days the campaign lasted",
    stems={
        Format.MULTIPLE_CHOICE: QUESTION,
        Format.NUMERIC: QUESTION,
        Format.TRUE_FALSE: ("Counting both the first day and the last, {campaign} lasted {option} days{by_box}.",),
    },
    cases=cases,
    judge=judge,
)
