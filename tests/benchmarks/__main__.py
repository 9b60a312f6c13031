"""Measures every subject here → one table of ratios, into BENCHMARKS.md and BENCHMARKS.json; names what got worse since the commit.

`python -m tests.benchmarks [CORPUS [GOLD SCORER]]`: a folder of .wiki articles (without it the tests' own); hand-made models of
them, and the program that scores readings against those. `ONLY=decks,commands` takes some subjects only; then nothing is written.
"""

import json
import os
import pkgutil
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import tests.benchmarks
from quizgen import api
from tests.benchmarks.rows import worse
from tests.measure import measure, report

TESTS = Path(__file__).parents[1]
PAGE = TESTS.parent / "BENCHMARKS.md"
DATA = PAGE.with_suffix(".json")
HEAD = ("| ratio | aim | median | spread | peak memory |", "|---|---|---|---|---|")


def subjects(only=""):
    """The subjects by name: the files of this folder that have rows."""
    names = sorted(found.name for found in pkgutil.iter_modules(tests.benchmarks.__path__))
    modules = {
        name: import_module(f"tests.benchmarks.{name}")
        for name in names
        if name != "__main__" and name in (only.split(",") if only else names)
    }
    return {name: module for name, module in modules.items() if hasattr(module, "rows")}


def figures(folder):
    """What was not understood, without the places."""
    yield from ("```", *(line for line in report(measure(folder)) if "  " in line or "with a message" in line), "```")


def scores(folder, gold, scorer):
    """What the scorer says of readings against hand-made models, for each folder of articles of a form."""
    read = f"{sys.executable} -m quizgen read {{}} --format json"
    for form in sorted({path.parent for path in Path(folder).rglob("*.*") if path.suffix in (".wiki", ".txt")}):
        command = [sys.executable, scorer, "--gold", gold, "--articles", str(form), "--cmd", read]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
        if not said.startswith("0 articles"):
            yield from ("```", said, "```")


def refreshed(page, tables):
    """The page with each table put between its marks; a table that was not made stays."""
    for name, lines in tables.items():
        inside = "\n".join(lines)
        page = re.sub(rf"(<!-- {name} -->\n).*?(<!-- end -->)", lambda m, said=inside: f"{m[1]}{said}\n{m[2]}", page, flags=re.DOTALL)
    return page


def committed():
    """The figures of the last commit, as JSON; empty if there are none."""
    return subprocess.run(["git", "show", f"HEAD:{DATA.name}"], cwd=PAGE.parent, capture_output=True, text=True, check=False).stdout


def main(corpus=None, gold=None, scorer=None):
    """Measure, say it row by row, and refresh the page and its data."""
    folder, only = Path(corpus or TESTS / "readers" / "wiki"), os.environ.get("ONLY", "")
    texts = [api.text(path, "") for path in sorted(folder.rglob("*.wiki"))]
    rows = []
    sys.stdout.write("\n".join(HEAD) + "\n")
    for module in subjects(only).values():
        for row in module.rows(texts):
            rows.append(row)
            sys.stdout.write(f"{row.line}\n")
            sys.stdout.flush()
    for line in (*worse(rows, committed()), *(f"aim missed: {row.name}: {row.median:.3g} ({row.aim})" for row in rows if not row.is_met)):
        sys.stdout.write(f"{line}\n")
    if only:
        return
    tables = {"rows": [f"Over {len(texts)} articles in wikitext.", "", *HEAD, *(row.line for row in rows)], "figures": figures(folder)}
    if gold and scorer:
        tables["scores"] = scores(folder, gold, scorer)
    DATA.write_text("[\n" + ",\n".join(json.dumps(row.data, ensure_ascii=False) for row in rows) + "\n]\n", encoding="utf-8")
    PAGE.write_text(refreshed(PAGE.read_text(encoding="utf-8"), tables), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
