"""Claimants, scopes and flags that hold for more than the figure that they stand beside."""

import pytest

from quizgen import world
from quizgen.article import Text
from quizgen.asking import ask
from quizgen.infobox.figures import read_casualties
from tests.infobox.boxed import boxed

CLAIMS = {
    "a row": ("800 killed; 500 captured (Verran est)", ["Verran est", "Verran est"]),
    "a row with commas": ("800 killed, 500 captured (Verran estimate)", ["Verran estimate", "Verran estimate"]),
    "below the list": ("800 killed<br>500 captured<br>(Verran estimate)", ["Verran estimate", "Verran estimate"]),
    "below each of two lists": (
        "800 killed<br>(Verran claim)<br>500 wounded<br>90 captured<br>(Kellish claim)",
        ["Verran", "Kellish", "Kellish"],
    ),
    "another row": ("800 killed<br>500 captured (Verran claim)", [None, "Verran"]),
    "a claim of its own": ("800 killed (Kellish claim); 500 captured (Verran claim)", ["Kellish", "Verran"]),
    "not over a heading": ("'''Killed:''' 800; '''Kellish claim:''' 500 captured; 90 wounded (Verran claim)", [None, "Kellish", "Verran"]),
    "what goes on": ("3,000 killed (Herodotus),<br>plus 500 allies killed", ["Herodotus", "Herodotus"]),
    "of two writers": ("10,000+ killed (Ephorus and Diodorus)", ["Ephorus and Diodorus"]),
}


@pytest.mark.parametrize(("casualties", "claimants"), CLAIMS.values(), ids=CLAIMS)
def test_a_claimant_holds_for_all_figures_of_its_row_or_above_it(casualties, claimants):
    assert claimants == [figure.claimed_by for figure in boxed(casualties1=casualties).sides[0].casualties]


def test_in_a_flat_list_only_semicolons_join_a_row():
    text = "800 killed; 500 captured (Verran est), 90 wounded, 70 missing (Kellish est)"
    figures, _ = read_casualties(Text(text, "box.txt", 9))
    assert ["Verran est", "Verran est", None, "Kellish est"] == [figure.claimed_by for figure in figures]


@pytest.mark.parametrize(
    "casualties",
    [
        "800 killed; 520 captured in Vand alone",
        "800 killed (infantry only)",
        "800 killed (initially)",
        "'''Low estimate:'''<br>800 killed<br>520 wounded<br>'''High estimate:'''<br>2,600 killed",
    ],
)
def test_what_is_of_a_part_or_one_of_several_guesses_is_not_asked(casualties):
    asked = ask(world.load(boxed(casualties1=casualties, casualties2="90 killed")))[0]
    assert [item for item in asked if "90" in item.key]
    assert not [item for item in asked if {"800", "520", "2,600"} & {*item.key}]


WHOSE = {
    "two powers": ("{{flagicon|Romania}} 300 killed<br>{{flagicon|Soviet Union|1936}} 900 killed", ["Romania", "Soviet Union"]),
    "a code": ("{{flagicon|ROU}} 300 killed<br>{{flagicon|Soviet Union}} 900 killed", ["Romania", "Soviet Union"]),
    "a picture": (
        "{{flagicon image|Flag of Romania (1881).svg}} 300 killed<br>{{flagicon image|Star.svg}} 900 killed",
        ["Romania", None],
    ),
    "a picture between flags": (
        "{{flagicon|Romania}} 30 killed<br>{{flagicon image|Star.svg}} 9 killed<br>{{flagicon|Soviet Union}} 8 killed",
        ["Romania", None, "Soviet Union"],
    ),
    "in one line": ("{{flagicon|Romania}} 300 · {{flagicon|Soviet Union}} 900", ["Romania", "Soviet Union"]),
    "several of one": ("{{flagicon|Romania}} 30 killed; 60 captured<br>90 tanks lost", ["Romania", "Romania", None]),
    "between flags": (
        "{{flagicon|Romania}} 30 killed<br>60 captured<br>{{flagicon|Soviet Union}} 9 killed",
        ["Romania", "Romania", "Soviet Union"],
    ),
    "a sum": (
        "{{flagicon|Romania}} 30 killed<br>{{flagicon|Soviet Union}} 9 killed<br>39 killed in all",
        ["Romania", "Soviet Union", None],
    ),
}


@pytest.mark.parametrize(("casualties", "whose"), WHOSE.values(), ids=WHOSE)
def test_a_figure_behind_a_flag_is_that_powers(casualties, whose):
    side = boxed(combatant1="[[Soviet Union]]<br>[[Romania]]", casualties1=casualties).sides[0]
    assert whose == [figure.who for figure in side.casualties]


def test_the_flag_of_a_side_of_one_power_tells_nothing_unless_beside_anothers():
    powers, flag = "[[Romania]]<br>'''Supported by:'''<br>[[Italy]]", "{{flagicon|Romania}} 30 killed<br>"
    assert [None] == [figure.who for figure in boxed(combatant1=powers, casualties1=flag).sides[0].casualties]
    both = boxed(combatant1=powers, casualties1=f"{flag}{{{{flagicon|Italy}}}} 2 killed").sides[0].casualties
    assert ["Romania", "Italy"] == [figure.who for figure in both]
    assert [None] == [
        figure.who for figure in boxed(combatant1="[[Romania]]", casualties1="{{flagicon|Romania}} 30 killed").sides[0].casualties
    ]


def test_a_time_or_a_turn_behind_a_figure_is_not_what_it_counts():
    (first, then), (unknown,) = (
        boxed(strength1="7,500 initially<br>8,800 men").sides[0].strength,
        boxed(casualties1="Unknown but believed to be few").sides[0].casualties,
    )
    assert [None, "men", None] == [first.of, then.of, unknown.of]
