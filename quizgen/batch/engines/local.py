"""Processes of this machine. One that dies or does not end takes down its own job alone."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Generic, TypeVar

from quizgen.batch.engines import AHEAD, DIED, ENDLESS, Engine, Lost, Settings, guarded

J = TypeVar("J")
R = TypeVar("R")


def run(function: Callable[[J], R], jobs: Iterable[J], settings: Settings) -> Iterator[tuple[J, R | Lost]]:
    """Run a function over jobs; of each that is given, `AHEAD` more are at hand for each process at the most."""
    pool = _Pool(function, settings)
    try:
        for job in jobs:
            pool.add(job)
            while len(pool.waiting) >= AHEAD * settings.jobs:
                yield pool.next()
        while pool.waiting:
            yield pool.next()
    finally:
        pool.end()


class _Pool(Generic[J, R]):
    """Processes with the jobs that wait for their results, first come first served."""

    def __init__(self, function: Callable[[J], R], settings: Settings) -> None:
        self.function, self.settings = function, settings
        self.waiting: deque[tuple[J, Future[R | Lost]]] = deque()
        self.executor = self._begun(settings.jobs)

    def _begun(self, jobs: int) -> ProcessPoolExecutor:
        # spawned: a fork would copy threads half way, such as that of a progress bar
        return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), initializer=_obey)

    def add(self, job: J) -> None:
        """Hand a job out."""
        try:
            future = self.executor.submit(guarded, self.function, job)
        except BrokenProcessPool:  # a process died since the last result was taken
            future = Future()
            future.set_exception(BrokenProcessPool())
        self.waiting.append((job, future))

    def next(self) -> tuple[J, R | Lost]:
        """Wait for the first job's result."""
        job, future = self.waiting[0]
        try:
            result = future.result(self.settings.limit)
        except (BrokenProcessPool, TimeoutError):
            self._mend()
            job, future = self.waiting[0]
            result = future.result()
        self.waiting.popleft()
        return job, result

    def _mend(self) -> None:
        """Settle each job that was running in a process of its own, as nobody can tell which one took the others down; then begin anew."""
        self.end()
        at_hand, self.waiting = self.waiting, deque()
        is_done = [future.done() and not future.cancelled() and not future.exception() for _, future in at_hand]
        running = [at for at, done in enumerate(is_done) if not done][: self.settings.jobs]  # they are taken first come first served
        settled = {at: self._alone(at_hand[at][0]) for at in running}
        self.executor = self._begun(self.settings.jobs)
        for at, (job, future) in enumerate(at_hand):
            if is_done[at] or at in settled:
                self.waiting.append((job, settled.get(at, future)))
            else:
                self.add(job)

    def _alone(self, job: J) -> Future[R | Lost]:
        self.executor = self._begun(1)
        settled: Future[R | Lost] = Future()
        try:
            settled.set_result(self.executor.submit(guarded, self.function, job).result(self.settings.limit))
        except BrokenProcessPool:
            settled.set_result(Lost(DIED))
        except TimeoutError:
            settled.set_result(Lost(ENDLESS.format(limit=self.settings.limit)))
        self.end()
        return settled

    def end(self) -> None:
        """End the processes, whatever they do."""
        processes = list((self.executor._processes or {}).values())  # Python 3.14 has terminate_workers for this
        self.executor.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            process.terminate()
        for process in processes:
            process.join()


def _obey() -> None:
    """Leave Ctrl-C to the process that handed the jobs out, and end with it, even if it was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None  # this one was spawned
    parent.join()
    os.kill(os.getpid(), signal.SIGTERM)  # an exit beside the cli: of an orphaned worker alone, never of the process that called us


ENGINE = Engine("processes of this machine (--jobs N)", run)
