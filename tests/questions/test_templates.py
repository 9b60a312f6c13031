"""A stem is made from a template and read back through it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.items import BLANK
from quizgen.questions import fill, read
from quizgen.solver import types

TEMPLATES = [
    ("On which side did {the_thing} fight in {campaign}?", {"thing": "Levant Front", "campaign": "the Siege of Vessen"}),
    ("In {campaign}, {the_thing} fought on the side of {option}.", {"thing": "Jaysh al-Islam", "campaign": "the Siege of Vessen"}),
    ("{campaign} began {on} {option}{in_year}.", {"campaign": "the Siege of Vessen", "on": "on", "in_year": ""}),
]


@pytest.mark.parametrize(("template", "slots"), TEMPLATES)
def test_what_filled_a_template_is_read_back(template, slots):
    found = read(template, fill(template, slots, "the rebels"))
    assert found is not None
    assert {name: value.casefold() for name, value in slots.items()} == {name: found[name].casefold() for name in slots}


def test_an_article_is_put_where_a_name_takes_one_and_the_first_letter_is_raised():
    assert fill("{the_thing} fought.", {"thing": "Levant Front"}) == "The Levant Front fought."
    assert fill("{the_thing} fought.", {"thing": "jaysh al-Islam"}) == "Jaysh al-Islam fought."


def test_a_cloze_has_its_blank_where_the_option_stands():
    assert fill("It was {option}.", {}) == f"It was {BLANK}."


def test_another_stem_is_not_read():
    assert read("On which side did {thing} fight?", "On which day did the rebels fight?") is None


@given(st.text(alphabet=st.characters(exclude_characters="{}"), min_size=1, max_size=30))
def test_reading_never_fails_on_odd_text(text):
    assert read("Who led {thing}?", f"Who led {text}?") in ({"thing": text}, None)


BARE = re.compile(r"(?<!“)\{(?:thing|parent|top)\}(?!”)")


@pytest.mark.parametrize("name", types())
def test_no_stem_has_a_name_without_the_article_that_it_may_take(name):
    stems = (stem for stems in types()[name].stems.values() for stem in stems if " – " not in stem)  # a tree gives bare names
    assert not [stem for stem in stems if BARE.search(stem)]


def test_a_title_takes_an_article_and_a_name_takes_none():
    assert fill("Who fought {titled_thing}?", {"thing": "Duke of Bar"}) == "Who fought the Duke of Bar?"
    assert fill("Who fought {titled_thing}?", {"thing": "A. P. Hill"}) == "Who fought A. P. Hill?"
    assert read("Who fought {titled_thing}?", "Who fought the Duke of Bar?") == {"thing": "Duke of Bar"}
