"""Model classes → how they stand in YAML: the keys, the one key that a bare text stands for, the names of a thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, fields, replace
from functools import cache
from typing import Any, get_type_hints

from quizgen.model import Belligerent, Campaign, Commander, Entity, Side, Source, Unit, slug

Named = Belligerent | Commander | Unit | Entity
KIND = "campaign/1"
CAMPAIGN_ONLY = ("sentences", "events")  # written together, as `narrative`
SOURCE_KEYS = ("at", "quote", "in", "by", "why", "ref")
MAIN = ("name", "text", "value")
RENAMED = {("Sourced", "value"): "text", ("DatedText", "value"): "edtf"}


@cache
def hints(cls: type) -> dict[str, Any]:
    """Give the types of a dataclass's fields but its source, the main one first, in YAML's order."""
    types = get_type_hints(cls)
    names = [f.name for f in fields(cls) if f.name != "source"]
    first = main(cls)
    return {name: types[name] for name in sorted(names, key=lambda name: name != first)}


def main(cls: type) -> str | None:
    """Give the field that a bare text stands for: "Ahrar al-Sham" for {name: Ahrar al-Sham}."""
    names = [f.name for f in fields(cls)]
    return next((name for name in MAIN if name in names), None) if "source" in names else None


def key(cls: type, name: str) -> str:
    """Give the YAML key of a field."""
    return RENAMED.get((cls.__name__, name), name)


@cache
def defaults(cls: type) -> dict[str, Any]:
    """Give the values that need not be written: declared defaults, and None where a field may be unknown."""
    stated = {f.name: f.default for f in fields(cls) if f.default is not MISSING}
    return {name: None for name, hint in get_type_hints(cls).items() if _optional(hint)} | stated


def _optional(hint: Any) -> bool:
    return type(None) in getattr(hint, "__args__", ())


def names(thing: object) -> tuple[str, ...]:
    """Give the texts that a path may call a member of a list by: its name or text, a caption, its id."""
    told = (getattr(thing, name, None) for name in (*MAIN, "caption", "id"))
    return tuple(dict.fromkeys(str(getattr(name, "edtf", name)) for name in told if name))


def usual_id(thing: Named, side: Side | None) -> str:
    """Give the id that a thing has unless another is written: the slug of its name; of a side's unit those of its path."""
    return "/".join(slug(step) for step in side.path(thing)) if isinstance(thing, Unit) and side else slug(thing.name)


def with_ids(side: Side) -> Side:
    """Give each unit its usual id if it has none (None)."""
    return replace(side, units=tuple(unit if unit.id is not None else replace(unit, id=usual_id(unit, side)) for unit in side.units))


def is_called(thing: object, word: str) -> bool:
    """Whether a path's word names this member of a list, letter for letter or as a slug."""
    return word in names(thing) or slug(word) in {slug(name) for name in names(thing)} - {""}


def leaves(thing: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Source]]:
    """Walk a campaign: the path of each leaf and where it comes from, in the order of the model."""
    if isinstance(thing, tuple):
        for member in thing:
            word = next(iter(names(member)), "")
            yield from leaves(member, (*path, slug(word) if "/" in word else word))
    elif isinstance(thing, Campaign | Side):
        for field in fields(thing):
            yield from leaves(getattr(thing, field.name), (*path, field.name))
    else:
        for source in (*getattr(thing, "sources", ()), getattr(thing, "source", None)):
            if source:
                yield path, source
