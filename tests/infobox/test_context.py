"""Places, and the conflicts that a campaign is part of."""

import pytest

from quizgen.article import Text
from quizgen.infobox.context import read_part_of, read_place

PARTS = [
    ("the Winter War", ["Winter War"]),
    ("Operation Anvil, the Battle of Orlam and the Verrean Civil War", ["Operation Anvil", "Battle of Orlam", "Verrean Civil War"]),
    (
        "the intervention in Orlam, the Orlam Civil War, and the Orlam–Verre conflict (2013–present)",
        ["intervention in Orlam", "Orlam Civil War", "Orlam–Verre conflict (2013–present)"],
    ),
    ("the French and Indian War", ["French and Indian War"]),
    ("the War of the Spanish Succession", ["War of the Spanish Succession"]),
    ("War of the Sixth Coalition", ["War of the Sixth Coalition"]),
    ("the Wars of the Roses", ["Wars of the Roses"]),
    ("War of 1812", ["War of 1812"]),
    ("King William's War", ["King William's War"]),
    ("the Saratoga campaign of the American Revolutionary War", ["Saratoga campaign", "American Revolutionary War"]),
    ("the Pacific Theater of World War II", ["Pacific Theater", "World War II"]),
    ("the Battle of the Channel during the Second World War", ["Battle of the Channel", "Second World War"]),
    ("the Allied invasion of Sicily", ["Allied invasion of Sicily"]),
    ("the invasion of Orlam in the Western Front of World War I", ["invasion of Orlam", "Western Front", "World War I"]),
    ("Operation Anvil / Eastern Front", ["Operation Anvil", "Eastern Front"]),
    ("the Eastern Theater and the Western Theater of the Civil War", ["Eastern Theater", "Western Theater", "Civil War"]),
    ("the Indian campaign of Alexander the Great", ["Indian campaign of Alexander the Great"]),
    ("the Orlam War and northern campaign", ["Orlam War and northern campaign"]),
    ("Greco-Persian Wars, the Greco-Persian Wars", ["Greco-Persian Wars"]),
    ("", []),
]


@pytest.mark.parametrize(("value", "names"), PARTS)
def test_the_larger_conflicts_are_named(value, names):
    assert names == [name.value for name in read_part_of(Text(value, "box.txt", 4))]


PLACES = [
    ("Aleppo, Syria", "Aleppo, Syria"),
    ("Off Zanzibar, Indian Ocean", "Off Zanzibar, Indian Ocean"),
    ("Tunis, Tunisia, >", "Tunis, Tunisia"),
    ("Along the Line, (France and Belgium)", "Along the Line (France and Belgium)"),
    ("Orlam[2] (now Verre)", "Orlam (now Verre)"),
    ("18px Marathon<br>Attica", "Marathon, Attica"),
]


@pytest.mark.parametrize(("value", "place"), PLACES)
def test_a_place_reads_as_a_reader_would_say_it(value, place):
    assert place == read_place(Text(value, "box.txt", 4)).value


def test_an_empty_place_is_none():
    assert read_place(Text(", ()", "box.txt", 4)) is None
