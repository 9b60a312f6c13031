"""Places of keys: about equally often, no runs, no cycles, not the same in two forms."""

from __future__ import annotations

from collections import Counter

import pytest

from quizgen.balance import balanced, patterns

ANY = (0, 1, 2, 3)


@pytest.mark.parametrize("count", [4, 10, 20, 40])
def test_each_letter_is_the_key_about_equally_often(count: int) -> None:
    for seed in "abcdefgh":
        used = Counter(balanced([ANY] * count, seed))
        assert all(count / 4 - 1 < used[place] < count / 4 + 1 for place in ANY)


@pytest.mark.parametrize("count", [8, 20, 40])
def test_keys_neither_run_nor_cycle(count: int) -> None:
    assert [] == [found for seed in "abcdefgh" for found in patterns(balanced([ANY] * count, seed))]


def test_another_form_has_other_places() -> None:
    first = balanced([ANY] * 12, "1/A")
    second = balanced([ANY] * 12, "1/B", first)
    assert not any(a == b for a, b in zip(first, second, strict=True))


def test_an_item_without_places_has_none_and_one_with_one_keeps_it() -> None:
    assert (None, 2, None) == balanced([(), (2,), ()], "1")
    assert () == balanced([], "1")


def test_free_items_make_up_for_those_that_have_no_choice() -> None:
    places = balanced([(0,), (0,), ANY, ANY, ANY, ANY, ANY, ANY], "1")
    assert Counter({0: 2, 1: 2, 2: 2, 3: 2}) == Counter(places)


def test_an_item_takes_no_place_but_one_of_its_own() -> None:
    choices = [(0,), (0,), (0,), (0,), (1, 2), (1, 2), (3,), ANY, ANY]
    assert all(place in own for seed in "abcdefgh" for place, own in zip(balanced(choices, seed), choices, strict=True))


CASES = (
    ((0, 0, 0, 0), [(0, 1)]),
    ((0, None, 0, 0, 0), [(0, 1)]),
    ((0, 0, 0, 1), []),
    ((0, 1, 0, 1, 0, 1), [(0, 2)]),
    ((0, 1, 2, 0, 1, 2), [(0, 3)]),
    ((0, 1, 2, 3, 0, 1, 2, 3), [(0, 4)]),
    ((0, 1, 2, 3, 3, 2, 1, 0), []),
)


@pytest.mark.parametrize(("places", "found"), CASES)
def test_runs_and_cycles_are_found(places: tuple[int | None, ...], found: list[tuple[int, int]]) -> None:
    assert found == list(patterns(places))
