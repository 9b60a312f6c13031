"""A place's name → its short form: "Douaumont" for "Fort Douaumont", "Carmo" for "Carmo barracks"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.prose.names import PLACE_NOUNS

_NOUNS = "|".join(sorted(PLACE_NOUNS))
_BEFORE = re.compile(r"(?:Fort|Fortress|Castle|Camp|Port) (?:of )?(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)")
_AFTER = re.compile(rf"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?) (?:{_NOUNS})")
_CAPITAL = re.compile(r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?) (?:Airport|Airfield|Aerodrome|Airbase|Island|Islands)")
_SEA = re.compile(
    r"(?P<name>(?:(?:North|South|Eastern|Western|Central) )?"
    r"(?:Mediterranean|Pacific|Atlantic|Baltic|Aegean|Adriatic|Caribbean|Caspian|Arctic)) (?:Sea|Ocean)"
)
_COLOURED = r"Long|Big|High|Round|Black|White|Red|Green|Blue|Grey|Yellow|Golden|Horse|Goat|Dog|Bird|International|Municipal"
_TOO_LITTLE = re.compile(
    rf"(?:{_COLOURED}|North|South|East|West|Upper|Lower|New|Old|Great|Little|Central|Main|First|Second|Third|Royal|National)\w*"
)


def forms_of_place(name: str) -> Iterator[str]:
    """Give a place's name without the word for what it is; whether it fits others too is for the caller to see."""
    if match := _SEA.fullmatch(name):
        yield match["name"]
    match = _BEFORE.fullmatch(name) or _AFTER.fullmatch(name) or _CAPITAL.fullmatch(name)
    if match and not _TOO_LITTLE.fullmatch(match["name"]):
        yield match["name"]
