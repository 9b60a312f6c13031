"""A unit's name → its short forms: "21st Panzer" for "21st Panzer Division", "RCT 1" for "Regimental Combat Team 1"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NUMBERED = re.compile(
    r"(?P<number>\d+(?:st|nd|rd|th)) (?P<arm>(?:(?:Panzer|Panzergrenadier|Armou?red|Airborne|Mechani[sz]ed|Motori[sz]ed|Mountain|Cavalry|"
    r"Parachute|Gurkha|Guards|Light|SS|Independent|Rifle|Indian|Canadian|Australian|New Zealand|Polish|African) ?)+)"
    r" ?(?:Division|Brigade|Corps|Army|Regiment|Group)"
)
_TAIL = re.compile(r"(?P<kind>[A-Z][a-z]+(?: [A-Z][a-z]+)+) (?P<number>\d+)")
_SHORT = re.compile(r"(?P<letters>[A-Z]{2,}) (?P<number>\d+)")


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


def _ordinal(number: str) -> str:
    ending = "th" if number[-2:] in ("11", "12", "13") else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")
    return f"{number}{ending}"
