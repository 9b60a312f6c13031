"""The corpus store: one SQLite file with what was read and made of every page, and the ledger of its deck.

Every look-up goes by an index. What is committed is on the disk; a run that was stopped goes on from there.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quizgen.batch.jobs import Made, Refusal, Understood
from quizgen.batch.names import base_of
from quizgen.batch.schema import STEPS
from quizgen.batch.siblings import near
from quizgen.diagnostics import QuizgenError, Span, fail

NAME = "corpus.sqlite3"
AT_ONCE = 200  # rows that are fetched


@dataclass(frozen=True, slots=True)
class Row:
    """A campaign of this run: what is needed to say whether it is to be made anew. `files`: name, size and digest of each."""

    key: str
    campaign: str
    read: str
    base: str
    made: str
    files: tuple[tuple[str, int, str], ...]
    war: str


class Store:
    """The open store of one run."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.db = _opened(path)
        (last,) = self.db.execute("SELECT max(run) FROM runs").fetchone()
        self.run = (last or 0) + 1

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write all that happens within, or nothing; within another such block that one decides."""
        if self.db.in_transaction:
            yield
            return
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")

    def begin(self) -> None:
        """Begin a run."""
        with self.writing():
            self.db.execute("INSERT INTO runs VALUES(?)", (self.run,))

    def knows(self, digest: str, source: str) -> bool:
        """Whether something was read, or refused, as it is now; then it is of this run too."""
        found = self.db.execute("SELECT key, present FROM campaigns WHERE digest = ?", (digest,)).fetchone()
        if found:
            self.db.execute("UPDATE campaigns SET run = ?, present = 1, source = ? WHERE digest = ?", (self.run, source, digest))
            if not found[1]:
                (told,) = self.db.execute("SELECT near FROM models WHERE key = ?", (found[0],)).fetchone()
                self._enter(found[0], *json.loads(told))
            return True
        mark = "UPDATE refused SET run = ?, source = ? WHERE digest = ?"
        return self.db.execute(mark, (self.run, source, digest)).rowcount > 0

    def put(self, read: Understood, digest: str) -> str:
        """Keep what was read. Of two sources that give one page the later revision stays; the other one is given back, by its name."""
        mine = (*read.rank, digest)
        found = self.db.execute("SELECT run, revision, as_of, digest, source FROM campaigns WHERE key = ?", (read.key,)).fetchone()
        if found and found[0] == self.run:
            if tuple(found[1:4]) >= mine:
                return read.source
            self._set(read, digest)
            return str(found[4])
        self._set(read, digest)
        return ""

    def _set(self, read: Understood, digest: str) -> None:
        revision, as_of = read.rank
        values = {
            "key": read.key, "digest": digest, "present": 1, "run": self.run, "base": base_of(read.name), "campaign": read.campaign,
            "title": read.title, "source": read.source, "war": read.war, "year": read.year, "revision": revision, "as_of": as_of,
            "about": read.about,
        }  # fmt: skip
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        kept = ", ".join(f"{name} = excluded.{name}" for name in values)
        self.db.execute(f"INSERT INTO campaigns({names}) VALUES({marks}) ON CONFLICT(key) DO UPDATE SET {kept}", (*values.values(),))
        shelf = (read.key, zlib.compress(read.model.encode()), read.outline, read.lent, json.dumps([read.campaign, read.year, read.near]))
        add = "INSERT INTO models(key, model, outline, lent, near) VALUES(?, ?, ?, ?, ?) ON CONFLICT(key) DO UPDATE SET"
        self.db.execute(f"{add} model = excluded.model, outline = excluded.outline, lent = excluded.lent, near = excluded.near", shelf)
        for table in ("near", "facts", "entities", "contradictions"):
            self.db.execute(f"DELETE FROM {table} WHERE key = ?", (read.key,))
        self._enter(read.key, read.campaign, read.year, read.near)
        self.db.executemany("INSERT INTO facts VALUES(?, ?, ?, ?, ?, ?, ?)", ((read.key, *fact) for fact in read.facts))
        self.db.executemany("INSERT INTO entities VALUES(?, ?, ?)", ((read.key, *entity) for entity in read.entities))
        found = ((read.key, at, *each) for at, each in enumerate(read.contradictions))
        self.db.executemany("INSERT INTO contradictions VALUES(?, ?, ?, ?, ?)", found)

    def _enter(self, key: str, campaign: str, year: int, shared: Iterable[Sequence[str]]) -> None:
        rows = ((kind, value, year, campaign, key) for kind, value in shared)
        self.db.executemany("INSERT OR REPLACE INTO near VALUES(?, ?, ?, ?, ?)", rows)

    def refuse(self, refusal: Refusal, digest: str) -> None:
        """Keep why a source gave nothing; one whose refusal does not last is tried again in the next run."""
        name = digest if refusal.is_lasting else f"{self.run} {refusal.source} {refusal.title}"
        row = (name, self.run, refusal.source, refusal.title, json.dumps(refusal.why, ensure_ascii=False))
        self.db.execute("INSERT OR REPLACE INTO refused VALUES(?, ?, ?, ?, ?)", row)

    def settle(self) -> None:
        """When all is read: nothing that is not among the sources stands near anything."""
        with self.writing():
            gone = "SELECT key FROM campaigns WHERE run < ? AND present = 1"
            self.db.execute(f"DELETE FROM near WHERE key IN ({gone})", (self.run,))
            self.db.execute("UPDATE campaigns SET present = 0 WHERE run < ? AND present = 1", (self.run,))
            self.db.execute("DELETE FROM refused WHERE run < ?", (self.run,))

    def count(self) -> int:
        """How many campaigns this run has."""
        return int(self.db.execute("SELECT count(*) FROM campaigns WHERE present = 1").fetchone()[0])

    def rows(self) -> Iterator[Row]:
        """Give the campaigns of this run in the order of their titles."""
        for key, campaign, read, base, made, files, war in self.each("campaign, digest, base, made, files, war"):
            named = tuple((str(name), int(size), str(told)) for name, size, told in json.loads(files))
            yield Row(key, campaign, read, self._folder(key, base), made, named, war)

    def each(self, columns: str) -> Iterator[tuple[Any, ...]]:
        """Give the key and columns of the campaigns of this run, by title; a few are fetched at a time, as others may be written."""
        ask = f"SELECT title, key, {columns} FROM campaigns WHERE (title, key) > (?, ?) AND present = 1 ORDER BY title, key LIMIT ?"
        last = ("", "")
        while some := self.db.execute(ask, (*last, AT_ONCE)).fetchall():
            last = some[-1][:2]
            yield from (row[1:] for row in some)

    def _folder(self, key: str, base: str) -> str:
        """Name the folder of a campaign: the first of one name has it, by its key, the others have a mark of their own behind it."""
        (first,) = self.db.execute("SELECT min(key) FROM campaigns WHERE base = ? AND present = 1", (base,)).fetchone()
        return base if key == first else base_of(base, key)

    def beside(self, key: str) -> tuple[tuple[str, str], ...]:
        """Give the outline and what is lent of all that may be among a campaign's nearest siblings, by key."""
        ask = "SELECT outline, lent FROM models WHERE key = ?"
        return tuple(self.db.execute(ask, (other,)).fetchone() for other in sorted(near(self.db, key)))

    def model(self, key: str) -> str:
        """Give a campaign as YAML."""
        (packed,) = self.db.execute("SELECT model FROM models WHERE key = ?", (key,)).fetchone()
        return zlib.decompress(packed).decode()

    def ledger(self, key: str) -> tuple[str, str] | None:
        """Give the campaign's id at its last release, and the ledger."""
        found = self.db.execute("SELECT campaign, ledger FROM ledgers WHERE key = ?", (key,)).fetchone()
        return (found[0], zlib.decompress(found[1]).decode()) if found else None

    def last_release(self) -> str:
        """Give the day of the latest release of any deck."""
        return self.db.execute("SELECT max(released) FROM ledgers").fetchone()[0] or ""

    def release(self, made: Made, digest: str, files: Sequence[tuple[str, int, str]], notes: bytes | None) -> None:
        """Keep what was made of a campaign, once it is written."""
        with self.writing():
            row = (digest, made.told, json.dumps(made.why, ensure_ascii=False), json.dumps(files), made.key)
            self.db.execute("UPDATE campaigns SET made = ?, told = ?, why = ?, files = ? WHERE key = ?", row)
            self.db.execute("UPDATE models SET notes = ? WHERE key = ?", (notes and zlib.compress(notes), made.key))
            if made.ledger:
                ledger = (made.key, made.campaign, made.released, zlib.compress(made.ledger.encode()))
                self.db.execute("INSERT OR REPLACE INTO ledgers VALUES(?, ?, ?, ?)", ledger)
            self.db.execute("DELETE FROM siblings WHERE key = ?", (made.key,))
            stood = ((made.key, at, other) for at, other in enumerate(made.siblings))
            self.db.executemany("INSERT INTO siblings VALUES(?, ?, ?)", stood)

    def gone(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Give the key and the files of campaigns of earlier runs that are not among the sources now."""
        found = self.db.execute("SELECT key, files FROM campaigns WHERE present = 0 AND files != '[]' ORDER BY key")
        return tuple((key, tuple(name for name, _, _ in json.loads(files))) for key, files in found)

    def forget(self, key: str) -> None:
        """Drop all of a campaign but its ledger."""
        with self.writing():
            for table in ("campaigns", "models", "near", "facts", "entities", "contradictions", "siblings"):
                self.db.execute(f"DELETE FROM {table} WHERE key = ?", (key,))

    def contradictions(self) -> Iterator[tuple[str, str, str, str, str]]:
        """Give all statements of articles that do not agree: the article's title and what is told of it, the statement, values, places."""
        ask = "SELECT text, says, sources FROM contradictions WHERE key = ? ORDER BY place"
        for key, title, about in self.each("title, about"):
            yield from ((title, about, *found) for found in self.db.execute(ask, (key,)).fetchall())

    def refusals(self) -> Iterator[tuple[str, str, str]]:
        """Give the source, title and causes (JSON) of what is not published: what could not be read, then what was read, by title."""
        ask = "SELECT source, title, why FROM refused WHERE run = ? ORDER BY source, title, why"
        yield from self.db.execute(ask, (self.run,)).fetchall()
        yield from ((source, title, why) for _, source, title, why in self.each("source, title, why") if why != "[]")

    def wars(self) -> tuple[str, ...]:
        """Give the wars that campaigns of this run are part of."""
        return tuple(war for (war,) in self.db.execute("SELECT DISTINCT war FROM campaigns WHERE present = 1 AND war != '' ORDER BY war"))

    def of_war(self, war: str) -> list[tuple[str, str, str]]:
        """Give the key, what was made, and the day of the last release, of each published campaign of a war, the earliest first."""
        ask = """SELECT c.key, c.made, l.released FROM campaigns c JOIN ledgers l USING(key)
            WHERE c.war = ? AND c.present = 1 AND c.why = '[]' ORDER BY c.year, c.key"""
        return self.db.execute(ask, (war,)).fetchall()

    def outline(self, key: str) -> str:
        """Give the outline of a campaign as YAML."""
        return str(self.db.execute("SELECT outline FROM models WHERE key = ?", (key,)).fetchone()[0])

    def notes(self, key: str) -> bytes:
        """Give the notes of a campaign that goes into the package of its war."""
        return zlib.decompress(self.db.execute("SELECT notes FROM models WHERE key = ?", (key,)).fetchone()[0])

    def packed(self, war: str) -> tuple[str, str, int]:
        """Say what the package of a war was made of, its file, and its size; empty if there is none."""
        return self.db.execute("SELECT made, file, size FROM wars WHERE name = ?", (war,)).fetchone() or ("", "", -1)

    def pack(self, war: str, made: str, file: str, size: int) -> None:
        """Keep what the package of a war was made of."""
        self.db.execute("INSERT OR REPLACE INTO wars VALUES(?, ?, ?, ?)", (war, made, file, size))

    def unpack(self, wars: Iterable[str]) -> tuple[str, ...]:
        """Drop every package but those of these wars; gives the files of the others."""
        kept = set(wars)
        gone = [(war, file) for war, file in self.db.execute("SELECT name, file FROM wars ORDER BY name").fetchall() if war not in kept]
        self.db.executemany("DELETE FROM wars WHERE name = ?", ((war,) for war, _ in gone))
        return tuple(file for _, file in gone)

    def close(self) -> None:
        """Close it; what was written stays."""
        self.db.close()


def _opened(path: Path) -> sqlite3.Connection:
    """Open a store, or make one, for one run alone.

    Raises QuizgenError: B101 no store or a damaged one, B102 another batch has it, B103 the system refuses, B104 of a later version.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        db = sqlite3.connect(path, timeout=1, isolation_level=None)
        db.execute("PRAGMA locking_mode=EXCLUSIVE")
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA synchronous=NORMAL")
        db.execute("BEGIN IMMEDIATE")
        (version,) = db.execute("PRAGMA user_version").fetchone()
        if version > len(STEPS):
            raise fail(Span(str(path)), "B104", "the store is of a later quizgen", "update quizgen, or write into another folder: -o DIR")
        for step in STEPS[version:]:
            for statement in step.split(";"):
                db.execute(statement)
        db.execute(f"PRAGMA user_version={len(STEPS)}")
        db.execute("COMMIT")
    except (OSError, sqlite3.Error) as err:
        raise refused(path, err) from err
    return db


def refused(path: Path, err: Exception) -> QuizgenError:
    """Say what the system or the database refuses."""
    if isinstance(err, sqlite3.OperationalError) and "locked" in str(err):
        return fail(Span(str(path)), "B102", "another batch writes into this folder", "wait for its end, or write into another: -o DIR")
    if isinstance(err, sqlite3.DatabaseError) and not isinstance(err, sqlite3.OperationalError):
        hint = "put a copy of yours in its place: it holds the ledgers of the decks; or write into another folder: -o DIR"
        return fail(Span(str(path)), "B101", f"the file is no store of quizgen, or is damaged: {err}", hint)
    reason = err.strerror if isinstance(err, OSError) else str(err)
    return fail(Span(str(path)), "B103", f"the store cannot be kept: {reason}", "free some space, or write into another folder: -o DIR")
