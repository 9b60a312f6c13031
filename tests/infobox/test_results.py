"""The result field: a victor only where it names one, and clauses that commas do not part blindly."""

import pytest

from quizgen.article import Text
from quizgen.historical_date import HistoricalDate
from quizgen.infobox.powers import read_powers
from quizgen.infobox.results import read_result
from quizgen.infobox.victors import is_adjective, victor
from quizgen.model import Belligerent, Commander, Quote, Side

SOURCE = Quote("box.txt", 1, "x")


def side(number, *names, bloc=None, leader=None):
    powers = tuple(Belligerent(name, SOURCE, bloc=bloc) for name in names)
    return Side(number, belligerents=powers, commanders=(Commander(leader, SOURCE),) if leader else ())


SIDES = (side("1", "Kingdom of France", "Bavaria", leader="Louis Renard"), side("2", "Great Britain", "Dutch Republic"))


def read(value, sides=SIDES, date=None):
    result, outcomes, remarks = read_result(Text(value, "box.txt", 6), sides, date)
    return (result.winner, result.verdict, result.degree, result.text), [clause.value for clause in outcomes], [r.code for r in remarks]


CASES = [
    ("French victory", ("1", "victory", None, "French victory"), []),
    ("Decisive British victory", ("2", "victory", "decisive", "Decisive British victory"), []),
    ("Dutch tactical victory", ("2", "victory", "tactical", "Dutch tactical victory"), []),
    ("Victory for the Dutch Republic", ("2", "victory", None, "Victory for the Dutch Republic"), []),
    ("Pyrrhic victory for Bavaria", ("1", "victory", "pyrrhic", "Pyrrhic victory for Bavaria"), []),
    ("Anglo-Dutch victory", ("2", "victory", None, "Anglo-Dutch victory"), []),
    ("Franco-Bavarian victory", ("1", "victory", None, "Franco-Bavarian victory"), []),
    ("Renard victory", ("1", "victory", None, "Renard victory"), []),
    ("Inconclusive", (None, "inconclusive", None, "Inconclusive"), []),
    ("Stalemate, * Treaty of Orlam", (None, "stalemate", None, "Stalemate"), ["Treaty of Orlam"]),
    (
        "Inconclusive, *French tactical success, *Strategic British victory",
        (None, "inconclusive", None, "Inconclusive"),
        ["French tactical success", "Strategic British victory"],
    ),
    ("British victory; capture of Orlam", ("2", "victory", None, "British victory"), ["capture of Orlam"]),
    ("British victory, subsequent massacre", ("2", "victory", None, "British victory"), ["subsequent massacre"]),
    ("French failure, British victory", ("2", "victory", None, "British victory"), ["French failure"]),
    (
        "British victory, * Rebels retreat, regroup and return, * Fall of Orlam",
        ("2", "victory", None, "British victory"),
        ["Rebels retreat, regroup and return", "Fall of Orlam"],
    ),
    (
        "Rebels take Orlam, Army holds the bridge",
        (None, None, None, "Rebels take Orlam, Army holds the bridge"),
        ["Rebels take Orlam", "Army holds the bridge"],
    ),
    ("Raid failed, heavy losses", (None, None, None, "Raid failed, heavy losses"), ["Raid failed", "heavy losses"]),
    ("At sea: French victory", (None, None, None, "At sea: French victory"), ["At sea: French victory"]),
    (
        "Rebels take Orlam, Fall of the bridgehead",
        (None, None, None, "Rebels take Orlam, Fall of the bridgehead"),
        ["Rebels take Orlam", "Fall of the bridgehead"],
    ),
    (
        "Army retakes two villages, al-Noor prison and a mill",
        (None, None, None, "Army retakes two villages, al-Noor prison and a mill"),
        ["Army retakes two villages, al-Noor prison and a mill"],
    ),
    (
        "Capture of Orlam, Verre and Aldern",
        (None, None, None, "Capture of Orlam, Verre and Aldern"),
        ["Capture of Orlam, Verre and Aldern"],
    ),
    ("Ceasefire, Treaty of Orlam signed", (None, None, None, "Ceasefire, Treaty of Orlam signed"), ["Ceasefire", "Treaty of Orlam signed"]),
    (
        "Tactical French victory, Strategic British victory",
        (None, None, None, "Tactical French victory, Strategic British victory"),
        ["Tactical French victory", "Strategic British victory"],
    ),
    (
        "First action: French victory, Second action: British victory",
        (None, None, None, "First action: French victory, Second action: British victory"),
        ["First action: French victory", "Second action: British victory"],
    ),
]


@pytest.mark.parametrize(("value", "result", "outcomes"), CASES)
def test_a_result_is_read(value, result, outcomes):
    assert (result, outcomes, []) == read(value)


def test_a_victor_that_fits_no_side_is_reported():
    assert ((None, "victory", None, "Swedish victory"), [], ["R230"]) == read("Swedish victory")


def test_a_victor_that_fits_two_sides_is_reported():
    civil = (side("1", "Syrian Republic"), side("2", "Free Syrian Army"))
    assert (None, ["R230"]) == (read("Syrian victory", civil)[0][0], read("Syrian victory", civil)[2])


def test_a_full_name_goes_before_its_words():
    civil = (side("1", "Syrian Republic"), side("2", "Free Syrian Army"))
    assert "2" == read("Free Syrian Army victory", civil)[0][0]


def test_a_bloc_may_be_the_victor():
    assert "2" == read("Coalition victory", (side("1", "France"), side("2", "Russia", bloc="Coalition")))[0][0]


def test_a_field_that_points_elsewhere_names_no_result():
    assert ((None, None, None, "See Aftermath"), [], ["R231"]) == read("See Aftermath")


def test_an_empty_field_gives_no_result():
    assert (None, (), ()) == read_result(Text("", "box.txt", 6), SIDES, None)


NAMED = [
    ("Roman victory", "Roman Republic", "Carthage", "1"),
    ("Persian victory", "Greek city-states", "Achaemenid Empire", "2"),
    ("Union victory", "United States (Union)", "Confederate States", "1"),
    ("Zulu victory", "United Kingdom", "Zulu Kingdom", "2"),
    ("South Vietnamese victory", "North Vietnam", "South Vietnam", "2"),
    ("Korean victory", "North Korea", "South Korea", None),
    ("Victory for the Government forces", "Government forces", "Rebels", "1"),
    ("Vichy French victory", "Free France", "Vichy France", "2"),
    ("Rebel victory", "Army", "Free Army", None),
    ("Polish–Lithuanian victory", "Kingdom of Poland, Grand Duchy of Lithuania", "Teutonic Order", "1"),
    ("Cuban victory", "Cuba", "Cuban exiles", "1"),
    ("Anglo-Dutch victory", "Great Britain, Dutch Republic", "Dutch Patriots", "1"),
    ("Anglo-Swedish victory", "Great Britain, Dutch Republic", "France", "1"),
    ("Red victory", "Reds", "Whites", "1"),
    ("Parliamentarian victory", "Royalists", "Parliamentarians", "2"),
]


@pytest.mark.parametrize(("value", "first", "second", "winner"), NAMED)
def test_powers_of_any_era_are_known_by_their_adjectives(value, first, second, winner):
    sides = tuple(Side(number, belligerents=read_powers(Text(names, "box.txt", 2))[0]) for number, names in (("1", first), ("2", second)))
    assert winner == read(value, sides)[0][0]


WAR = HistoricalDate("1943-05")
AXIS = side("2", "Nazi Germany", "Kingdom of Italy")


@pytest.mark.parametrize(
    ("sides", "date", "winner"),
    [
        ((side("1", "United Kingdom"), AXIS), WAR, "1"),
        ((side("1", "United Kingdom"), AXIS), HistoricalDate("1939"), "1"),
        ((side("1", "United Kingdom"), AXIS), HistoricalDate("1945"), "1"),
        ((side("1", "United Kingdom"), AXIS), HistoricalDate("1800"), None),
        ((side("1", "United Kingdom"), AXIS), None, None),
        ((side("1", "Resistance"), AXIS), WAR, None),
        ((side("1", "Resistance"), side("2", "France")), WAR, None),
    ],
)
def test_a_coalition_of_its_time_wins_if_each_side_is_known_to_belong_to_one(sides, date, winner):
    assert winner == victor("Allied", sides, date)


def test_words_of_no_weight_alone_name_a_side_only_if_it_alone_has_them():
    assert "1" == victor("Government", (side("1", "Government of Orlam"), side("2", "Rebels")), None)
    assert victor("Government", (side("1", "Government of Orlam"), side("2", "Government of Verre")), None) is None


def test_words_that_say_nothing_name_no_side():
    assert victor("the", (side("1", "Orlam"), side("2")), None) is None
    assert victor("Swedish", (side("1", "France"),), None) is None


def test_a_joint_victor_on_both_sides_is_none():
    assert victor("Franco-Dutch", SIDES, None) is None


@pytest.mark.parametrize("words", ["German", "Italy", "Swedes", "Turks"])
def test_a_power_and_its_adjective_are_known(words):
    assert is_adjective(words)


@pytest.mark.parametrize("words", ["turkey shoot", "poles", "Fighter Command"])
def test_other_words_are_no_power(words):
    assert not is_adjective(words)


@pytest.mark.parametrize(
    ("said", "sides", "year", "place", "winner"),
    [
        # the government is that of the state in which it was
        ("Government victory", (side("1", "Kingdom of France", "Spain"), side("2", "Vendeans")), "1793", "Cholet, France", "1"),
        ("Government victory", (side("1", "France"), side("2", "Vendeans")), "1793", "Cholet", None),
        ("Government victory", (side("1", "France"), side("2", "French Royalists")), "1793", "Cholet, France", None),
        ("Government victory", (side("1", "France"), side("2", "Army of France")), "1793", "Cholet, France", None),
        ("Government victory", (side("1", "Spain"), side("2", "Royal Vendée")), "1793", "Cholet, France", None),
        # a coalition is of several states
        ("Coalition victory", (side("1", "France", "Spain"), side("2", "Army of Guides", "Lions of Orlo")), "2004", "", "1"),
        ("Coalition victory", (side("1", "France", "Spain"), side("2", "Egypt", "Syria")), "2004", "", None),
        ("Coalition victory", (side("1", "France", "Italy"), side("2", "Austria")), "1805", "", None),
        ("Coalition victory", (side("1", "France"), side("2", "Egypt")), "1956", "", None),
        # the sides of a war that has names for both
        ("Union victory", (side("1", "United States"), side("2", "CSA")), "1863", "", "1"),
        ("Confederate victory", (side("1", "United States"), side("2", "CSA")), "1863", "", "2"),
        ("Union victory", (side("1", "United States"), side("2", "Mexico")), "1846", "", None),
    ],
)
def test_word_without_a_name_means_a_side_only_where_it_fits_no_other(said, sides, year, place, winner):
    result, _, remarks = read_result(Text(said, "box.txt", 6), sides, HistoricalDate(year), place)
    assert (winner, ["R230"] * (winner is None)) == (result.winner, [remark.code for remark in remarks])
