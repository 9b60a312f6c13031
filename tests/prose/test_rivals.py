"""What the prose hedges or tells otherwise than the box: asked as settled by nothing."""

import pytest

from quizgen import world
from quizgen.relations import Relation
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
    "guns there": ("2,472 field guns lost", "In Orland were 880 field guns.", False),
    "of another battle": ("386 ships damaged", "\n== Background ==\nAt sea, 368 ships were damaged.", False),
}


@pytest.mark.parametrize(("casualties", "prose", "is_open"), FIGURES.values(), ids=FIGURES)
def test_a_figure_that_the_prose_hedges_or_counts_otherwise_is_not_settled(casualties, prose, is_open):
    campaign = boxed(LEAD + prose, combatant1="[[Italy]]", combatant2="[[Japan]]", casualties1=casualties)
    assert is_open == bool(campaign.contradictions)


FATES = {
    "his own hand": ("Marr committed suicide in his cellar.", "{{KIA}}", True),
    "with another": ("Marr and Chan committed suicide.", "{{KIA}}", True),
    "wounds": ("Marr died two days later of his wounds.", "{{KIA}}", True),
    "taken": ("General Marr was captured.", "{{KIA}}", True),
    "lived": ("Marr survived the battle.", "{{KIA}}", True),
    "the mark": ("Marr was killed by a shell.", "{{KIA}}", False),
    "killed later": ("Marr was killed in a camp in 1944.", "{{POW}}", False),
    "another man": ("Marr fell, while Venn was captured.", "{{KIA}}", False),
    "his horse": ("Marr fought on when his horse was killed.", "{{POW}}", False),
    "no mark": ("Marr was captured.", "", False),
}


@pytest.mark.parametrize(("prose", "mark", "is_open"), FATES.values(), ids=FATES)
def test_a_fate_that_the_prose_tells_otherwise_is_not_asked(prose, mark, is_open):
    campaign = boxed(LEAD + prose, commander1=f"[[Hugo Marr]] {mark}<br>[[Lars Venn]]")
    loaded = world.load(campaign)
    assert is_open == bool([found for found in campaign.contradictions if found.text.startswith("fate of Hugo Marr")])
    assert bool(mark and not is_open) == bool([fact for fact in loaded.of(campaign, Relation.FATE) if fact.subject == "Hugo Marr"])
    assert "Hugo Marr" in {fact.subject for fact in loaded.of(campaign, Relation.COMMANDER)}
