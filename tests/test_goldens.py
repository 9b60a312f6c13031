"""Facts and items of the first article, line by line: `pytest --update-goldens` writes them anew."""

import pytest

from quizgen import dump
from tests.asked import ROOT, asked

pytestmark = pytest.mark.no_cover

GOLDENS = ROOT / "tests" / "goldens"


def lines(kind):
    found = [dump.fact(fact) for fact in asked().world.facts] if kind == "facts" else [dump.item(item) for item in asked().items]
    return [dump.text(each) for each in found]


@pytest.mark.parametrize("kind", ["facts", "items"])
def test_the_seed_gives_the_golden_lines(kind, update_goldens):
    golden = GOLDENS / f"aleppo-2016.{kind}.jsonl"
    if update_goldens:
        golden.write_text("".join(f"{line}\n" for line in lines(kind)), encoding="utf-8")
    assert golden.read_text(encoding="utf-8").splitlines() == lines(kind)


def test_a_golden_line_is_what_the_command_line_prints(capsys, monkeypatch):
    from quizgen.cli import main

    monkeypatch.chdir(ROOT)
    assert 0 == main(["facts", "seeds/aleppo-2016.txt", "--format", "jsonl"])
    assert capsys.readouterr().out.splitlines() == lines("facts")
