"""A campaign → what its model knows of each name: its kind, its other names, the formations above it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from quizgen.model import Campaign, Entity, EntityKind, Side, names_of
from quizgen.naming import role_group
from quizgen.rules._words import words
from quizgen.world import World

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """What the model knows of names, each given as its folded words.

    `kinds`: people, groups, places. `entities`: by name and alias. `above`: of a unit, every formation above it, on any side.
    `placeholders`: names that the model keeps and never asks about. `listed`: belligerents and units, as written.
    `spellings`: each other name of an entity and its first name, both folded, with a space on either side.
    """

    kinds: dict[Words, frozenset[EntityKind]]
    entities: dict[Words, Entity]
    above: dict[Words, frozenset[Words]]
    placeholders: frozenset[Words]
    listed: dict[Words, str]
    spellings: tuple[tuple[str, str], ...]

    def likeness(self, one: str, other: str) -> str:
        """Say why two texts may stand for one thing or for a thing and its part; empty if nothing says so."""
        first, second = words(one), words(other)
        if second in self.above.get(first, ()) or first in self.above.get(second, ()):
            return "one within the other"
        entities = self.entities.get(first), self.entities.get(second)
        if (entities[0] and entities[0] is entities[1]) or self.spelled(first) == self.spelled(second):
            return "names of one thing"
        may_be = [words(name) for entity in entities if entity for name in entity.maybe_same]
        return "perhaps the same" if first in may_be or second in may_be else ""

    def spelled(self, text: Words) -> str:
        """Put the first name of each thing for its other names: two captions that differ in an alias only become equal."""
        folded = whole = _spaced(text)
        for alias, name in self.spellings:
            if alias != whole:
                folded = folded.replace(alias, name)
        return folded


def known(campaign: Campaign, world: World) -> Names:
    """Give the names of a campaign of the world, gathered once."""
    return _known(world)[campaign.id]


@lru_cache(maxsize=8)
def _known(world: World) -> dict[str, Names]:
    return {campaign.id: read_names(campaign) for campaign in world.campaigns}


def read_names(campaign: Campaign) -> Names:
    """Gather the names of a campaign."""
    kinds: dict[Words, frozenset[EntityKind]] = {}
    for name, kind in _kinds(campaign):
        kinds[words(name)] = kinds.get(words(name), frozenset()) | {kind}
    units = [unit for side in campaign.sides for unit in side.units]
    powers = [power for side in campaign.sides for power in side.belligerents]
    people = [person for side in campaign.sides for person in side.commanders]
    above: dict[Words, frozenset[Words]] = {}
    for side in campaign.sides:
        for unit, parents in _above(side):
            above[unit] = above.get(unit, frozenset()) | parents
    entities = {words(name): entity for entity in campaign.entities for name in names_of(entity)}
    hidden = [unit.name for unit in units if unit.placeholder] + [person.name for person in people if person.placeholder]
    return Names(
        kinds=kinds,
        entities=entities,
        above=above,
        placeholders=frozenset(map(words, hidden)),
        listed={words(name): name for name in (*(power.name for power in powers), *(unit.name for unit in units))},
        spellings=tuple((_spaced(alias), _spaced(words(e.name))) for alias, e in entities.items() if alias != words(e.name)),
    )


def _spaced(name: Words) -> str:
    return f" {' '.join(name)} "


def _above(side: Side) -> Iterator[tuple[Words, frozenset[Words]]]:
    """Give each unit of a side with every formation above it."""
    parents = {unit.name: unit.parent for unit in side.units}
    for unit in side.units:
        path: list[str] = []
        parent = unit.parent
        while parent and parent not in path:
            path.append(parent)
            parent = parents.get(parent)
        yield words(unit.name), frozenset(map(words, path))


def _kinds(campaign: Campaign) -> Iterator[tuple[str, EntityKind]]:
    for entity in campaign.entities:
        for name in names_of(entity):
            yield name, entity.kind
    for side in campaign.sides:
        for name in (*(power.name for power in side.belligerents), *(unit.name for unit in side.units)):
            yield name, EntityKind.GROUP
        for commander in side.commanders:
            yield commander.name, EntityKind.PERSON
            if group := role_group(commander.role or ""):
                yield group, EntityKind.GROUP
