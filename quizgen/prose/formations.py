"""The prose → the numbered formations and the ships that it names, as they stand in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quizgen.demonyms import folded_adjectives
from quizgen.grammar.numerals import ORDINALS
from quizgen.model import Campaign, EntityKind, names_of, norm
from quizgen.prose.names import Name, names
from quizgen.prose.plain import SIDES
from quizgen.prose.words import words

SORTS = (
    "Army Group|Task Force|Task Group|Army|Corps|Division|Brigade|Regiment|Battalion|Fleet|Flotilla|Squadron|Legion|Front|Company|"
    "Battery|Wing|Commando"
)
_SORT = re.compile(rf"\b(?:{SORTS})\b")
_NUMBER = re.compile(r"\d+(?:st|nd|rd|th|d)?|[IVXL]+", re.ASCII)
_OWNERS = folded_adjectives() | {norm(side) for side in SIDES} | {"us", "u s", "anglo"}
_SMALL = words("Brigade Regiment Battalion Squadron Company Battery Wing Flotilla Commando")  # of which every army has a "1st"
_NO_NAME = re.compile(rf"['’,]| of |\d .*\d$|\b(?:{SORTS}) .*s$")  # "5th Brigade's Black Company", "No. 601 Squadron RAF Hurricanes"
_NAVY = re.compile(r"(?:HMS|HMAS|HMCS|HMNZS|HMIS|USS|SMS|ORP|HNLMS|HNOMS|HSWMS|INS|CSS)\s", re.IGNORECASE)
_CLASS = words(
    "battleship battlecruiser dreadnought cruiser destroyer frigate corvette sloop submarine monitor gunboat minesweeper minelayer "
    "carrier transport tanker freighter steamer ironclad galleon flagship trawler"
)
_NUMBERED = re.compile(r"\bNo\. $")
_AND = (", ", " and ", ", and ")
_AFTER_CLASS = re.compile(rf"\b(?P<sort>{'|'.join(sorted(_CLASS))})s? $")


@dataclass(frozen=True, slots=True)
class Formation:
    """A formation or ship at `start` of a text: "30th Infantry Division", "Hood", without its people and without "HMS".

    `sort`: "Division", "cruiser".
    """

    text: str
    start: int
    sort: str


def ships(campaign: Campaign) -> dict[str, str]:
    """Every ship that the prose calls one, by its name, and its class ("ship" if untold): "HMS Hood", "the cruisers Arendt and Dahl"."""
    found: dict[str, str] = {}
    known = {name for entity in campaign.entities if entity.kind is EntityKind.PLACE for name in names_of(entity)}  # "Yalta" may be both
    for sentence in campaign.sentences:
        end, sort = 0, ""
        for name in names(sentence.text):
            navy, told = _NAVY.match(name.text), _AFTER_CLASS.search(sentence.text, 0, name.start)
            sort = told["sort"] if told else sort if sentence.text[end : name.start] in _AND else ""
            bare, end = name.text[navy.end() if navy else 0 :], name.end
            if (navy or sort) and bare not in known and not _SORT.search(bare) and not name.noun:
                found[bare] = sort or found.get(bare, "ship")
    return found


def formations(text: str, known: Mapping[str, str]) -> Iterator[Formation]:
    """Find the formations with a number, and the ships: those known, and what stands behind a class or a navy ("the cruiser Yalta")."""
    for name in names(text):
        navy, told = _NAVY.match(name.text), _AFTER_CLASS.search(text, 0, name.start)
        bare = name.text[navy.end() if navy else 0 :]
        if found := _formation(text, name):
            yield found
        elif (bare in known or navy or told) and not name.noun and not _SORT.search(bare):
            yield Formation(bare, name.end - len(bare), known.get(bare) or (told["sort"] if told else "ship"))


def _formation(text: str, name: Name) -> Formation | None:
    parts = name.text.split()
    while parts and norm(parts[0]) in _OWNERS:
        parts.pop(0)
    said, sort = " ".join(parts), _SORT.search(" ".join(parts))
    start = name.end - len(said)
    is_numbered = any(_NUMBER.fullmatch(part) for part in parts) or (parts and parts[0].casefold() in ORDINALS)
    if not sort or not is_numbered or name.noun or "/" in text[start - 1 : start] or _NO_NAME.search(said):
        return None
    number = _NUMBERED.search(text, 0, start)  # "No. 41 Squadron"
    start = number.start() if number else start
    return Formation(text[start : name.end], start, sort[0])


def is_bare(name: str) -> bool:
    """Whether a name is a number and a sort, which many armies have: "36th Division"."""
    sort = _SORT.search(name)
    return sort is not None and len(name.removeprefix("No. ").split()) == 1 + len(sort[0].split())


def is_of_many(one: Formation) -> bool:
    """Whether even one army has several of its name: "8th Brigade"."""
    return is_bare(one.text) and one.sort in _SMALL


def number_of(name: str) -> str:
    """What tells one formation from others of its sort, as written: "30th", "XXX", "First"; a ship's name is its own."""
    parts = name.split()
    return next((part for part in parts if _NUMBER.fullmatch(part) or part.casefold() in ORDINALS), name)


def owner_before(text: str, start: int) -> str:
    """The people or navy that stands right before a name: "German" of "the German 902nd Battalion", "HMS"; empty if none, or two, do."""
    *before, owner = text[:start].split() or [""]
    is_shared = before and before[-1] in ("and", "or") and norm(owner) in _OWNERS  # "the German and Romanian 11th Army"
    return owner if not is_shared and (norm(owner) in _OWNERS or _NAVY.match(f"{owner} ")) else ""
