"""A power's name → its short forms: "France" for "French Third Republic", "Hungary" for "Kingdom of Hungary", "US"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from quizgen.demonyms import countries, demonyms, people
from quizgen.model import Side, norm

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
_FOLK = re.compile(r"(?P<name>[A-Z]\w+) (?:people|Nation|tribe)")
# Other names of the whole, either way round; and names that only the first one has.
_SAME = (
    ("United States", "US", "USA", "United States of America"),
    ("Soviet Union", "USSR"),
    ("Nazi Germany", "Third Reich"),
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
_EAST, _MEIJI = frozenset(("Chinese", "Korean", "Vietnamese")), 1868


def forms_of_power(name: str) -> Iterator[str]:
    """Give the short forms of the name of a power or its land; whether they fit others too is for the caller to see."""
    yield from other_names(name)
    if match := _OF.fullmatch(name) or _STYLED.fullmatch(name) or _FOLK.fullmatch(name):
        yield match["name"]
        yield from other_names(match["name"])
        yield from _styled(match)
    elif match := _POLITY.fullmatch(name):
        yield _ORDINAL.sub("", name)
        for land in _countries(match["people"]):
            yield land
            if match["kind"] in ("Empire", "Kingdom"):
                yield f"{match['kind']} of {land}"
            if match["kind"] == "Empire":
                yield f"Imperial {land}"


def _styled(match: re.Match[str]) -> Iterator[str]:
    """An empire's other names, of "Empire of Japan" or "Imperial Japan": "Japanese Empire"."""
    land, style = match["name"], match[0].split()[0]
    if style in ("Empire", "Imperial") and (words := demonyms(land)):
        yield f"{words[0]} Empire"
        yield f"Imperial {land}" if style == "Empire" else f"Empire of {land}"


def other_names(name: str) -> Iterator[str]:
    """Give what else the whole of a power is called: "Britain" for the United Kingdom."""
    for names in _SAME:
        if norm(name) in map(norm, names):
            yield from (other for other in names if norm(other) != norm(name))
    yield from (other for names in _ALSO if norm(names[0]) == norm(name) for other in names[1:])


def forms_in_realm(name: str, texts: Iterable[str]) -> Iterator[str]:
    """Give a dynasty's realm by its people, where a text has them: "Persia", "Persian Empire" for "Achaemenid Empire"."""
    polity, own = _POLITY.fullmatch(name), demonyms(name)
    if polity and polity["people"] in own[1:] and any(re.search(rf"\b{own[0]}s?\b", text) for text in texts):
        for land in _countries(own[0]):
            yield land
            yield f"{polity['people']} {land}"
        yield f"{own[0]} {polity['kind']}"
        yield f"{polity['people']} {own[0]} {polity['kind']}"


@cache
def _countries(adjective: str) -> tuple[str, ...]:
    """The one country that goes by an adjective: "French", France."""
    found = countries(adjective)
    return found if len(found) == 1 else ()


def peoples_of(name: str) -> tuple[str, ...]:
    """Give what a power's people are called: "French", "Ottomans", "Ayyubids"."""
    polity = _POLITY.fullmatch(name)
    own = (*demonyms(name)[:1], *((polity["people"],) if polity and polity["people"] != "United" else ()))
    return tuple(dict.fromkeys(form for word in own for form in (word, people(word) or word)))


def is_family_first(side: Side, year: int) -> bool:
    """Whether all powers of a side are of peoples whose names have the family first, in English too: the Japanese until 1868."""
    east = _EAST | ({"Japanese"} if year < _MEIJI else set())
    return bool(side.belligerents) and all(east & set(demonyms(power.name)) for power in side.belligerents)
