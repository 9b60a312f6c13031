"""Items and their campaigns → the kinds that a sheet counts: family, type, format, level, difficulty, side and phase."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from quizgen.items import Item
from quizgen.model import Campaign, Event
from quizgen.relations import Fact, facts

PHASES = ("first", "middle", "last")  # thirds of the campaign's days
SIDE, PHASE, DIFFICULTY = "side/", "phase/", "difficulty/"


def kinds(items: Iterable[Item], campaigns: Sequence[Campaign]) -> Mapping[str, frozenset[str]]:
    """Name every kind that an item is of, by its id: "dates", "dates.start", "cloze", "core", "difficulty/3", "side/1", "phase/last".

    An item is of a side if all its facts that speak of a side speak of that one; so with the phase, which events in the
    campaign's days have. Sides of several campaigns have their campaign before them: "side/marn-1911/1".
    """
    table = {fact.id: (fact, campaign) for campaign in campaigns for fact in facts(campaign)}
    return {item.id: _own(item) | _of_facts([table[f] for f in item.facts if f in table], many=len(campaigns) > 1) for item in items}


def _own(item: Item) -> frozenset[str]:
    level = str(item.importance.level)
    return frozenset((str(item.family), item.type, str(item.format), level, f"{DIFFICULTY}{item.difficulty.level}"))


def _of_facts(found: Sequence[tuple[Fact, Campaign]], *, many: bool) -> frozenset[str]:
    sides = {f"{SIDE}{f'{campaign.id}/' * many}{fact.side}" for fact, campaign in found if fact.side}
    phases = {f"{PHASE}{phase}" for fact, campaign in found if (phase := _phase(fact, campaign))}
    return frozenset({*(sides if len(sides) == 1 else ()), *(phases if len(phases) == 1 else ())})


def _phase(fact: Fact, campaign: Campaign) -> str:
    """The third of the campaign in which an event surely falls; nothing where days are not known, or too few to part."""
    date, span = fact.leaf.date if isinstance(fact.leaf, Event) else None, campaign.date.value if campaign.date else None
    if not date or not span or not span.end or not span.first <= date.first <= date.last <= span.last:
        return ""
    third = {3 * (day - span.first) // (span.last - span.first + 1) for day in (date.first, date.last)}
    return PHASES[third.pop()] if len(third) == 1 and span.last - span.first >= 2 else ""
