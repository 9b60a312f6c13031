"""When cards come again, how answers are rated without being asked, and what a day is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.study.schedule import Card, Rating, automatic, day_of, interval, reviewed

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def card(*ratings: int, gap: timedelta = timedelta(days=3)) -> Card:
    """A card after these ratings."""
    at, found = NOON, None
    for rating in ratings:
        found = reviewed(found, "x", Rating(rating), at)
        at = max(at + gap, found.due)
    assert found
    return found


def test_a_card_that_is_known_leaves_the_minutes_for_days() -> None:
    assert card(3).is_learning
    assert not card(3, 3).is_learning
    assert card(3, 3).due - card(3, 3).last >= timedelta(days=1)


def test_a_card_that_is_forgotten_comes_again_within_minutes() -> None:
    assert card(3, 3, 1).due - card(3, 3, 1).last <= timedelta(minutes=10)


def test_what_is_easy_comes_later_than_what_is_hard() -> None:
    spans = [card(3, 3, rating) for rating in (2, 3, 4)]
    assert sorted(one.due for one in spans) == [one.due for one in spans]
    assert card(4).stability > card(3).stability > 0


def test_a_clock_that_was_set_back_counts_as_standing_still() -> None:
    early = reviewed(card(3, 3), "x", Rating.GOOD, NOON - timedelta(days=400))
    assert early.last == card(3, 3).last
    assert early.due > early.last


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 4), st.integers(-(10**6), 10**7)), min_size=1, max_size=12))
def test_the_same_reviews_give_the_same_card_whatever_the_clock_does(made: list[tuple[int, int]]) -> None:
    one = two = None
    for rating, seconds in made:
        at = NOON + timedelta(seconds=seconds)
        one, two = (reviewed(found, "x", Rating(rating), at) for found in (one, two))
        assert one
        assert one == two
        assert one.due > one.last


@pytest.mark.parametrize(
    ("score", "seconds", "hinted", "rating"),
    [
        (0, 1, False, Rating.AGAIN),
        (0.25, 1, False, Rating.AGAIN),
        (0.5, 1, False, Rating.HARD),
        (1, 10, True, Rating.HARD),
        (1, 60, False, Rating.HARD),
        (1, 10, False, Rating.GOOD),
        (1, 3, False, Rating.EASY),
        (1, 0, False, Rating.GOOD),
    ],
)
def test_an_answer_rates_itself(score: float, seconds: float, hinted: bool, rating: Rating) -> None:
    assert rating is automatic(score, seconds, 12, hinted=hinted)


@pytest.mark.parametrize(
    ("span", "told"),
    [
        (timedelta(seconds=20), "in 1 minute"),
        (timedelta(minutes=10), "in 10 minutes"),
        (timedelta(minutes=90), "in 2 hours"),
        (timedelta(days=1), "in 1 day"),
        (timedelta(days=45), "in 45 days"),
        (timedelta(days=90), "in 3 months"),
        (timedelta(days=800), "in 2 years"),
    ],
)
def test_when_it_comes_again_in_words(span: timedelta, told: str) -> None:
    assert told == interval(span)


def test_past_midnight_is_still_yesterday() -> None:
    zone = timezone(timedelta(hours=2))
    assert datetime(2026, 3, 1, 4, tzinfo=zone) == day_of(datetime(2026, 3, 2, 3, 59, tzinfo=zone))
    assert datetime(2026, 3, 2, 4, tzinfo=zone) == day_of(datetime(2026, 3, 2, 4, tzinfo=zone))
