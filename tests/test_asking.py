"""Asking draws nothing: the same model gives the same items, whatever its file, its order and the day."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen import api, asking
from quizgen.distractors import step
from quizgen.items import BLANK, Format
from quizgen.model import Commander
from quizgen.relations import Importance
from quizgen.world import load
from tests.asked import MARN, SEED, VELMARK, VESSEN, asked, of
from tests.test_relations import shuffled

pytestmark = pytest.mark.no_cover

SOURCES = (SEED, VELMARK, VESSEN, MARN)


def test_two_runs_are_equal():
    first = asked(VESSEN)
    assert (first.items, first.refused) == asking.ask(load(first.campaign))


@pytest.mark.parametrize("source", SOURCES)
def test_an_article_and_its_yaml_give_the_same_facts_and_items(source):
    first = asked(source)
    again = load(api.load(api.dump(first.campaign), f"{first.campaign.name}.yaml"))
    assert first.world.facts == again.facts
    assert (first.items, first.refused) == asking.ask(again)


@given(st.integers(0, 999))
@settings(max_examples=3, deadline=None)
def test_ids_hang_on_no_order(seed):
    for source in (VELMARK, VESSEN):
        assert is_same_shuffled(source, seed)


def test_ids_of_the_first_article_hang_on_no_order():
    assert is_same_shuffled(SEED, 7)


def is_same_shuffled(source, seed):
    """Whether a campaign with its parts in another order gives items of the same ids."""
    known = asked(source)
    return {item.id for item in known.items} == {item.id for item in of(shuffled(known.campaign, seed)).items}


def test_ids_hang_on_no_wording():
    first = asked(VESSEN)
    sides = tuple(replace(side, label=replace(side.label, value=f"free {side.label.value}")) for side in first.campaign.sides)
    again = of(replace(first.campaign, sides=sides))
    assert first.items[0].stem != "" != again.items[0].stem
    assert {item.stem for item in first.items} != {item.stem for item in again.items}
    assert {item.id for item in again.items if item.type == "sides.of_unit"} >= {
        item.id for item in first.items if item.type == "sides.of_unit" and item.format is Format.MULTIPLE_CHOICE
    }


def test_ids_are_type_format_and_facts():
    item = next(item for item in asked().items if item.type == "dates.start" and item.format is Format.DATE)
    assert "dates.start/date/aleppo-offensive-july-august-2016/start/campaign" == item.id
    false = next(item for item in asked().items if item.key == ("False",))
    assert false.id.endswith("/changed")


def test_sides_left_alone_keep_their_ids_when_the_other_grows():
    known = asked(VESSEN)
    one, other = known.campaign.sides
    more = replace(other, commanders=(Commander("Egon Tarr", other.commanders[0].source), *other.commanders))
    ids = {item.id for item in of(replace(known.campaign, sides=(one, more))).items}
    alone = [item.id for item in known.items if item.type in ("sides.of_unit", "sides.of_belligerent", "units.parent", "dates.of_event")]
    assert alone
    assert set(alone) <= ids


def test_two_campaigns_are_asked_together_as_apart():
    both = {item.id for item in api.ask(asked(VESSEN).campaign, asked(VELMARK).campaign)[0]}
    apart = {item.id for source in (VESSEN, VELMARK) for item in asked(source).items}
    assert both == apart


def test_nothing_is_asked_of_nothing():
    assert ((), ()) == asking.ask(load())


def test_a_case_told_twice_is_asked_once():
    world = load(asked(MARN).campaign, asked(MARN).campaign)
    ids = [item.id for item in asking.ask(world)[0]]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("source", SOURCES)
def test_distractors_are_ranked_disproved_and_never_the_key(source):
    for item in asked(source).items:
        for distractor in item.distractors:
            assert distractor.text not in item.key
            assert distractor.ground
            assert distractor.why_false[0] == distractor.why_false[0].upper()
            assert distractor.why_false.endswith((".", "”"))


def test_only_recalled_answers_have_other_spellings():
    for item in asked().items:
        assert not item.accepted or item.format in asking.RECALLED
        assert not set(item.accepted) & set(item.key)


def test_a_statement_holds_a_key_or_a_disproved_value_and_no_blank():
    for item in (item for item in asked().items if item.format is Format.TRUE_FALSE):
        assert BLANK not in item.stem
        assert item.key in (("True",), ("False",))
        assert item.id.endswith("/changed") == (item.key == ("False",))


def test_difficulty_follows_importance_format_and_how_near_the_wrong_options_lie():
    for item in asked().items:
        base = asking.RANK[Importance(item.importance.level)] + asking.EFFORT.get(item.format, (0, ""))[0]
        by, why = step(asked().world, item)
        assert max(1, min(5, max(1, min(5, base)) + by)) == item.difficulty.level
        assert item.importance.why in item.difficulty.why
        assert why in item.difficulty.why


def test_the_dead_are_sensitive_and_the_wounded_are_not():
    fates = {item.key[0]: item.sensitive for item in asked().of("outcomes.fate")}
    assert {"killed in action": True, "wounded in action": False} == fates


def test_an_item_carries_its_claimant():
    assert {"The Inside Source", "SOHR", "pro-government"} == {i.claimed_by for i in asked().of("figures.casualties")}
