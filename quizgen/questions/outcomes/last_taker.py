"""Which side had last taken a place by a day."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from quizgen.historical_date import of_day
from quizgen.items import Format
from quizgen.naming import side_name, the_title
from quizgen.prose.actions import the
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions.dates._days import read_day
from quizgen.questions.events._events import within
from quizgen.questions.outcomes._takings import are_sure, takings
from quizgen.questions.sides._sides import OTHER_SIDE, side_called
from quizgen.world import World, names_side


def cases(world: World) -> Iterator[Case]:
    """Each place that both sides took, on the day before it was taken again."""
    for campaign in world.campaigns:
        for place in dict.fromkeys(event.object or "" for _, event in takings(world, campaign)):
            found = takings(world, campaign, place)
            for (fact, event), (_, following) in pairwise(found):
                date = event.date
                if not date or not following.date or event.side == following.side or not event.side or not within(campaign, date):
                    continue
                day = of_day(following.date.first - 1)
                if are_sure([e for _, e in found]) and date.first <= day.first and not event.hedge:
                    side = campaign.side(event.side)
                    yield Case(
                        facts=(fact,),
                        slots={"campaign": the_title(campaign), "place": the(place, campaign), "day": day.words()},
                        key=(side_name(side),),
                        pool=tuple(side_name(other) for other in campaign.sides if other is not side),
                        explanation=f"{event.caption}: {date.words()}; {following.caption}: {following.date.words()}.",
                    )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the side's was the last taking until the end of that day; a sentence of the days since leaves it unsettled."""
    campaign = world.campaign_named(slots["campaign"])
    side, day = side_called(campaign, option), read_day(slots["day"])
    place = slots["place"].removeprefix("the ").removeprefix("The ")
    found = [event for _, event in takings(world, campaign, place)]
    until = [event for event in found if day and event.date and event.date.first <= day.first]
    if side is None or day is None or not until or not are_sure(found) or until[-1].hedge:
        return UNSETTLED
    last = until[-1]
    if last.side == side.id:
        return TRUE
    told = [
        s
        for s in campaign.sentences
        if s not in [event.sentence for event in found] and names_side(side, s)
        if not s.dates or any(last.date and last.date.first <= d.last and d.first <= day.last for d in s.dates)
    ]
    if world.is_named(campaign, place, told):
        return UNSETTLED
    assert last.date
    return false(OTHER_SIDE, f"it had last been taken by {side_name(campaign.side(last.side or ''))}, on {last.date.words()}")


TYPE = QuestionType(
    summary="which side had last taken a place by a day",
    stems={
        Format.MULTIPLE_CHOICE: (
            "In {campaign}, which side was the last to have taken {place} by the end of {day}?",
            "By the end of {day}, which side had been the last to take {place} in {campaign}?",
        ),
        Format.TRUE_FALSE: (
            "In {campaign}, the last side to have taken {place} by the end of {day} was that of {option}.",
            "By the end of {day}, {place} had last been taken by {option} in {campaign}.",
        ),
    },
    cases=cases,
    judge=judge,
    closed=True,
)
