"""A cluster of dask: the results in the order of the jobs, the same bytes as here, and only from the same quizgen."""

from functools import partial

import pytest

from quizgen.batch.engines import Engine, Settings
from quizgen.batch.engines.dask import run
from quizgen.diagnostics import QuizgenError
from quizgen.recipes import Kind, Recipe
from tests.batch.corpus import article, batch, written
from tests.batch.test_engines import own_number, work


@pytest.fixture(scope="module")
def there():
    """Two workers of dask on this machine, which take three seconds to start: their `Settings`."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as cluster:
        yield Settings(scheduler=cluster.scheduler_address)


def test_dask_gives_the_same_in_the_same_order(there):
    on_cluster = partial(run, work)
    assert [(n, 2 * n) for n in range(40)] == list(on_cluster(range(40), there))
    assert "RecursionError" in next(on_cluster(["recurse"], there))[1].why


def test_workers_with_another_quizgen_are_refused(there, monkeypatch):
    monkeypatch.setattr("quizgen.fingerprint.code", own_number)
    with pytest.raises(QuizgenError) as err:
        list(run(work, [1], there))
    assert "B107" == err.value.diagnostics[0].code


def test_workers_of_a_cluster_make_the_same_bytes(there, tmp_path):
    files = []
    for title, year in {"Siege of Orlam": 1704, "Raid on Verre": 1705}.items():
        files.append(tmp_path / f"{title}.wiki")
        files[-1].write_text(article(title, year))
    recipes = (Recipe(Kind.DECK, "", ()), Recipe(Kind.SHEET, "", (), n=3))
    batch(tmp_path / "here", *files, recipes=recipes)
    batch(tmp_path / "there", *files, recipes=recipes, engine=Engine("there", lambda function, works, _: run(function, works, there)))
    assert written(tmp_path / "here") == written(tmp_path / "there") != {}
