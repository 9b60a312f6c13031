"""Quizzes as they were taken: what was drawn, each answer as it is given, and what was missed or flagged."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from quizgen.formats import Drawn, draw
from quizgen.items import Item
from quizgen.study.database import writing

Answered = tuple[str, float | None]  # an item's id and its score; None if it was skipped


@dataclass(frozen=True, slots=True)
class Sitting:
    """One quiz that was begun: `drawn` holds each item's id and the place of its key, `answered` what came of the items."""

    id: int
    seed: str
    sources: tuple[str, ...]
    manner: str
    drawn: tuple[tuple[str, int | None], ...]
    answered: tuple[Answered, ...] = ()
    ended: bool = False

    @property
    def missed(self) -> tuple[str, ...]:
        """The ids of the items that were answered and did not earn every point, or skipped."""
        return tuple(item for item, score in self.answered if score is None or score < 1)

    @property
    def left(self) -> tuple[str, ...]:
        """The ids of the items that were not come to."""
        done = {item for item, _ in self.answered}
        return tuple(item for item, _ in self.drawn if item not in done)


@dataclass(frozen=True, slots=True)
class Flag:
    """An item that a learner called bad, and why."""

    item: str
    source: str
    stem: str
    reason: str
    at: str


@dataclass(frozen=True, slots=True)
class Sittings:
    """The quizzes in a database; `path` is its file in messages."""

    db: sqlite3.Connection
    path: Path

    def begin(self, at: datetime, seed: str, sources: Iterable[str], manner: str, drawn: Iterable[Drawn]) -> int:
        """Keep that a quiz is begun; gives its id."""
        told = json.dumps([(one.item.id, slot_of(one)) for one in drawn])
        with writing(self.db, self.path):
            row = self.db.execute(
                "INSERT INTO sitting (began, seed, sources, manner, drawn) VALUES (?, ?, ?, ?, ?)",
                (at.isoformat(), seed, json.dumps(list(sources)), manner, told),
            )
        return int(row.lastrowid or 0)

    def answer(
        self,
        sitting: int,
        at: datetime,
        number: int,
        item: str,
        typed: str,
        score: float | None,
        points: float,
        seconds: float,
        *,
        hinted: bool,
    ) -> None:
        """Keep an answer; the score is None of an item that was skipped."""
        with writing(self.db, self.path):
            self.db.execute(
                "INSERT INTO answer (sitting, number, item, at, typed, score, points, seconds, hinted) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (sitting, number, item, at.isoformat(), typed, score, points, seconds, hinted),
            )

    def undo(self, sitting: int) -> None:
        """Take back the last answer."""
        with writing(self.db, self.path):
            self.db.execute(
                "UPDATE answer SET undone = 1 WHERE id = (SELECT max(id) FROM answer WHERE sitting = ? AND undone = 0)", (sitting,)
            )

    def end(self, sitting: int, at: datetime) -> None:
        """Keep that a quiz came to its end."""
        with writing(self.db, self.path):
            self.db.execute("UPDATE sitting SET ended = ? WHERE id = ?", (at.isoformat(), sitting))

    def last(self) -> Sitting | None:
        """The quiz that was begun last; None if there was none."""
        row = self.db.execute("SELECT id, seed, sources, manner, drawn, ended FROM sitting ORDER BY id DESC LIMIT 1").fetchone()
        if not row:
            return None
        answers = self.db.execute("SELECT item, score FROM answer WHERE sitting = ? AND undone = 0 ORDER BY id", (row[0],))
        first: dict[str, float | None] = {}
        for item, score in answers:
            first.setdefault(item, score)
        return Sitting(
            row[0], row[1], tuple(json.loads(row[2])), row[3], tuple(map(tuple, json.loads(row[4]))), tuple(first.items()), bool(row[5])
        )

    def seen(self) -> dict[str, int]:
        """How often each item was answered."""
        return dict(self.db.execute("SELECT item, count(*) FROM answer WHERE undone = 0 GROUP BY item"))

    def flag(self, at: datetime, item: Item, source: str, reason: str) -> None:
        """Keep that an item was called bad."""
        with writing(self.db, self.path):
            self.db.execute(
                "INSERT INTO flag (item, source, stem, reason, at) VALUES (?, ?, ?, ?, ?)",
                (item.id, source, item.stem, reason, at.isoformat()),
            )

    def flags(self) -> tuple[Flag, ...]:
        """The items called bad, the last reason of each, in the order in which they were first called so."""
        rows = self.db.execute("SELECT item, source, stem, reason, at FROM flag ORDER BY id")
        return tuple({row[0]: Flag(*row) for row in rows}.values())

    def unflag(self, items: Iterable[str]) -> None:
        """Forget what was said of these items."""
        with writing(self.db, self.path):
            self.db.executemany("DELETE FROM flag WHERE item = ?", [(item,) for item in items])


def slot_of(drawn: Drawn) -> int | None:
    """Give the place of the key, where the item was put with one."""
    return drawn.answer if isinstance(drawn.answer, int) and not isinstance(drawn.answer, bool) else None


def put_again(sitting: Sitting, items: Mapping[str, Item], wanted: Iterable[str]) -> tuple[Drawn, ...]:
    """Put items of a quiz as they were put, those that are still asked: a corrected one as it now is."""
    slots = dict(sitting.drawn)
    found = (draw(items[one], f"{sitting.seed}/A", slots[one]) for one in wanted if one in items)
    return tuple(found)
