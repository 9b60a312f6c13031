"""A loss is told as English tells it."""

import pytest

from quizgen.model import Campaign, Estimate, Quote, Side, Sourced
from quizgen.questions.figures._wording import compared, lost
from quizgen.world import load

HERE = Quote("orlam.wiki", 1, "here")


LOSSES = [
    (("ships lost", "ships", None), "ships did Marn lose", "Marn lost 9 ships", "ships that Marn lost"),
    (("ships", "ships", None), "ships did Marn lose", "Marn lost 9 ships", "ships that Marn lost"),
    (("casualties", None, None), "casualties did Marn suffer", "Marn suffered 9 casualties", "casualties that Marn suffered"),
    (("casualties", "men", None), "casualties did Marn suffer", "Marn suffered 9 casualties", "casualties that Marn suffered"),
    (("casualties", "mules", None), "casualties among mules did Marn suffer", "Marn suffered 9 casualties among mules", None),
    (("casualties", None, "Athenians"), "Athenian casualties did Marn suffer", "Marn suffered 9 Athenian casualties", None),
    (("killed", None, "Italians"), "Italians at Marn were killed", "9 Italians at Marn were killed", None),
    (("killed", None, "British"), "British people at Marn were killed", "9 British people at Marn were killed", None),
    (("killed", "officers", "Italians"), "Italian officers at Marn were killed", None, "Italian officers killed at Marn"),
    (("killed_or_wounded", None, None), "people at Marn were killed or wounded", None, "people killed or wounded at Marn"),
    (("aircraft shot down", "aircraft", None), "aircraft at Marn were shot down", None, "aircraft shot down at Marn"),
]


@pytest.mark.parametrize(("figure", "asked", "told", "number"), LOSSES)
def test_a_loss_is_asked_and_told_with_its_own_verb(figure, asked, told, number):
    kind, of, who = figure
    estimate = Estimate("9", HERE, low=9, high=9, kind=kind, of=of, who=who)
    side = Side("1", Sourced("Marn", HERE), casualties=(estimate,))
    world = load(Campaign("orlam", "orlam", Sourced("Siege of Orlam", HERE), sides=(side,)))
    fact = next(fact for fact in world.facts if fact.leaf == estimate)
    said = {name: text.replace("on the side of", "at") for name, text in lost(world.campaigns[0], fact, estimate).items()}
    assert asked == said["lost"]
    assert told in (None, f"{said['had']}9 {said['of']}")
    assert number in (None, said["total"])


@pytest.mark.parametrize(
    ("kind", "of", "bore", "words", "total"),
    [
        ("captured", None, "had", "people taken prisoner", "people taken prisoner"),
        ("killed", None, "had", "people killed", "people killed"),
        ("guns lost", "guns", "lost", "guns", "guns lost"),
        ("aircraft", "aircraft", "lost", "aircraft", "aircraft lost"),
        ("casualties", None, "suffered", "casualties", "casualties"),
        ("", "men", "had", "men", "men"),
    ],
)
def test_what_is_compared_goes_with_its_verb(kind, of, bore, words, total):
    told = compared(Estimate("9", HERE, low=9, high=9, kind=kind, of=of))
    assert {"bore": bore, "what": words, "total": total} == told
