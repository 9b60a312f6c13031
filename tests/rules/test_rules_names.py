"""Rule 8: what is asked about has a name of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.items import BLANK, Item
from quizgen.world import load
from tests.rules.sound import (
    CAMPAIGN,
    CHOICE,
    CLOZE,
    DAYS,
    EVENTS,
    FIGURES,
    GOVERNMENT,
    MATCHING,
    NAMED,
    ORDERING,
    PHASE,
    REBELS,
    RESPONSE,
    SHORT,
    SIDES,
    SORTING,
    STATEMENT,
    broken,
    but,
    unit,
)


def answers(key: str) -> Item:
    return but(SHORT, key=(key,))


def asks_of(name: str) -> Item:
    return but(SIDES, stem=f"On which side did the {name} fight in {NAMED}?")


BAD = {
    "unknown": answers("Unknown ferry warden"),
    "unknown number": answers("an unknown number of guns"),
    "allies without a name": answers("Allied armies"),
    "a coalition without a name": answers("Coalition forces"),
    "several": but(EVENTS, "Rebels capture several guns", "Rebels flee"),
    "others": but(RESPONSE, key=("Marsh Rangers", "others")),
    "and more": but(CHOICE, "River Guards and 3 more", "Amber Hussars"),
    "a question mark": answers("?"),
    "undisclosed": but(MATCHING, pairs=(*MATCHING.pairs, ("An undisclosed corps", "Ash Foot"))),
    "an unnamed commander of the list, asked about": but(SIDES, stem=f"On which side did the unknown ferry commander fight in {NAMED}?"),
    "an unnamed commander of the list, as an option": but(CHOICE, "Unknown ferry commander", "River Guards"),
    "a side without a name": but(SIDES, "side 2", key=("side 1",)),
    "a side without a name, asked about": but(SHORT, stem=f"How many guns did side 1 have in {NAMED}?"),
    "a counted noun": answers("two hills"),
    "an article and a noun": answers("a factory"),
    "a bare noun": answers("hilltops"),
    "a capital before a bare noun": answers("Two nearby villages"),
    "a caption that ends in a counted noun": but(EVENTS, "Rebels capture a hill", "Rebels flee"),
    "a bare deed": answers("a large counter-attack"),
    "bare deeds": but(EVENTS, "heavy air-strikes", "Rebels flee"),
    "fighting": but(CLOZE, key=("fighting",)),
    "an event to order without a name": but(ORDERING, key=(*ORDERING.key, "Rebels capture two more positions")),
    "a description": but(CHOICE, '"Ironclad" elite shock troops', "River Guards"),
    "a description asked about": asks_of('"Ironclad" elite shock troops'),
    "a numbered brigade": but(CHOICE, "8th Brigade", "7th Brigade"),
    "a numbered arm": answers("4th Mechanized Division"),
    "a Roman number": answers("XIV Corps"),
    "an ordinal in words": answers("Second Army"),
    "a quarter of the compass": answers("Northern Division"),
    "a guard": but(SORTING, pairs=(*SORTING.pairs, ("Republican Guard", "Government forces"))),
    "forces": but(RESPONSE, "Aerospace Forces", "River Guards"),
    "a navy": answers("Royal Navy"),
    "the commander of a numbered brigade": answers("8th Brigade commander"),
    "a brigade of no people in a gap": but(CLOZE, stem=f"In {NAMED}, the French left the {BLANK}.", key=("8th Brigade",)),
    "a numbered brigade asked about": asks_of("8th Brigade"),
    "a guard asked about": but(STATEMENT, stem=f"The Republican Guard fought on the side of the rebels in {NAMED}."),
    "a guard at the head": but(STATEMENT, stem=f"Republican Guard horsemen fled in {NAMED}."),
    "forces in a cloze": but(CLOZE, stem=f"In {NAMED}, the Aerospace Forces bombed {BLANK}."),
}
GOOD = {
    "names": CHOICE,
    "days": DAYS,
    "figures": FIGURES,
    "sides": SIDES,
    "phases": PHASE,
    "events": EVENTS,
    "a tomb": answers("Tomb of the Unknown Soldier"),
    "a numbered division below another unit": answers("3rd Division"),
    "the same asked about": asks_of("3rd Division"),
    "a brigade with its owner": answers("8th Brigade of Tarn"),
    "a brigade with its owner asked about": asks_of("8th Brigade of Tarn"),
    "a brigade of a people in a gap": but(CLOZE, stem=f"In {NAMED}, the French {BLANK} left Korra.", key=("8th Brigade",)),
    "a brigade of a people at the head": but(CLOZE, stem=f"About a French unit in {NAMED}: the {BLANK} left Korra.", key=("8th Brigade",)),
    "a guard of a nation asked about": asks_of("Lannoyan Republican Guard"),
    "a guard of a nation": answers("Lannoyan Republican Guard"),
    "a named division": answers("Oak Division"),
    "a label of a side": but(SIDES, "Army", key=("rebels",)),
    "a village with its name": answers("Korra village"),
    "a place whose name is a noun": answers("Cement Factory"),
    "a caption with a name": but(EVENTS, "Rebels capture the Korra hill", "Rebels flee"),
    "a deed with its name": answers("assault on Orsk"),
    "an event that is a deed": but(EVENTS, "Rebels begin a large assault", "Rebels flee"),
    "a length of time": answers("two days"),
    "an office": answers("Minister of War"),
    "a statement": STATEMENT,
    "a campaign not loaded": but(CHOICE, "8th Brigade", "7th Brigade", campaign="elsewhere"),
}


@pytest.mark.parametrize("case", BAD)
def test_nameless_thing_is_found(case: str) -> None:
    assert 8 in broken(BAD[case])


@pytest.mark.parametrize("case", GOOD)
def test_named_thing_passes(case: str) -> None:
    assert 8 not in broken(GOOD[case])


def test_message_asks_for_the_full_name() -> None:
    assert broken(answers("8th Brigade"))[8] == '"8th Brigade" needs its full name: it fits many armies'


def test_a_name_that_units_of_both_sides_have_needs_its_formation() -> None:
    others = replace(GOVERNMENT, units=(*GOVERNMENT.units, unit("Heron Coy", "River Guards"), unit("Thistle Riders")))
    world = load(replace(CAMPAIGN, sides=(REBELS, others)))

    def is_ambiguous(item: Item) -> bool:
        return "a unit of the other side goes by it too" in broken(item, world).get(8, "")

    assert is_ambiguous(asks_of("Heron Company"))
    assert not is_ambiguous(asks_of("Heron Company of the Marsh Rangers"))
    assert is_ambiguous(but(CHOICE, key=("Heron Company",)))
    assert is_ambiguous(asks_of("Thistle Riders"))
    assert not is_ambiguous(CHOICE)
