"""`quizgen deck` as a publisher uses it: a first release, the next ones, and what `check` says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.cli import main
from quizgen.ledger_yaml import load
from quizgen.writers._notes import schema

MARN = Path(__file__).parent / "campaigns" / "marn.yaml"
RECIPE = "quizgen: deck/1\nsources: [marn.yaml]\nrevised: 2026-01-05\n"


@pytest.fixture
def shelf(tmp_path, monkeypatch, capsys):
    """A folder with a campaign and the recipe of its deck, released once."""
    monkeypatch.chdir(tmp_path)
    Path("marn.yaml").write_bytes(MARN.read_bytes())
    Path("d.yaml").write_text(RECIPE)
    assert 0 == main(["deck", "d.yaml", "-o", "."])
    assert "new" in capsys.readouterr().err
    return tmp_path


def ledger():
    return load(Path("d.lock.yaml").read_text(encoding="utf-8"), "d.lock.yaml", schema())


def without_first(reason="too easy"):
    """The recipe of a later release that leaves the first note out."""
    first = next(ledger().live())
    Path("d.yaml").write_text(RECIPE.replace("2026-01-05", "2026-02-01") + f"exclude: {{{first.id}: {reason}}}\n")
    return first


def test_a_recipe_with_a_date_makes_a_ledger_beside_its_deck(shelf):
    assert ["d.apkg", "d.lock.yaml", "d.yaml", "marn.yaml"] == sorted(path.name for path in shelf.iterdir())
    assert "2026-01-05" == ledger().released
    assert 0 == main(["check", "d.yaml", "d.lock.yaml", "d.apkg"])


def test_a_next_release_says_what_changed_and_writes_its_notes(shelf, capsys):
    gone = without_first()
    assert 0 == main(["deck", "d.yaml", "-o", ".", "--notes", "news/notes.md"])
    assert "1 retired" in capsys.readouterr().err
    entry = next(entry for entry in ledger().entries if not entry.is_live)
    assert (gone.guid, "too easy", "2026-02-01") == (entry.guid, entry.why, entry.revised)
    told = Path("news/notes.md").read_text(encoding="utf-8")
    assert "## Retired" in told
    assert gone.asks.partition("_")[0] in told
    assert 0 == main(["check", "d.yaml"])


def test_the_same_release_again_writes_the_same_files(shelf, capsys):
    before = {path.name: path.read_bytes() for path in shelf.iterdir()}
    assert 0 == main(["deck", "d.yaml", "-o", "."])
    assert before == {path.name: path.read_bytes() for path in shelf.iterdir()}
    told = capsys.readouterr().err
    assert "as before" in told
    assert "whoever has that release" not in told


def test_a_release_under_the_date_of_the_last_one_is_told_to_amend_it(shelf, capsys):
    without_first()
    Path("d.yaml").write_text(Path("d.yaml").read_text().replace("2026-02-01", "2026-01-05"))
    assert 3 == main(["check", "d.yaml"])
    assert 0 == main(["deck", "d.yaml", "-o", "."])
    assert "whoever has that release will not get what changed" in capsys.readouterr().err


def test_a_change_without_a_date_stops_and_writes_nothing(shelf, capsys):
    without_first()
    Path("d.yaml").write_text(Path("d.yaml").read_text().replace("revised: 2026-02-01\n", ""))
    before = Path("d.lock.yaml").read_bytes()
    assert 1 == main(["deck", "d.yaml", "-o", "."])
    assert "L101" in capsys.readouterr().err
    assert before == Path("d.lock.yaml").read_bytes()
    assert 3 == main(["check", "d.yaml"])
    assert 0 == main(["deck", "d.yaml", "-o", ".", "--revised", "2026-02-01"])


def test_a_date_before_the_last_release_is_an_error(shelf, capsys):
    assert 1 == main(["deck", "d.yaml", "-o", ".", "--revised", "2025-12-31"])
    assert "L102" in capsys.readouterr().err


def test_check_finds_a_ledger_that_was_edited(shelf, capsys):
    text = Path("d.lock.yaml").read_text(encoding="utf-8")
    first, second = [entry.guid for entry in ledger().entries][:2]
    Path("d.lock.yaml").write_text(text.replace(second, first), encoding="utf-8")
    assert 1 == main(["check", "d.yaml"])
    assert "L104" in capsys.readouterr().err
    Path("d.yaml").unlink()
    assert 1 == main(["check", "d.lock.yaml"])
    Path("d.lock.yaml").write_text(text, encoding="utf-8")
    assert 0 == main(["check", "d.lock.yaml"])
    assert "nothing contradicts" in capsys.readouterr().out


def test_a_deck_of_sources_goes_on_from_the_ledger_that_is_named(shelf, capsys):
    for day, told in (("2026-01-05", "new"), ("2026-01-06", "as before")):
        assert 0 == main(["deck", "marn.yaml", "-o", "my.apkg", "--ledger", "kept/my.yaml", "--revised", day])
        assert told in capsys.readouterr().err
    assert Path("kept/my.yaml").read_text().startswith("quizgen: ledger/1")
    assert Path("my.apkg").is_file()


def test_a_deck_without_a_ledger_is_told_to_be_a_one_off(shelf, capsys):
    assert 0 == main(["deck", "marn.yaml", "-o", "my.apkg"])
    assert "one-off deck" in capsys.readouterr().err
    assert not list(Path().glob("my*.yaml"))


def test_a_table_of_the_deck_leaves_the_ledger_alone(shelf):
    before = Path("d.lock.yaml").read_bytes()
    assert 0 == main(["deck", "d.yaml", "--format", "csv", "-o", "t.csv"])
    assert Path("t.csv").read_text(encoding="utf-8").count("quizgen::Siege of Marn") == len(list(ledger().live()))
    assert before == Path("d.lock.yaml").read_bytes()


def test_one_ledger_is_of_one_deck(shelf, capsys):
    Path("e.yaml").write_text(RECIPE)
    assert 2 == main(["deck", "d.yaml", "e.yaml", "-o", ".", "--ledger", "x.yaml"])
    assert "--ledger and --notes take one deck" in capsys.readouterr().err


def test_a_day_that_is_none_is_wrong_usage(shelf, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["deck", "marn.yaml", "--revised", "2026-02-30"])
    assert 2 == stopped.value.code
    assert "expected a day such as 2026-11-28" in capsys.readouterr().err
