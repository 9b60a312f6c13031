"""The picture of a card for the README."""

import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from quizgen.writers.apkg import WRITER
from tests import render_card
from tests.browser import PHONE
from tests.writers.apkg.fixtures import all_formats, material


def test_a_picture_shows_front_and_back_side_by_side(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deck, out = tmp_path / "deck.apkg", tmp_path / "card.png"
    deck.write_bytes(WRITER.write(material(*all_formats())))
    monkeypatch.setattr(sys, "argv", ["render_card", str(deck), str(out)])
    render_card.main()
    drawn = Image.open(BytesIO(out.read_bytes())).convert("RGB")
    assert 4 * PHONE[0] == drawn.width
    assert 2 * PHONE[1] <= drawn.height
    assert [(251, 250, 247), (22, 25, 29)] == [drawn.getpixel((x, drawn.height - 1)) for x in (0, drawn.width - 1)]


def test_a_search_that_finds_nothing_is_an_error() -> None:
    with pytest.raises(LookupError, match="no card is found by deck:none"):
        render_card.picture(WRITER.write(material(all_formats()[0])), "deck:none")
