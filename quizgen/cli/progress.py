"""Where a learner's progress is kept, and that a quiz goes on where it cannot be."""

from __future__ import annotations

import contextlib
import time
from argparse import Namespace
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from quizgen.cli.show import report
from quizgen.diagnostics import QuizgenError
from quizgen.study.database import NAME, connect
from quizgen.study.sittings import Sittings


def database(args: Namespace) -> Path:
    """The file named with `--db`, else the one in the user's data folder."""
    if args.db:
        return Path(args.db)
    return data_folder() / NAME


def data_folder() -> Path:
    """The only folder that quizgen writes into unasked."""
    from platformdirs import user_data_path

    return user_data_path("quizgen", appauthor=False)


def now() -> datetime:
    """The time, with its zone."""
    return datetime.now().astimezone()


def new_seed() -> str:
    """A seed that nobody chose."""
    return str(time.time_ns() % 10**6)


@contextlib.contextmanager
def kept(args: Namespace) -> Iterator[Sittings]:
    """Open the quizzes that were taken; QuizgenError where they cannot be."""
    path = database(args)
    db = connect(path)
    try:
        yield Sittings(db, path)
    finally:
        db.close()


@contextlib.contextmanager
def kept_if_possible(args: Namespace) -> Iterator[Sittings | None]:
    """Open the quizzes that were taken; where they cannot be, say so, and give None."""
    path = database(args)
    try:
        db = connect(path)
    except QuizgenError as err:
        report(err.diagnostics)
        db = None
    try:
        yield Sittings(db, path) if db else None
    finally:
        if db:
            db.close()
