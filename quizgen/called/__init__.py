"""A name of the model → what else is right where it is asked for: the thing's other names, and short forms that fit nothing else.

To teach it the short forms of another kind of thing, write them in a module here and add it to `_things`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from quizgen.called.people import forms_in_prose, forms_of_person, regnal, without_style
from quizgen.called.places import forms_of_place
from quizgen.called.powers import forms_in_realm, forms_of_power, is_family_first
from quizgen.called.units import forms_of_unit, is_of_others, without_nation
from quizgen.grammar.alike import keys
from quizgen.grammar.names import split_rank
from quizgen.model import Campaign, Entity, EntityKind, Side, names_of, norm
from quizgen.naming import side_name
from quizgen.world import World

MOST = 8  # other names that an item lists


@dataclass(frozen=True, slots=True)
class _Thing:
    """A thing of the model: its kind, its names, its own first, the short forms of each; `side`: the name of a power's own side."""

    kind: str
    names: tuple[str, ...]
    forms: tuple[str, ...] = ()
    side: str = ""


def also_called(world: World, campaign: Campaign, name: str) -> tuple[str, ...]:
    """Give what else a thing of a campaign may be called, its other names first; nothing for what is no name of the model."""
    return _called(world)[campaign.id].get(norm(name), ())


@lru_cache(maxsize=8)
def _called(world: World) -> dict[str, dict[str, tuple[str, ...]]]:
    return {campaign.id: dict(_of_campaign(campaign)) for campaign in world.campaigns}


def _of_campaign(campaign: Campaign) -> Iterator[tuple[str, tuple[str, ...]]]:
    things = tuple(_things(campaign))
    owners: dict[str, list[_Thing]] = {}
    for thing in things:
        for key in {key for name in (*thing.names, *thing.forms) for key in keys(name)}:
            owners.setdefault(key, []).append(thing)
    texts = {kind: _text(thing for thing in things if thing.kind == kind) for kind in {thing.kind for thing in things}}
    sides = {side_name(side) for side in campaign.sides}
    for thing in things:
        own, *others = thing.names
        taken = _folded(sides - {thing.side})
        free = [
            form
            for form in (*others, *thing.forms)
            if form in others or not _is_part(form, thing, texts[thing.kind])
            if not any(_is_rival(thing, other) for key in keys(form) for other in owners[key])
            if f" {norm(form)} " not in taken and f" {norm(form)} " not in f" {norm(campaign.title.value)} "  # which most stems hold
        ]
        yield norm(own), tuple(_distinct(own, free))[:MOST]


def _is_rival(thing: _Thing, other: _Thing) -> bool:
    """Whether a name of two things tells them apart no more; a power and its land may share theirs."""
    return other is not thing and not (thing.kind == "power" and other.kind == "place")


def _folded(names: Iterable[str]) -> str:
    return "".join(f" {norm(name)} |" for name in names)


def _text(things: Iterable[_Thing]) -> str:
    return _folded(name for thing in things for name in thing.names)


def _is_part(form: str, thing: _Thing, text: str) -> bool:
    """Whether a short form stands within a name of another thing of its kind: "Hungary" beside "Eastern Hungary"."""
    return text.count(f" {norm(form)} ") > _text((thing,)).count(f" {norm(form)} ")


def _distinct(own: str, forms: Iterable[str]) -> Iterator[str]:
    """Each form that is another than those before it, however written."""
    told = [own]
    for form in forms:
        if norm(form) not in map(norm, told):
            told.append(form)
            yield form


def _things(campaign: Campaign) -> Iterator[_Thing]:
    """Everything with a name: powers, units and people of the lists with their other names, then what the prose alone names."""
    names = {norm(name): tuple(names_of(entity)) for entity in campaign.entities for name in names_of(entity)}
    year = campaign.date.value.start.year if campaign.date else 9999
    listed, known, told_keys = set[str](), set[str](), set[str]()
    for kind, name, rank, side in _listed(campaign):
        if norm(name) not in listed:
            also = names.get(norm(name)) or names.get(norm(split_rank(name)[1]), ())
            all_names = tuple(dict.fromkeys((name, *also)))
            listed.add(norm(name))
            known.update(map(norm, all_names))
            ranked = (f"{rank} {name}",) if rank else ()
            forms = (*ranked, *(form for one in all_names for form in _forms(kind, one, side, year)))
            told = tuple(_told_forms(kind, all_names, campaign))
            told_keys.update(key for form in told for key in keys(form))
            yield _Thing(kind, all_names, (*forms, *told), side_name(side) if kind == "power" else "")
    for entity in campaign.entities:
        is_told = entity.kind is not EntityKind.PLACE and any(keys(name) & told_keys for name in names_of(entity))
        if not is_told and not known & set(map(norm, names_of(entity))):
            is_land = campaign.place and campaign.place.value.endswith(f", {entity.name}")  # "Point Osk, Rhode Island" is on no island
            forms = tuple(forms_of_place(entity.name)) if entity.kind is EntityKind.PLACE and not is_land else ()
            yield _Thing(entity.kind, tuple(names_of(entity)), tuple(form for form in forms if not _is_told_alone(form, entity, campaign)))


def _told_forms(kind: str, names: tuple[str, ...], campaign: Campaign) -> Iterator[str]:
    """The short forms of a listed thing that hang on what the prose says."""
    texts = [sentence.text for sentence in campaign.sentences]
    if kind == "person":
        yield from (form for name in names for text in texts for form in forms_in_prose(name, text))
        yield from (form for name in names for form in (*regnal(name, texts), *without_style(name, texts)))
    elif kind == "power":
        yield from (form for name in names for form in forms_in_realm(name, texts))
    elif kind == "unit":
        everything = (*texts, *(unit.name for side in campaign.sides for unit in side.units if unit.name not in names))
        yield from (form for name in names for form in without_nation(name) if not is_of_others(form, names, everything))


def _is_told_alone(form: str, entity: Entity, campaign: Campaign) -> bool:
    """Whether the prose has a short form outside the names of its thing: then it may be of something else ("Fort Vaux", "Vaux")."""
    prose = " ".join(sentence.text for sentence in campaign.sentences if form in sentence.text)
    for name in names_of(entity):
        prose = prose.replace(name, "")
    return form in prose


def _listed(campaign: Campaign) -> Iterator[tuple[str, str, str | None, Side]]:
    """Every member of a side's lists: its kind, name, rank and side."""
    for side in campaign.sides:
        yield from (("power", power.name, None, side) for power in side.belligerents)
        yield from (("unit", unit.name, None, side) for unit in side.units if not unit.placeholder)
        yield from (("person", person.name, person.rank, side) for person in side.commanders if not person.placeholder)


def _forms(kind: str, name: str, side: Side, year: int) -> Iterator[str]:
    match kind:
        case "power":
            return forms_of_power(name)
        case "unit":
            return forms_of_unit(name)
        case _:
            return forms_of_person(name, family_first=is_family_first(side, year))
