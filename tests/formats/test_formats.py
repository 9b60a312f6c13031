"""What an item of each format looks like, and how it is drawn."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.formats import Drawn, all_formats, answer_text, breaches, draw, format_of, letter, lines, verify
from quizgen.items import Format, Item
from tests.samples import (
    CHOICE,
    CLOZE,
    COUNTS,
    DATE,
    EVERY,
    MATCHING,
    NUMERIC,
    OPEN,
    ORDERING,
    RESPONSE,
    SHORT,
    SORTING,
    STATEMENT,
    wrong,
)

SEEDS = [str(n) for n in range(40)]
FREE = {Format.CLOZE, Format.SHORT_ANSWER, Format.NUMERIC, Format.DATE}


def test_every_answer_format_has_its_file() -> None:
    assert {str(form) for form in Format} == set(all_formats())


def test_every_answer_format_has_a_sample() -> None:
    assert set(Format) == {item.format for item in EVERY}


@pytest.mark.parametrize("item", EVERY, ids=lambda item: item.id)
def test_a_sound_item_has_no_breach(item: Item) -> None:
    assert () == breaches(item)


@pytest.mark.parametrize("item", EVERY, ids=lambda item: item.id)
def test_a_drawn_item_prints_its_key_and_reads_it_back(item: Item) -> None:
    for seed in SEEDS:
        drawn = draw(item, seed)
        verify(drawn)
        assert drawn == draw(item, seed)
        answer = answer_text(drawn)
        assert all(text in answer for text in drawn.premises)
        assert all(text in answer for text in item.key if not drawn.options or text in drawn.options)
        printed = "\n".join(lines(drawn))
        assert all(text in printed for text in (*drawn.options, *drawn.premises, *drawn.responses, *drawn.groups))


@pytest.mark.parametrize("item", EVERY, ids=lambda item: item.id)
def test_a_free_format_prints_nothing_below_its_stem(item: Item) -> None:
    assert (item.format in FREE) == format_of(item).is_free == (lines(draw(item, "1")) == ())


BROKEN = (
    (replace(CHOICE, key=("A", "B")), "one option is right, not 2"),
    (replace(CHOICE, distractors=()), "there is no wrong option"),
    (replace(CHOICE, pairs=(("a", "b"),)), "a choice has no pairs"),
    (replace(CHOICE, distractors=wrong("the northern league")), '"the northern league" stands twice among the options'),
    (replace(RESPONSE, key=("A",)), "two or more options are right, not 1"),
    (replace(RESPONSE, distractors=wrong("A")), "two or more options are wrong, not 1"),
    (replace(RESPONSE, pairs=(("a", "b"),)), "a choice has no pairs"),
    (replace(STATEMENT, key=("Yes",)), 'the key is "True" or "False", not "Yes"'),
    (replace(STATEMENT, distractors=wrong("False")), "a statement has neither distractors nor pairs"),
    (replace(CLOZE, stem="No gap."), "a cloze has one blank, not 0"),
    (replace(SHORT, key=("A", "B")), "a typed answer is one text, not 2"),
    (replace(SHORT, pairs=(("a", "b"),)), "a typed answer has no pairs"),
    (replace(NUMERIC, key=("many",)), 'the key "many" is no number'),
    (replace(DATE, key=("soon",)), 'the key "soon" is no date'),
    (replace(MATCHING, pairs=MATCHING.pairs[:3]), "four to ten premises, not 3"),
    (replace(MATCHING, distractors=()), "one to three extra responses, not 0"),
    (replace(MATCHING, key=("A",)), "a matching item has pairs, no key"),
    (replace(MATCHING, pairs=(*MATCHING.pairs, ("Ebb", "Red Band"))), '"Red Band" stands twice among the options'),
    (replace(ORDERING, key=("A", "B")), "three to seven things to order, not 2"),
    (replace(ORDERING, distractors=wrong("X")), "an ordering has neither distractors nor pairs"),
    (replace(SORTING, pairs=tuple((thing, "League") for thing, _ in SORTING.pairs)), "two or more groups, not 1"),
    (replace(SORTING, pairs=SORTING.pairs[1:]), "four or more things to sort, not 3"),
    (replace(SORTING, key=("A",)), "a sorting has pairs, neither key nor distractors"),
    (replace(OPEN, key=()), "an open question has marking notes"),
    (replace(OPEN, key=("The Gazette: 400.", " ")), "an open question has marking notes"),
    (replace(OPEN, distractors=wrong("A")), "an open question has marking notes alone: no options, pairs or accepted answers"),
)


@pytest.mark.parametrize(("item", "sentence"), BROKEN)
def test_an_item_of_another_shape_is_told_what_is_wrong(item: Item, sentence: str) -> None:
    assert (sentence,) == breaches(item)


def test_a_free_item_of_another_format_is_told_so() -> None:
    assert [f'the format is "{Format.CLOZE}", not "{Format.DATE}"'] == list(
        all_formats()["date"].breaches(replace(DATE, format=Format.CLOZE))
    )


FALSIFIED = (
    replace(draw(CHOICE, "1", 0), answer=1),
    replace(draw(CHOICE, "1", 0), options=("Northern League", "Nobody")),
    replace(draw(RESPONSE, "1"), answer=()),
    replace(draw(STATEMENT, "1"), answer=False),
    replace(draw(SHORT, "1"), answer="Wael"),
    replace(draw(MATCHING, "1"), premises=draw(MATCHING, "1").premises[::-1]),
    replace(draw(MATCHING, "1"), premises=draw(MATCHING, "1").premises[:3]),
    replace(draw(OPEN, "1"), answer="The Gazette"),
    replace(draw(ORDERING, "1"), answer=(0, 1, 2), options=ORDERING.key),
    replace(draw(SORTING, "1"), answer={"League": (), "Crown": ()}),
    replace(draw(SORTING, "1"), options=(*draw(SORTING, "1").options, "Nobody")),
)


@pytest.mark.parametrize("drawn", FALSIFIED)
def test_an_answer_that_is_not_the_key_is_a_bug(drawn: Drawn) -> None:
    with pytest.raises(ValueError, match=drawn.item.id):
        verify(drawn)


def test_four_options_are_drawn_from_the_most_plausible_six() -> None:
    many = replace(CHOICE, distractors=wrong(*(f"Band {c}" for c in "ABCDEFGH")))
    drawn = {text for seed in SEEDS for text in draw(many, seed).options}
    assert {"Northern League", *(f"Band {c}" for c in "ABCDEF")} == drawn
    assert {4} == {len(draw(many, seed).options) for seed in SEEDS}


def test_two_values_give_two_options() -> None:
    assert 2 == len(draw(replace(CHOICE, distractors=wrong("Southern League")), "1").options)


def test_the_key_of_names_takes_the_place_asked_for() -> None:
    assert [0, 1, 2, 3] == [draw(CHOICE, "1", slot).answer for slot in (0, 1, 2, 3)]


def test_numbers_stand_in_order_and_the_key_takes_the_rank_asked_for() -> None:
    assert (0, 1) == format_of(COUNTS).slots(COUNTS)
    assert ("400", "600", "900", "1,500") == draw(COUNTS, "1", 0).options
    assert ("250", "400", "600", "900") == draw(COUNTS, "1", 1).options


def test_a_place_that_the_key_cannot_take_is_left_to_the_seed() -> None:
    assert {0, 1} == {draw(COUNTS, seed, 3).answer for seed in SEEDS}


def test_the_number_of_right_options_varies_with_the_seed() -> None:
    many = replace(RESPONSE, key=tuple("ABCDE"), distractors=wrong(*"UVWXYZ"))
    drawn = [draw(many, seed) for seed in SEEDS]
    assert {5} == {len(d.options) for d in drawn}
    assert {2, 3} == {len(d.answer) for d in drawn if isinstance(d.answer, tuple)}


def test_an_ordering_never_stands_in_its_right_order() -> None:
    assert ORDERING.key not in {draw(ORDERING, seed).options for seed in SEEDS}
    assert 5 == len({draw(ORDERING, seed).options for seed in (str(n) for n in range(200))})


def test_dates_to_match_stand_in_order_and_names_shuffled() -> None:
    dated = replace(
        MATCHING, pairs=(("Ash", "6 May"), ("Bell", "2 May"), ("Croft", "30 April"), ("Dell", "9 May")), distractors=wrong("4 May")
    )
    assert {("30 April", "2 May", "4 May", "6 May", "9 May")} == {draw(dated, seed).responses for seed in SEEDS}
    assert len({draw(dated, seed).premises for seed in SEEDS}) > 10


def test_of_many_things_to_sort_eight_are_drawn_from_all_groups_alike() -> None:
    pairs = tuple((f"League {n}", "League") for n in range(20)) + tuple((f"Crown {n}", "Crown") for n in range(3))
    drawn = draw(replace(SORTING, pairs=pairs), "1")
    assert ("League", "Crown") == drawn.groups
    assert Counter(League=5, Crown=3) == Counter(text.split()[0] for text in drawn.options)


def test_a_sorting_answers_with_its_groups() -> None:
    drawn = replace(draw(SORTING, "1"), options=("Cedar Guns", "Birch Foot", "Damson Sappers", "Alder Horse"))
    assert "a: Birch Foot, Alder Horse; b: Cedar Guns, Damson Sappers" == answer_text(drawn)


def test_letters_go_on_after_z() -> None:
    assert ["a", "z", "aa", "az", "ba"] == [letter(n) for n in (0, 25, 26, 51, 52)]


names = st.lists(st.text("abcdefghijklmnop", min_size=3, max_size=9), min_size=3, max_size=12, unique=True)


@settings(max_examples=60, deadline=None)
@given(names, st.text(max_size=5), st.integers(-1, 5))
def test_any_choice_reads_back_after_shuffling(texts: list[str], seed: str, slot: int) -> None:
    item = replace(CHOICE, key=(texts[0],), distractors=wrong(*texts[1:]))
    verify(draw(item, seed, slot))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 99999), min_size=3, max_size=12, unique=True), st.integers(0, 3))
def test_any_figures_stand_in_order(figures: list[int], slot: int) -> None:
    item = replace(CHOICE, key=(f"{figures[0]:,}",), distractors=wrong(*(f"{n:,}" for n in figures[1:])))
    drawn = draw(item, "1", slot)
    verify(drawn)
    assert sorted(drawn.options, key=lambda text: int(text.replace(",", ""))) == list(drawn.options)
    assert slot not in format_of(item).slots(item) or drawn.answer == slot


def test_a_draw_explains_only_what_it_shows() -> None:
    many = tuple(f"Company {letter}" for letter in "ABCDEF")
    asked = replace(RESPONSE, key=many, explanation=f"Right: {', '.join(many)}.")
    drawn = draw(asked, "7")
    shown = [text for text in many if text in drawn.options]
    assert len(shown) < len(many)
    assert f"Right: {', '.join(shown)}." == drawn.item.explanation
    assert "So says the chronicle." == draw(replace(asked, explanation="So says the chronicle."), "7").item.explanation
