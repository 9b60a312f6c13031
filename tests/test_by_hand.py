"""A campaign written by hand, with a person and a reference and no article, all the way to a deck, a sheet and a quiz."""

import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from quizgen import cli
from quizgen.model import By
from tests.asked import MARN, asked

SOURCE = str(Path(__file__).parents[1] / MARN)
CITED = "set by Anna · Textbook, p. 12"


@pytest.fixture
def run(capsys):
    def command(*argv):
        code = cli.main(argv)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


def test_it_is_read_and_checked_without_an_article(run):
    assert 0 == run("read", SOURCE)[0]
    code, out, err = run("check", SOURCE)
    assert (0, True) == (code, "marn: " in out)
    assert "was set by Anna" in err
    assert "source not at hand" not in err


def test_every_item_rests_on_the_person_and_the_reference(run):
    told = [json.loads(line) for line in run("items", SOURCE, "--format", "jsonl")[1].splitlines()]
    assert {"who": "Anna", "why": "", "ref": "Textbook, p. 12"} == told[0]["source"]["by"]
    assert {By("Anna", "", "Textbook, p. 12")} == {item.source for item in asked(MARN).items}


def test_every_card_back_cites_the_person_and_the_reference(run, tmp_path):
    assert 0 == run("deck", SOURCE, "-o", str(tmp_path / "marn.apkg"))[0]
    with zipfile.ZipFile(tmp_path / "marn.apkg") as package:
        package.extract("collection.anki2", tmp_path)
    with closing(sqlite3.connect(tmp_path / "collection.anki2")) as collection:
        notes = [fields for (fields,) in collection.execute("select flds from notes")]
        (models,) = collection.execute("select models from col").fetchone()
    backs = [card["afmt"] for model in json.loads(models).values() for card in model["tmpls"]]
    assert notes
    assert [] == [fields for fields in notes if CITED not in fields]
    assert [] == [back for back in backs if "{{Source}}" not in back]


def test_a_disputed_date_is_on_no_card(run, tmp_path):
    fix = tmp_path / "marn.fix.yaml"
    fix.write_text("quizgen: fix/1\ncorrections:\n- {dispute: date, who: Bea, why: the annals say May}\n", encoding="utf-8")
    corrected = tmp_path / "marn.yaml"
    assert 0 == run("read", SOURCE, "--fix", str(fix), "-o", str(corrected))[0]
    assert 'Bea disputes "date"' in run("check", str(corrected))[2]
    types = [json.loads(line)["type"] for line in run("items", str(corrected), "--format", "jsonl")[1].splitlines()]
    assert [] == [name for name in types if name in ("dates.start", "dates.end", "dates.duration")]
    assert "dates.start" in [item.type for item in asked(MARN).items]


def test_a_deck_and_a_sheet_and_a_quiz_are_made_of_it(run, tmp_path):
    assert 0 == run("deck", SOURCE, "-o", str(tmp_path / "marn.apkg"))[0]
    assert 0 == run("sheet", SOURCE, "-n", "5", "-o", str(tmp_path / "marn.pdf"))[0]
    assert zipfile.is_zipfile(tmp_path / "marn.apkg")
    assert all(path.read_bytes().startswith(b"%PDF") for path in tmp_path.glob("*.pdf"))
    assert list(tmp_path.glob("*key.pdf"))
    told = json.loads(run("quiz", SOURCE, "--format", "json", "--seed", "1", "-n", "5")[1])
    assert 5 == len(told["items"])
