"""Belligerents' lists as the flat form leaves them."""

import pytest

from quizgen.article import Text
from quizgen.infobox.powers import read_powers


def read(value):
    powers, remarks = read_powers(Text(value, "box.txt", 3))
    return [(p.name, p.note, p.bloc) for p in powers], [r.code for r in remarks]


CASES = [
    ("Eastern Army: Forces loyal to Tarn, many clans of the east", [("Eastern Army", None, None)]),
    ("Orlam: Verre, Kell", [("Orlam: Verre", None, None), ("Kell", None, None)]),
    ("Athens, Plataea", [("Athens", None, None), ("Plataea", None, None)]),
    ("al-Shabaab, Rebels", [("al-Shabaab", None, None), ("Rebels", None, None)]),
    ("Orlam, local rebels", [("Orlam", None, None), ("local rebels", None, None)]),
    ("22px Germany", [("Germany", None, None)]),
    ("Kingdom of Orlam, Supported by:, Verre", [("Kingdom of Orlam", None, None), ("Verre", None, "Supported by")]),
    ("Government, Allied militias:, Janda (from 2003)", [("Government", None, None), ("Janda", "from 2003", "Allied militias")]),
    ("Kingdom of Orlam:, Orlam Guard", [("Orlam Guard", None, "Kingdom of Orlam")]),
    ("Allied forces including:, Fiji", [("Fiji", None, "Allied forces")]),
    ("Allies, France, Poland", [("France", None, "Allies"), ("Poland", None, "Allies")]),
    ("Allies", [("Allies", None, None)]),
    ("Orlam, Allies, Verre", [("Orlam", None, None), ("Allies", None, None), ("Verre", None, None)]),
    (
        "Grand Principality of Orlam, as a Byzantine vassal state, Hungary",
        [("Grand Principality of Orlam, as a Byzantine vassal state", None, None), ("Hungary", None, None)],
    ),
    ("Verre, (until May), (from 1941)", [("Verre", "until May; from 1941", None)]),
    ("Iraq----Kurdistan Region", [("Iraq", None, None), ("Kurdistan Region", None, None)]),
    ("'''Coalition:''', Russia", [("Russia", None, "Coalition")]),
    ("Sioux; Cheyenne", [("Sioux", None, None), ("Cheyenne", None, None)]),
    ("* Malaya, ** Johor", [("Malaya", None, None), ("Johor", None, None)]),
    ("Party of Order (rightist, armed), Guild", [("Party of Order", "rightist, armed", None), ("Guild", None, None)]),
    ("East India Company[1]", [("East India Company", None, None)]),
    ("Syria Syrian government, Syria", [("Syrian government", None, None), ("Syria", None, None)]),
    ("Verre, Bosnian, Czech and Bulgarian volunteers", [("Verre", None, None), ("Bosnian, Czech and Bulgarian volunteers", None, None)]),
    ("Qing Qing army", [("Qing army", None, None)]),
    ("France||||Spain", [("France", None, None), ("Spain", None, None)]),
]


@pytest.mark.parametrize(("value", "powers"), CASES)
def test_a_list_gives_its_powers(value, powers):
    assert (powers, ["R217"] * ("many clans" in value)) == read(value)


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        (", , ", ["R215", "R215"]),
        ("*", ["R215"]),
        ("Ground forces:, Air support:", ["R215", "R215"]),
        ("(to 8 September)", ["R215"]),
        ("and others", ["R217"]),
        ("Unknown", ["R217"]),
        ("1914", ["R216"]),
    ],
)
def test_what_is_no_power_is_reported(value, codes):
    assert ([], codes) == read(value)


def test_a_note_of_a_flat_list_that_may_be_of_a_lost_flag_is_nobodys():
    assert ([("Verre", None, None), ("Orlam", None, None)], ["R215", "R215"]) == read("Verre, (naval), Orlam<hr> (support)")
