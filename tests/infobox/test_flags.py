"""Whose a name is by the flag beside it or the page that it leads to."""

import pytest

from quizgen import world
from quizgen.asking import ask
from tests.infobox.boxed import boxed

NAMES = {
    "its page": ("[[Vichy France|France]]", "Vichy France"),
    "its flag": ("{{flagicon|Vichy France}} [[France]]", "Vichy France"),
    "the name of its flag": ("{{flag|Vichy France|name=France}}", "Vichy France"),
    "half a country": ("[[East Germany|Germany]]", "East Germany"),
    "its style": ("[[Nazi Germany|Germany]]", "Germany"),
    "a kingdom": ("{{flag|Kingdom of Italy|name=Italy}}", "Italy"),
    "another name": ("[[Vichy France|Vichy regime]]", "Vichy regime"),
    "years by which flags are told apart": ("{{flag|Republic of China (1912–1949)}}", "Republic of China"),
}


@pytest.mark.parametrize(("combatant", "name"), NAMES.values(), ids=NAMES)
def test_a_power_that_its_bare_name_would_not_tell_apart_has_its_whole_name(combatant, name):
    (power,) = boxed(combatant1=combatant).sides[0].belligerents
    assert (name, None) == (power.name, power.note)


@pytest.mark.parametrize("heading", ["Naval Support", "Air support", "Fire support"])
def test_who_supported_a_side_with_ships_or_aircraft_fought(heading):
    assert boxed(combatant1=f"[[Japan]]<br>'''{heading}:'''<br>[[Italy]]").sides[0].label.value == "Japan and its allies"
    assert boxed(combatant1="[[Japan]]<br>'''Supported by:'''<br>[[Italy]]").sides[0].label.value == "Japan"


FOREIGN = {
    "of another power": ("[[United States]]", "{{flagicon|United Kingdom}} [[Task Force 57]]", True),
    "of its power": ("[[United States]]", "{{flagicon|USA}} [[Task Force 57]]", False),
    "of an ally": ("[[United States]]<br>[[United Kingdom]]", "{{flagicon|United Kingdom}} [[Task Force 57]]", False),
    "of one who only helped": ("[[Italy]]<br>'''Supported by:'''<br>[[Japan]]", "{{flagicon|Japan}} [[Task Force 57]]", True),
    "under another name": ("[[Nazi Germany]]", "{{flagicon|German Empire}} [[Task Force 57]]", False),
    "of nobody known": ("[[Nazi Germany]]", "{{flagicon|Luftflotte 2}} [[Task Force 57]]", False),
    "of a coalition": ("[[Rebel Council]]", "{{flagicon|Italy}} [[Task Force 57]]", False),
}


@pytest.mark.parametrize(("combatant", "unit", "is_barred"), FOREIGN.values(), ids=FOREIGN)
def test_a_unit_or_a_commander_under_the_flag_of_another_power_is_not_asked(combatant, unit, is_barred):
    side = boxed(combatant1=combatant, units1=unit, commander1=unit.replace("Task Force 57", "Jan Vos")).sides[0]
    assert [is_barred, is_barred] == [side.units[0].placeholder, side.commanders[0].placeholder]


@pytest.mark.parametrize(
    ("commanders", "barred"),
    [
        ("[[Jan Vos]]<br>'''Defectors:'''<br>[[Ruth Berg]]<br>[[Ida Holm]]", ["Ruth Berg", "Ida Holm"]),
        ("[[Jan Vos]] (secretly Orlan)<br>[[Ruth Berg]]", ["Jan Vos"]),
        ("[[Jan Vos]] (switched sides)<br>[[Ruth Berg]]", ["Jan Vos"]),
        ("[[Jan Vos]] (secretary)<br>[[Ruth Berg]]", []),
    ],
)
def test_who_changed_sides_is_of_neither(commanders, barred):
    campaign = boxed(commander1=commanders, commander2="[[Piet Marr]]<br>[[Otto Hals]]<br>[[Lars Venn]]")
    assert barred == [person.name for person in campaign.sides[0].commanders if person.placeholder]
    asked = ask(world.load(campaign))[0]
    assert asked
    assert not [item for item in asked for name in barred if name in f"{item.stem} {item.key} {item.pairs} {item.distractors}"]
