"""A campaign → what its model knows of each name: its kind, its other names, the formations above it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.model import Campaign, Entity, EntityKind, Side, names_of
from quizgen.naming import role_group
from quizgen.rules._words import words

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """What the model knows of names, each given as its folded words.

    `kinds`: people, groups, places. `entities`: by name and alias. `above`: of a unit, every formation above it, on any side.
    `placeholders`: names that the model keeps and never asks about. `listed`: belligerents and units, as written.
    """

    kinds: dict[Words, frozenset[EntityKind]]
    entities: dict[Words, Entity]
    above: dict[Words, frozenset[Words]]
    placeholders: frozenset[Words]
    listed: dict[Words, str]

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
        folded = f" {' '.join(text)} "
        for alias, entity in self.entities.items():
            if len(alias) < len(text) and alias != words(entity.name):
                folded = folded.replace(f" {' '.join(alias)} ", f" {' '.join(words(entity.name))} ")
        return folded


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
    hidden = [unit.name for unit in units if unit.placeholder] + [person.name for person in people if person.placeholder]
    return Names(
        kinds=kinds,
        entities={words(name): entity for entity in campaign.entities for name in names_of(entity)},
        above=above,
        placeholders=frozenset(map(words, hidden)),
        listed={words(name): name for name in (*(power.name for power in powers), *(unit.name for unit in units))},
    )


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
