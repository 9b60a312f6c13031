"""A power's name → the words that prose calls it and its people by: "Germany" → German, Germans.

The adjectives come from library/demonyms.csv; a people is its adjective in the plural, but for the few listed here.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

from quizgen.model import norm, slug

_PEOPLES = {
    "Polish": "Poles", "Danish": "Danes", "Finnish": "Finns", "Spanish": "Spaniards", "Swedish": "Swedes", "Turkish": "Turks",
    "Scottish": "Scots", "Serbian": "Serbs", "Croatian": "Croats", "Kurdish": "Kurds", "Flemish": "Flemings",
}  # fmt: skip
_STYLE = re.compile(
    r"^(?:the|nazi|fascist|vichy|imperial|free|(?:dominion|kingdom|republic|empire|tsardom|state) of|(?:first|second) republic of)\s+",
    re.IGNORECASE,
)


@cache
def _table() -> dict[str, tuple[str, ...]]:
    text = files("quizgen").joinpath("library", "demonyms.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {slug(row["name"]): tuple(w for w in row["words"].split() if not w.endswith("o") and w != "Imperial") for row in rows}


def demonyms(power: str) -> tuple[str, ...]:
    """Give the adjectives of a power, none where the table lacks it: "Nazi Germany" → German; a note in brackets is dropped."""
    name = power.split(" (", maxsplit=1)[0].strip()
    return _known(name) or (
        (match[1],) if (match := re.fullmatch(r"([A-Z]\w+(?:an|ese|ish|man|ine)) (?:Empire|Kingdom|Republic|Federation)", name)) else ()
    )


def _known(name: str) -> tuple[str, ...]:
    """The adjectives that the table has of a power, its style aside."""
    while slug(name) not in _table() and _STYLE.match(name):
        name = _STYLE.sub("", name)
    return _table().get(slug(name), ())


def is_of_powers(name: str) -> bool:
    """Whether a name, however written, is a power's or a people's by the table, alone or as that of its state: "prussian empire"."""
    folk = re.sub(r" (?:empire|kingdom|republic|federation)$", "", norm(name))
    return bool(_known(name)) or folk in folded_adjectives()


@cache
def countries(adjective: str) -> tuple[str, ...]:
    """Give the names of one word whose first adjective this is: "French", France."""
    text = files("quizgen").joinpath("library", "demonyms.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return tuple(row["name"] for row in rows if row["words"].split()[0] == adjective and row["name"].isalpha() and row["name"][0].isupper())


@cache
def adjectives() -> frozenset[str]:
    """Give every adjective of the table, and the people made of it."""
    words = {word for row in _table().values() for word in row}
    return frozenset(words | {plural for word in words if (plural := people(word))})


def adjective_of(folk: str) -> str:
    """Give the adjective of a people: "Athenians" gives "Athenian"; an adjective is its own."""
    return next((word for row in _table().values() for word in row if people(word) == folk), folk)


@cache
def folded_adjectives() -> frozenset[str]:
    """Give every adjective of the table as names are compared."""
    return frozenset(map(norm, adjectives()))


def people(adjective: str) -> str | None:
    """Give the people of an adjective: "Germans", "Poles"; None where it is the adjective itself ("the British")."""
    if adjective in _PEOPLES:
        return _PEOPLES[adjective]
    return None if re.search(r"(?:ch|sh|ese|s)$", adjective) else adjective + "s"
