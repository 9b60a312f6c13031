"""A case and its world → candidates for wrong options, most plausible first, and how far they lie from the key.

Plausible is what shares most with the key in the model: its list (belligerents, units, commanders, a role), its level in the order of
battle, its time; and what is the key of the same question on a campaign that is easily confused with this one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import fsum

from quizgen.grammar.dates import Partial
from quizgen.historical_date import HistoricalDate
from quizgen.items import Format, Item
from quizgen.model import Campaign, norm
from quizgen.notation import read_dates, read_number
from quizgen.prose.actions import Tense
from quizgen.questions import Case
from quizgen.solver import cases_of, types
from quizgen.world import World

SIBLINGS, BORROWED = 4, 3  # campaigns that lend keys, and keys that each lends
NEAR, FAR = 0.75, 1.75  # mean distance of the most plausible wrong options
SHOWN = 3  # wrong options that a learner sees
DAYS_NEAR, DAYS_APART = 2, 7
WORDS = {-1: "the wrong options lie far from the key", 0: "", 1: "the wrong options lie close to the key"}


def candidates(world: World, name: str, case: Case) -> tuple[str, ...]:
    """Give the case's candidates, most plausible first, then keys of the same question on other loaded campaigns.

    Where the type's own order is by time or size it stands; names are put in order by what they share with the key. A judge decides
    on each of them: what it cannot disprove is no distractor.
    """
    campaign = world.campaign_of(case.facts[0])
    own = dict.fromkeys(case.pool)
    if len(case.key) == 1 and _listing(world, campaign, case.key[0]):
        own = dict.fromkeys(sorted(own, key=lambda text: distance(world, campaign, case.key[0], text)))
    return tuple(dict.fromkeys((*own, *(() if len(case.key) != 1 else borrowed(world, campaign, name)))))


def borrowed(world: World, campaign: Campaign, name: str) -> Iterator[str]:
    """Give keys of a type's cases on the campaigns most easily confused with this one."""
    for other in world.siblings(campaign)[:SIBLINGS]:
        yield from world.lent[other.id].get(name, ()) if other.id in world.lent else _lendable(world, other, name)


def lendable(world: World, campaign: Campaign) -> dict[str, tuple[str, ...]]:
    """Give what a campaign lends to others: the first keys of its own questions, by type."""
    return {name: keys for name in types() if (keys := _lendable(world, campaign, name))}


def _lendable(world: World, campaign: Campaign, name: str) -> tuple[str, ...]:
    keys = [case.key[0] for case in cases_of(world, name) if len(case.key) == 1 and case.facts[0].campaign == campaign.id]
    return tuple(dict.fromkeys(keys[:BORROWED]))


def distance(world: World, campaign: Campaign, key: str, option: str) -> int:
    """How far an option lies from the key, from 0, of one list and level or of the same days, to 2."""
    days = _day(world, campaign, key), _day(world, campaign, option)
    if days[0] and days[1]:
        apart = abs(days[0].first - days[1].first)
        return 0 if apart <= DAYS_NEAR else 1 if apart <= DAYS_APART else 2
    if read_number(key) and read_number(option):
        return 1
    one, other = _listing(world, campaign, key), _listing(world, campaign, option)
    if not one or not other:
        return 1 if not one else 2
    return 0 if one == other else 1 if one[0] == other[0] else 2


def step(world: World, item: Item) -> tuple[int, str]:
    """By how much the wrong options make an item harder (1) or easier (-1) than usual, and why in words."""
    campaign = next(c for c in world.campaigns if c.id == item.campaign)
    shown = item.distractors[:SHOWN]
    if item.format is not Format.MULTIPLE_CHOICE or len(shown) < SHOWN:
        return 0, ""
    mean = fsum(distance(world, campaign, item.key[0], wrong.text) for wrong in shown) / len(shown)
    found = 1 if mean < NEAR else -1 if mean > FAR else 0
    return found, WORDS[found]


def _day(world: World, campaign: Campaign, text: str) -> HistoricalDate | None:
    """The day that a text states, or of the one event that it tells."""
    events = world.saying(campaign, text, Tense.PRESENT)
    if len(events) == 1:
        return events[0].date
    return _read(text, campaign.date.value.start.year if campaign.date else 0)


@lru_cache(maxsize=4096)
def _read(text: str, year: int) -> HistoricalDate | None:
    found = () if text.isdigit() or year <= 0 else read_dates(text)
    return found[0].within(Partial(year)).value if found else None


def _listing(world: World, campaign: Campaign, name: str) -> tuple[str, int] | None:
    """Where the model lists a name: in which list and, of units, how deep and whether over others."""
    return _listings(world)[campaign.id].get(norm(name))


@lru_cache(maxsize=8)
def _listings(world: World) -> dict[str, dict[str, tuple[str, int]]]:
    return {campaign.id: dict(_listed(campaign)) for campaign in world.campaigns}


def _listed(campaign: Campaign) -> Iterator[tuple[str, tuple[str, int]]]:
    for entity in campaign.entities:
        yield norm(entity.name), (str(entity.kind), 0)
    for side in campaign.sides:
        lists: Sequence[tuple[str, Sequence[str]]] = (
            ("belligerent", [power.name for power in side.belligerents]),
            ("commander", [person.name for person in side.commanders]),
        )
        for kind, names in lists:
            yield from ((norm(name), (kind, 0)) for name in names)
        above = {unit.parent for unit in side.units}
        yield from ((norm(unit.name), ("unit", 2 * len(side.path(unit)) + (unit.name in above))) for unit in side.units)
