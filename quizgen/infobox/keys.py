"""Infobox keys as written ("Commander1", "leadfigures2a") → the field of the model and the side that they fill."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache

# Infobox military conflict and its aliases, Infobox civil conflict, Infobox military operation (their documentation).
FIELDS = {
    "title": ("conflict", "title", "name", "campaign", "battle_name"),
    "date": ("date", "dates"),
    "place": ("place", "location"),
    "part_of": ("partof", "part_of"),
    "result": ("result", "outcome"),
    "belligerents": ("combatant", "combatants", "belligerent", "belligerents", "side"),
    "commanders": ("commander", "commanders", "leader", "leaders", "leadfigures", "commanded_by"),
    "units": ("units", "unit"),
    "strength": ("strength", "milstrength", "polstrength", "howmany"),
    "casualties": ("casualties", "losses"),
}
_UNUSED = """action arrests casus causes charged detentions executed_by fatalities fined goals injuries methods notes objective planned
    planned_by scope status target territory type"""
_LOOKS = """alt campaignbox caption colour_scheme coordinates image image_size image_upright map_alt map_caption map_label map_mark
    map_marksize map_relief map_size map_type width"""
UNUSED = frozenset(_UNUSED.split())  # readers know them, the model has no place for them
LOOKS = frozenset(_LOOKS.split())  # how the box looks; nothing to read
_BY_KEY = {key: field for field, keys in FIELDS.items() for key in keys}
SIDED = frozenset({"belligerents", "commanders", "units", "strength", "casualties"})


@lru_cache(maxsize=1024)
def fold(key: str) -> str:
    """Fold a key for comparison: case, spaces and underscores do not count."""
    return re.sub(r"[\s_]+", "_", key.strip().casefold())


@lru_cache(maxsize=1024)
def field_of(key: str) -> tuple[str, str] | None:
    """Give the model's field and the side number ("" if the key has none) that a key fills; None for any other key."""
    folded = fold(key)
    if folded in _BY_KEY and _BY_KEY[folded] not in SIDED:
        return _BY_KEY[folded], ""
    match = re.fullmatch(r"([a-z_]*[a-z])_?([1-9])[a-e]?", folded)
    field = _BY_KEY.get(match[1], "") if match else ""
    return (field, match[2]) if match and field in SIDED else None


def is_civil(key: str) -> bool:
    """Whether only the box of a civil conflict has the key: it has leading figures, and tells how many took part."""
    return bool(re.fullmatch(r"(?:leadfigures|howmany)_?[1-9][a-e]?", fold(key)))


def is_known(key: str) -> bool:
    """Whether the key fills a field of the model."""
    return field_of(key) is not None


def nearest(key: str) -> str:
    """The known key that looks most like this one; empty if none does."""
    numbered = [f"{name}{side}" for field in SIDED for name in FIELDS[field] for side in "123"]
    plain = [name for field, names in FIELDS.items() if field not in SIDED for name in names]
    return next(iter(get_close_matches(fold(key), [*numbered, *plain], 1, 0.75)), "")
