"""The commands and their arguments; names of things that take long to import are checked later, when a command runs."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from quizgen import __version__
from quizgen.cli import values
from quizgen.cli.groups import (
    choices_options,
    db_options,
    missed_options,
    output_options,
    paper_options,
    print_options,
    quotas_options,
    seed_options,
    sources_options,
    table_options,
    title_options,
)

Add = Callable[[argparse.ArgumentParser], None]


@dataclass(frozen=True, slots=True)
class Command:
    """One command: what it does, how it is used, the function that runs it ("module:function"), its arguments."""

    summary: str
    example: str
    run: str
    add: Add


def parser() -> argparse.ArgumentParser:
    """Make the parser of all commands."""
    top = argparse.ArgumentParser(
        prog="quizgen",
        description="Turn an article on a military campaign into facts, sound questions, Anki decks, worksheets and quizzes.",
    )
    top.add_argument("--version", action="version", version=f"quizgen {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, command in COMMANDS.items():
        sub = commands.add_parser(
            name,
            help=command.summary,
            description=f"{command.summary[:1].upper()}{command.summary[1:]}.",
            epilog=f"example:\n  {command.example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.add(sub)
        sub.add_argument("--quiet", action="store_true", help="say nothing but errors")
        sub.set_defaults(run=f"quizgen.cli.{command.run}")
    return top


def _read(sub: argparse.ArgumentParser) -> None:
    sources_options(sub, many=False)
    sub.add_argument("--format", choices=("yaml", "json"), default="yaml")
    sub.add_argument("--fix", metavar="FILE", help="corrections (default: NAME.fix.yaml beside an article)")
    sub.add_argument("--list", action="store_true", help="list the pages of an export: title, page id, revision, tabs between")
    sub.add_argument("-o", dest="output", metavar="FILE", help="write to a file")


def _items(sub: argparse.ArgumentParser) -> None:
    table_options(sub)
    choices_options(sub)
    sub.add_argument("--refused", action="store_true", help="also list what was refused, and by which rule")


def _build(sub: argparse.ArgumentParser) -> None:
    sources_options(sub)
    seed_options(sub)
    choices_options(sub)
    quotas_options(sub)
    paper_options(sub)
    output_options(sub, "out", "the folder to write into")


def _batch(sub: argparse.ArgumentParser) -> None:
    what = "a file, folder or glob of articles and campaigns, or a MediaWiki export or multistream dump (.xml, .xml.bz2)"
    sub.add_argument("sources", metavar="SOURCE", nargs="+", help=what)
    output_options(sub, "out", "the folder to write into, with its store and ledger")
    sub.add_argument("--recipe", action="append", default=[], metavar="FILE", help="what to make of each, a recipe without sources; again")
    sub.add_argument("--dry-run", action="store_true", help="say what would be read and made, and write nothing")
    seed_options(sub)
    choices_options(sub)
    group = sub.add_argument_group("which articles of an export")
    group.add_argument(
        "--page", action="append", default=[], metavar="TITLE", help="only this one; again (default: all with a battle's infobox)"
    )
    group.add_argument("--titles", metavar="FILE", help="only these, a title on each line")
    group.add_argument("--index", metavar="FILE", help="the index of a multistream dump (default: the one beside it)")
    group = sub.add_argument_group("what is published")
    group.add_argument("--group", choices=("part_of",), help="one package for each war, with a subdeck for each of its campaigns")
    group.add_argument("--min-core", type=values.few, default=0, metavar="N", help="only campaigns of which so many core facts are asked")
    group.add_argument("--revised", metavar="DATE", type=values.release, help="the day of this release (default: of each article's text)")
    group.add_argument("--prune", action="store_true", help="remove the files of campaigns that are not among the sources any more")
    group = sub.add_argument_group("how it is run")
    group.add_argument("--jobs", type=values.count, metavar="N", help="processes on this machine (default: one for each processor)")
    group.add_argument("--limit", type=values.count, default=600, metavar="SECONDS", help="how long one article may take (default 600)")
    group.add_argument("--engine", default="local", help="local, or dask for several machines (pip install 'quizgen[dask]')")
    group.add_argument("--scheduler", metavar="ADDRESS", help="of dask, as tcp://10.0.0.1:8786")
    sub.set_defaults(stdin_name=None, as_of=None, paper="A4", title="")


def _check(sub: argparse.ArgumentParser) -> None:
    sources_options(sub)
    sub.add_argument("--strict", action="store_true", help="warnings count as errors")
    sub.add_argument("--report", action="store_true", help="also print what the source gave: facts, items, what was refused and why")
    sub.add_argument("--format", dest="report_format", choices=("text", "markdown"), default="text", help="of the report")


def _deck(sub: argparse.ArgumentParser) -> None:
    sources_options(sub, optional=True)
    missed_options(sub)
    seed_options(sub)
    choices_options(sub)
    title_options(sub)
    sub.add_argument("--format", choices=("apkg", "csv"), default="apkg", help="csv: Anki's text import, to edit in a spreadsheet")
    sub.add_argument("--typed", action="store_true", help="type short answers instead of only recalling them")
    sub.add_argument("--by-family", action="store_true", help="a subdeck for each family")
    group = sub.add_argument_group("decks that are updated for years")
    group.add_argument(
        "--ledger", metavar="FILE", help="the release ledger to go on from and to write (a recipe's: NAME.lock.yaml beside it)"
    )
    group.add_argument(
        "--revised", metavar="DATE", type=values.release, help="the day of this release, as 2026-11-28; later than the last one"
    )
    group.add_argument("--notes", metavar="FILE", help="write what changed, in Markdown for AnkiWeb")
    output_options(sub, "out", "a folder, or a file that ends in .apkg or .csv")


def _sheet(sub: argparse.ArgumentParser) -> None:
    sources_options(sub, optional=True)
    missed_options(sub)
    seed_options(sub)
    choices_options(sub)
    quotas_options(sub)
    title_options(sub)
    paper_options(sub)
    print_options(sub)
    output_options(sub, "out", "a folder, or a file that ends in .pdf")


def _quiz(sub: argparse.ArgumentParser) -> None:
    sources_options(sub, optional=True)
    seed_options(sub, None)
    choices_options(sub)
    quotas_options(sub)
    sub.add_argument("--format", choices=("text", "markdown", "json"), help="print a quiz instead of asking it")
    group = sub.add_argument_group("how it is asked")
    group.add_argument("--exam", action="store_true", help="tell nothing before the end; with a time limit")
    group.add_argument(
        "--minutes", type=values.minutes, metavar="M", help="the time limit (default in an exam: one for each point); 0: none"
    )
    group.add_argument("--practice", action="store_true", help="put what was missed again until it is right")
    group.add_argument("--plain", action="store_true", help="plain lines, without colours, as a screen reader wants them")
    group.add_argument("--results", metavar="FILE", help="add a row for each answer to a file: JSON lines, or .csv")
    group.add_argument("--resume", action="store_true", help="go on with the last quiz where it was stopped")
    group.add_argument("--again", action="store_true", help="ask the last quiz again")
    missed_options(sub)


def _study(sub: argparse.ArgumentParser) -> None:
    sources_options(sub, optional=True)
    choices_options(sub)
    group = sub.add_argument_group("how it is studied")
    group.add_argument("--new", type=values.few, default=10, metavar="N", help="new ones a day at the most (default 10)")
    group.add_argument("--auto", action="store_true", help="rate by answer and time, without asking")
    group.add_argument("--today", action="store_true", help="tell what is due and what was done today, and ask nothing")
    group.add_argument("--plain", action="store_true", help="plain lines, without colours, as a screen reader wants them")
    group.add_argument("--export", metavar="FILE", help="write all reviews as JSON lines; - is standard output")
    group.add_argument("--import", dest="take", metavar="FILE", help="take in reviews that were exported, here or elsewhere")
    db_options(sub)
    sub.set_defaults(missed=None, seed=None)


def _stats(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--format", choices=("text", "json"), default="text")
    sub.add_argument("--plain", action="store_true", help="tables of plain lines instead of plots")
    db_options(sub)


def _flagged(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--format", choices=("table", "jsonl"), default="table")
    sub.add_argument("--into", metavar="RECIPE", help="write them into a recipe's exclude")
    sub.add_argument("--forget", action="store_true", help="forget them, once they are listed or written")
    db_options(sub)


def _swap(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("recipe", metavar="RECIPE", help="the recipe of a sheet (.yaml); it is edited, its comments and order stay")
    sub.add_argument("item", metavar="ID", help="an item on the sheet: its id, or the code printed (Q-7F3A2C)")
    sub.set_defaults(stdin_name=None, as_of=None, page=None)


def _fetch(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("pages", metavar="TITLE|URL", nargs="+", help="a page's title, or the address of a page or revision of any wiki")
    site = "https://en.wikipedia.org"
    sub.add_argument("--site", metavar="URL", default=site, help=f"the wiki that titles are of (default {site})")
    output_options(sub, "out", "the folder to write into")


def _types(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--format", choices=("table", "jsonl"), default="table")


def _completion(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("shell", choices=("bash", "zsh", "fish"))


def _explain(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("code", metavar="CODE", help="a diagnostic (F001) or a rule (Q9)")


COMMANDS: dict[str, Command] = {
    "build": Command(
        "make everything of each source: model, deck, worksheet in two forms, key, report",
        "quizgen build seeds/aleppo-2016.txt -o out",
        "make:build",
        _build,
    ),
    "batch": Command(
        "make a deck and a sheet of each of many sources, with an index; only what changed is made anew",
        "quizgen batch articles dump.xml.bz2 -o out --jobs 4 --group part_of",
        "batch:batch",
        _batch,
    ),
    "read": Command(
        "print the campaign model",
        "quizgen read seeds/aleppo-2016.txt --format json",
        "model:read",
        _read,
    ),
    "facts": Command(
        "list every fact with its place in the source",
        "quizgen facts seeds/aleppo-2016.txt",
        "model:facts",
        table_options,
    ),
    "items": Command(
        "list every sound item",
        "quizgen items aleppo-2016 --families dates --refused",
        "model:items",
        _items,
    ),
    "check": Command(
        "check sources, campaigns, recipes and shipped files",
        "quizgen check seeds/aleppo-2016.txt decks/aleppo-2016.yaml",
        "check:check",
        _check,
    ),
    "deck": Command(
        "make an Anki deck (.apkg)",
        "quizgen deck aleppo-2016 -n 40 -o aleppo.apkg",
        "make:deck",
        _deck,
    ),
    "sheet": Command(
        "make a worksheet and its key, flashcards or a study guide (.pdf)",
        "quizgen sheet aleppo-2016 -n 20 --forms 2 -o out",
        "make:sheet",
        _sheet,
    ),
    "swap": Command(
        "draw an equal item in the place of one on a sheet, and write it into the recipe",
        "quizgen swap printouts/aleppo-2016.yaml Q-7F3A2C",
        "make:swap",
        _swap,
    ),
    "quiz": Command(
        "ask a randomized quiz; without a SOURCE of all shipped campaigns, of more than three of one that is drawn",
        "quizgen quiz aleppo-2016 -n 5 --seed 7",
        "quiz:quiz",
        _quiz,
    ),
    "study": Command(
        "learn by spaced repetition: what is due today, and some new ones",
        "quizgen study aleppo-2016 --new 5",
        "study:study",
        _study,
    ),
    "stats": Command(
        "tell what was learnt, how much of it is remembered, and what is due",
        "quizgen stats",
        "study:stats",
        _stats,
    ),
    "flagged": Command(
        "list the questions that were called bad in a quiz; leave them out of a recipe",
        "quizgen flagged --into decks/aleppo-2016.yaml",
        "flagged:flagged",
        _flagged,
    ),
    "fetch": Command(
        "fetch articles from a wiki (.wiki), each with a row in SOURCES.csv; needs a network",
        'quizgen fetch "Battle of Marathon" -o articles',
        "fetch:fetch",
        _fetch,
    ),
    "types": Command(
        "list question types, answer formats, readers and writers",
        "quizgen types",
        "about:types",
        _types,
    ),
    "completion": Command(
        "print what teaches a shell to complete commands, campaigns and names",
        'quizgen completion bash   # in ~/.bashrc: eval "$(quizgen completion bash)"; in fish: quizgen completion fish | source',
        "completion:completion",
        _completion,
    ),
    "explain": Command(
        "explain a diagnostic or an item rule",
        "quizgen explain Q9",
        "about:explain",
        _explain,
    ),
}
