"""How much is asked of the first article, and that every item of it stands."""

from collections import Counter

import pytest

from quizgen.formats import breaches, is_open
from quizgen.items import Format
from quizgen.rules import check
from quizgen.rules.truth import FREE
from quizgen.solver import expected, solve
from tests.asked import asked

pytestmark = pytest.mark.no_cover


def questions():
    """Format variants of one question count once."""
    return {(item.type, item.facts): item for item in asked().items}


def test_at_least_eighty_questions_over_twenty_types():
    assert len(questions()) >= 80
    assert len({item.type for item in asked().items}) >= 20


def test_no_family_has_more_than_35_percent():
    families = Counter(item.family for item in questions().values())
    assert max(families.values()) <= 0.35 * len(questions())


def test_between_40_and_60_percent_of_the_statements_are_true():
    keys = Counter(item.key for item in asked().items if item.format is Format.TRUE_FALSE)
    assert 0.4 <= keys["True",] / keys.total() <= 0.6


def test_every_item_is_solved_with_its_key_and_no_other():
    for item in (item for item in asked().items if not is_open(item)):
        found = solve(asked().world, item).right
        if item.format in FREE:
            assert set(item.key) <= set(found) <= {*item.key, *item.accepted}, item.id
        else:
            assert expected(item) == found, item.id


def test_no_item_breaks_a_rule_or_the_shape_of_its_format():
    assert [] == [item.id for item in asked().items if check(item, asked().world) or breaches(item)]


def test_every_refused_candidate_breaks_a_rule():
    assert all(refused.findings for refused in asked().refused)
    assert not {refused.item.id for refused in asked().refused} & {item.id for item in asked().items}


def test_every_item_rests_on_facts_and_cites_its_source():
    ids = {fact.id: fact for fact in asked().world.facts}
    assert all(item.facts and set(item.facts) <= ids.keys() for item in asked().items)
    assert all(item.source == ids[item.facts[0]].source for item in asked().items if len(item.facts) == 1)


def test_ids_and_codes_are_unique():
    assert len(asked().items) == len({item.id for item in asked().items}) == len({item.code for item in asked().items})


def test_a_code_tells_nothing_of_the_item():
    for item in asked().items:
        head, _, digits = item.code.partition("-")
        assert head == "Q"
        assert len(digits) == 6
        assert set(digits) <= set("0123456789ABCDEF")


def test_every_text_is_one_line_without_residue():
    for item in asked().items:
        texts = [item.stem, *item.key, item.explanation, *(part for d in item.distractors for part in (d.text, d.why_false))]
        assert all(text == " ".join(text.split()) and text for text in texts), item.id
        assert all(text[0] == text[0].upper() for text in (item.stem, item.explanation)), item.id
