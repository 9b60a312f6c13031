"""Which items stand on one sheet: kinds asked for, core first, nothing asked twice, nothing given away."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.diagnostics import QuizgenError
from quizgen.items import BLANK, Family, Format, Item, Level
from quizgen.selection import Blueprint, choose, eligible, left_out
from tests.samples import CHOICE, CLOZE, DATE, FALSEHOOD, MATCHING, SAMPLES, SHORT, STATEMENT, item, pool, wrong

POOL = pool(48)
LONG = "Snow falls on the moors of Rill"


def refusal(items: tuple[Item, ...], blueprint: Blueprint) -> str:
    with pytest.raises(QuizgenError) as caught:
        choose(items, blueprint, "1")
    (found,) = caught.value.diagnostics
    assert found.code == "A101"
    return f"{found.message} ({found.hint})"


KINDS = (
    (Blueprint(types=("sides.cloze",)), {CLOZE}),
    (Blueprint(families=("dates",)), set()),
    (Blueprint(formats=("true_false", "date")), {STATEMENT, FALSEHOOD, DATE}),
    (Blueprint(levels=("detail",)), set()),
    (Blueprint(difficulty=(3, 5)), set()),
    (Blueprint(difficulty=(2, 2)), set(SAMPLES)),
)


@pytest.mark.parametrize(("blueprint", "kept"), KINDS)
def test_a_blueprint_keeps_the_kinds_it_asks_for(blueprint: Blueprint, kept: set[Item]) -> None:
    assert kept == set(eligible(SAMPLES, blueprint))


def test_details_and_sensitive_items_stay_out_unless_asked_for_and_are_counted() -> None:
    items = (
        CHOICE,
        replace(SHORT, importance=Level("detail", "")),
        replace(CLOZE, sensitive=True),
    )
    assert {"level detail": 1, "sensitive": 1} == left_out(items, Blueprint())
    assert items == eligible(items, Blueprint(levels=("core", "useful", "detail"), sensitive=True))


def test_core_items_come_first() -> None:
    chosen = choose(POOL, Blueprint(n=20), "1")
    assert {"core"} == {found.importance.level for found in chosen}
    assert {"core": 32, "useful": 4} == Counter(found.importance.level for found in choose(POOL, Blueprint(n=36), "1"))


def test_a_question_stands_in_one_of_its_formats() -> None:
    variants = tuple(replace(found, id=f"{found.id}/{n}") for found in POOL[:10] for n in range(4))
    assert 10 == len({found.facts for found in choose(variants, Blueprint(n=10), "1")})


@pytest.mark.no_cover
def test_many_formats_give_a_question_no_better_chance() -> None:
    items = tuple(replace(found, importance=Level("core", "")) for found in POOL)
    variants = (*items, *(replace(items[0], id=f"{items[0].id}/{n}") for n in range(9)))
    drawn = sum(items[0].facts in {found.facts for found in choose(variants, Blueprint(n=6), str(seed))} for seed in range(80))
    assert 3 <= drawn <= 20  # 6 of 48 questions: 10 of 80 draws; 9 more chances would make it 50


def test_families_and_types_are_spread_while_they_can_be() -> None:
    for seed in "abcdef":
        chosen = choose(POOL, Blueprint(n=20), seed)
        assert max(Counter(found.family for found in chosen).values()) <= 7
        assert max(Counter(found.type for found in chosen).values()) <= 2


def test_shares_give_way_before_an_item_is_missing() -> None:
    assert 20 == len(choose(pool(20, families=1, types=1), Blueprint(n=20), "1"))
    three = Counter(found.family for found in choose((*pool(20, families=1), *pool(24)), Blueprint(n=20), "1"))
    assert 20 == three.total()


def test_a_family_asked_for_alone_fills_the_sheet() -> None:
    assert {Family.DATES} == {found.family for found in choose(POOL, Blueprint(n=5, families=("dates",)), "1")}


def test_true_and_false_statements_are_balanced() -> None:
    words = ("ash", "bay", "cob", "dew", "elm", "fig", "gum", "hay", "ivy", "jay", "kit", "log", "mud", "nut", "oak", "pea")
    claims = ((word, f"Claim {word} holds.", str(n % 4 == 0)) for n, word in enumerate(words))
    statements = tuple(item(Format.TRUE_FALSE, stem, key, name=word) for word, stem, key in claims)
    chosen = choose(statements, Blueprint(n=8), "1")
    assert Counter({("True",): 4, ("False",): 4}) == Counter(found.key for found in chosen)


def test_no_item_prints_the_answer_of_a_free_one() -> None:
    leak = item(Format.MULTIPLE_CHOICE, "Who took the ferry?", "Colonel Diyab", name="leak", distractors=wrong("A", "B", "C"))
    for seed in "abcdef":
        assert 1 == len({SHORT, leak} & set(choose((SHORT, leak, CHOICE), Blueprint(n=2), seed)))


def test_an_answer_inside_a_longer_word_is_not_given_away() -> None:
    other = item(Format.MULTIPLE_CHOICE, "Who took the Kerrington ferry?", "A", name="other", distractors=wrong("B", "C"))
    assert 2 == len(choose((CLOZE, other), Blueprint(n=2), "1"))


def test_an_answer_that_many_questions_share_is_kept_out_of_its_own_section_only() -> None:
    gaps = tuple(
        item(Format.CLOZE, f"The {group} fought for the {BLANK}.", "League", name=group) for group in ("Ashmen", "Bargees", "Cobblers")
    )
    choice = item(Format.MULTIPLE_CHOICE, "Who fought the League at the ford?", "A", name="ford", distractors=wrong("B", "C"))
    gap = item(Format.CLOZE, f"The League took the town of {BLANK}.", "Hexton", name="town")
    assert choice in choose((*gaps, choice), Blueprint(n=3), "1")
    assert "would give away an answer" in refusal((*gaps, gap), Blueprint(n=4))


def test_no_text_prints_the_subject_of_an_item_with_its_answer() -> None:
    asked = item(Format.MULTIPLE_CHOICE, "Which side held Tamm Mill?", "the rangers", name="mill", distractors=wrong("the guardsmen"))
    telling = item(Format.MULTIPLE_CHOICE, "What came first?", "Rangers take Tamm Mill", name="x", distractors=wrong("Rain", LONG))
    silent = item(Format.MULTIPLE_CHOICE, "What came last?", "Rangers leave Orsk", name="y", distractors=wrong("Fog", LONG))
    assert 1 == len({asked, telling} & set(choose((asked, telling, silent), Blueprint(n=2), "1")))
    assert {asked, silent} == set(choose((asked, silent), Blueprint(n=2), "1"))


def test_one_thing_is_not_put_twice_to_one_question() -> None:
    stem = "Which of these fought on another side than the others?"
    one = item(Format.MULTIPLE_CHOICE, stem, "Adams", name="one", distractors=wrong("Brook", "Coleman"))
    other = item(Format.MULTIPLE_CHOICE, stem, "Brook", name="other", distractors=wrong("Dunn", "Everett"))
    assert "1 put the same thing to the same question" in refusal((one, other), Blueprint(n=2))


def test_guesses_between_two_stay_few_while_they_can() -> None:
    pairs = tuple(replace(found, distractors=wrong("no group of that name")) for found in POOL[:24])
    for seed in "abcd":
        chosen = choose((*pairs, *POOL[24:]), Blueprint(n=12), seed)
        assert sum(len(found.distractors) == 1 for found in chosen) <= 4
    assert 12 == len(choose(pairs, Blueprint(n=12), "1"))
    with pytest.raises(QuizgenError, match="a guess between two"):
        choose(pairs, Blueprint(n=12, is_varied=True), "1")


def test_two_stems_alike_with_one_key_do_not_stand_together() -> None:
    twin = replace(CHOICE, id="twin", facts=("twin",), stem="Which group held the mill at Orsk then?")
    assert "1 ask the same in nearly the same words" in refusal((CHOICE, twin), Blueprint(n=2))


def test_too_few_facts_are_named() -> None:
    twin = replace(CHOICE, id="twin")
    assert refusal((CHOICE, twin), Blueprint(n=2)) == (
        '2 items are asked for, but only 1 can stand together: 2 match, but 1 rest on a fact that is asked already (ask for 1 with "-n 1")'
    )


def test_a_leak_that_binds_is_named() -> None:
    leak = item(Format.MULTIPLE_CHOICE, "Who took the ferry?", "Diyab", name="leak", distractors=wrong("A", "B"))
    assert "1 would give away an answer, or be given away" in refusal((SHORT, leak), Blueprint(n=2))


def test_a_balance_that_binds_is_named() -> None:
    more = item(Format.TRUE_FALSE, "Rain fell on Tamm all of May.", "True", name="rain")
    assert "1 would tip the balance of true and false statements" in refusal((STATEMENT, more), Blueprint(n=2))


def test_a_filter_that_binds_is_named() -> None:
    message = refusal((CHOICE, SHORT), Blueprint(n=2, formats=("matching",)))
    assert "0 of 2 match (2 kept out by format) (leave out --formats (then 2 can stand))" in message
    assert "1 of 1 match (ask for 1" in refusal((CHOICE,), Blueprint(n=2))
    assert "0 of 0 match (name more sources)" in refusal((), Blueprint(n=2))


def test_an_item_on_many_facts_gives_way_where_the_sheet_would_not_be_full() -> None:
    facts = tuple(found.facts[0] for found in POOL[:10])
    greedy = replace(MATCHING, facts=facts)
    for seed in "abcdefgh":
        assert 10 == len(choose((greedy, *POOL[:10]), Blueprint(n=10), seed))


@pytest.mark.no_cover
def test_one_more_item_keeps_nearly_all_that_were_drawn() -> None:
    items = tuple(replace(found, importance=Level("core", "")) for found in pool(25))
    kept = []
    for seed in range(40):
        before, after = (choose(items[:n], Blueprint(n=10), str(seed)) for n in (24, 25))
        kept.append(len({*before} & {*after}))
    assert 9.2 <= sum(kept) / len(kept)


@pytest.mark.no_cover
@settings(max_examples=40, deadline=None)
@given(st.permutations(POOL[:16]), st.integers(1, 12))
def test_the_order_of_the_pool_does_not_matter(items: list[Item], n: int) -> None:
    assert choose(POOL[:16], Blueprint(n=n), "1") == choose(items, Blueprint(n=n), "1")
