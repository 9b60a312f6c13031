"""Names → entities."""

import pytest

from quizgen.demonyms import demonyms, people
from quizgen.model import EntityKind
from quizgen.prose.names import kind_of, names
from tests.prose.telling import CIVIL, told


def entities(prose, **box):
    return {e.name: (set(e.aliases), set(e.maybe_same)) for e in told(prose, **box).entities if e.kind is EntityKind.PLACE}


JOINED = {
    "also known as": ("They took Orl village (also known as Orlen).", {"Orl village": ({"Orlen"}, set())}),
    "also called": ("They took Orl village, also called Orlen, in May.", {"Orl village": ({"Orlen"}, set())}),
    "shortened": (
        "They left the Vann Steel Works Academy. The Steel Works Academy burnt.",
        {"Vann Steel Works Academy": ({"Steel Works Academy"}, set())},
    ),
    "with and without its noun": ("They left Orl village and reached Orl.", {"Orl": ({"Orl village"}, set())}),
    "a river": ("They crossed the Orl river. They reached the Orl.", {"Orl river": ({"Orl"}, set())}),
    "a town on a river": ("They crossed the Orl river. They reached Orl.", {"Orl river": (set(), set()), "Orl": (set(), set())}),
    "another word for it": ("They left Orl airfield. They landed at Orl Airstrip.", {"Orl airfield": ({"Orl Airstrip"}, set())}),
    "in brackets": ("They left Orl Ridge (Dorn Ridge to the Verrans). Dorn Ridge burnt.", {"Orl Ridge": ({"Dorn Ridge"}, set())}),
    "its number": (
        "They left the 1070 Vann Housing Project. The 1070 complex burnt.",
        {"1070 Vann Housing Project": ({"1070 complex"}, set())},
    ),
    "two longer names": (
        "They left the Vann Steel Academy and the Dorn Steel Academy. The Steel Academy burnt.",
        {
            "Vann Steel Academy": (set(), {"Steel Academy"}),
            "Dorn Steel Academy": (set(), {"Steel Academy"}),
            "Steel Academy": (set(), {"Vann Steel Academy", "Dorn Steel Academy"}),
        },
    ),
    "spelt otherwise": (
        "They left the Castello Road and the Al-Castillo Highway.",
        {"Castello Road": (set(), {"Al-Castillo Highway"}), "Al-Castillo Highway": (set(), {"Castello Road"})},
    ),
    "other numbers": ("They left Hill 12 and Hill 13.", {"Hill 12": (set(), set()), "Hill 13": (set(), set())}),
    "other kinds": ("They left the Orl Bridge and Orl Station.", {"Orl Bridge": (set(), set()), "Orl Station": (set(), set())}),
    "adjectives": ("They left the Italian line and the German base.", {}),
    "operations": ("They were in Operation Anvil near the Battle of Orl.", {}),
}


@pytest.mark.parametrize(("prose", "found"), JOINED.values(), ids=JOINED)
def test_names_are_joined_only_where_the_text_says_so_or_one_shortens_another(prose, found):
    assert found == entities(prose)


def test_parties_units_and_people_are_entities_and_placeholders_are_not():
    box = {
        "Combatant1": "Vessen Republic",
        "Units1": "8th Brigade",
        "Commander1": "Maj. Ivo Orde, (Dawn Front commander), Unknown militia commander",
    }
    kinds = {e.name: e.kind for e in told("It rained.", **box).entities}
    assert EntityKind.GROUP == kinds["Vessen Republic"] == kinds["8th Brigade"] == kinds["Dawn Front"]
    assert EntityKind.PERSON == kinds["Ivo Orde"]
    assert not any("Unknown" in name for name in kinds)


def test_a_group_met_only_in_a_role_may_be_a_party_of_its_side_but_no_brigade():
    box = CIVIL | {"Commander1": "Ivo Orde, (Dawn Host commander)", "Units1": "8th Brigade"}
    found = {e.name: e.maybe_same for e in told("It rained.", **box).entities}
    assert ("People's Front", "Mountain League") == found["Dawn Host"]
    assert ("Dawn Host",) == found["Mountain League"]
    assert () == found["8th Brigade"]


def test_a_role_that_shortens_a_listed_name_is_no_other_group():
    box = CIVIL | {"Units1": '"Storm" shock troops', "Commander1": 'Ivo Orde, ("Storm" commander)'}
    assert '"Storm"' not in {e.name for e in told("It rained.", **box).entities}


NAMES = {
    "The rebels took Orl.": ["Orl"],
    "Meanwhile, Orl fell.": ["Orl"],
    "They took the Al-Hikma school and Al-'Amariyah village.": ["Al-Hikma school", "Al-'Amariyah village"],
    "They left the village of Orl in May.": ["Orl"],
    "Lewis Heath's 5th Indian Division came.": ["5th Indian Division"],
    "The 29th Brigade came.": ["29th Brigade"],
    "Orl's walls fell on 3 May 1941.": ["Orl"],
    "They met Otto von der Tann near Điện Biên Phủ.": ["Otto von der Tann", "Điện Biên Phủ"],
    'One "was to fire at the Orlans".': ["Orlans"],
    "500 men came.": [],
    "it rained.": [],
}


@pytest.mark.parametrize(("text", "found"), NAMES.items(), ids=NAMES)
def test_names_are_words_that_belong_together(text, found):
    assert found == [name.text for name in names(text)]


def test_a_name_tells_its_kind_by_its_own_nouns_only():
    kinds = [kind_of(name) for name in names("They saw the Steel Factory, Orl, the 5th Corps, Mount Vann and the village of Dorn.")]
    assert [EntityKind.PLACE, None, EntityKind.GROUP, EntityKind.PLACE, EntityKind.PLACE] == kinds


@pytest.mark.parametrize(
    ("power", "found"),
    [
        ("Nazi Germany", ("German",)),
        ("Kingdom of Italy (until 1943)", ("Italian",)),
        ("Ottoman Empire", ("Ottoman", "Turkish", "Turk")),
        ("Zornian Empire", ("Zornian",)),
        ("Mountain League", ()),
    ],
)
def test_a_power_has_its_adjectives(power, found):
    assert found == demonyms(power)


def test_a_people_is_its_adjective_in_the_plural_or_the_adjective_itself():
    assert ["Germans", "Poles", None, None, None] == [people(word) for word in ("German", "Polish", "French", "British", "Japanese")]


@pytest.mark.parametrize(
    "prose",
    [
        "They came in 480 BC and left.",
        "They sent to Orde in Vann. Orde was recalled.",
        "They marched to Orde and fought. Orde, who fled, is lost.",
        "They marched to Marn and fought, and to Ivo Marn in Orl, and met near Marn Sal.",
    ],
)
def test_years_and_people_are_no_places(prose):
    found = entities(prose, Commander1="Ivo Marn Sal")
    assert {"480 BC", "Orde", "Marn", "Ivo Marn", "Marn Sal"}.isdisjoint(found)


def test_a_town_that_men_held_who_fell_is_a_place():
    assert "Vann" in entities("They shelled the men in Vann, who fled.")
