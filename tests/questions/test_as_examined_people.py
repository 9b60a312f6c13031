"""Examiners' findings on people: their fates, how they are named, and among whom they are chosen."""

import pytest

from quizgen.items import Format
from tests.questions.test_as_examined import of

pytestmark = pytest.mark.no_cover


@pytest.mark.parametrize(
    ("mark", "prose"),
    [
        ("KIA", "Berg and Ō committed suicide in the cave."),
        ("KIA", "Ruth Berg was captured at the ford."),
        ("KIA", "Berg shot herself before the gates fell."),
        ("KIA", "Berg later died of her wounds."),
        ("POW", "General Berg was killed at the ford."),
        ("MIA", "Ruth Berg was taken prisoner."),
    ],
)
def test_a_fate_that_the_prose_tells_otherwise_is_not_asked(mark, prose):
    commanders = {"commander2": f"Ruth Berg {{{{{mark}}}}}"}
    for kind in ("outcomes.fate", "people.with_fate"):
        assert of(kind, **commanders)
        assert not of(kind, **commanders, prose=prose)


@pytest.mark.parametrize("prose", ["Berg was killed and Vos was captured.", "Ann Vos committed suicide.", "The men were captured."])
def test_a_fate_that_another_met_bars_nothing(prose):
    assert of("outcomes.fate", commander2="Ruth Berg {{KIA}}", prose=prose)


def test_who_was_taken_prisoner_may_be_told_to_have_surrendered():
    (item,) = of("outcomes.fate", Format.SHORT_ANSWER, commander2="Ruth Berg {{POW}}")
    assert {"captured", "surrendered"} <= {*item.accepted}


def test_who_goes_by_a_title_is_marked_with_the_article():
    shown = [item.explanation for item in of("people.with_fate", commander2="[[Jan Vos|Duke of Bar]] {{POW}}<br>Ruth Berg {{KIA}}")]
    assert "The infobox marks the Duke of Bar as taken prisoner (POW)." in shown


def test_who_was_taken_prisoner_was_captured_by_the_enemy():
    (item,) = of("outcomes.fate", Format.SHORT_ANSWER, combatant1="[[Germany]]", commander2="Ruth Berg {{POW}}")
    assert {"captured by the Germans", "surrendered to the Germans", "made prisoner", "POW", "taken captive"} <= {*item.accepted}


def test_nobody_was_taken_by_those_who_came_later():
    powers = "[[Germany]]<br>[[Italy]] (from 8 May)"
    (item,) = of("outcomes.fate", Format.SHORT_ANSWER, combatant1=powers, commander2="Ruth Berg {{surrendered}}")
    assert {"captured by the Germans", "surrendered to the Germans", "POW"} <= {*item.accepted}
    assert not [form for form in item.accepted if "Italians" in form]
    assert not [form for form in item.accepted if "Verr" in form]


LEADERS = {"commander1": "Ann Vos<br>Bo Ek<br>Ida Lind<br>Ole Falk", "commander2": "Ruth Berg<br>Per Holt<br>Kai Sten"}


def leaders(prose, form=Format.MULTIPLE_CHOICE):
    return of("people.told", form, prose=prose, **LEADERS)


@pytest.mark.parametrize("rank", ["Field Marshal", "Major General", "Reichsmarschall", "Air Chief Marshal Sir"])
def test_the_rank_before_a_gap_is_in_the_gap(rank):
    items = [item for form in (Format.MULTIPLE_CHOICE, Format.CLOZE) for item in leaders(f"On 6 May 1940, {rank} Vos reached Halm.", form)]
    assert {Format.MULTIPLE_CHOICE, Format.CLOZE} == {item.format for item in items}
    assert all("On 6 May 1940, _____ reached Halm." in item.stem for item in items)


def test_a_commander_is_chosen_among_his_own_side_first_and_alone_where_a_people_is_named():
    (item,) = leaders("On 6 May 1940, Vos reached Halm.")
    assert {"Bo Ek", "Ida Lind", "Ole Falk"} == {wrong.text for wrong in item.distractors[:3]}
    assert len(item.distractors) > 3
    (item,) = leaders("On 6 May 1940, Vos broke with French doctrine at Halm.")
    assert {"Bo Ek", "Ida Lind", "Ole Falk"} == {wrong.text for wrong in item.distractors}


@pytest.mark.parametrize("owned", ["the French Colonel Vos", "Halm's General Vos"])
def test_a_commander_whose_people_stands_before_the_gap_is_only_recalled(owned):
    told = f"On 6 May 1940, {owned} reached Halm."
    assert not leaders(told)
    assert leaders(told, Format.CLOZE)


def test_a_commander_is_not_chosen_among_foes_alone():
    told = "On 6 May 1940, Berg reached Halm."
    assert leaders(told)
    alone = of("people.told", prose=told, commander1=LEADERS["commander1"], commander2="Ruth Berg")
    assert {Format.CLOZE} == {item.format for item in alone}
