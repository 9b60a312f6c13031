"""Times each stage against a floor in the same run → ratios, medians of five with their spread, into BENCHMARKS.md.

`python -m tests.bench [CORPUS [GOLD SCORER]]`: a folder of .wiki articles (without it the tests' own); hand-made models of
them, and the program that scores readings against those.
"""

import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import mwparserfromhell

from quizgen import api
from quizgen.article import Article, laid_in_lines
from quizgen.infobox import read_infobox
from quizgen.markup.marks import find_marks
from quizgen.naming import label_sides
from quizgen.prose import read_prose
from quizgen.readers import wikitext
from tests import bench_deck, bench_print, bench_sheets
from tests.measure import measure, report

TESTS = Path(__file__).parent
PAGE = TESTS.parent / "BENCHMARKS.md"
FLOOR = [sys.executable, "-c", "pass"]
IMPORTS = [sys.executable, "-c", "import genanki, pymupdf_fonts, uharfbuzz, yaml"]
QUIZGEN = [sys.executable, "-m", "quizgen"]
RUNS = 5


def ratios(job, floor, seconds):
    """The ratios of paired runs, so that a busy machine slows both."""
    return sorted(seconds(job) / seconds(floor) for _ in range(RUNS))


def of_command(command):
    """How long a command takes; CalledProcessError if it fails."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    return time.perf_counter() - start


def of_stage(texts):
    """Give a measure of how much processor time a function takes over all texts."""

    def seconds(stage):
        start = time.process_time()
        for text in texts:
            stage(text)
        return time.process_time() - start

    return seconds


def laid_out(text):
    """Find the infobox: the source, its marks, and where the box begins and ends."""
    source = laid_in_lines("a.wiki", text)
    start = wikitext.find_box(text)
    marks = find_marks(source, start, is_one=True)
    return source, marks, start, *wikitext._box(source, marks, start)


def raw_fields(text):
    """The infobox as keys and values in wikitext."""
    source, marks, start, end, found = laid_out(text)
    split = wikitext._broken(source, start, end, found) if found else wikitext._whole(source, marks, start, end)
    return {key: source.text[begin:stop] for key, begin, stop in split}


def infobox(text):
    """The infobox as a model."""
    source, marks, start, end, found = laid_out(text)
    fields = list(wikitext._fields(source, marks, start, end, found))
    return read_infobox(Article("a.wiki", "a", wikitext._title(source, fields, end), tuple(fields), (), is_whole=True))


def model(text):
    """The whole article as a model."""
    article = wikitext.read(text, "a.wiki", "a")
    return label_sides(read_prose(article, read_infobox(article)[0])[0])


def row(name, aim, found):
    """A line of a table: the median, and from the lowest to the highest."""
    return f"| {name} | {aim} | {statistics.median(found):.3g} | {found[0]:.3g} to {found[-1]:.3g} |"


def stages(texts):
    """The stages against the time that mwparserfromhell takes to parse the same articles."""
    seconds = of_stage(texts)
    yield from (f"Over {len(texts)} articles in wikitext.", "", "| ratio | aim | median | spread |", "|---|---|---|---|")
    faster = {"infobox found and split into raw fields": ("≥ 30", raw_fields), "infobox with all grammars": ("≥ 5", infobox)}
    for name, (aim, stage) in faster.items():
        found = sorted(1 / ratio for ratio in ratios(stage, mwparserfromhell.parse, seconds))
        yield row(f"{name}: articles/s, over those of mwparserfromhell", aim, found)
    yield row("whole model: time, over that of mwparserfromhell", "≤ 0.5", ratios(model, mwparserfromhell.parse, seconds))


def commands():
    """The commands against a bare Python."""
    yield from ("| ratio of times | aim | median | spread |", "|---|---|---|---|")
    with tempfile.TemporaryDirectory() as out:
        quiz = [*QUIZGEN, "quiz", "aleppo-2016", "--db", f"{out}/progress.sqlite3"]
        of_command(quiz)  # prepares what the later ones put at once; a new --seed is always drawn anew
        for name, aim, command, floor in (
            ("`quizgen --help` / `python -c pass`", "≤ 3.0", [*QUIZGEN, "--help"], FLOOR),
            ("`quizgen quiz aleppo-2016` up to its first question / `python -c pass`", "≤ 12", quiz, FLOOR),
            ("the same, read and drawn anew / `python -c pass`", "", [*quiz, "--as-of", "2016-08-31"], FLOOR),
            ("`quizgen read` / `python -c pass`", "", [*QUIZGEN, "read", "seeds/aleppo-2016.txt"], FLOOR),
            ("`quizgen build` / its library imports", "", [*QUIZGEN, "build", "seeds/aleppo-2016.txt", "-o", out], IMPORTS),
        ):
            yield row(name, aim, ratios(command, floor, of_command))


def packages(count=10_000):
    """Packages of many notes against those of genanki alone."""
    made = [[bench_deck.measured(which, count) for which in ("ours", "genanki")] for _ in range(RUNS)]
    yield from (f"A package of {count:,} notes.", "", "| ratio to genanki | aim | median | spread |", "|---|---|---|---|")
    for name, aim, key in (("wall time", "≤ 0.9", "seconds"), ("size", "≤ 0.2", "bytes"), ("peak memory", "≤ 0.7", "kilobytes")):
        yield row(name, aim, sorted(ours[key] / floor[key] for ours, floor in made))


def figures(folder):
    """What was not understood, without the places."""
    yield from ("```", *(line for line in report(measure(folder)) if "  " in line or "with a message" in line), "```")


def scores(folder, gold, scorer):
    """What the scorer says of readings against hand-made models, for each folder of articles of a form."""
    for form in sorted({path.parent for path in Path(folder).rglob("*.*") if path.suffix in (".wiki", ".txt")}):
        command = [
            sys.executable,
            scorer,
            "--gold",
            gold,
            "--articles",
            str(form),
            "--cmd",
            f"{sys.executable} -m quizgen read {{}} --format json",
        ]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
        if not said.startswith("0 articles"):
            yield from ("```", said, "```")


def refreshed(page, tables):
    """The page with each table put between its marks; a table that was not made stays."""
    for name, lines in tables.items():
        inside = "\n".join(lines)
        page = re.sub(rf"(<!-- {name} -->\n).*?(<!-- end -->)", lambda m, said=inside: f"{m[1]}{said}\n{m[2]}", page, flags=re.DOTALL)
    return page


def main(corpus=None, gold=None, scorer=None):
    """Refresh the tables and print the page."""
    folder = Path(corpus or TESTS / "readers" / "wiki")
    texts = [api.text(path, "") for path in sorted(folder.rglob("*.wiki"))]
    tables = {"stages": list(stages(texts)), "commands": list(commands()), "packages": list(packages()), "figures": list(figures(folder))}
    tables["sheets"] = list(bench_sheets.table(ratios, row))
    tables["print"] = list(bench_print.table(row, 3))
    if gold and scorer:
        tables["scores"] = list(scores(folder, gold, scorer))
    PAGE.write_text(refreshed(PAGE.read_text(encoding="utf-8"), tables), encoding="utf-8")
    sys.stdout.write(PAGE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main(*sys.argv[1:])
