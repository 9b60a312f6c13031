"""Timelines to fill in: whatever the text leaves open, there is one way to put all events to their days."""

from __future__ import annotations

import pytest

from quizgen.questions.dates.timeline import _is_one_way


@pytest.mark.parametrize(
    ("may", "expected"),
    [
        ({}, True),
        ({0: set(), 1: set()}, True),
        ({0: {1, 2}, 1: {2}, 2: set()}, True),
        ({0: {1}, 1: {0}}, False),
        ({0: {1}, 1: {2}, 2: {0}, 3: set()}, False),
    ],
)
def test_events_that_may_change_places_in_a_circle_have_more_than_one_way(may: dict[int, set[int]], expected: bool) -> None:
    assert expected == _is_one_way(may)
