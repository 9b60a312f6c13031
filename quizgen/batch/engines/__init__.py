"""One file per engine, each with an `ENGINE`: what runs a function over jobs, on this machine or on several.

To add one: write `engines/NAME.py` with `ENGINE = Engine(...)` and its tests; `quizgen batch --engine NAME` finds it. An engine holds a
bounded number of jobs at a time and gives the results in the order of the jobs, so that no output can depend on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

J = TypeVar("J")
R = TypeVar("R")
DIED = "its process died: too little memory, or a crash"
ENDLESS = "it took longer than {limit:g} seconds"
AHEAD = 8  # jobs at hand for each worker: enough that one that takes long keeps no other waiting


@dataclass(frozen=True, slots=True)
class Lost:
    """What a job came to that gave no result: it ended in a bug, or its process with it."""

    why: str


@dataclass(frozen=True, slots=True)
class Settings:
    """How many workers there are (of this machine), where the scheduler is (of others), and how long one job may take in seconds."""

    jobs: int = 1
    scheduler: str = ""
    limit: float = 600


Run = Callable[[Callable[[Any], Any], Iterable[Any], Settings], Iterator[tuple[Any, Any]]]


@dataclass(frozen=True, slots=True)
class Engine:
    """One line on an engine, and its `run`: a function, jobs and settings → each job with its result, in the order of the jobs."""

    summary: str
    run: Run


def guarded(function: Callable[[J], R], job: J) -> R | Lost:
    """Run a function over a job; a bug in it is told, and ends nothing else."""
    try:
        return function(job)
    except Exception as err:
        frame = err.__traceback__
        while frame and frame.tb_next:
            frame = frame.tb_next
        where = f" in {frame.tb_frame.f_code.co_name}:{frame.tb_lineno}" if frame else ""
        return Lost(f"a bug in quizgen, please report it: {type(err).__name__}: {str(err)[:300]}{where}")
