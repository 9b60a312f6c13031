"""One Chromium and one collection with every nasty card, shared by the tests of the deck."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from anki.collection import Collection
from playwright.sync_api import Browser

from quizgen.writers.apkg import WRITER
from tests.browser import chromium
from tests.writers.apkg.anki_collection import collection, imported
from tests.writers.apkg.fixtures import all_formats, material, nasty_items


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="session")
def plain_cards(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    with collection(tmp_path_factory.mktemp("plain")) as opened:
        imported(opened, WRITER.write(material(*all_formats())))
        yield opened


@pytest.fixture(scope="session")
def nasty_cards(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    with collection(tmp_path_factory.mktemp("nasty")) as opened:
        imported(opened, WRITER.write(material(*nasty_items())))
        yield opened
