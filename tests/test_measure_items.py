"""How much is asked of a folder of articles is counted, and an item that does not stand is named."""

import pytest

from tests.asked import ROOT, VESSEN
from tests.measure_items import Asked, is_sound, measure, report

pytestmark = pytest.mark.no_cover


def test_an_article_is_asked_and_every_item_of_it_stands():
    found = measure(ROOT / VESSEN)
    assert found.questions >= 40
    assert found.items > found.questions
    assert not found.unsolved
    assert not found.flawed
    assert is_sound([found])
    assert any(line.startswith(f"distinct questions     median {found.questions}") for line in report([found]))


def test_what_cannot_be_read_is_told_and_no_crash(tmp_path):
    path = tmp_path / "empty.txt"
    path.write_text("", encoding="utf-8")
    found = measure(path)
    assert found.why
    assert not found.is_crash
    assert not is_sound([found])
    assert f"refused: empty.txt: {found.why}" in report([found])


def test_an_item_that_does_not_stand_is_named():
    found = Asked("x.txt", items=2, unsolved=["people.role/true_false/x"], flawed=["people.role/cloze/y"])
    assert not is_sound([found])
    told = list(report([found]))
    assert "self-solve             50.00%, 1 unsolved" in told
    assert "unsolved: x.txt: people.role/true_false/x" in told
    assert "flaw: x.txt: people.role/cloze/y" in told
