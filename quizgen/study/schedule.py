"""What was known of a card and how well it was answered → when it is due again, by FSRS (the `fsrs` package).

Nothing is fuzzed, so that the same reviews give the same dates on every machine.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fsrs import Scheduler

DAY_BEGINS = 4  # o'clock, local time: who learns past midnight is still in yesterday


class Rating(IntEnum):
    """How well a card was known; the numbers are FSRS's and Anki's."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of an item: when it is due, whether it is still being learnt (in minutes, not days), FSRS's state as JSON."""

    item: str
    due: datetime
    state: str

    @property
    def is_learning(self) -> bool:
        """Whether it is new or was forgotten, and comes again within minutes."""
        return int(json.loads(self.state)["state"]) != 2  # fsrs.State.Review

    @property
    def stability(self) -> float:
        """The days after which it is still known with a chance of nine in ten."""
        return float(json.loads(self.state)["stability"] or 0)

    @property
    def last(self) -> datetime:
        """When it was reviewed last."""
        return datetime.fromisoformat(json.loads(self.state)["last_review"])


def reviewed(card: Card | None, item: str, rating: Rating, at: datetime) -> Card:
    """Review a card, None for a new one. A clock that was set back counts as standing still."""
    from fsrs import Card as State
    from fsrs import Rating as Grade

    at = max(at.astimezone(UTC), card.last) if card else at.astimezone(UTC)
    before = State.from_json(card.state) if card else State(card_id=1, due=at)
    after, _ = _scheduler().review_card(before, Grade(int(rating)), at)
    return Card(item, after.due, after.to_json())


@cache
def _scheduler() -> Scheduler:
    from fsrs import Scheduler

    return Scheduler(enable_fuzzing=False)


def day_of(at: datetime) -> datetime:
    """The beginning of the learner's day that a time with its zone lies in."""
    begin = at.replace(hour=DAY_BEGINS, minute=0, second=0, microsecond=0)
    return begin if begin <= at else begin - timedelta(days=1)


def interval(span: timedelta) -> str:
    """Say when a card comes again: "in 10 minutes", "in 3 days", "in 2 months"."""
    minutes = max(1, round(span.total_seconds() / 60))
    for size, unit in ((60 * 24 * 365, "year"), (60 * 24 * 30, "month"), (60 * 24, "day"), (60, "hour"), (1, "minute")):
        if minutes >= size * (2 if unit in ("year", "month") else 1):
            count = round(minutes / size)
            return f"in {count} {unit}{'s' * (count != 1)}"
    return "now"


def automatic(score: float, seconds: float, words: int, *, hinted: bool) -> Rating:
    """Rate an answer by its score and the time it took; `words` stand in what was to be read.

    A reader takes about a third of a second for a word, and some seconds to think and type. What comes at once comes from a
    program, whose time says nothing.
    """
    if score < 0.5:
        return Rating.AGAIN
    usual = 5 + words / 3
    if score < 1 or hinted or seconds > 3 * usual:
        return Rating.HARD
    return Rating.EASY if 0.5 < seconds < usual / 2 else Rating.GOOD
