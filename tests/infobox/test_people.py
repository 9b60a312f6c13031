"""Commanders' lists as the flat form leaves them."""

import pytest

from quizgen.article import Text
from quizgen.infobox.people import read_people


def read(value):
    people, remarks = read_people(Text(value, "box.txt", 7))
    return [(p.rank, p.name, p.role, p.fate) + (("?",) if p.placeholder else ()) for p in people], [r.code for r in remarks]


CASES = [
    ("Themistocles, Eurybiades", [(None, "Themistocles", None, None), (None, "Eurybiades", None, None)]),
    ("Col. Idris Bey, (Third Column commander)", [("Col.", "Idris Bey", "Third Column commander", None)]),
    (
        "Omar ZakiKIA, (Red Banner commander)18px Musa JabirKIA, ()",
        [(None, "Omar Zaki", "Red Banner commander", "KIA"), (None, "Musa Jabir", None, "KIA")],
    ),
    ("Juan Ruiz (WIA), Pedro Gil", [(None, "Juan Ruiz", None, "WIA"), (None, "Pedro Gil", None, None)]),
    ("Adm. Piet Maas (until 1639), Jan Vos (from 1639)", [("Adm.", "Piet Maas", "until 1639", None), (None, "Jan Vos", "from 1639", None)]),
    (
        "15–20 April:, Weiss, 20 April-5 May:, Kurt Lange",
        [(None, "Weiss", "15–20 April", None), (None, "Kurt Lange", "20 April-5 May", None)],
    ),
    ("Hugo Stein, 2nd Duke of Aldern, Karl Mohr", [(None, "Hugo Stein, 2nd Duke of Aldern", None, None), (None, "Karl Mohr", None, None)]),
    ("Dénes, count of Bács, Ladislaus", [(None, "Dénes, count of Bács", None, None), (None, "Ladislaus", None, None)]),
    ("Prince of Orlam, Duke of Verre", [(None, "Prince of Orlam", None, None), (None, "Duke of Verre", None, None)]),
    ("Tom Hale, Jr., John West", [(None, "Tom Hale, Jr.", None, None), (None, "John West", None, None)]),
    (
        "MG Jan Vos, BG Piet Maas, LtGen Hugo Stein Jr",
        [("MG", "Jan Vos", None, None), ("BG", "Piet Maas", None, None), ("LtGen", "Hugo Stein Jr", None, None)],
    ),
    ("Ivo KovačićExecuted, Ali (the Red Flag) KIA", [(None, "Ivo Kovačić", None, "executed"), (None, "Ali", "the Red Flag", "KIA")]),
    (
        "Crown Prince Hugo, King Olaf, Prince Ivo II",
        [("Crown Prince", "Hugo", None, None), ("King", "Olaf", None, None), ("Prince", "Ivo II", None, None)],
    ),
    ("Simon Boyd Jr.KIA", [(None, "Simon Boyd Jr.", None, "KIA")]),
    ("Aldo<hr> Bruno", [(None, "Aldo", None, None), (None, "Bruno", None, None)]),
    ("* 22px William Platt, * Noel HarrisKIA", [(None, "William Platt", None, None), (None, "Noel Harris", None, "KIA")]),
    ("Marcus and Livia", [(None, "Marcus", None, None), (None, "Livia", None, None)]),
    ("Unknown Iron Guard commanderKIA", [(None, "Unknown Iron Guard commander", None, "KIA", "?")]),
    ("Jan Vos (Colonel) (executed)", [("Colonel", "Jan Vos", None, "executed")]),
    ("Jan Vos, Major General", [("Major General", "Jan Vos", None, None)]),
    ("Jan Vos, (First Army), (later Second Army)", [(None, "Jan Vos", "First Army; later Second Army", None)]),
    ('Abu Ali, ("Lions" commander)', [(None, "Abu Ali", '"Lions" commander', None)]),
    ("Juan RuizKIA, Duke of VerrePOW", [(None, "Juan Ruiz", None, "KIA"), (None, "Duke of Verre", None, "POW")]),
    ("Otto II, Duke of VerreWIA", [(None, "Otto II, Duke of Verre", None, "WIA")]),
    ("Crown Prince Otto, Karl Mohr", [("Crown Prince", "Otto", None, None), (None, "Karl Mohr", None, None)]),
    ("General Crown Prince OttoWIA", [("General Crown Prince", "Otto", None, "WIA")]),
    ("King Otto II", [("King", "Otto II", None, None)]),
    ("Sultan Otto IIWIA", [("Sultan", "Otto II", None, "WIA")]),
    ("Charles XII; Axel Roos", [(None, "Charles XII", None, None), (None, "Axel Roos", None, None)]),
]


@pytest.mark.parametrize(("value", "people"), CASES)
def test_a_list_gives_its_people(value, people):
    assert (people, []) == read(value)


NOBODY = [
    ("Unknown", ["R212"]),
    ("N/A", ["R212"]),
    (", , KIA", ["R210", "R210", "R210"]),
    ("(naval commander)", ["R210"]),
    ("3rd Army", ["R211"]),
    ("until the relief", ["R211"]),
    ("Garrison:", ["R212"]),
    ("Corps: (February–March)", ["R212"]),
    ("and others", ["R212"]),
]


@pytest.mark.parametrize(("value", "codes"), NOBODY)
def test_what_is_nobody_is_reported(value, codes):
    assert ([], codes) == read(value)


@pytest.mark.parametrize(
    ("legend", "fate", "codes"),
    [("† = died by his own hand", None, ["R212"]), ("(† denotes executed)", "executed", ["R212"]), ("† killed in action", "KIA", ["R212"])],
)
def test_a_legend_says_what_a_dagger_means(legend, fate, codes):
    marked = [(None, "Jan Vos", None, fate), (None, "Piet Maas", None, "KIA"), (None, "Hugo Stein", None, None)]
    assert (marked, codes) == read(f"Jan Vos †, Piet MaasKIA, Hugo Stein, {legend}")


def test_a_note_may_hold_the_legend():
    note = Text("{{efn|† = rest of the coup, died in office.}}", "box.wiki", 4)
    (person,), _ = read_people(Text("Jan Vos †", "box.wiki", 4), (note,))
    assert person.fate is None


def test_another_name_is_reported_and_is_no_role():
    assert ([(None, "Jan Vos", None, None)], ["R212"]) == read("Jan Vos (a.k.a. Red Jan)")


@pytest.mark.parametrize(
    ("value", "fate", "codes"),
    [
        ("Jan VosWIAPOW", "POW", ["R212"]),
        ("Jan Vos, (WIAPOW)", "POW", ["R212"]),
        ("Jan VosPOW (executed)", "executed", ["R212"]),
        ("Jan VosKIA (disputed)", None, ["R212"]),
        ("Jan Vos (claimed KIA, denied)", None, ["R212"]),
    ],
)
def test_a_man_has_his_last_fate_and_none_that_is_in_doubt(value, fate, codes):
    assert ([(None, "Jan Vos", None, fate)], codes) == read(value)


def test_nothing_is_asked_of_those_under_a_heading_of_doubt():
    assert [False, True, False] == [
        c.placeholder for c in read_people(Text("Jan Vos, Alleged:, Karl Mohr, Staff:, Hans Olm", "box.txt", 7))[0]
    ]


def test_nothing_is_asked_of_a_man_whose_part_is_in_doubt():
    assert ([(None, "Jan Vos", None, None, "?"), (None, "Karl Mohr", None, None)], ["R212"]) == read("Jan Vos (disputed), Karl Mohr")


def test_a_heading_ends_a_term():
    assert [(None, "Weiss", "15–20 April", None), (None, "Lange", None, None)] == read("15–20 April:, Weiss, Reserve:, Lange")[0]


def test_the_source_is_the_words_from_name_to_role():
    (officer,), _ = read_people(Text("Omar ZakiKIA, (Red Banner commander)", "box.txt", 7))
    assert ("box.txt", 7, "Omar ZakiKIA, (Red Banner commander)") == (officer.source.file, officer.source.line, officer.source.quote)


def test_a_diagnostic_points_at_its_words():
    _, (remark,) = read_people(Text("Jan Vos, 3rd Army", "box.txt", 7, column=15))
    assert (7, 24, 8) == (remark.span.line, remark.span.column, remark.span.length)
