"""Whose a count of the prose is: only a side that has it, or of which the people counted are, is at odds with its figure of the box."""

import pytest

from tests.infobox.boxed import boxed

LEAD = "The '''Battle of Vand''' was fought in 1940. "
LOSSES = {
    "its subject": ("300 soldiers killed", "The Italians lost 500 soldiers killed.", True),
    "the people counted": ("300 soldiers killed", "In all, 500 soldiers of the Italian army were killed.", True),
    "on its side": ("300 soldiers killed", "In all, 500 soldiers were killed on the Italian side.", True),
    "its predicate": ("300 killed", "The 500 soldiers killed were Italian regulars.", True),
    "its speaker": ("300 soldiers killed", "Italian officials admitted that 500 soldiers were killed.", False),
    "another clause": ("300 soldiers killed", "Italian arms were idle; some 500 soldiers were killed.", False),
    "people beside soldiers": ("300 soldiers killed", "The Italians saw 500 people killed.", False),
    "people beside people": ("300 killed", "The Italians saw 500 people killed.", True),
    "people among civilians": ("300 killed", "The Italians saw 500 people killed, most of them civilians.", False),
    "a leader of the others": ("300 soldiers killed", "Berg met the Italians with 500 soldiers, many soon killed.", False),
}


@pytest.mark.parametrize(("casualties", "prose", "is_open"), LOSSES.values(), ids=LOSSES)
def test_losses_are_a_side_s_only_where_it_bore_them(casualties, prose, is_open):
    sides = {"combatant1": "[[Italy]]", "combatant2": "[[Japan]]", "commander2": "Ruth Berg"}
    assert is_open == bool(boxed(LEAD + prose, casualties1=casualties, **sides).contradictions)


STRENGTHS = {
    "its subject": ("The Italians had 600 aircraft there.", True),
    "they, the side": ("The Italians waited, for they had 600 aircraft.", True),
    "he, whoever that is": ("By 8 May he had 600 aircraft, and Italian superiority had gone.", False),
    "he, behind the side": ("The Italians fled, since he had 600 aircraft.", False),
    "named behind it only": ("By 8 May, there were 600 aircraft and Italian superiority had gone.", False),
    "the others' own figure": ("The Italians saw that there were 700 aircraft.", False),
}


@pytest.mark.parametrize(("prose", "is_open"), STRENGTHS.values(), ids=STRENGTHS)
def test_a_strength_is_a_side_s_only_where_it_has_it(prose, is_open):
    fields = {"combatant1": "[[Italy]]", "combatant2": "[[Japan]]", "strength1": "404 aircraft", "strength2": "700+ aircraft"}
    found = boxed(LEAD + prose, **fields).contradictions
    assert is_open == bool([one for one in found if "aircraft (" in one.text])
