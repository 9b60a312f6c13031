"""The quizzes that were taken, as the database keeps them, and what can be wrong with its file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizgen.diagnostics import QuizgenError
from quizgen.formats import draw
from quizgen.grading import grade
from quizgen.study.database import connect, writing
from quizgen.study.outcome import Reply
from quizgen.study.prepared import Prepared
from quizgen.study.recording import Recorder
from quizgen.study.schema import MIGRATIONS
from quizgen.study.sittings import Sittings, put_again
from tests.samples import CHOICE, COUNTS, SHORT

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
ITEMS = (CHOICE, COUNTS, SHORT)
DRAWN = tuple(draw(item, "42/A") for item in ITEMS)
READY = Prepared("42", DRAWN, ("vale",), {}, ())


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Sittings]:
    path = tmp_path / "progress.sqlite3"
    db = connect(path)
    yield Sittings(db, path)
    db.close()


def answer(kept: Sittings, *typed: str) -> Recorder:
    """Take a quiz with these answers."""
    recorder = Recorder(kept, READY, "quiz", lambda: NOW, print)
    for number, (drawn, text) in enumerate(zip(DRAWN, typed, strict=False), 1):
        recorder.reply(Reply(number, drawn, text, grade(drawn, text) if text else None))
    return recorder


def test_a_new_file_holds_no_quiz(kept: Sittings) -> None:
    assert (None, {}, ()) == (kept.last(), kept.seen(), kept.flags())


def test_the_last_quiz_knows_what_was_missed_and_what_is_left(kept: Sittings) -> None:
    answer(kept, CHOICE.key[0], "")
    last = kept.last()
    assert last
    assert ((COUNTS.id,), (SHORT.id,), False) == (last.missed, last.left, last.ended)
    assert {CHOICE.id: 1, COUNTS.id: 1} == kept.seen()


def test_an_answer_taken_back_is_left_to_be_answered(kept: Sittings) -> None:
    recorder = answer(kept, "no such group", "x")
    recorder.undo(Reply(2, DRAWN[1], "x", None))
    last = kept.last()
    assert last
    assert (COUNTS.id, SHORT.id) == last.left


def test_the_first_answer_to_an_item_counts(kept: Sittings) -> None:
    recorder = answer(kept, "")
    recorder.reply(Reply(1, DRAWN[0], "b", grade(DRAWN[0], CHOICE.key[0])))
    last = kept.last()
    assert last
    assert (CHOICE.id,) == last.missed


def test_a_quiz_of_which_nothing_was_answered_is_none(kept: Sittings) -> None:
    answer(kept)
    assert kept.last() is None


def test_a_quiz_that_came_to_its_end_is_marked(kept: Sittings) -> None:
    answer(kept, "", "", "").end()
    last = kept.last()
    assert last
    assert last.ended


def test_items_are_put_as_they_were_put_and_vanished_ones_left_out(kept: Sittings) -> None:
    answer(kept, "")
    last = kept.last()
    assert last
    assert DRAWN[:2] == put_again(last, {CHOICE.id: CHOICE, COUNTS.id: COUNTS}, [item for item, _ in last.drawn])


def test_the_last_reason_of_a_flag_counts_and_it_can_be_forgotten(kept: Sittings) -> None:
    for reason in ("odd", "two are right"):
        kept.flag(NOW, CHOICE, "vale", reason)
    assert [(CHOICE.id, "two are right")] == [(flag.item, flag.reason) for flag in kept.flags()]
    kept.unflag([CHOICE.id])
    assert () == kept.flags()


def test_a_quiz_goes_on_where_it_can_no_longer_be_kept(tmp_path: Path) -> None:
    db = connect(tmp_path / "p.sqlite3")
    warned: list[str] = []
    recorder = Recorder(Sittings(db, tmp_path), READY, "quiz", lambda: NOW, warned.append)
    db.execute("DROP TABLE answer")
    for _ in range(2):
        recorder.reply(Reply(1, DRAWN[0], "", None))
    recorder.end()
    db.close()
    assert 1 == len(warned)
    assert "this quiz is no longer kept: S103" in warned[0]


def failure(path: Path) -> str:
    with pytest.raises(QuizgenError) as caught:
        connect(path)
    return caught.value.diagnostics[0].code


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "p.sqlite3"
    path.write_text("my shopping list, and long enough to be no empty file\n" * 40)
    assert "S101" == failure(path)
    assert path.read_text().startswith("my shopping list")


def test_a_file_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "p.sqlite3"
    db = connect(path)
    db.execute("PRAGMA user_version=99")
    db.close()
    assert "S102" == failure(path)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert "S103" == failure(tmp_path / "file" / "p.sqlite3")


def test_a_full_disk_keeps_what_stood_there(tmp_path: Path) -> None:
    path = tmp_path / "p.sqlite3"
    db = connect(path)
    kept = Sittings(db, path)
    answer(kept, "x")
    db.execute(f"PRAGMA max_page_count={db.execute('PRAGMA page_count').fetchone()[0]}")
    with pytest.raises(QuizgenError, match="S103"):
        kept.flag(NOW, CHOICE, "vale", "x" * 500_000)
    assert "ok" == db.execute("PRAGMA integrity_check").fetchone()[0]
    assert kept.last()
    db.close()


def test_an_older_file_is_brought_to_this_version_with_all_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "p.sqlite3"
    db = connect(path)
    answer(Sittings(db, path), "x")
    db.close()
    db = connect(path, (*MIGRATIONS, "ALTER TABLE flag ADD COLUMN note TEXT"))
    assert len(MIGRATIONS) + 1 == db.execute("PRAGMA user_version").fetchone()[0]
    assert Sittings(db, path).last()
    db.close()


def test_a_migration_that_fails_leaves_the_old_version(tmp_path: Path) -> None:
    path = tmp_path / "p.sqlite3"
    connect(path).close()
    with pytest.raises(QuizgenError):
        connect(path, (*MIGRATIONS, "CREATE TABLE late (id); CREATE TABLE flag (id)"))
    db = connect(path)
    assert [] == db.execute("SELECT name FROM sqlite_master WHERE name = 'late'").fetchall()
    db.close()


def test_what_breaks_while_writing_is_undone(kept: Sittings) -> None:
    def broken() -> None:
        with writing(kept.db, kept.path):
            kept.db.execute("INSERT INTO flag (item, source, stem, reason, at) VALUES ('a', 'b', 'c', 'd', 'e')")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken()
    assert () == kept.flags()


def test_a_second_terminal_waits_for_the_first(kept: Sittings) -> None:
    other = sqlite3.connect(kept.path, timeout=0, isolation_level=None)
    with writing(kept.db, kept.path), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    other.execute("BEGIN IMMEDIATE")
    other.execute("ROLLBACK")
    other.close()
