"""SECURITY.md: its table of packages is what is installed to run quizgen; its bounds are those of the code.

`--update-goldens` writes the table anew; why a package is needed is kept, and for a new one to be said.
"""

import re
import tomllib
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

from quizgen.api import TITLE
from quizgen.article import FIELDS
from quizgen.campaign_yaml.decode import MEMBERS as YAML_MEMBERS
from quizgen.campaign_yaml.decode import SIDES
from quizgen.diagnostics import LONGEST as MESSAGE
from quizgen.files import LINE, SIZE
from quizgen.infobox import LONGEST, MEMBERS
from quizgen.markup.marks import DEEPEST
from quizgen.readers.wikitext import LONGEST as AS_WRITTEN
from quizgen.rules import LONGEST as OF_ITEM
from quizgen.yamlnodes import DEPTH

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "SECURITY.md"
HEAD = "| package | version | licence | why |\n|---|---|---|---|\n"


def folded(name):
    return re.sub(r"[-_.]+", "-", name).casefold()


def runtime():
    """Every package that quizgen needs to run → the packages that need it, quizgen itself as ""."""
    needs = [("", text) for text in tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]]
    found = {}
    while needs:
        by, asked = needs.pop(0)
        wanted = Requirement(asked)
        if wanted.marker and not wanted.marker.evaluate({"extra": ""}):
            continue
        if folded(wanted.name) not in found:
            package = metadata.distribution(wanted.name)
            needs += [(package.name, text) for text in package.requires or ()]
        found.setdefault(folded(wanted.name), []).append(by)
    return found


def licence(package):
    """What a package states of its licence: an SPDX expression, a name, or a class."""
    told = package.metadata
    classes = [text.rpartition(" :: ")[2] for text in told.get_all("Classifier") or () if text.startswith("License")]
    named = (told.get("License") or "").partition("\n")[0].partition("  ")[0]
    return told.get("License-Expression") or named or ", ".join(classes)


def table():
    """The rows as they should be, by what is installed; why quizgen itself needs a package is what the page says."""
    said = dict(re.findall(r"^\| ([\w.-]+) \|.*\| ([^|\n]+) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    rows = []
    for name, by in sorted(runtime().items()):
        package = metadata.distribution(name)
        why = said.get(package.name, "?") if "" in by else f"needed by {', '.join(sorted(by, key=str.casefold))}"
        rows.append(f"| {package.name} | {package.version} | {licence(package)} | {why} |\n")
    return "".join(rows)


def test_the_table_of_packages_is_what_is_installed(update_goldens):
    text = PAGE.read_text(encoding="utf-8")
    if update_goldens:
        text = text[: text.index(HEAD)] + HEAD + table()
        PAGE.write_text(text, encoding="utf-8")
    assert HEAD + table() == text[text.index(HEAD) :]
    assert "| ? |" not in text


def test_what_is_installed_is_pinned():
    pinned = {folded(line.partition("==")[0]) for line in (ROOT / "constraints.txt").read_text().split()}
    assert set() == set(runtime()) - pinned


def test_the_bounds_are_those_of_the_code():
    text = PAGE.read_text(encoding="utf-8")
    for bound in (
        f"{SIZE >> 20} MB, one line {LINE >> 20} MB",
        f"at one place | {DEEPEST} |",
        f"{TITLE} characters | R104",
        f"{FIELDS:,} fields; a field {LONGEST:,} characters as shown, {AS_WRITTEN:,} as written; {MEMBERS} members",
        f"{DEPTH} levels; a campaign's {YAML_MEMBERS:,} members of a list and {SIDES} sides",
        f"{OF_ITEM:,} characters | refused by rule 26",
        f"a message | {MESSAGE} characters",
    ):
        assert bound in text
