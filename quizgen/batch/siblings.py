"""The store → a campaign's siblings, nearest first, found by index: what is looked at does not grow with the corpus.

The order is that of `World.siblings` over all campaigns of the run. Of each thing that two can share (a short name, a title that both
name, a whole, the time) only the nearest in years are fetched; what none of these brings cannot be among the first.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from quizgen.distractors import SIBLINGS

LINKED = 16  # that share one title; few do
NAMESAKES = 64  # that share one short name; a campaign must know all of them


def near(db: sqlite3.Connection, key: str) -> list[str]:
    """Give the keys of all that may be among the campaign's nearest siblings, and of all its namesakes."""
    found: dict[str, None] = {}
    for kind, value, year in db.execute("SELECT kind, value, year FROM near WHERE key = ? ORDER BY kind, value", (key,)).fetchall():
        most = {"name": NAMESAKES, "link": LINKED}.get(kind, SIBLINGS)
        found |= dict.fromkeys(_around(db, kind, value, year, key, most))
    return list(found)


def _around(db: sqlite3.Connection, kind: str, value: str, year: int, key: str, most: int) -> Iterator[str]:
    """Those that share a thing, nearest in years first, at least `most` of them if there are so many, each year's by id."""
    count = far = 0
    for at in _years(db, kind, value, year):
        if count >= most and abs(at - year) > far:
            return
        far = abs(at - year)
        of_year = "SELECT key FROM near WHERE kind = ? AND value = ? AND year = ? ORDER BY campaign, key LIMIT ?"
        for (other,) in db.execute(of_year, (kind, value, at, most + 1)).fetchall():
            if other != key:
                count += 1
                yield other


def _years(db: sqlite3.Connection, kind: str, value: str, year: int) -> Iterator[int]:
    """The years that there are, from one outwards; of two equally near the earlier first."""
    where = "FROM near WHERE kind = ? AND value = ? AND year"

    def next_to(at: int, is_later: bool) -> int | None:
        ask = f"SELECT min(year) {where} > ?" if is_later else f"SELECT max(year) {where} < ?"
        (found,) = db.execute(ask, (kind, value, at)).fetchone()
        return None if found is None else int(found)

    yield year
    before, after = next_to(year, is_later=False), next_to(year, is_later=True)
    while before is not None or after is not None:
        if after is None or (before is not None and year - before <= after - year):
            assert before is not None
            yield before
            before = next_to(before, is_later=False)
        else:
            yield after
            after = next_to(after, is_later=True)
