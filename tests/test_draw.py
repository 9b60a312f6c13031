"""Order by keyed hash."""

from hypothesis import given
from hypothesis import strategies as st

from quizgen.draw import ordered, place


def test_the_place_in_line_is_the_same_on_every_machine():
    assert place(1, "aleppo") == place("1", "aleppo") == 744_464_081_534_808_671


@given(st.sets(st.text(), min_size=1), st.text(), st.integers())
def test_adding_one_thing_moves_no_other(things, new, seed):
    before = ordered(seed, sorted(things - {new}))
    assert [thing for thing in ordered(seed, [*before, new]) if thing != new] == before


@given(st.lists(st.text(), unique=True), st.integers())
def test_the_order_depends_on_no_order(things, seed):
    assert ordered(seed, things) == ordered(seed, reversed(things))
