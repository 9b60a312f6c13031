"""Bad input, one file each in bad_input/: what a user sees of it stands in the .expected beside it, place, code and hint.

To change them all: UPDATE_EXPECTED=1 pytest tests/test_bad_input.py, then read the diff.
"""

import os
import re
from pathlib import Path

import pytest

from quizgen.cli import main
from quizgen.codes import CODES

FOLDER = Path(__file__).parent / "bad_input"
CASES = sorted(path.name for path in FOLDER.iterdir() if path.suffix != ".expected")


def command(name):
    """What a user types with such a file."""
    if name.endswith(".fix.yaml"):
        return ["read", "../campaigns/marn.yaml", "--fix", name]
    return ["deck" if name.endswith(".recipe.yaml") else "read", name]


@pytest.mark.parametrize("name", CASES)
def test_bad_input_is_told_whole_and_writes_nothing(name, capsys, monkeypatch):
    monkeypatch.chdir(FOLDER)
    before = sorted(FOLDER.iterdir())
    code = main(command(name))
    printed = capsys.readouterr()
    expected = FOLDER / f"{name}.expected"
    if os.environ.get("UPDATE_EXPECTED"):
        expected.write_text(printed.err, encoding="utf-8")
    assert (1, "", expected.read_text(encoding="utf-8")) == (code, printed.out, printed.err)
    assert os.environ.get("UPDATE_EXPECTED") or before == sorted(FOLDER.iterdir())


def test_every_code_is_explained():
    sources = "".join(path.read_text(encoding="utf-8") for path in Path(main.__code__.co_filename).parents[1].rglob("*.py"))
    assert set(re.findall(r'"([A-Z]\d{3})"', sources)) == set(CODES)
