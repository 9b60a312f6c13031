"""A quiz as drawn: sections, forms, places of keys."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from types import SimpleNamespace

import pytest

from quizgen import assembly
from quizgen.assembly import Blueprint, assemble, sections
from quizgen.balance import patterns
from quizgen.items import Family, Format
from quizgen.model import Campaign, Sourced
from quizgen.selection import choose
from tests.samples import HERE, MATCHING, SAMPLES, pool

SPREAD = tuple(replace(found, family=tuple(Family)[n % 8]) for n, found in enumerate(SAMPLES))
VALE = Campaign("vale-offensive-1911", "vale-1911", Sourced("Vale offensive (1911)", HERE))


def test_the_same_seed_gives_the_same_quiz_and_another_seed_another() -> None:
    assert assemble(pool(40), Blueprint(n=10), 7) == assemble(pool(40), Blueprint(n=10), "7")
    assert assemble(pool(40), Blueprint(n=10), 7)[0].items != assemble(pool(40), Blueprint(n=10), 8)[0].items


def test_what_forms_put_alike_is_solved_once(monkeypatch: pytest.MonkeyPatch) -> None:
    solved: list[str] = []
    monkeypatch.setattr(assembly, "solver_finds_the_key", lambda item, _: iter(solved.append(item.id) or ()))
    named = [found for found in SAMPLES if found.format is not Format.NUMERIC]
    forms = assemble(named, Blueprint(n=4), 1, 9, (VALE,))
    assert sorted(drawn.item.id for drawn in forms[0].items) == sorted(solved)


def test_a_quiz_knows_its_campaigns() -> None:
    (quiz,) = assemble(SAMPLES, Blueprint(n=3), 1, campaigns=(VALE,))
    assert ("1", ("vale-1911",), ("Vale offensive (1911)",), "") == (quiz.seed, quiz.sources, quiz.titles, quiz.form)
    assert ("vale-1911",) == assemble(SAMPLES, Blueprint(n=3), 1)[0].sources


def test_items_stand_in_sections_by_format_and_are_numbered_through() -> None:
    (quiz,) = assemble(SPREAD, Blueprint(n=12), 3)
    parts = sections(quiz)
    assert [form for form in Format if form in {found.format for found in SAMPLES}] == [part.items[0][1].item.format for part in parts]
    assert list(range(1, 13)) == [number for part in parts for number, _ in part.items]
    assert ("Multiple choice", "Choose one answer.", 2) == (parts[0].title, parts[0].instruction, parts[0].points)
    assert 16 == quiz.points == sum(part.points for part in parts)


def test_forms_hold_the_same_items_in_another_order_with_other_key_letters() -> None:
    for seed in range(12):
        a, b, c = assemble(pool(48), Blueprint(n=20), seed, 3)
        assert ("A", "B", "C") == (a.form, b.form, c.form)
        assert {drawn.item for drawn in a.items} == {drawn.item for drawn in b.items} == {drawn.item for drawn in c.items}
        assert 3 == len({tuple(drawn.item.id for drawn in form.items) for form in (a, b, c)})
        letters = {drawn.item.id: drawn.answer for drawn in a.items}
        assert not any(letters[drawn.item.id] == drawn.answer for drawn in b.items)


def test_two_items_of_a_format_change_places_from_form_to_form() -> None:
    two = SPREAD[:2]
    for seed in range(12):
        a, b = assemble(two, Blueprint(n=2), seed, 2)
        assert [drawn.item for drawn in a.items] == [drawn.item for drawn in b.items][::-1]


def test_the_first_of_several_forms_is_what_a_single_one_would_be() -> None:
    assert assemble(pool(40), Blueprint(n=10), 7)[0].items == assemble(pool(40), Blueprint(n=10), 7, 2)[0].items


def test_an_item_stands_in_at_the_place_of_another() -> None:
    items = pool(24)
    before = [drawn.item for drawn in assemble(items, Blueprint(n=4), 1)[0].items]
    other = next(found for found in items if found not in before)
    after = [drawn.item for drawn in assemble(items, Blueprint(n=4), 1, swap={before[1].id: other.id})[0].items]
    assert [before[0], other, *before[2:]] == after


@pytest.mark.parametrize(("fair", "taken"), [(1, "1"), (3, "1/2"), (999, "1")])
def test_the_first_draw_that_keeps_all_rules_is_taken_or_else_the_first(monkeypatch: pytest.MonkeyPatch, fair: int, taken: str) -> None:
    tried: list[object] = []
    monkeypatch.setattr(assembly, "_breaches", lambda form, *_: tried.append(form) or len(tried) < fair)
    monkeypatch.setattr(assembly, "prove", lambda *_: None)
    (quiz,) = assemble(pool(24), Blueprint(n=4), 1, campaigns=(VALE,))
    assert {*choose(pool(24), Blueprint(n=4), taken)} == {drawn.item for drawn in quiz.items}


@pytest.mark.parametrize("n", [10, 20, 40])
def test_keys_tell_a_guesser_nothing(n: int) -> None:
    for seed in range(8):
        (quiz,) = assemble(pool(60), Blueprint(n=n), seed)
        letters = [drawn.answer for drawn in quiz.items if isinstance(drawn.answer, int)]
        used = Counter(letters)
        assert all(n / 4 - 1 <= used[letter] <= n / 4 + 1 for letter in range(4))
        assert [] == list(patterns(letters))


def test_one_more_item_leaves_the_order_of_the_others() -> None:
    items = tuple(replace(found, importance=pool(2)[1].importance) for found in pool(25))
    for seed in range(20):
        before, after = ([d.item for d in assemble(items[:n], Blueprint(n=10), seed)[0].items] for n in (24, 25))
        assert [found for found in before if found in after] == [found for found in after if found in before]


def test_what_is_drawn_as_a_figure_stands_apart_from_others_of_its_format() -> None:
    kinds = ("own.match", "dates.timeline", "people.match", "dates.timeline")
    matchings = [replace(MATCHING, id=f"{n}", type=kind, facts=(f"{n}",), stem=f"Match {n}.") for n, kind in enumerate(kinds)]
    cards = [SimpleNamespace(item=item) for item in matchings]
    assert [False, False, True, True] == [card.item.type == "dates.timeline" for card in assembly._order(cards, "1", [], {})]
