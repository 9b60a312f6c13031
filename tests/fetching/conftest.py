"""A wiki on this machine for each test that asks for one; nobody waits."""

import threading
import time
from types import SimpleNamespace

import pytest

from tests.fetching.wiki import Wiki


@pytest.fixture
def wiki(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    with Wiki() as server:
        monkeypatch.setattr("urllib3.util.retry.time", SimpleNamespace(sleep=server.waits.append, time=time.time))
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()
