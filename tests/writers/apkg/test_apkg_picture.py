"""The picture of a card for the README."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from quizgen.writers.apkg import WRITER
from tests.browser import PHONE
from tests.render_card import picture
from tests.writers.apkg.fixtures import all_formats, material


def test_a_picture_shows_front_and_back_side_by_side(browser: Browser) -> None:
    package = WRITER.write(material(*all_formats()))
    png = picture(browser, package)
    drawn = Image.open(BytesIO(png)).convert("RGB")
    assert 4 * PHONE[0] == drawn.width
    assert 2 * PHONE[1] <= drawn.height
    assert [(251, 250, 247), (22, 25, 29)] == [drawn.getpixel((x, drawn.height - 1)) for x in (0, drawn.width - 1)]
    assert png == picture(browser, package)


def test_a_search_that_finds_nothing_is_an_error(browser: Browser) -> None:
    with pytest.raises(LookupError, match="no card is found by deck:none"):
        picture(browser, WRITER.write(material(all_formats()[0])), "deck:none")


def test_the_command_writes_the_picture(tmp_path: Path) -> None:
    deck, out = tmp_path / "deck.apkg", tmp_path / "card.png"
    deck.write_bytes(WRITER.write(material(*all_formats())))
    subprocess.run([sys.executable, "-m", "tests.render_card", str(deck), str(out), "tag:*::day"], check=True)
    assert 4 * PHONE[0] == Image.open(BytesIO(out.read_bytes())).width
