"""Campaigns, facts and items → the JSON objects of the documented contract, key by key."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from quizgen.diagnostics import Diagnostic, spelt_out
from quizgen.model import (
    Aim,
    Belligerent,
    By,
    Campaign,
    Commander,
    Contradiction,
    Entity,
    Estimate,
    Event,
    Page,
    Quote,
    Result,
    Side,
    Source,
    Sourced,
    Unit,
)

if TYPE_CHECKING:
    from quizgen.items import Item, Refused
    from quizgen.relations import Fact

Json = str | int | bool | None | Sequence["Json"] | Mapping[str, "Json"]
Leaf = Aim | Belligerent | Commander | Entity | Estimate | Result | Unit
KEYS: dict[type, tuple[str, ...]] = {
    Page: ("site", "title", "page_id", "revision", "url", "retrieved", "licence"),
    Aim: ("text", "side"),
    Result: ("winner", "verdict", "degree", "text"),
    Belligerent: ("name", "note", "bloc"),
    Commander: ("name", "rank", "role", "fate", "placeholder"),
    Unit: ("name", "parent", "placeholder"),
    Entity: ("name", "kind", "aliases", "maybe_same"),
}
# Two kinds together that the shape has no name for; `text` has their words.
_UNNAMED = frozenset(("killed_or_captured", "wounded_or_captured", "wounded_or_missing", "captured_or_missing"))
FIGURE = ("low", "high", "at_least", "at_most", "approximate", "of", "who", "claimed_by", "within", "text")
EVENT = ("id", "kind", "by", "side", "action", "object", "place", "hedge", "caption")


def text(value: Json, *, indent: int | None = None) -> str:
    """Write JSON as one line, or indented; every letter as itself, what drives a terminal escaped."""
    return spelt_out(json.dumps(value, ensure_ascii=False, indent=indent))


def campaign(subject: Campaign, diagnostics: Iterable[Diagnostic] = ()) -> dict[str, Json]:
    """Give the object of `read --format json`."""
    return {
        "id": subject.id,
        "name": subject.name,
        "title": subject.title.value,
        "page": _plain(subject.page, KEYS[Page]) if subject.page else None,
        "as_of": subject.as_of,
        "date": subject.date.value.edtf if subject.date else None,
        "date_notes": [_text(note) for note in subject.date_notes],
        "place": subject.place.value if subject.place else None,
        "part_of": [name.value for name in subject.part_of],
        "aims": [_leaf(aim) for aim in subject.aims],
        "result": _leaf(subject.result) if subject.result else None,
        "outcomes": [_text(outcome) for outcome in subject.outcomes],
        "sides": [_side(side) for side in subject.sides],
        "civilian_casualties": [_estimate(figure, ("kind", *FIGURE)) for figure in subject.civilian_casualties],
        "events": [_event(event) for event in subject.events],
        "entities": [_leaf(entity) for entity in subject.entities],
        "contradictions": [_contradiction(found) for found in subject.contradictions],
        "see_also": [name.value for name in subject.see_also],
        "sources": {
            "title": source(subject.title.source),
            "date": source(subject.date.source) if subject.date else None,
            "place": source(subject.place.source) if subject.place else None,
            "part_of": [source(name.source) for name in subject.part_of],
            "see_also": [source(name.source) for name in subject.see_also],
        },
        "diagnostics": [diagnostic(found) for found in diagnostics],
    }


def source(place: Source) -> dict[str, Json]:
    """Give `{file, line, quote}`, or `{by: {who, why, ref}}` of a leaf that a person set."""
    match place:
        case Quote():
            return {"file": place.file, "line": place.line, "quote": place.quote}
        case By():
            return {"by": {"who": place.who, "why": place.why, "ref": place.ref}}


def diagnostic(found: Diagnostic) -> dict[str, Json]:
    """Give the object of one diagnostic."""
    place: dict[str, Json] = {"severity": str(found.severity), "line": found.span.line, "column": found.span.column}
    return place | {"code": found.code, "message": found.message, "hint": found.hint}


def fact(subject: Fact) -> dict[str, Json]:
    """Give the object of one line of `facts --format jsonl`."""
    names = ("id", "relation", "subject", "object", "claimed_by", "disputed", "hedge", "importance")
    return _plain(subject, names) | {"source": source(subject.source)}


def item(subject: Item) -> dict[str, Json]:
    """Give the object of one line of `items --format jsonl`."""
    told = _plain(subject, ("id", "code", "type", "family", "format", "stem"))
    told["key"] = [list(pair) for pair in subject.pairs] if subject.pairs else list(subject.key)
    told["accepted"] = list(subject.accepted)
    told["distractors"] = [_plain(wrong, ("text", "why_false", "ground")) for wrong in subject.distractors]
    told |= {"facts": list(subject.facts), "source": source(subject.source), "claimed_by": subject.claimed_by}
    told |= {name: _plain(getattr(subject, name), ("level", "why")) for name in ("importance", "difficulty")}
    return told | {"explanation": subject.explanation, "sensitive": subject.sensitive}


def refused(subject: Refused) -> dict[str, Json]:
    """Give the object of a candidate that broke a rule: an item and `refused: [{rule, why}]`."""
    return item(subject.item) | {"refused": [_plain(finding, ("rule", "why")) for finding in subject.findings]}


def _plain(thing: object, names: Iterable[str]) -> dict[str, Json]:
    """Its attributes under their own names; an empty text is unknown, a tuple a list."""
    values = ((name, getattr(thing, name)) for name in names)
    return {name: list(value) if isinstance(value, tuple) else None if value == "" else value for name, value in values}


def _leaf(leaf: Leaf) -> dict[str, Json]:
    return _plain(leaf, KEYS[type(leaf)]) | {"source": source(leaf.source)}


def _text(leaf: Sourced) -> dict[str, Json]:
    return {"text": leaf.value, "source": source(leaf.source)}


def _estimate(figure: Estimate, names: Iterable[str]) -> dict[str, Json]:
    told = _plain(figure, names) | {"source": source(figure.source)}
    return told | {"kind": "casualties"} if told.get("kind") in _UNNAMED else told


def _side(side: Side) -> dict[str, Json]:
    return {
        "id": side.id,
        "label": side.label.value if side.label else None,
        "aliases": [alias.value for alias in side.aliases],
        "belligerents": [_leaf(leaf) for leaf in side.belligerents],
        "commanders": [_leaf(leaf) for leaf in side.commanders],
        "units": [_leaf(leaf) for leaf in side.units],
        "strength": [_estimate(figure, FIGURE) for figure in side.strength],
        "casualties": [_estimate(figure, ("kind", *FIGURE)) for figure in side.casualties],
        "sources": {
            "label": source(side.label.source) if side.label else None,
            "aliases": [source(alias.source) for alias in side.aliases],
        },
    }


def _event(event: Event) -> dict[str, Json]:
    told = _plain(event, EVENT) | {"date": event.date.edtf if event.date else None}
    return told | {"text": event.sentence.text, "section": event.sentence.section, "source": source(event.source)}


def _contradiction(found: Contradiction) -> dict[str, Json]:
    return {"text": found.text, "values": list(found.values), "sources": [source(place) for place in found.sources]}
