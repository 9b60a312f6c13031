"""A dask cluster: processes of several machines, each with the same quizgen."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from quizgen import fingerprint
from quizgen.batch.engines import AHEAD, DIED, ENDLESS, Engine, Lost, Settings, guarded
from quizgen.diagnostics import Span, fail

J = TypeVar("J")
R = TypeVar("R")
PATIENCE = 15  # seconds to wait for the scheduler


def run(function: Callable[[J], R], jobs: Iterable[J], settings: Settings) -> Iterator[tuple[J, R | Lost]]:
    """Run a function over jobs on the workers of a scheduler.

    Raises QuizgenError: B105 dask is not installed, B106 nothing answers there, or there are no workers, B107 a worker has another quizgen.
    """
    with _client(settings.scheduler) as client:
        waiting: deque[tuple[J, Any]] = deque()
        most = AHEAD * sum(client.nthreads().values())
        for job in jobs:
            waiting.append((job, client.submit(guarded, function, job, pure=False)))
            while len(waiting) >= most:
                yield _next(waiting, settings)
        while waiting:
            yield _next(waiting, settings)


def _next(waiting: deque[tuple[J, Any]], settings: Settings) -> tuple[J, Any]:
    from distributed.scheduler import KilledWorker

    job, future = waiting.popleft()
    try:
        return job, future.result(settings.limit)
    except KilledWorker:
        return job, Lost(DIED)
    except TimeoutError:
        future.cancel(force=True)
        return job, Lost(ENDLESS.format(limit=settings.limit))


def _client(address: str) -> Any:
    """Reach a scheduler whose workers would write the same bytes as this quizgen."""
    span = Span(address)
    try:
        from distributed import Client
    except ImportError as err:
        raise fail(span, "B105", "the engine dask is not installed", "pip install 'quizgen[dask]'") from err
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as err:
        hint = "start one: dask scheduler, and on each machine: dask worker ADDRESS"
        raise fail(span, "B106", f"no scheduler answers there: {str(err)[:200]}", hint) from err
    codes = client.run(fingerprint.code)
    others = [worker for worker, code in codes.items() if code != fingerprint.code()]
    if others or not codes:
        client.close()
        if not codes:
            raise fail(span, "B106", "the scheduler has no workers", "on each machine: dask worker ADDRESS")
        raise fail(span, "B107", f"{others[0]} has another quizgen, or another Python", "install the same version of both everywhere")
    return client


ENGINE = Engine("workers of a dask scheduler, on several machines (--scheduler ADDRESS)", run)
