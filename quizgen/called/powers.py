"""A power's name → its short forms: "France" for "French Third Republic", "Hungary" for "Kingdom of Hungary", "US"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from quizgen.model import Side, norm
from quizgen.prose.demonyms import countries, demonyms

_OF = re.compile(
    r"(?:(?:First|Second|Third|Fourth|Fifth) )?(?:Kingdom|Empire|Republic|Duchy|Grand Duchy|Principality|Tsardom|Electorate|Landgraviate|"
    r"Margraviate|County|Sultanate|Emirate|Khanate|Caliphate|Dominion|Union|Commonwealth|State|Colony|Crown|Provisional Government)"
    r" of (?:the )?(?P<name>[A-Z].*)"
)
_STYLED = re.compile(r"(?:Nazi|Fascist|Imperial|Vichy|Habsburg|Francoist|Ancient|Classical|Tsarist|Qajar|Safavid) (?P<name>[A-Z]\w+)")
_POLITY = re.compile(
    r"(?:(?P<number>First|Second|Third|Fourth|Fifth) )?(?P<people>[A-Z]\w+(?:[-–][A-Z]\w+)?) "
    r"(?:(?P<count>First|Second|Third|Fourth|Fifth) )?(?P<kind>Empire|Kingdom|Republic|Sultanate|Caliphate|Emirate|Khanate|Dynasty|dynasty)"
)
_ORDINAL = re.compile(r"\b(?:First|Second|Third|Fourth|Fifth) ")
_PEOPLE = re.compile(r"(?:man|[iu]an|id|ine|ist|ite)$")  # "Ottomans", "Ayyubids"
_FOLK = re.compile(r"(?P<name>[A-Z]\w+) (?:people|Nation|tribe)")
# Other names of the whole, either way round; and names that only the first one has.
_SAME = (
    ("United States", "US", "USA", "United States of America"),
    ("Soviet Union", "USSR"),
    ("Confederate States of America", "Confederate States", "Confederacy", "CSA"),
    ("Democratic Republic of Vietnam", "North Vietnam"),
    ("Republic of Vietnam", "South Vietnam"),
    ("Democratic People's Republic of Korea", "DPRK", "North Korea"),
    ("Republic of Korea", "ROK", "South Korea"),
    ("British Raj", "British India"),
    ("Islamic State of Iraq and the Levant", "ISIL", "ISIS", "Islamic State"),
    ("United Nations", "UN"),
)
_ALSO = (
    ("United States", "America"),
    ("United Kingdom", "UK", "Britain", "Great Britain"),
    ("Great Britain", "Britain"),
    ("People's Republic of China", "China"),
    ("Union", "United States"),
    ("British Raj", "India"),
    ("British Empire", "Britain", "Great Britain"),
)
_EAST = frozenset(("Chinese", "Japanese", "Korean", "Vietnamese"))


def forms_of_power(name: str) -> Iterator[str]:
    """Give the short forms of a power's name; whether they fit others too is for the caller to see."""
    yield from _other_names(name)
    if match := _OF.fullmatch(name) or _STYLED.fullmatch(name) or _FOLK.fullmatch(name):
        yield match["name"]
        yield from _other_names(match["name"])
    elif match := _POLITY.fullmatch(name):
        yield _ORDINAL.sub("", name)
        yield from _countries(match["people"])
        if _PEOPLE.search(match["people"]):
            yield f"{match['people']}s"


def _other_names(name: str) -> Iterator[str]:
    for names in _SAME:
        if norm(name) in map(norm, names):
            yield from (other for other in names if norm(other) != norm(name))
    yield from (other for names in _ALSO if norm(names[0]) == norm(name) for other in names[1:])


@cache
def _countries(adjective: str) -> tuple[str, ...]:
    """The one country that goes by an adjective: "French", France."""
    found = countries(adjective)
    return found if len(found) == 1 else ()


def is_eastern(side: Side) -> bool:
    """Whether all powers of a side are of peoples that put the family's name first."""
    peoples = [frozenset(demonyms(power.name)) for power in side.belligerents]
    return bool(peoples) and all(people & _EAST for people in peoples)
