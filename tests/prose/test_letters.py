"""Letters that the text puts behind a name, or that a list has in its place."""

import pytest

from quizgen.grammar.letters import abbreviates, spelt_out
from quizgen.model import Entity, EntityKind, Quote
from quizgen.prose.letters import with_letters

AT = Quote("orlo.txt", 4, "x")


@pytest.mark.parametrize(
    ("letters", "name", "expected"),
    [
        ("OGF", "Orlo Guard Force", True),
        ("ANZAC", "Australian and New Zealand Army Corps", True),
        ("UNPROFOR", "United Nations Protection Force", True),
        ("CJTF–OIR", "Combined Joint Task Force – Operation Inherent Resolve", True),
        ("C.S.A.", "Confederate States of America", True),
        ("GKChP", "State Committee on the State of Emergency", False),
        ("OG", "Orlo Guard Force", False),
        ("Orlo", "Orlo", False),
        ("Osk", "Old School Kin", False),
    ],
)
def test_letters_are_the_beginnings_of_all_words(letters, name, expected):
    assert abbreviates(letters, name) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In May the Orlo Guard Force (OGF) fought the Front of Vale (FV).", [("OGF", "Orlo Guard Force"), ("FV", "Front of Vale")]),
        ('They met the Lion Union of Tamm ("LUT") at the ford (FO).', [("LUT", "Lion Union of Tamm")]),
        ("The Guard (led by Jan Osk) left Orlo (KIA) in 1911 (May).", []),
    ],
)
def test_text_tells_what_letters_stand_for(text, expected):
    assert expected == list(spelt_out(text))


def group(name, *aliases, same=()):
    return Entity(name, EntityKind.GROUP, AT, aliases, same, id=name)


def lettered(*entities, told="The Orlo Guard Force (OGF) fought."):
    return [(e.name, e.aliases, e.maybe_same) for e in with_letters(entities, (told,))]


def test_listed_name_gets_its_letters_and_listed_letters_their_name():
    assert [("Orlo Guard Force", ("OGF",), ())] == lettered(group("Orlo Guard Force"))
    assert [("OGF", ("Orlo Guard Force",), ())] == lettered(group("OGF"))


def test_what_the_text_names_both_ways_is_one_thing():
    listed, told = group("OGF", same=("Orlo Guard Force",)), group("Orlo Guard Force", "Guard Force")
    assert [("OGF", ("Orlo Guard Force", "Guard Force"), ())] == lettered(listed, told)


def test_letters_of_two_names_are_those_of_neither():
    told = "The Orlo Guard Force (OGF) fought the Old Guard Front (OGF)."
    assert [("Orlo Guard Force", (), ())] == lettered(group("Orlo Guard Force"), told=told)


def test_letters_of_what_is_no_listed_group_are_left():
    orlo = Entity("Orlo Guard Force", EntityKind.PLACE, AT, id="orlo")
    assert [("Orlo Guard Force", (), ())] == lettered(orlo)
    assert [("Vale", (), ())] == lettered(group("Vale"))
