"""What an examiner of unseen boxes found: headings, pairs of kinds, notes, members of a coalition, helpers that did not fight."""

import pytest

from quizgen import dump, world
from quizgen.asking import ask
from quizgen.naming import has_fought
from tests.infobox.boxed import boxed

FIGURES = {
    "a heading of a place": ("'''At Orl:''' 40 killed", [("40 killed (At Orl)", "killed", None, None)]),
    "a heading of a sum": ("'''In total:''' 40 killed", [("40 killed", "killed", None, None)]),
    "a heading of one army": ("'''RVA losses:'''<br>40 killed", [("40 killed", "killed", "RVA", None)]),
    "a claimant with a time": (
        "'''Verran estimate:''' 60 killed<br>'''Kellish figures (1 May – 9 July 1940):''' 40 killed",
        [
            ("60 killed", "killed", None, "Verran estimate"),
            ("40 killed (1 May – 9 July 1940)", "killed", None, "Kellish figures"),
        ],
    ),
    "an owner": ("40 killed (Knights' claim)", [("40 killed (Knights' claim)", "killed", None, "the Knights")]),
    "an owner by name": ("40 killed (Polybius' claim)", [("40 killed (Polybius' claim)", "killed", None, "Polybius")]),
    "a list below rivals": (
        "'''Verran estimate:''' 60 killed<br>'''Kellish estimate:''' 90 killed\n* 20 pilots killed",
        [
            ("60 killed", "killed", None, "Verran estimate"),
            ("90 killed", "killed", None, "Kellish estimate"),
            ("20 pilots killed", "killed", None, None),
        ],
    ),
    "a list below rivals that adds up to the last": (
        "'''Verran estimate:''' 60 killed<br>'''Kellish estimate:''' 90 killed\n* 20 pilots killed\n* 70 sailors killed",
        [
            ("60 killed", "killed", None, "Verran estimate"),
            ("90 killed", "killed", None, "Kellish estimate"),
            ("20 pilots killed", "killed", None, "Kellish estimate"),
            ("70 sailors killed", "killed", None, "Kellish estimate"),
        ],
    ),
    "a list below one claimant": (
        "'''Verran estimate:''' 60 killed\n* 20 pilots killed",
        [("60 killed", "killed", None, "Verran estimate"), ("20 pilots killed", "killed", None, "Verran estimate")],
    ),
    "a figure that heads a list below a claimant's line": (
        "'''Verran estimate:''' 60 killed\n'''9 ships sunk''':\n* 7 barges sunk",
        [
            ("60 killed", "killed", None, "Verran estimate"),
            ("9 ships sunk", "ships sunk", None, None),
            ("7 barges sunk", "barges sunk", None, None),
        ],
    ),
    "a figure that heads a list below a claimant's heading": (
        "'''Verran estimate:'''\n'''60 killed''':\n* 20 pilots",
        [("60 killed", "killed", None, "Verran estimate"), ("20 pilots", "killed", None, "Verran estimate")],
    ),
    "a figure of a part that heads a list": (
        "'''60 killed (siege)''':\n* 20 pilots\n'''Relief force:''' 30 killed",
        [
            ("60 killed (siege)", "killed", None, None),
            ("20 pilots (siege)", "killed", None, None),
            ("30 killed", "killed", "Relief force", None),
        ],
    ),
    "a body and a year": (
        "'''Verran military prosecutor''' (2017):<br>60 killed<br>'''Parliamentary commission (2014):''' 50 killed",
        [
            ("60 killed", "killed", None, "Verran military prosecutor"),
            ("50 killed", "killed", None, "Parliamentary commission"),
        ],
    ),
    "words in quotation marks": ('"Orl Creek force: 40 killed"', [("40 killed", "killed", "Orl Creek force", None)]),
    "a sum in parentheses": (
        "40 killed<br>90 wounded or captured<br>('''total:''' 130)",
        [
            ("40 killed", "killed", None, None),
            ("90 wounded or captured (total: 130)", "wounded_or_captured", None, None),
            ("total: 130", "casualties", None, None),
        ],
    ),
    "a sum of other things": (
        "40 killed<br>90 captured (total: 500)",
        [("40 killed", "killed", None, None), ("90 captured (total: 500)", "captured", None, None)],
    ),
}


@pytest.mark.parametrize(("casualties", "figures"), FIGURES.values(), ids=FIGURES)
def test_a_figure_keeps_what_its_heading_says(casualties, figures):
    found = boxed(casualties1=casualties).sides[0].casualties
    assert figures == [(f.text, f.kind, f.who, f.claimed_by) for f in found]


@pytest.mark.parametrize(
    ("note", "is_settled"),
    [
        ("His part is disputed; by some accounts he stayed at Kell.", False),
        ("He may not have been present.", False),
        ("His rank was that of a general. The size of his army is disputed.", True),
    ],
)
def test_a_man_whose_part_a_note_disputes_is_not_asked(note, is_settled):
    commanders = f"[[Ruth Berg]]<br>[[Jan Vos]]<ref group=lower-alpha>{note}</ref><br>[[Ann Osk]]"
    people = boxed(commander1=commanders).sides[0].commanders
    assert [("Ruth Berg", False), ("Jan Vos", not is_settled), ("Ann Osk", False)] == [(p.name, p.placeholder) for p in people]


def test_phases_in_a_heading_are_no_figures():
    assert ["40 killed"] == [
        f.text.partition(" (")[0] for f in boxed(casualties1="'''In Phases One, Two and Three:'''<br>40 killed").sides[0].casualties
    ]


def test_a_heading_with_a_comma_names_nobody():
    side = boxed(commander1="'''In Orlam, N.D.:'''<br>[[Jan Vos]]<br>'''In Kell:'''<br>[[Ruth Berg]]").sides[0]
    assert ["Jan Vos", "Ruth Berg"] == [person.name for person in side.commanders]
    assert [] == [person.name for person in boxed(commander1="In Orlam, N.D.").sides[0].commanders if person.name.startswith("In")]


@pytest.mark.parametrize(
    ("commander", "role", "fate"),
    [
        ("[[Jan Vos]]{{KIA|(DOW)}}", None, "DOW"),
        ("[[Jan Vos]]{{KIA}}", None, "KIA"),
        ("[[Jan Vos]]{{KIA|1}}", None, "KIA"),
        ("[[Jan Vos]]{{KIA|Died of fever}}", None, None),
        ("[[Jan Vos]]{{POW|exchanged in May}}", None, None),
        ("[[Jan Vos]] ''(commander)''", "commander", None),
    ],
)
def test_a_man_has_the_fate_and_the_role_that_his_marks_say(commander, role, fate):
    (person,) = boxed(commander1=commander).sides[0].commanders
    assert (None, role, fate) == (person.rank, person.role, person.fate)


def test_two_kinds_together_are_asked_by_their_names():
    campaign = boxed(casualties1="700 killed and captured", casualties2="90 captured/missing")
    stems = [item.stem for item in ask(world.load(campaign))[0] if {"700", "90"} & {*item.key}]
    assert [stem for stem in stems if "killed or captured" in stem]
    assert [stem for stem in stems if "captured or missing" in stem]
    assert not [stem for stem in stems if "casualties" in stem]
    assert ["casualties", "casualties"] == [figure["kind"] for side in dump.campaign(campaign)["sides"] for figure in side["casualties"]]


NOTES = {
    "another number": ("300 horsemen{{efn|Mounted men; some authors raise the number to 2,000.}}", ["300 horsemen"]),
    "of the figure before it": ("900 men<br>300 horsemen{{efn|Marn gives 400.}}<br>700 archers", ["300 horsemen"]),
    "the parts": ("300 men{{efn|30 officers, 70 sergeants and 200 other ranks.}}", []),
    "a work": ("300 men<ref>Marn, ''Orl, 1914–1918'', pp. 310–312, gives no source.</ref>", []),
    "other things": ("300 guns{{efn|Marn says that 250 knights came later.}}", []),
    "the same number": ("300 men{{efn|According to Marn, 300.}}", []),
    "a heading of the very fight": ("870 men<br>900<br>Vand Creek force: 720", ["900"]),
    "a part of it": ("900<br>Vand garrison: 80", []),
}


@pytest.mark.parametrize(("strength", "texts"), NOTES.values(), ids=NOTES)
def test_a_note_that_gives_another_number_makes_its_figure_contested(strength, texts):
    assert texts == [found.values[0] for found in boxed(strength1=strength).contradictions]


@pytest.mark.parametrize(
    "note", ["stretcher bearers", "medical corps", "field hospital", "supplies", "logistics", "non-combatants", "financial support"]
)
def test_who_only_helped_did_not_surely_fight(note):
    first, helper = boxed(combatant1=f"[[Orland]]<br>[[India]] ({note})").sides[0].belligerents
    assert (True, False) == (has_fought(first), has_fought(helper))


@pytest.mark.parametrize(
    ("combatant", "label"),
    [
        ("[[United Nations]]<hr>{{ubl|[[Canada]]|[[France]]|[[Italy]]}}", "United Nations"),
        ("[[Canada]]<hr>{{ubl|[[United Kingdom]]|[[France]]|[[Italy]]}}", "Canada and its allies"),
        ("[[United Nations]]<br>{{ubl|[[Canada]]|[[France]]|[[Italy]]}}", "United Nations and its allies"),
        ("[[Orland]]<br>[[Verre]] (Vos's men)", "Orland and its allies"),
        ("[[Orland]]<br>[[Verre]] (Vos's men)<br>[[Italy]]", "Orland and its allies"),
        ("[[Verre]]<br>[[Orland]]", None),
    ],
)
def test_a_side_is_called_by_who_leads_it_alone(combatant, label):
    side = boxed(combatant1=combatant).sides[0]
    assert label == (side.label.value if side.label else None)


def test_nothing_is_asked_of_those_whom_a_list_does_not_name():
    campaign = boxed(combatant1="[[Orland]]<br>[[Kell]]<br>Other [[Hellas|Greek allies]]", combatant2="[[Verre]]<br>[[Lowmark]]")
    asked = ask(world.load(campaign))[0]
    assert [item for item in asked if "Kell" in item.stem or "Kell" in item.key]
    assert not [item for item in asked if "Other Greek" in f"{item.stem} {item.key} {item.distractors}"]


def test_a_note_below_a_list_of_parts_is_not_the_last_ones():
    strength = "900 men<br>\n*800 infantry\n*100 horsemen\n(4 legions and allies)"
    assert ["900 men", "800 infantry", "100 horsemen"] == [figure.text for figure in boxed(strength1=strength).sides[0].strength]


def test_a_pointer_beside_a_victory_is_no_outcome():
    campaign = boxed(result="Orland victory<br>See ''[[#Aftermath|Aftermath]]'' section<br>Verre falls")
    assert ["Verre falls"] == [outcome.value for outcome in campaign.outcomes]


def test_a_pointer_in_brackets_is_no_part_of_the_verdict():
    campaign = boxed(result="[[#Aftermath|Indecisive]] (see [[#Aftermath|Aftermath]])")
    assert campaign.result is not None
    assert ("inconclusive", "Indecisive") == (campaign.result.verdict, campaign.result.text)


def test_the_colonies_are_american():
    campaign = boxed(combatant1="[[United Colonies]]", combatant2="Kingdom of Great Britain", result="American victory")
    assert campaign.result is not None
    assert campaign.result.winner == "1"


def test_manpower_is_no_contingent():
    losses = "'''[[Orland]]:'''<br>'''Manpower:'''<br>9,703 killed<br>'''Equipment:'''<br>208 aircraft"
    assert "Manpower" not in {figure.who for figure in boxed(casualties1=losses).sides[0].casualties}
