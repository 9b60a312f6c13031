"""Bytes → every reader, the YAML of every kind, the grader and the answer parser; what leaves one but QuizgenError is a finding."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import suppress
from itertools import islice
from pathlib import Path

from quizgen import campaign_yaml, ledger_yaml, recipes
from quizgen.article import Article
from quizgen.campaign_yaml import fix
from quizgen.diagnostics import QuizgenError
from quizgen.files import decode
from quizgen.grading import grade
from quizgen.historical_date import HistoricalDate
from quizgen.infobox import read_infobox
from quizgen.notation import read_dates
from quizgen.prose import read_prose
from quizgen.readers import export, flat, wikitext
from tests.grading.cases import DRAWN

HERE = Path(__file__).parent
FINDINGS = HERE / "findings"
BOX = "{{Infobox military conflict\n| conflict = Siege of Orlam\n| combatant1 = Marn\n| combatant2 = Tamm\n| %s\n}}\nThe siege.\n%s"


def understood(article: Article) -> None:
    """Read an article to the end, with what it says of itself."""
    campaign, _ = read_infobox(article)
    campaign, _ = read_prose(article, campaign)
    text = campaign_yaml.dump(campaign)
    assert campaign_yaml.dump(campaign_yaml.load(text, "a.yaml")) == text


def _export(data: bytes, name: str) -> None:
    for page in islice(export.pages(io.BytesIO(data), name), 9):
        with suppress(QuizgenError):
            understood(wikitext.read(decode(page.text.encode(), name), name, "a"))


def _grader(data: bytes) -> None:
    which, typed = data[:1], data[1:].decode(errors="replace")
    drawn = tuple(DRAWN.values())[which[0] % len(DRAWN) if which else 0]
    graded = grade(drawn, typed)
    assert 0 <= graded.score <= 1
    assert graded.understood or not graded.score


def _field(data: bytes) -> None:
    keys = ("date", "place", "result", "partof", "combatant1", "commander1", "units1", "strength1", "casualties1", "casualties3")
    key, text = keys[data[0] % len(keys)] if data else "date", data[1:].decode(errors="replace")
    understood(wikitext.read(BOX % (f"{key} = {text}", ""), "a.wiki", "a"))


def _edtf(data: bytes) -> None:
    with suppress(ValueError):
        HistoricalDate(data.decode(errors="replace"))


TARGETS: dict[str, Callable[[bytes], object]] = {
    "flat": lambda data: understood(flat.read(decode(data, "a.txt"), "a.txt", "a")),
    "wikitext": lambda data: understood(wikitext.read(decode(data, "a.wiki"), "a.wiki", "a")),
    "field": _field,
    "prose": lambda data: understood(wikitext.read(BOX % ("date = 1–9 May 1900", data.decode(errors="replace")), "a.wiki", "a")),
    "export": lambda data: _export(data, "a.xml"),
    "packed": lambda data: _export(data, "a.xml.bz2"),
    "campaign": lambda data: campaign_yaml.load(decode(data, "a.yaml"), "a.yaml"),
    "fix": lambda data: fix.load(decode(data, "a.fix.yaml"), "a.fix.yaml"),
    "recipe": lambda data: recipes.load(decode(data, "a.yaml"), "a.yaml"),
    "ledger": lambda data: ledger_yaml.load(decode(data, "a.lock.yaml"), "a.lock.yaml", "1"),
    "grader": _grader,
    "dates": lambda data: read_dates(data.decode(errors="replace")),
    "edtf": _edtf,
}
SEEDS = {
    "flat": "articles/*.txt",
    "wikitext": "articles/*.wiki",
    "export": "articles/*.xml",
    "campaign": "campaigns/*.yaml",
    "fix": "articles/*.fix.yaml",
    "recipe": "../printouts/*.yaml",
    "ledger": "../decks/*.lock.yaml",
}


def attempt(target: str, data: bytes) -> None:
    """Give bytes to a target; anything but QuizgenError that leaves it is a bug."""
    with suppress(QuizgenError):
        TARGETS[target](data)
