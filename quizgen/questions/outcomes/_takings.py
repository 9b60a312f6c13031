"""What the questions on places that were taken share: who took which when, and whether the text may know of more."""

from __future__ import annotations

from quizgen.model import Campaign, Event, Side, norm
from quizgen.questions.events._events import TAKING
from quizgen.relations import Fact, Relation
from quizgen.world import World, event_of, names_side

VERBS = {"capture": "captured", "recapture": "recaptured", "occupy": "occupied", "liberate": "liberated", "secure": "secured"}


def takings(world: World, campaign: Campaign, place: str | None = None) -> list[tuple[Fact, Event]]:
    """Every taking of a place, or of one under any of its names, in order of days; those of no sure day or side too."""
    names = {norm(name) for name in world.aliases(campaign, place)} if place else set()
    found = [
        (fact, event_of(fact))
        for fact in world.of(campaign, Relation.EVENT)
        if event_of(fact).action in TAKING and event_of(fact).object and (not place or norm(event_of(fact).object or "") in names)
    ]
    return sorted(found, key=lambda entry: (entry[1].date.first if entry[1].date else 0, entry[0].id))


def are_sure(events: list[Event]) -> bool:
    """Whether each of them happened on one stated day, by a known side, on days of their own."""
    days = [event.date.edtf for event in events if event.date and event.date.is_day and not event.by and event.side]
    return len(days) == len(events) == len(set(days))


def is_told_of(world: World, campaign: Campaign, side: Side, place: str, told: list[Event]) -> bool:
    """Whether another sentence than those of the events told names both the place and the side (rule 2: the text has a veto)."""
    own = {event.sentence.text for event in told}
    return world.is_named(campaign, place, [s for s in campaign.sentences if s.text not in own and names_side(side, s)])
