"""Engines: the results in the order of the jobs, whatever happens to one of them."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quizgen.batch import engines
from quizgen.batch.engines import Engine, Lost, Settings, guarded
from quizgen.batch.engines.local import run
from quizgen.diagnostics import QuizgenError
from quizgen.registry import discover

ENGINES = discover("quizgen.batch.engines", "ENGINE", Engine)


def work(job):
    """What a job says is done: a number is doubled."""
    match job:
        case "die":
            os.kill(os.getpid(), signal.SIGKILL)
        case "recurse":
            return work(job)
        case "hang":
            time.sleep(60)
    time.sleep(0.01 * (job % 3))
    return 2 * job


def own_number():
    """What no two processes say."""
    return str(os.getpid())


def test_a_bug_and_endless_recursion_are_told():
    assert "RecursionError" in guarded(work, "recurse").why
    assert "TypeError" in guarded(work, None).why
    assert 4 == guarded(work, 2)


def test_one_bad_job_stops_no_other():
    jobs = [1, "die", 2, 3, "recurse", 4]
    found = list(run(work, jobs, Settings(2)))
    assert jobs == [job for job, _ in found]
    assert [2, 4, 6, 8] == [result for _, result in found if not isinstance(result, Lost)]
    assert engines.DIED == found[1][1].why


def test_a_job_that_does_not_end_is_ended():
    assert [("hang", Lost("it took longer than 0.5 seconds"))] == list(run(work, ["hang"], Settings(1, limit=0.5)))


FOREVER = """
from tests.batch.test_engines import Settings, number_then_hang, run
if __name__ == "__main__":
    for job, result in run(number_then_hang, [None] * 2 + ["hang"] * 8, Settings(1)):
        print(result, flush=True)
"""


def number_then_hang(job):
    """The number of the process, or nothing for long."""
    return work(job) if job else own_number()


def test_workers_end_with_the_process_that_was_killed(tmp_path):
    (tmp_path / "forever.py").write_text(FOREVER)
    root = str(Path(__file__).parents[2])
    with subprocess.Popen(
        [sys.executable, tmp_path / "forever.py"], stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": root}
    ) as main:
        worker = int(main.stdout.readline())
        main.kill()
    for _ in range(300):
        if not is_running(worker):
            return
        time.sleep(0.1)
    os.kill(worker, signal.SIGKILL)
    pytest.fail("the worker went on")


def is_running(number):
    """Whether there is a process of that number that has not ended; one that nobody waits for may stay in the list."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_few_jobs_are_at_hand_however_many_there_are():
    given = []
    results = run(work, (given.append(n) or n for n in range(1000)), Settings(1))
    next(results)
    assert len(given) <= engines.AHEAD
    results.close()


def test_an_engine_tells_what_it_is():
    assert {"dask", "local"} == set(ENGINES)
    assert all(engine.summary for engine in ENGINES.values())


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch):
    monkeypatch.setattr("quizgen.batch.engines.dask.PATIENCE", 0.1)
    with pytest.raises(QuizgenError) as err:
        list(ENGINES["dask"].run(work, [1], Settings(scheduler="tcp://127.0.0.1:9")))
    assert "B106" == err.value.diagnostics[0].code


def test_without_dask_what_to_install_is_told(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(QuizgenError) as err:
        list(ENGINES["dask"].run(work, [1], Settings(scheduler="tcp://127.0.0.1:9")))
    assert "B105" == err.value.diagnostics[0].code
