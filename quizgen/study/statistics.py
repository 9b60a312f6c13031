"""The reviews and cards of a learner → how well is remembered, day by day, and what is due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from quizgen.study.reviews import Review
from quizgen.study.schedule import Card, Rating, day_of

MATURE = 21  # days of stability from which on Anki calls a card mature


@dataclass(frozen=True, slots=True)
class Statistics:
    """What there is to tell. Days go from the oldest to today, and from today on.

    cards, mature  items ever met, and of those the ones that are known for three weeks or more
    reviews, today  reviews in all, and today's
    right   reviews by day, and how many of them were remembered
    due     cards by the day on which they come again; today's with all that is overdue
    families  reviews by family, and how many of them were remembered
    """

    cards: int
    mature: int
    reviews: int
    today: int
    streak: int
    right: Mapping[str, tuple[int, int]]
    due: Mapping[str, int]
    families: Mapping[str, tuple[int, int]]

    @property
    def retention(self) -> float | None:
        """The share remembered of the days told; None without a review."""
        total = sum(count for count, _ in self.right.values())
        return sum(right for _, right in self.right.values()) / total if total else None


def statistics(reviews: Sequence[Review], cards: Iterable[Card], now: datetime, back: int = 14, ahead: int = 14) -> Statistics:
    """Count `back` days up to today and `ahead` days from today on."""
    cards = tuple(cards)
    today = day_of(now)
    zone = now.tzinfo
    days = {_name(today - timedelta(days=n)): (0, 0) for n in range(back - 1, -1, -1)}
    by_day = Counter(_name(day_of(review.at.astimezone(zone))) for review in reviews)
    good = Counter(_name(day_of(review.at.astimezone(zone))) for review in reviews if review.rating is not Rating.AGAIN)
    due = dict.fromkeys((_name(today + timedelta(days=n)) for n in range(ahead)), 0)
    for card in cards:
        name = _name(max(today, day_of(card.due.astimezone(zone))))
        if name in due:
            due[name] += 1
    families = Counter(review.family for review in reviews)
    known = Counter(review.family for review in reviews if review.rating is not Rating.AGAIN)
    return Statistics(
        cards=len(cards),
        mature=sum(card.stability >= MATURE for card in cards),
        reviews=len(reviews),
        today=by_day[_name(today)],
        streak=_streak(by_day, today),
        right={day: (by_day[day], good[day]) for day in days},
        due=due,
        families={family: (count, known[family]) for family, count in sorted(families.items())},
    )


def _streak(by_day: Mapping[str, int], today: datetime) -> int:
    """The days in a row with a review, up to today, or to yesterday where today is still to come."""
    day = today if by_day.get(_name(today)) else today - timedelta(days=1)
    count = 0
    while by_day.get(_name(day)):
        count, day = count + 1, day - timedelta(days=1)
    return count


def _name(day: datetime) -> str:
    return day.date().isoformat()
