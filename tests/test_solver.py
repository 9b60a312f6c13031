"""The solver picks the key from the model alone: what is spoilt about an item is found out."""

from dataclasses import replace

import pytest

from quizgen.items import BLANK, Distractor, Format
from quizgen.solver import Solution, expected, solve, types
from tests.asked import asked

CHOICES = (Format.MULTIPLE_CHOICE, Format.MULTIPLE_RESPONSE)


def items(*formats):
    return [item for item in asked().items if item.format in formats]


def first(kind, form):
    return next(item for item in asked().of(kind) if item.format is form)


def solved(item):
    return solve(asked().world, item)


def wrong(text):
    return Distractor(text, "It is not so.", "none")


@pytest.mark.parametrize("form", [form for form in Format if form is not Format.OPEN])  # an open question has no single answer
def test_an_item_of_each_format_is_solved(form):
    item = items(form)[0]
    found = solved(item).right
    assert (
        set(item.key) <= set(found) if form in (Format.CLOZE, Format.SHORT_ANSWER, Format.NUMERIC, Format.DATE) else expected(item) == found
    )


def test_a_wrong_key_is_found_out():
    for item in items(*CHOICES):
        swapped = replace(item, key=(item.distractors[0].text, *item.key[1:]), distractors=(wrong(item.key[0]), *item.distractors[1:]))
        assert expected(swapped) != solved(swapped).right, item.id


def test_a_statement_turned_round_is_found_out():
    for item in items(Format.TRUE_FALSE):
        other = "False" if item.key == ("True",) else "True"
        assert (other,) != solved(item).right, item.id


def test_a_second_right_answer_is_found_out():
    for item in asked().of("sides.who_fought_for", "units.children"):
        fewer = replace(item, key=item.key[1:], distractors=(*item.distractors, wrong(item.key[0])))
        assert expected(fewer) != solved(fewer).right, item.id


def test_an_alias_as_distractor_is_found_out():
    item = first("events.cloze", Format.CLOZE)
    alias = item.accepted[0]
    stem = next(
        i.stem for i in asked().refused_and_asked() if (i.type, i.facts, i.format) == (item.type, item.facts, Format.MULTIPLE_CHOICE)
    )
    choice = replace(item, format=Format.MULTIPLE_CHOICE, stem=stem, accepted=(), distractors=(wrong(alias),))
    assert {*item.key, alias} == set(solved(choice).right)


def test_a_row_in_the_wrong_group_is_found_out():
    for item in items(Format.SORTING):
        (thing, group), *rest = item.pairs
        other = next(other for _, other in rest if other != group)
        assert expected(item) != expected(moved := replace(item, pairs=((thing, other), *rest)))
        assert expected(moved) != solved(moved).right, item.id


def test_rows_that_changed_partners_are_found_out():
    item = items(Format.MATCHING)[0]
    (one, his), (other, hers), *rest = item.pairs
    crossed = replace(item, pairs=((one, hers), (other, his), *rest))
    assert expected(crossed) != solved(crossed).right


def test_events_in_another_order_are_put_in_theirs():
    for item in items(Format.ORDERING):
        assert item.key == solved(replace(item, key=item.key[::-1])).right


def test_events_of_one_day_have_no_order():
    item = items(Format.ORDERING)[0]
    pair = [other.key[0] for other in asked().of("dates.what_happened") if "6 August" in other.stem][:2]
    assert solved(replace(item, key=tuple(pair))) is None


def test_another_event_of_the_same_day_is_right_too():
    six = [item for item in asked().of("dates.what_happened") if "6 August" in item.stem]
    both = replace(six[0], distractors=(*six[0].distractors, wrong(six[1].key[0])))
    assert {six[0].key[0], six[1].key[0]} == set(solved(both).right)


def test_what_the_model_does_not_know_is_unsettled():
    item = first("sides.who_fought_for", Format.MULTIPLE_RESPONSE)
    assert ("Lion Guard of Orlo",) == solved(replace(item, distractors=(*item.distractors, wrong("Lion Guard of Orlo")))).unsettled


def test_a_stem_of_no_template_has_no_solution():
    assert solved(replace(first("dates.start", Format.MULTIPLE_CHOICE), stem="When did it begin?")) is None


def test_a_statement_of_what_is_unknown_has_no_solution():
    item = first("sides.of_unit", Format.TRUE_FALSE)
    thing = item.stem.rsplit("lists ", 1)[1]
    assert solved(replace(item, stem=item.stem.replace(thing, "the Lion Guard of Orlo."))) is None


def test_a_free_answer_is_sought_among_all_keys_of_its_type():
    item = first("units.parent", Format.CLOZE)
    assert item.key == solved(replace(item, accepted=())).right


def test_expected_answers_come_in_the_solver_s_shape():
    assert ("a → b",) == expected(replace(items(Format.SORTING)[0], pairs=(("a", "b"),)))
    assert ("x", "y") == expected(replace(items(Format.CLOZE)[0], key=("y",), accepted=("x",)))


def test_a_solution_is_empty_at_first():
    assert Solution() == Solution((), ())


def test_types_are_named_after_their_files():
    assert {"dates.start", "sides.of_unit", "people.match"} <= types().keys()
    assert len(types()) >= 30


def test_cloze_stems_have_their_blank_where_the_template_has_its_option():
    assert all(BLANK in item.stem for item in items(Format.CLOZE))
