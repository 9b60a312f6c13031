"""What all tests share: the flag that rewrites golden files, and the answers of `api.ask`."""

from functools import lru_cache
from importlib import import_module
from pkgutil import walk_packages

import pytest

import quizgen
from quizgen import api

# The product keeps the answers on the last four campaigns; between two tests that ask the first article, others ask many more.
api.ask = lru_cache(maxsize=32)(api.ask.__wrapped__)


def pytest_addoption(parser):
    parser.addoption("--update-goldens", action="store_true", help="write the golden files anew; explain their diff in the commit")


@pytest.fixture
def update_goldens(request):
    return request.config.getoption("--update-goldens")


@pytest.fixture(scope="session", autouse=True)
def _traced(request):
    """Where coverage is measured, import all before any test, so that none is first imported by a test that is not traced."""
    names = (module.name for module in walk_packages(quizgen.__path__, "quizgen.")) if request.config.getoption("cov_source") else ()
    for name in names:
        if not name.endswith("__main__"):
            import_module(name)


@pytest.fixture(autouse=True)
def data_home(monkeypatch, tmp_path_factory):
    """A user's data folder of its own for each test, so that no test sees or writes anybody's progress."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder
