"""Entities and texts → the entities, each also under the letters that the text puts behind its name: "Orlo Guard Force (OGF)"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from quizgen.grammar.letters import spelt_out
from quizgen.model import Entity, EntityKind, names_of, norm


def with_letters(entities: tuple[Entity, ...], texts: Iterable[str]) -> tuple[Entity, ...]:
    """Give letters to what they stand for, and the name to what is listed under its letters; two meanings of one give none."""
    meant: dict[str, set[str]] = {}
    for letters, name in (pair for text in texts if "(" in text for pair in spelt_out(text)):
        meant.setdefault(letters, set()).add(name)
    for letters, names in meant.items():
        if len(names) == 1:
            entities = _joined(entities, letters, next(iter(names)))
    return entities


def _joined(entities: tuple[Entity, ...], letters: str, name: str) -> tuple[Entity, ...]:
    found = {n: _entity(entities, n) for n in (letters, name)}
    first = next((e for e in entities if e in found.values()), None)
    if first is None or first.kind is not EntityKind.GROUP:
        return entities
    others = [e for e in found.values() if e and e is not first]
    names = dict.fromkeys((*first.aliases, *(alias for e in others for alias in names_of(e)), letters, name))
    aliases = tuple(alias for alias in names if norm(alias) != norm(first.name))
    gone = {e.name for e in others}
    whole = replace(first, aliases=aliases, maybe_same=tuple(other for other in first.maybe_same if other not in gone))
    return tuple(whole if e is first else e for e in entities if e not in others)


def _entity(entities: Iterable[Entity], name: str) -> Entity | None:
    return next((e for e in entities if norm(name) in map(norm, names_of(e))), None)
