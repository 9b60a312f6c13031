"""What the questions on events share: which events can be asked, and how the text limits what they disprove (rule 2)."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.historical_date import HistoricalDate
from quizgen.model import Campaign, Event, norm
from quizgen.prose.actions import Tense, clause
from quizgen.relations import Fact, Relation
from quizgen.world import World, event_of, is_exact

TAKING = ("capture", "recapture", "occupy", "liberate", "secure")  # ways of coming to hold a place


def askable(world: World, campaign: Campaign) -> Iterator[tuple[Fact, Event, HistoricalDate]]:
    """Give the events that happened on one stated day, can be told in a clause, and are told of no other day."""
    for fact in world.of(campaign, Relation.EVENT):
        event = event_of(fact)
        if event.date and is_exact(event) and event.object and clause(event, campaign, Tense.BASE) and not _recurs(world, campaign, event):
            yield fact, event, event.date


def _recurs(world: World, campaign: Campaign, event: Event) -> bool:
    """Whether the same side does the same, or takes the same place, at another time too: then "when" has two answers."""
    for other in map(event_of, world.of(campaign, Relation.EVENT)):
        if other is event or other.date == event.date or other.side != event.side or not other.object or not event.object:
            continue
        alike = other.action == event.action or {other.action, event.action} <= set(TAKING)
        if alike and norm(other.object) in map(norm, world.aliases(campaign, event.object)):
            return True
    return False


def within(campaign: Campaign, date: HistoricalDate) -> bool:
    """Whether a date lies within the campaign's own."""
    return bool(campaign.date and campaign.date.value.first <= date.first and date.last <= campaign.date.value.last)


def saying(world: World, campaign: Campaign, text: str, tense: Tense) -> list[Event]:
    """Every event whose clause in that tense is the text."""
    events = (event_of(fact) for fact in world.of(campaign, Relation.EVENT))
    return [event for event in events if norm(clause(event, campaign, tense) or "") == norm(text)]


def captioned(world: World, campaign: Campaign, caption: str) -> list[Event]:
    """Every event with that caption."""
    events = (event_of(fact) for fact in world.of(campaign, Relation.EVENT))
    return [event for event in events if event.caption and norm(event.caption) == norm(caption)]


def is_silent(world: World, campaign: Campaign, event: Event, day: HistoricalDate) -> bool:
    """Whether no sentence that may speak of that day names what the event is about (rule 2: the text has a veto)."""
    told = [sentence for sentence in world.told(campaign, day) if sentence is not event.sentence]
    return bool(event.object) and not world.is_named(campaign, event.object or "", told)


def days_off(one: HistoricalDate, other: HistoricalDate) -> str:
    """How far a day lies from another: "2 days earlier", read from the second."""
    off = other.first - one.first
    return f"{abs(off)} day{'s' * (abs(off) > 1)} {'earlier' if off > 0 else 'later'}"
