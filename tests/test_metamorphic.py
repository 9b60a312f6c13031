"""The first article with every proper name replaced, under another file name, gives the same model and items up to the names.

A name is every capitalized word that does not stand below. Vowels become the next vowel and consonants the next consonant, so that
lengths, capitals, hyphens, digits and "al-" stay as they are; powers become other powers, since their adjectives are known.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from quizgen import api, dump
from quizgen.items import Format, Item
from quizgen.model import Campaign
from tests.asked import ROOT, SEED, Asked, asked, of

pytestmark = pytest.mark.no_cover

SENTENCES = """An At By During Elsewhere Fierce Further However In Later Meanwhile On Shortly Since Some Still Subsequently The There
While With"""
COMMON = """Academy Aerospace Aftermath Air Al Armament Armed Army Artillery Authenticity Battalion Battle BMPs Brigade Brigades Camp
Cement Central Civil Conquest Corps Defense Development Division East Factory Fighting Force Forces Free Front Guard Hawks Head Highway
Housing Infantry Inside Legion March Mechanized Military Minister Mountain New Northern Party Project Rebel Rebels Regiment Replacement
Republican Revolutionary Road Sawmill Sawmills Source Southern Steel Technical Unknown War Initial"""
FIXED = """April August February July June March September Brig Gen Maj KIA WIA Casualties Combatant Commander Conflict Date Infobox
Partof Place Result See Strength Units"""
POWERS = {"Syria": "Libya", "Syrian": "Libyan", "Russian": "Serbian", "Iranian": "Latvian", "Kurdish": "Flemish"}
NEXT = {one: other for row in ("aeioua", "bcdfghjklmnpqrstvwxyzb") for one, other in pairwise(row)}
HASHED = {  # their choice among equals hangs on ids, and so on names
    "dates.first", "dates.order", "dates.phase", "people.match", "sides.odd_one_out", "sides.sort", "sides.who_fought_for",
    "units.children", "dates.span", "events.error", "people.of_side", "units.of_side", "sides.against", "sides.alongside", "sides.opponent",
    "sides.with_aim", "units.sibling",
}  # fmt: skip
WORD = re.compile(r"([^\W\d_]+?)((?:KIA|WIA)?)(?![^\W\d_])")


@cache
def table() -> dict[str, str]:
    """Each name of the seed, in small letters, and what it becomes."""
    kept = {*SENTENCES.split(), *COMMON.split(), *FIXED.split()}
    seed = (ROOT / SEED).read_text(encoding="utf-8")
    names = {match[1] for match in WORD.finditer(seed) if match[1][0].isupper()} - kept
    return {name.casefold(): POWERS.get(name, "".join(NEXT.get(c, c) for c in name.casefold())).casefold() for name in names}


def renamed(text: str) -> str:
    """A text, or an id made of one, with every name replaced and every letter in its case."""
    return WORD.sub(lambda match: _cased(match[1], table().get(match[1].casefold(), match[1])) + match[2], text)


def _cased(like: str, word: str) -> str:
    return word.upper() if like.isupper() and len(like) > 1 else word[0].upper() + word[1:] if like[0].isupper() else word


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    """What comes of the renamed article."""
    path = tmp_path_factory.mktemp("renamed") / "study.txt"
    path.write_text(renamed((ROOT / SEED).read_text(encoding="utf-8")), encoding="utf-8")
    return of(api.read(str(path)).campaign)


def told(campaign: Campaign) -> str:
    return dump.text(dump.campaign(replace(campaign, page=None, as_of=None, name="")), indent=1)


def test_every_name_is_replaced_by_another() -> None:
    assert len(table()) > 100
    assert len(set(table().values())) == len(table())
    assert all(name != other for name, other in table().items())
    assert renamed("Wa’el DiyabWIA of al-Islam, SOHR") == "Xe’el FozecWIA of al-Otmen, TUJS"


def test_the_model_is_the_same_up_to_the_names(other: Asked) -> None:
    assert renamed(told(asked().campaign)).replace(renamed('"aleppo-2016.txt"'), '"study.txt"') == told(other.campaign)


def test_the_facts_are_the_same_up_to_the_names(other: Asked) -> None:
    def facts(world: Asked) -> list[dict[str, dump.Json]]:
        return [dump.fact(fact) | {"source": None} for fact in world.world.facts]

    assert renamed(dump.text(facts(asked()))) == dump.text(facts(other))


def signature(item: Item) -> tuple[object, ...]:
    """What of an item hangs neither on the choice of a wording nor on that of true or false."""
    if item.format is Format.TRUE_FALSE:
        return (item.type, item.format, item.facts)
    pairs = tuple(f"{thing} → {group}" for thing, group in item.pairs)
    return (item.type, item.format, item.facts, item.key, pairs, item.accepted, frozenset(d.text for d in item.distractors))


def stated(world: Asked) -> list[Item]:
    """The items, and the true or false ones that are refused: which of the two is drawn hangs on ids, and a rule may refuse one of them."""
    return [*world.items, *(one.item for one in world.refused if one.item.format is Format.TRUE_FALSE)]


def test_the_items_are_the_same_up_to_the_names(other: Asked) -> None:
    def plain(value: object) -> object:
        return renamed(value) if isinstance(value, str) else type(value)(map(plain, value))  # type: ignore[call-arg,arg-type]

    before = {plain(signature(item)) for item in stated(asked()) if item.type not in HASHED}
    after = {signature(item) for item in stated(other) if item.type not in HASHED}
    assert before == after


def test_the_same_types_are_asked_in_the_same_formats(other: Asked) -> None:
    def formats(world: Asked) -> set[tuple[str, Format | None]]:
        return {(item.type, None if item.type in HASHED else item.format) for item in world.items}

    assert formats(asked()) == formats(other)
