"""Reviews as they are kept: undone, exported, taken in; and that neither a kill nor a twin loses one."""

from __future__ import annotations

import os
import signal
import sqlite3
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizgen.diagnostics import QuizgenError
from quizgen.draw import place
from quizgen.study.database import connect
from quizgen.study.learning import Habits, Learning
from quizgen.study.queue import Queue
from quizgen.study.reviews import Answered, Reviews
from quizgen.study.schedule import Rating
from quizgen.study.screen import Plain
from tests.samples import CHOICE, CLOZE, COUNTS, DATE, MATCHING, NUMERIC, ORDERING, RESPONSE, SHORT, SORTING, STATEMENT

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ITEMS = (CHOICE, CLOZE, COUNTS, DATE, MATCHING, NUMERIC, ORDERING, RESPONSE, SHORT, SORTING, STATEMENT)
KILLS = 200


def answered(item: str = "x", rating: Rating = Rating.GOOD) -> Answered:
    return Answered(item, "vale", "dates", rating, 1.0, 2.5, "b")


@pytest.fixture
def reviews(tmp_path: Path) -> Iterator[Reviews]:
    path = tmp_path / "progress.sqlite3"
    db = connect(path)
    yield Reviews(db, path)
    db.close()


def test_a_review_makes_a_card(reviews: Reviews) -> None:
    name, card = reviews.add(answered(), NOON)
    assert {"x": card} == reviews.cards()
    assert [(name, "x", NOON, Rating.GOOD)] == [(r.id, r.item, r.at, r.rating) for r in reviews.since(NOON)]
    assert (1, {"x": 1}) == (reviews.first_since(NOON), reviews.counts())


def test_an_undone_review_leaves_the_card_as_it_was(reviews: Reviews) -> None:
    _, before = reviews.add(answered(), NOON)
    name, _ = reviews.add(answered(), NOON + timedelta(days=2))
    reviews.undo(name)
    assert before == reviews.card("x")
    assert 1 == len(reviews.since(NOON))


def test_the_first_review_undone_leaves_no_card(reviews: Reviews) -> None:
    name, _ = reviews.add(answered(), NOON)
    reviews.undo(name)
    assert (None, 0) == (reviews.card("x"), reviews.first_since(NOON))
    reviews.undo("no such review")


def test_a_clock_set_back_loses_nothing(reviews: Reviews) -> None:
    for days in (0, 3, -400, 5):
        reviews.add(answered(), NOON + timedelta(days=days))
    assert 4 == len(reviews.since(NOON))


def test_what_is_exported_is_taken_in_elsewhere_once(reviews: Reviews, tmp_path: Path) -> None:
    for days, rating in ((0, 3), (1, 1), (2, 4)):
        reviews.add(answered(rating=Rating(rating)), NOON + timedelta(days=days))
    reviews.undo(reviews.add(answered("y"), NOON)[0])
    lines = list(reviews.lines())
    db = connect(tmp_path / "other.sqlite3")
    other = Reviews(db, tmp_path / "other.sqlite3")
    assert (4, 0) == (other.take(lines, "f"), other.take([*lines, ""], "f"))
    assert reviews.cards() == other.cards()
    assert lines == list(other.lines())
    db.close()


def test_two_machines_reviews_are_joined(reviews: Reviews, tmp_path: Path) -> None:
    db = connect(tmp_path / "other.sqlite3")
    other = Reviews(db, tmp_path / "other.sqlite3")
    reviews.add(answered(), NOON)
    other.take(reviews.lines(), "f")
    reviews.add(answered(), NOON + timedelta(days=1))
    other.add(answered(), NOON + timedelta(days=2))
    mine, theirs = list(reviews.lines()), list(other.lines())
    assert (1, 1) == (reviews.take(theirs, "f"), other.take(mine, "f"))
    assert reviews.cards() == other.cards()
    db.close()


@pytest.mark.parametrize("line", ["no json", "[]", "{}", '{"quizgen": "review/1", "id": 3}', '{"quizgen": "deck/1"}'])
def test_a_line_that_is_no_review_takes_in_nothing(reviews: Reviews, line: str) -> None:
    reviews.add(answered(), NOON)
    (good,) = reviews.lines()
    with pytest.raises(QuizgenError, match="S105"):
        reviews.take([good.replace('"x"', '"z"').replace('"id": "', '"id": "z'), line], "f")
    assert ["x"] == list(reviews.cards())


@pytest.mark.parametrize(("name", "value"), [("rating", 5), ("at", "soon"), ("seconds", "2"), ("item", 7)])
def test_a_field_of_another_kind_is_no_review(reviews: Reviews, name: str, value: object) -> None:
    import json

    reviews.add(answered(), NOON)
    told = json.loads(next(reviews.lines())) | {name: value}
    with pytest.raises(QuizgenError, match="S105"):
        reviews.take([json.dumps(told)], "f")


def learn(path: Path, tell: int, typed: str, rounds: int = 1000) -> None:
    """Study until killed: all items are new each time, and every line said goes down the pipe at once."""
    db = connect(path)
    reviews = Reviews(db, path)
    screen = Plain(lambda line: os.write(tell, f"{line}\n".encode()) and None, lambda _prompt: typed, lambda: 200)
    for _ in range(rounds):
        habits = Habits(lambda: datetime.now(UTC), time.monotonic, lambda *_: None, most=len(ITEMS))
        Learning(Queue(ITEMS, {}, set(), 99), reviews, screen, habits).hold()
    db.close()


def started(path: Path, typed: str) -> tuple[int, int]:
    """Fork a learner; gives its process id and the pipe that it tells down."""
    told, tell = os.pipe()
    child = os.fork()
    if not child:
        try:
            learn(path, tell, typed)
        finally:
            os._exit(1)
    os.close(tell)
    return child, told


def first_kept(told: int) -> bytes:
    """Read until a review is told as kept."""
    said = b""
    while b"\nKept as " not in said and (more := os.read(told, 256)):
        said += more
    return said


def ended(child: int, told: int, before: bytes = b"") -> int:
    """Kill a learner with no chance to tidy up; gives how many reviews it was told are kept; `before`: what was read of it."""
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(told, "rb") as stream:
        return (before + stream.read()).count(b"\nKept as ")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_no_kill_loses_a_review_that_was_told_as_kept(tmp_path: Path) -> None:
    path = tmp_path / "progress.sqlite3"
    with Path(os.devnull).open("wb") as nowhere:
        learn(path, nowhere.fileno(), "b", rounds=1)  # so that the children begin with all modules loaded
    kept = len(ITEMS)
    for n in range(KILLS):
        child, told = started(path, "b")
        before = first_kept(told) if n % 4 else b""  # three of four are killed once the session is under way
        time.sleep(place("kill", str(n)) % 40 / 1000)
        kept += ended(child, told, before)
        db = sqlite3.connect(path)
        (count,) = db.execute("SELECT count(*) FROM review").fetchone()
        assert kept <= count <= kept + 1, f"after kill {n}"
        kept = count
        db.close()
    db = connect(path)
    assert "ok" == db.execute("PRAGMA integrity_check").fetchone()[0]
    assert set(Reviews(db, path).counts()) == set(Reviews(db, path).cards())
    assert kept > KILLS / 2
    db.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_two_sessions_at_once_keep_the_reviews_of_both(tmp_path: Path) -> None:
    path = tmp_path / "progress.sqlite3"
    both = [started(path, typed) for typed in ("a", "zzz")]
    before = [first_kept(told) for _, told in both]
    time.sleep(0.3)
    kept = [ended(*one, said) for one, said in zip(both, before, strict=True)]
    db = sqlite3.connect(path)
    found = [db.execute("SELECT count(*) FROM review WHERE typed = ?", (typed,)).fetchone()[0] for typed in ("a", "zzz")]
    db.close()
    assert min(kept) > 0
    assert all(said <= count <= said + 1 for said, count in zip(kept, found, strict=True))
