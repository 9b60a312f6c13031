"""Which side took a place on a day."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Campaign, Event, norm
from quizgen.naming import side_name, the_title
from quizgen.prose.actions import the
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions.dates._days import read_day
from quizgen.questions.events._events import TAKING, askable, within
from quizgen.questions.outcomes._takings import VERBS
from quizgen.questions.sides._sides import OTHER_SIDE, side_called
from quizgen.relations import Relation
from quizgen.world import World, event_of, names_side


def cases(world: World) -> Iterator[Case]:
    """Each place taken on one stated day, where both sides have a name."""
    for campaign in world.campaigns:
        for fact, event, date in askable(world, campaign):
            if event.action in TAKING and event.side and not event.hedge and not event.actor and within(campaign, date):
                side = campaign.side(event.side)
                labels = tuple(label.value for label in (side.label, *side.aliases) if label)
                yield Case(
                    facts=(fact,),
                    slots={
                        "campaign": the_title(campaign),
                        "place": the(event.object or "", campaign),
                        "taken": VERBS[event.action],
                        "day": date.words(),
                    },
                    key=(side_name(side),),
                    pool=tuple(side_name(other) for other in campaign.sides if other is not side),
                    accepted=labels,
                    explanation=f"{event.caption}: {date.words()}.",
                )


def _takings(world: World, campaign: Campaign, slots: Slots) -> list[Event]:
    day = read_day(slots["day"])
    events = (event_of(fact) for fact in world.of(campaign, Relation.EVENT))
    return [
        event
        for event in events
        if event.action in TAKING and event.object and norm(event.object) == norm(slots["place"])
        if day and event.date and event.date.overlaps(day)
    ]


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether that side took the place that day; a sentence of the day that names both leaves it unsettled."""
    campaign = world.campaign_named(slots["campaign"])
    side, events = side_called(campaign, option), _takings(world, campaign, slots)
    if side is None or not events or len({event.side for event in events}) != 1:
        return UNSETTLED
    event = events[0]
    if event.side == side.id:
        return TRUE
    assert event.date
    told = [s for s in world.told(campaign, event.date) if s is not event.sentence and names_side(side, s)]
    if not event.side or world.is_named(campaign, event.object or "", told):
        return UNSETTLED
    return false(OTHER_SIDE, f"{slots['place']} was {slots['taken']} by {side_name(campaign.side(event.side))} on {event.date.words()}")


TYPE = QuestionType(
    summary="who took a place",
    stems={
        Format.MULTIPLE_CHOICE: ("In {campaign}, which side {taken} {place} on {day}?",),
        Format.TRUE_FALSE: ("In {campaign}, {place} was {taken} by {option} on {day}.",),
        Format.CLOZE: ("In {campaign}, {place} was {taken} by {option} on {day}.",),
    },
    cases=cases,
    judge=judge,
    closed=True,
)
