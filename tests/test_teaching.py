"""Which items become a deck's notes, and in which order they are taught."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen import api
from quizgen.items import Format, Importance, Item, Level
from quizgen.selection import Blueprint
from quizgen.teaching import CARDS, RECALL, USUAL, notes, on_sheets_only
from tests.writers.apkg.fixtures import item

ALL = Blueprint(levels=("core", "useful", "detail"))


@pytest.fixture(scope="module")
def asked() -> tuple[Item, ...]:
    return api.ask(api.read(str(Path(__file__).parent / "campaigns" / "marn.yaml")).campaign)[0]


def made(
    number: int, *, form: Format = Format.CLOZE, level: str = "core", difficulty: int = 2, kind: str = "x", facts: tuple[str, ...] = ()
) -> Item:
    base = item(form, "_____?", ("Brod",), id=f"{kind}/{form}/{number}", type=kind, facts=facts or (f"f{number}",))
    return replace(base, importance=Level(level, ""), difficulty=Level(difficulty, ""))


def test_each_fact_is_asked_once_and_by_recall_where_that_can_be(asked: tuple[Item, ...]) -> None:
    chosen = notes(asked, ALL, None, "1")
    facts = [fact for each in chosen for fact in each.facts]
    assert chosen
    assert len(facts) == len(set(facts))
    assert {each.format for each in chosen} <= set(CARDS)
    recalled = {f for each in asked if each.format in RECALL and not each.sensitive for f in each.facts}
    assert recalled == {f for each in chosen if each.format in RECALL for f in each.facts}


def test_a_fact_that_nothing_asks_to_recall_is_asked_by_choice() -> None:
    pool = [
        made(1, form=Format.MULTIPLE_CHOICE),
        made(1, level="useful"),
        made(2, form=Format.MULTIPLE_CHOICE, level="useful"),
        made(3, form=Format.TRUE_FALSE),
    ]
    assert {("f1", "cloze"), ("f2", "multiple_choice")} == {(each.facts[0], each.format) for each in notes(pool, Blueprint(), None, "1")}


def test_a_choice_that_was_released_is_not_replaced_by_recall() -> None:
    pool = [made(1, form=Format.MULTIPLE_CHOICE), made(1)]
    assert [pool[0]] == list(notes(pool, Blueprint(), None, "1", {pool[0].id}))


def test_other_formats_are_asked_when_they_are_named(asked: tuple[Item, ...]) -> None:
    chosen = notes(asked, replace(ALL, formats=("multiple_choice", "matching")), None, "1")
    assert {"multiple_choice"} <= {each.format for each in chosen} <= {"multiple_choice", "matching"}


def test_facts_that_only_other_formats_ask_are_counted(asked: tuple[Item, ...]) -> None:
    pool = [
        made(1),
        made(1, form=Format.MULTIPLE_CHOICE),
        made(2, form=Format.TRUE_FALSE),
        made(3, form=Format.TRUE_FALSE, level="detail"),
    ]
    assert 1 == on_sheets_only(pool, Blueprint())
    assert 0 == on_sheets_only(pool, Blueprint(formats=("true_false",)))


def test_core_facts_are_chosen_first_and_types_take_turns() -> None:
    pool = (
        [made(n, level="useful") for n in range(5)]
        + [made(n + 10, kind="y") for n in range(5)]
        + [made(n + 20, kind="z") for n in range(5)]
    )
    assert {"y": 2, "z": 2} == Counter(each.type for each in notes(pool, Blueprint(), 4, "1"))


def test_an_article_gives_sixty_notes_unless_more_are_asked_for() -> None:
    pool = [made(n) for n in range(100)]
    others = [replace(made(n), id=f"o/{n}", campaign="other") for n in range(100)]
    counts = [len(notes(pool, Blueprint(), n, "1")) for n in (None, 80, 3)]
    assert [USUAL, 80, 3] == counts
    assert 2 * USUAL == len(notes([*pool, *others], Blueprint(), None, "1"))
    assert 80 == len(notes([*pool, *others], Blueprint(), 80, "1"))


def test_what_was_released_stays_whatever_is_better_now() -> None:
    old = [made(n, level="useful") for n in range(4)]
    pool = [*old, *(made(n + 10) for n in range(4)), made(20, facts=("f0",))]
    chosen = notes(pool, Blueprint(), 3, "1", kept={each.id for each in old})
    assert set(old) == set(chosen)


def test_a_fact_alone_is_asked_before_one_that_needs_two() -> None:
    pool = [made(1, facts=("a", "b"), kind="x"), made(2, facts=("a",), kind="y"), made(3, facts=("b",), kind="z")]
    assert {"y", "z"} == {each.type for each in notes(pool, Blueprint(), None, "1")}


def test_core_is_taught_before_detail_and_easy_before_hard(asked: tuple[Item, ...]) -> None:
    levels = list(Importance)
    ranks = [(levels.index(Importance(each.importance.level)), each.difficulty.level) for each in notes(asked, ALL, None, "1")]
    assert ranks == sorted(ranks)


def test_siblings_stand_apart() -> None:
    pool = [made(n, kind="a") for n in range(4)] + [made(n + 10, kind="b") for n in range(4)] + [made(n + 20, kind="c") for n in range(4)]
    order = [each.type for each in notes(pool, Blueprint(), None, "1")]
    assert all(len({*order[n : n + 3]}) == 3 for n in range(len(order) - 2))


def test_the_order_of_the_pool_means_nothing(asked: tuple[Item, ...]) -> None:
    assert notes(asked, ALL, 8, "1") == notes(reversed(asked), ALL, 8, "1")
    assert notes(asked, ALL, 8, "1") != notes(asked, ALL, 8, "2")
