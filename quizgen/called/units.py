"""A unit's name → its short forms: "21st Panzer" for "21st Panzer Division", "RCT 1" for "Regimental Combat Team 1"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from quizgen.demonyms import adjectives, countries, demonyms, folded_adjectives
from quizgen.grammar.alike import folded

_NUMBERED = re.compile(
    r"(?P<number>\d+(?:st|nd|rd|th)) (?P<arm>(?:(?:Panzer|Panzergrenadier|Armou?red|Airborne|Mechani[sz]ed|Motori[sz]ed|Mountain|Cavalry|"
    r"Parachute|Gurkha|Guards|Light|SS|Independent|Rifle|Indian|Canadian|Australian|New Zealand|Polish|African) ?)+)"
    r" ?(?:Division|Brigade|Corps|Army|Regiment|Group)"
)
_TAIL = re.compile(r"(?P<kind>[A-Z][a-z]+(?: [A-Z][a-z]+)+) (?P<number>\d+)")
_SHORT = re.compile(r"(?P<letters>[A-Z]{2,}) (?P<number>\d+)")
_FORCES = r"(?P<kind>Armed Forces|Army|Navy|Air Force|Ground Forces|Defence Forces)"
_OF_LAND = re.compile(rf"{_FORCES} of (?:the )?(?P<land>[A-Z].+)")
_OF_FOLK = re.compile(rf"(?P<folk>[A-Z]\w+) {_FORCES}")


def forms_of_unit(name: str) -> Iterator[str]:
    """Give the short forms of a unit's name; whether they fit others too is for the caller to see."""
    if match := _NUMBERED.fullmatch(name):
        yield f"{match['number']} {match['arm'].strip()}"
    elif match := _TAIL.fullmatch(name):
        letters = "".join(word[0] for word in match["kind"].split())
        yield f"{letters} {match['number']}"
        yield f"{_ordinal(match['number'])} {letters}"
        yield f"{_ordinal(match['number'])} {match['kind']}"
    elif match := _SHORT.fullmatch(name):
        yield f"{_ordinal(match['number'])} {match['letters']}"
    elif match := _OF_LAND.fullmatch(name):
        yield from (f"{adjective} {match['kind']}" for adjective in demonyms(match["land"])[:1])
    elif (match := _OF_FOLK.fullmatch(name)) and match["folk"] in adjectives():
        yield from (f"{match['kind']} of {land}" for land in countries(match["folk"]))


@cache
def _nation() -> str:
    words = sorted(adjectives(), key=lambda word: (-len(word), word))
    return rf"(?:(?:U\.?S\.?|United States|Imperial|Royal|IJA|IJN|{'|'.join(map(re.escape, words))}) )+"


def without_nation(name: str) -> Iterator[str]:
    """Give a numbered unit's name without whose it is ("5th Fleet" for "U.S. 5th Fleet"), and its nation's other name; of others none."""
    number = r"(?:\d+(?:st|nd|rd|th)|[IVXLC]+) "
    if match := re.fullmatch(rf"(?P<before>{_nation()}|)(?P<number>{number})(?P<in>{_nation()}|)(?P<rest>.+)", name):
        if match["before"] or match["in"]:
            yield f"{match['number']}{match['rest']}"
        if re.match(r"U\.?S\.? ", name):
            yield re.sub(r"^U\.?S\.? ", "United States ", name)
    elif match := re.fullmatch(rf"Imperial (?P<rest>{_nation()}.+)", name):
        yield match["rest"]


def is_of_others(form: str, names: Iterable[str], texts: Iterable[str]) -> bool:
    """Whether a text has a unit of that number and kind with words that these names lack: "5th British Fleet" beside the U.S. one."""
    words, own = folded(form), {word for name in names for word in folded(name)}
    number, kind = next((word for word in words if word.isdigit()), ""), words[-1]
    for said in (folded(text) for text in texts if number):
        for at in (n for n, word in enumerate(said) if word == number and kind in said[n + 1 : n + 5]):
            between = said[at + 1 : said.index(kind, at + 1)]
            before = {*said[max(0, at - 1) : at]} & folded_adjectives()
            if {*between, *before} - own:
                return True
    return False


def _ordinal(number: str) -> str:
    ending = "th" if number[-2:] in ("11", "12", "13") else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")
    return f"{number}{ending}"
