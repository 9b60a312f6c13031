"""Which formation or ship stands in a gap of a sentence of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from quizgen.demonyms import adjectives, demonyms
from quizgen.draw import ordered
from quizgen.grammar.alike import same
from quizgen.grammar.dates import find_dates
from quizgen.grammar.names import surname_of
from quizgen.items import Format
from quizgen.model import Campaign, Side, Told, ToldKind, norm
from quizgen.prose.alone import without_parentheses
from quizgen.prose.formations import formations, number_of, owner_before, ships
from quizgen.prose.things import article
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions._told import DEATH, asked, may_fit, slots_of, things, told_in
from quizgen.world import World

_LIKE = 0.8  # of two spellings of one name: Nezamozhnik / Nyezamozhnik 0.96
_POSSESSIVE = re.compile(r"(\w+)['’]s? $")


@dataclass(frozen=True, slots=True)
class _Unit:
    """What the article says of a formation or ship: its sort, and the peoples and navies that it is said to be of."""

    sort: str
    owners: frozenset[str]


@lru_cache(maxsize=8)  # a type goes through its campaigns one by one
def _known(world: World, campaign_id: str) -> dict[str, _Unit]:
    """The formations and ships of a campaign's prose; one whose side is of one power is of that people."""
    campaign = next(c for c in world.campaigns if c.id == campaign_id)
    fleet, found = ships(campaign), dict[str, _Unit]()
    for text in dict.fromkeys(text for s in campaign.sentences for text in (s.text, without_parentheses(s.text))):
        for one in formations(text, fleet):
            owner = owner_before(text, one.start) or _of_leader(campaign, text[: one.start])
            own = found.get(one.text) or _Unit(
                one.sort, frozenset((*_peoples(world, campaign, one.text), *one.text.split())) & adjectives()
            )
            found[one.text] = replace(own, owners=own.owners | ({owner} if owner else set()))
    return found


def _peoples(world: World, campaign: Campaign, name: str) -> Iterator[str]:
    return (people for side in campaign.sides if side.id in world.sides_of(campaign, name) and (people := _of_one_power(side)))


def _of_one_power(side: Side) -> str:
    """The people of a side's one power; empty where it has several, or a group."""
    return next(iter(demonyms(side.belligerents[0].name)), "") if len(side.belligerents) == 1 else ""


def _of_leader(campaign: Campaign, before: str) -> str:
    """The people of the commander whose unit it is ("Herr's LXXVI Panzer Corps"), where his side is of one power."""
    owner = _POSSESSIVE.search(before)
    of = [side for side in campaign.sides if owner and any(surname_of(c.name) == owner[1] for c in side.commanders)]
    return _of_one_power(of[0]) if len(of) == 1 else ""


def cases(world: World) -> Iterator[Case]:
    """Each unit that a sentence tells beside a day or another name; wrong: others of its sort, and of its army as far as that is told.

    Where neither the name nor the sentence says whose it is ("36th Division"), the stem does.
    """
    for campaign, fact, one in told_in(world, ToldKind.UNIT):
        slots, known = slots_of(campaign, one), _known(world, campaign.id)
        if slots and (things(campaign, one) or any(find_dates(one.text))):
            owners, people = known[one.value].owners, _people(known[one.value], one)
            others = [name for name, unit in known.items() if unit.sort == one.of and name != one.value]
            mates = [name for name in sorted(others, key=len) if not owners or known[name].owners & owners]
            pool = {number_of(name): name for name in mates}.values()  # not both "46th Division" and "46th Infantry Division"
            yield Case(
                facts=(fact,),
                slots=slots | {"a_unit_in": f"{article(people)} {people} unit in " if people else ""},
                key=(one.value,),
                pool=tuple(ordered(fact.id, pool)),
                accepted=tuple(_also_called(known, one.value)),
                explanation=one.text,
                sensitive=bool(DEATH.search(one.text)),
            )


def _people(unit: _Unit, one: Told) -> str:
    """The people of a numbered unit, if the article tells but one and the sentence does not."""
    peoples = unit.owners & adjectives()
    is_told = owner_before(one.text, one.start) or peoples & {*one.value.split()} or number_of(one.value) == one.value
    return min(peoples) if len(peoples) == 1 and not is_told else ""


def _also_called(known: Mapping[str, _Unit], name: str) -> Iterator[str]:
    """What else a unit may be called: for short, where no other has its number ("30th Division"), and with its people or navy."""
    unit, number = known[name], number_of(name)
    alike = {other: known[other] for other in known if number_of(other) == number and known[other].sort == unit.sort}
    if number != name and not any(other.owners and other.owners.isdisjoint(unit.owners) for other in alike.values()):
        yield from (other for other in (*alike, f"{number} {unit.sort}") if {*other.split()} < {*name.split()})
    first, _, rest = name.partition(" ")
    for owner in sorted(unit.owners - {*name.split()}):
        yield from (f"{owner} {name}", f"{first} {owner} {rest}") if rest else (f"{owner} {name}",)


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the article names this unit in the gap; one that the text may name there too, or that may be the same, is not settled."""
    found = asked(world, slots, ToldKind.UNIT)
    if not found:
        return UNSETTLED
    campaign, one = found
    known = _known(world, campaign.id)
    if norm(option) in map(norm, (one.value, *_also_called(known, one.value))):
        return TRUE
    unit, is_same = known.get(option), _is_alike(number_of(option), number_of(one.value))
    if not unit or unit.sort != one.of or is_same or not things(campaign, one) or _is_told_next(campaign, one, number_of(option)):
        return UNSETTLED
    if may_fit(world, campaign, one, option, number_of):
        return UNSETTLED
    return false("another unit in the sentence", f"the article names the {one.value} here")


def _is_alike(name: str, other: str) -> bool:
    """Whether two numbers are one, or two ships' names may be one in two spellings."""
    return same(name, other) or (not name[0].isdigit() and SequenceMatcher(None, name, other).ratio() > _LIKE)


def _is_told_next(campaign: Campaign, one: Told, number: str) -> bool:
    """Whether the sentence before or behind, which may tell of the same, has a unit's number or a ship's name."""
    found = [two for pair in pairwise(campaign.sentences) if one.sentence in pair for two in pair]
    return any(re.search(rf"\b{re.escape(number)}\b", sentence.text) for sentence in found)


STEM = ("About {a_unit_in}{campaign}: {before}{option}{after}", "The article says of {a_unit_in}{campaign}: {before}{option}{after}")
TYPE = QuestionType(
    summary="a formation or ship that a sentence of the article names",
    stems={Format.CLOZE: STEM, Format.MULTIPLE_CHOICE: STEM},
    cases=cases,
    judge=judge,
)
