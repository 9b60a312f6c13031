"""A path → the database of a learner's progress: opened, brought to this version, and safe against a kill, a full disk and a twin.

A write is on the disk before it is told (`synchronous=FULL`), whole or not at all; two terminals wait for each other.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from quizgen.diagnostics import QuizgenError, Span, fail
from quizgen.study.schema import MIGRATIONS

PATIENCE = 15.0  # seconds to wait for another terminal that is writing
NAME = "progress.sqlite3"


def connect(path: Path, migrations: Sequence[str] = MIGRATIONS) -> sqlite3.Connection:
    """Open the database, made anew if there is none; its folder too.

    Raises QuizgenError: S101 no database or a damaged one, S102 of a later version, S103 the system refuses.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    except (OSError, sqlite3.Error) as err:
        raise refused(path, err) from err
    try:
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA synchronous=FULL")
        db.execute("PRAGMA foreign_keys=ON")
        _migrate(db, path, migrations)
    except sqlite3.Error as err:
        db.close()
        raise refused(path, err) from err
    except QuizgenError:
        db.close()
        raise
    return db


def _migrate(db: sqlite3.Connection, path: Path, migrations: Sequence[str]) -> None:
    """Bring the tables to this version in one transaction, so that a kill leaves the old ones."""
    if _version(db) == len(migrations):
        return
    with writing(db, path):
        version = _version(db)  # another terminal may have been faster
        if version > len(migrations):
            hint = "update quizgen, or use another file: --db FILE"
            raise fail(Span(str(path)), "S102", f"the file is of a later quizgen: version {version}, not {len(migrations)}", hint)
        for migration in migrations[version:]:
            for statement in filter(str.strip, migration.split(";")):
                db.execute(statement)
        db.execute(f"PRAGMA user_version={len(migrations)}")


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


@contextmanager
def writing(db: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Write all that happens within, or nothing; when it ends without an error, it is on the disk."""
    try:
        db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            db.execute("ROLLBACK") if db.in_transaction else None
            raise
        db.execute("COMMIT")
    except sqlite3.Error as err:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise refused(path, err) from err


def refused(path: Path, err: Exception) -> QuizgenError:
    """Say what the system or the database refuses."""
    if isinstance(err, sqlite3.DatabaseError) and not isinstance(err, sqlite3.OperationalError):
        hint = "put a copy of yours in its place, or begin another file: --db FILE"
        return fail(Span(str(path)), "S101", f"the file is no database of quizgen, or is damaged: {err}", hint)
    reason = err.strerror if isinstance(err, OSError) else str(err)
    return fail(Span(str(path)), "S103", f"progress cannot be kept: {reason}", "free some space, or choose another file: --db FILE")
