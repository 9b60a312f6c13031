"""Orders of battle as the flat form leaves them."""

import pytest

from quizgen.article import Text
from quizgen.infobox.orders import read_units


def read(value):
    units, remarks = read_units(Text(value, "box.txt", 3))
    return [(u.name, u.parent) + (("?",) if u.placeholder else ()) for u in units], [r.code for r in remarks]


CASES = [
    ("Legio VI, Legio X", [("Legio VI", None), ("Legio X", None)]),
    (
        "Old Guard, * 1st Grenadiers, ** 2nd Company, * Chasseurs",
        [("Old Guard", None), ("1st Grenadiers", "Old Guard"), ("2nd Company", "1st Grenadiers"), ("Chasseurs", "Old Guard")],
    ),
    ("Levy Front, * 18px Marsh Brigade, 8th Brigade", [("Levy Front", None), ("Marsh Brigade", "Levy Front"), ("8th Brigade", None)]),
    ("* 4th Division, * 5th Division", [("4th Division", None), ("5th Division", None)]),
    ("II Corps:, 6th Division, 7th Division", [("II Corps", None), ("6th Division", "II Corps"), ("7th Division", "II Corps")]),
    (
        "; Mountain Corps, * 2nd Division, ; III Corps, * 3rd Division",
        [("Mountain Corps", None), ("2nd Division", "Mountain Corps"), ("III Corps", None), ("3rd Division", "III Corps")],
    ),
    ("Divers 7, 11, and 12", [("Divers 7, 11, and 12", None)]),
    (
        "Army, * 3rd Battalion, 17th Regiment, * 26th Regiment",
        [("Army", None), ("3rd Battalion, 17th Regiment", "Army"), ("26th Regiment", "Army")],
    ),
    (
        "1st Division, * Team 1, ** 3rd Battalion, 5th Marines, ** 2nd Battalion, 7th Marines, * Team 2",
        [
            ("1st Division", None),
            ("Team 1", "1st Division"),
            ("3rd Battalion, 5th Marines", "Team 1"),
            ("2nd Battalion, 7th Marines", "Team 1"),
            ("Team 2", "1st Division"),
        ],
    ),
    ("Army, * 3rd Battalion, 17th Regiment", [("Army", None), ("3rd Battalion", "Army"), ("17th Regiment", None)]),
    ("18px 4th Division, 22px Guard", [("4th Division", None), ("Guard", None)]),
    ("No. 8 (Guards) Commando", [("No. 8 (Guards) Commando", None)]),
    ("51 Infantry Division Sella", [("51 Infantry Division Sella", None)]),
    ("al-Quds Brigade", [("al-Quds Brigade", None)]),
    ('"Storm" shock troops', [('"Storm" shock troops', None)]),
    ("I Corps, 4th Battalion, 3rd Guard Brigade", [("I Corps", None), ("4th Battalion, 3rd Guard Brigade", None)]),
    ("several militias", [("several militias", None, "?")]),
    ("Army of the Orl:, * I Corps", [("Army of the Orl", None), ("I Corps", "Army of the Orl")]),
    ("138. Jägerregiment", [("138. Jägerregiment", None)]),
    ("Horse guards:, * 1st Troop", [("Horse guards", None), ("1st Troop", "Horse guards")]),
]


@pytest.mark.parametrize(("value", "units"), CASES)
def test_a_list_gives_its_units(value, units):
    assert (units, []) == read(value)


@pytest.mark.parametrize("heading", ["Axis armies", "Allied Forces", "Marnish divisions", "Naval forces"])
def test_a_heading_of_several_formations_is_none_of_them(heading):
    assert ([("Marsh Army Group", None), ("4th Army", "Marsh Army Group")], ["R222"]) == read(f"{heading}:, Marsh Army Group, * 4th Army")


def test_what_a_message_quotes_is_cut():
    (remark,) = read_units(Text(f"({'late ' * 40}reserve)", "box.txt", 3))[1]
    assert f'"({"late " * 11}late…" says more of the unit before' == remark.message


REPORTED = [
    ("Marn Division, Unattached, * 2nd Lancers", [("Marn Division", None), ("2nd Lancers", None)], ["R222"]),
    ("Ground units:, Tenth Army, Air units:, 2nd Wing", [("Tenth Army", None), ("2nd Wing", None)], ["R222", "R222"]),
    ("1st Brigade, *, ** 5th Battalion", [("1st Brigade", None), ("5th Battalion", None)], ["R220"]),
    (", * Garrison", [("Garrison", None)], ["R220"]),
    ("9th Army (renamed 10th Army), Militia", [("9th Army", None), ("Militia", None)], ["R222"]),
    ("9th Army, (15–27 April)", [("9th Army", None)], ["R222"]),
    ("3rd Battalion, (of the 17th Regiment)", [("3rd Battalion", None)], ["R222"]),
    ("9th Army, and 5 more", [("9th Army", None)], ["R222"]),
    (
        "5th Fleet, * Joint Landing, Force (TF 51), * Troop Ships",
        [("5th Fleet", None), ("Joint Landing Force", "5th Fleet"), ("Troop Ships", "5th Fleet")],
        ["R222"],
    ),
    ("Marsh Guard (in reserve)", [("Marsh Guard", None)], ["R222"]),
    ("1st Army (Orl), 1st Army (Verre)", [("1st Army (Orl)", None), ("1st Army (Verre)", None)], []),
    ("2 battalions, 6 light cohorts of foot", [], ["R222", "R222"]),
    ("Unknown", [], ["R222"]),
    ("1812", [], ["R221"]),
]


@pytest.mark.parametrize(("value", "units", "codes"), REPORTED)
def test_what_the_model_has_no_place_for_is_reported(value, units, codes):
    assert (units, codes) == read(value)


@pytest.mark.parametrize("value", ["12,000 Armenian cavalry", "40,000+ Marnish horsemen", "c. 8,000 foot soldiers"])
def test_a_count_of_men_names_no_unit(value):
    units, remarks = read_units(Text(f"1st Division, {value}", "box.txt", 3))
    assert (["1st Division"], ["R222"]) == ([unit.name for unit in units], [remark.code for remark in remarks])
