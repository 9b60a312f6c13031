"""What the prose hedges or tells otherwise than the box: asked as settled by nothing."""

import pytest

from tests.infobox.boxed import boxed

LEAD = "The '''Battle of Vand''' was fought in 1940. "
FIGURES = {
    "a guess": ("60,000 casualties", "Italian losses were possibly as high as 60,000.", True),
    "a bound": ("60,000 casualties", "The Italians lost as many as 60,000 men.", True),
    "the same, said plainly": ("60,000 casualties", "Italian losses were 60,000.", False),
    "a bound of the others": ("60,000 casualties", "The Japanese lost as many as 60,000 men.", False),
    "another total": ("5,000+ casualties", "The Italians suffered over 7,000 casualties.", True),
    "the former": (
        "5,000+ casualties",
        "It cost the Italians and Japanese much; the former suffered over 7,000 casualties, while the latter lost few.",
        True,
    ),
    "the latter": (
        "5,000+ casualties",
        "It cost the Italians and Japanese much; the former lost few, while the latter suffered 7,000 casualties.",
        False,
    ),
    "the same beside another": ("5,000 casualties", "The Italians suffered 5,000 casualties of their 7,000 men.", False),
    "other ships": ("386 ships damaged", "At sea, 368 Allied ships were damaged.", True),
    "the same ships": ("386 ships damaged", "At sea, 386 Allied ships were damaged.", False),
    "a few ships": ("386 ships damaged", "In May, 8 ships were damaged.", False),
    "guns left behind": ("2,472 field guns lost", "Left behind in Orland were 880 field guns.", True),
    "guns among the losses": ("2,472 field guns", "Left behind in Orland were 880 field guns.", True),
    "guns there": ("2,472 field guns lost", "In Orland were 880 field guns.", False),
    "of another battle": ("386 ships damaged", "\n== Background ==\nAt sea, 368 ships were damaged.", False),
}


@pytest.mark.parametrize(("casualties", "prose", "is_open"), FIGURES.values(), ids=FIGURES)
def test_a_figure_that_the_prose_hedges_or_counts_otherwise_is_not_settled(casualties, prose, is_open):
    campaign = boxed(LEAD + prose, combatant1="[[Italy]]", combatant2="[[Japan]]", casualties1=casualties)
    assert is_open == bool(campaign.contradictions)
