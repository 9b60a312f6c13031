"""Reviews as they are made, each kept before it is told; cards follow from them and can be made anew."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

from quizgen.diagnostics import Span, fail
from quizgen.study.database import writing
from quizgen.study.schedule import Card, Rating, reviewed

KIND = "review/1"
COLUMNS = ("id", "item", "campaign", "family", "at", "rating", "score", "seconds", "typed", "undone")
_TYPES: dict[str, type | tuple[type, ...]] = {
    "id": str, "item": str, "campaign": str, "family": str, "at": str, "rating": int, "score": (int, float, type(None)),
    "seconds": (int, float), "typed": str, "undone": (bool, int),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answered:
    """What was answered to an item: the rating, the score from 0 to 1 (None if skipped), the seconds it took."""

    item: str
    campaign: str
    family: str
    rating: Rating
    score: float | None
    seconds: float
    typed: str


@dataclass(frozen=True, slots=True)
class Review:
    """A review as it was kept, under its id."""

    id: str
    item: str
    at: datetime
    rating: Rating
    campaign: str
    family: str


@dataclass(frozen=True, slots=True)
class Reviews:
    """The reviews in a database; `path` is its file in messages."""

    db: sqlite3.Connection
    path: Path

    def add(self, answered: Answered, at: datetime) -> tuple[str, Card]:
        """Keep a review: when this returns, it is on the disk. Gives its id, and the card as it now is."""
        with writing(self.db, self.path):
            before = self.card(answered.item)
            after = reviewed(before, answered.item, answered.rating, at)
            stamp = _stamp(after.last)
            (count,) = self.db.execute("SELECT count(*) FROM review WHERE item = ?", (answered.item,)).fetchone()
            name = _name(answered.item, stamp, count)
            self.db.execute(
                "INSERT INTO review (id, item, campaign, family, at, rating, score, seconds, typed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    name, answered.item, answered.campaign, answered.family, stamp, int(answered.rating), answered.score,
                    answered.seconds, answered.typed,
                ),
            )  # fmt: skip
            self._put(after, answered.campaign)
        return name, after

    def undo(self, review: str) -> None:
        """Take back a review; its card is as it was before."""
        with writing(self.db, self.path):
            row = self.db.execute("SELECT item FROM review WHERE id = ?", (review,)).fetchone()
            self.db.execute("UPDATE review SET undone = 1 WHERE id = ?", (review,))
            if row:
                self._replay(row[0])

    def card(self, item: str) -> Card | None:
        """What is known of an item; None if it is new."""
        row = self.db.execute("SELECT due, state FROM card WHERE item = ?", (item,)).fetchone()
        return Card(item, datetime.fromisoformat(row[0]), row[1]) if row else None

    def cards(self) -> dict[str, Card]:
        """All cards, by item."""
        rows = self.db.execute("SELECT item, due, state FROM card ORDER BY due, item")
        return {item: Card(item, datetime.fromisoformat(due), state) for item, due, state in rows}

    def counts(self) -> dict[str, int]:
        """How often each item was reviewed."""
        return dict(self.db.execute("SELECT item, count(*) FROM review GROUP BY item"))

    def since(self, at: datetime) -> tuple[Review, ...]:
        """The reviews from a time on, in their order."""
        rows = self.db.execute(
            "SELECT id, item, at, rating, campaign, family FROM review WHERE at >= ? AND undone = 0 ORDER BY at, rowid", (_stamp(at),)
        )
        return tuple(Review(name, item, datetime.fromisoformat(when), Rating(rating), *rest) for name, item, when, rating, *rest in rows)

    def first_since(self, at: datetime) -> int:
        """How many items were met for the first time since then."""
        query = "SELECT count(*) FROM (SELECT min(at) AS met FROM review WHERE undone = 0 GROUP BY item HAVING met >= ?)"
        return int(self.db.execute(query, (_stamp(at),)).fetchone()[0])

    def lines(self) -> Iterator[str]:
        """Every review as a line of JSON, those that were taken back too."""
        for row in self.db.execute(f"SELECT {', '.join(COLUMNS)} FROM review ORDER BY at, rowid"):
            told = {"quizgen": KIND, **dict(zip(COLUMNS, row, strict=True))}
            yield json.dumps(told | {"undone": bool(told["undone"])}, ensure_ascii=False)

    def take(self, lines: Iterable[str], file: str) -> int:
        """Take in reviews from lines of JSON, all or none; what is there already stays. Gives how many are new.

        Raises QuizgenError S105 at the first line that is no review.
        """
        rows = [_row(line, file, number) for number, line in enumerate(lines, 1) if line.strip()]
        before = self.db.execute("SELECT count(*) FROM review").fetchone()[0]
        with writing(self.db, self.path):
            marks = ", ".join("?" * len(COLUMNS))
            merged = "ON CONFLICT(id) DO UPDATE SET undone = max(undone, excluded.undone)"
            self.db.executemany(f"INSERT INTO review ({', '.join(COLUMNS)}) VALUES ({marks}) {merged}", rows)
            for item in dict.fromkeys(row[1] for row in rows):
                self._replay(str(item))
        return int(self.db.execute("SELECT count(*) FROM review").fetchone()[0] - before)

    def _replay(self, item: str) -> None:
        """Make a card anew from its reviews."""
        card = None
        query = "SELECT rating, at, campaign FROM review WHERE item = ? AND undone = 0 ORDER BY at, rowid"
        rows = self.db.execute(query, (item,)).fetchall()
        for rating, at, _ in rows:
            card = reviewed(card, item, Rating(rating), datetime.fromisoformat(at))
        if card:
            self._put(card, rows[-1][2])
        else:
            self.db.execute("DELETE FROM card WHERE item = ?", (item,))

    def _put(self, card: Card, campaign: str) -> None:
        self.db.execute(
            "INSERT INTO card (item, campaign, due, state) VALUES (?, ?, ?, ?)"
            " ON CONFLICT(item) DO UPDATE SET due = excluded.due, state = excluded.state",
            (card.item, campaign, _stamp(card.due), card.state),
        )


def _stamp(at: datetime) -> str:
    """Write a time so that texts are in the order of their times."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _name(item: str, stamp: str, count: int) -> str:
    """Name a review, differently on every machine that made one of its own."""
    return blake2b(f"{item}\x1f{stamp}\x1f{count}".encode(), digest_size=12).hexdigest()


def _row(line: str, file: str, number: int) -> tuple[object, ...]:
    try:
        told = json.loads(line)
        values = tuple(told[name] for name in COLUMNS)
        datetime.fromisoformat(told["at"])
        json.dumps(values, allow_nan=False, ensure_ascii=False).encode()  # ValueError: what no database holds
        fits = all(abs(value) < 2**63 for value in values if isinstance(value, int))
        good = (
            fits and told["quizgen"] == KIND and 1 <= told["rating"] <= 4 and all(isinstance(told[n], kind) for n, kind in _TYPES.items())
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        good, values = False, ()
    if not good:
        raise fail(Span(file, number), "S105", "the line is no review", "name a file that quizgen study --export wrote")
    return tuple(int(value) if isinstance(value, bool) else value for value in values)
