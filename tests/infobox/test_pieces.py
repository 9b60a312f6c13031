"""Values of the flat form → what stood on lines of its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.article import Text
from quizgen.infobox.pieces import pieces


def read(value, **options):
    return [(piece.value, piece.depth) for piece in pieces(Text(value, "box.txt", 1), **options)]


CASES = [
    ("Orlam, Verre", [("Orlam", 0), ("Verre", 0)]),
    ("* 18px Orlam, ** Verre, *Aldern", [("Orlam", 1), ("Verre", 2), ("Aldern", 1)]),
    (", , Orlam", [("", 0), ("", 0), ("Orlam", 0)]),
    ("*, * Orlam", [("", 1), ("Orlam", 1)]),
    ("Orlam,, Verre,", [("Orlam", 0), ("Verre", 0)]),
    ("Orlam ----Verre", [("Orlam", 0), ("Verre", 0)]),
    ("Orlam<hr>Verre</small>", [("Orlam", 0), ("Verre", 0)]),
    ("* Orlam 20px Verre", [("Orlam", 1), ("Verre", 1)]),
    ("Orlam * Verre", [("Orlam", 0), ("Verre", 1)]),
    ("8,000 men, 12 guns", [("8,000 men", 0), ("12 guns", 0)]),
    ("1,200,000 men in 1916,1917, 5,60", [("1,200,000 men in 1916", 0), ("1917", 0), ("5", 0), ("60", 0)]),
    ("Orlam (Verre, Aldern), (east)", [("Orlam (Verre, Aldern)", 0), ("(east)", 0)]),
    ("Orlam (Verre, Aldern", [("Orlam (Verre", 0), ("Aldern", 0)]),
    ("Orlam) Verre, [Aldern, Ruhn]", [("Orlam) Verre", 0), ("[Aldern, Ruhn]", 0)]),
    ("'''Orlam''' () [2]", [("Orlam", 0)]),
    ("Tom Hale, Jr., John", [("Tom Hale, Jr.", 0), ("John", 0)]),
    ("; Orlam, :Verre", [("Orlam", 0), ("Verre", 1)]),
    ("", []),
    ("()", []),
]


@pytest.mark.parametrize(("value", "expected"), CASES)
def test_a_value_falls_into_its_pieces(value, expected):
    assert expected == read(value)


def test_semicolons_part_on_request():
    assert [("Orlam; Verre", 0)] == read("Orlam; Verre")
    assert [("Orlam", 0), ("Verre", 0)] == read("Orlam; Verre", semicolons=True)


@given(st.lists(st.sampled_from(["Orlam", ", ", "* ", "(", ")", "18px ", "<hr>", "1,000", "KIA", " ", ";", "----", "Jr."]), max_size=30))
def test_each_piece_stands_in_the_value_where_it_says(parts):
    value = "".join(parts)
    found = pieces(Text(value, "box.txt", 1), semicolons=True)
    assert all(0 <= piece.start <= piece.end <= len(value) and piece.raw == value[piece.start : piece.end] for piece in found)
    assert sorted(piece.start for piece in found) == [piece.start for piece in found]
    assert value.count("Orlam") == sum(piece.value.count("Orlam") for piece in found)
