"""`quizgen batch` as it is typed: options, exit codes, what is said where."""

import json

import pytest

from quizgen.cli import main
from tests.batch.corpus import INLINE, article, export

PAGES = (("Siege of Orlam", article("Siege of Orlam", 1704)), ("Raid on Verre", article("Raid on Verre", 1705)))


@pytest.fixture
def dump(tmp_path):
    (tmp_path / "dump.xml").write_text(export(*PAGES))
    return tmp_path / "dump.xml"


def test_a_batch_says_what_it_did(dump, tmp_path, capsys):
    """With processes, as a user runs it; the recipe makes little."""
    (tmp_path / "deck.yaml").write_text("quizgen: deck/1\nn: 5\n")
    words = ["batch", str(dump), "-o", str(tmp_path / "out"), "--recipe", str(tmp_path / "deck.yaml"), "--jobs", "1"]
    assert 0 == main([*words, "--dry-run"])
    said = capsys.readouterr()
    assert ["read  " + f"{dump}#{title}" for title, _ in PAGES] == said.out.splitlines()
    assert 0 == main(words)
    said = capsys.readouterr()
    assert "" == said.out
    assert "2 articles read, 0 as before; 2 campaigns made" in said.err
    assert 0 == main([*words, "--quiet"])
    assert ("", "") == capsys.readouterr()
    assert [5, 5] == [json.loads(line)["notes"] for line in (tmp_path / "out" / "index.jsonl").read_text().splitlines()]


def test_a_source_that_is_cut_off_is_told_and_the_rest_is_made(tmp_path, dump, capsys, monkeypatch):
    monkeypatch.setattr("quizgen.cli.batch._engine", lambda args: INLINE)
    (tmp_path / "dump.xml").write_text(export(*PAGES)[:-5])
    (tmp_path / "titles").write_text("Siege of Orlam\n\n")
    assert 1 == main(["batch", str(dump), "-o", str(tmp_path / "out"), "--titles", str(tmp_path / "titles"), "-n", "3", "--jobs", "1"])
    said = capsys.readouterr().err
    assert "1 published" in said
    assert "R130" in said


USAGE = [
    (["--engine", "cloud"], "--engine does not take"),
    (["--engine", "dask"], "--engine dask and --scheduler"),
    (["--scheduler", "tcp://127.0.0.1:1"], "--engine dask and --scheduler"),
    (["--recipe", "{deck}", "--recipe", "{deck}"], "make the same kind"),
]


@pytest.mark.parametrize(("words", "told"), USAGE)
def test_options_that_do_not_go_together_are_wrong_usage(words, told, dump, tmp_path, capsys):
    (tmp_path / "deck.yaml").write_text("quizgen: deck/1\n")
    filled = [word.replace("{deck}", str(tmp_path / "deck.yaml")) for word in words]
    assert 2 == main(["batch", str(dump), "-o", str(tmp_path / "out"), *filled])
    assert told in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


BARE = [
    "sources: [x.wiki]",
    "title: Own",
    "exclude: {Q-1234: bad}",
    "include: [Q-1234]",
    "students: [Anna]",
    "print: {passage: true}",
]


@pytest.mark.parametrize("line", BARE)
def test_a_recipe_for_a_batch_names_nothing_of_one_article(line, dump, tmp_path, capsys):
    (tmp_path / "sheet.yaml").write_text(f"quizgen: sheet/1\n{line}\n")
    assert 1 == main(["batch", str(dump), "-o", str(tmp_path / "out"), "--recipe", str(tmp_path / "sheet.yaml")])
    assert "P112" in capsys.readouterr().err


def test_a_bar_with_rate_and_time_left_is_shown_on_a_terminal(dump, tmp_path, capsys, monkeypatch):
    from argparse import Namespace

    from quizgen.cli import batch

    monkeypatch.setattr(batch.sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(batch, "LATE", -1)
    with batch._bar(Namespace(quiet=False)) as show:
        show("reading", 50, 100, 7)
        show("reading", 80, 100, 9)
    assert "9 articles" in capsys.readouterr().err
