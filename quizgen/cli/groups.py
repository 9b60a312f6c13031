"""The arguments that several commands share."""

from __future__ import annotations

import argparse

from quizgen.cli import values


def sources_options(sub: argparse.ArgumentParser, *, many: bool = True, optional: bool = False) -> None:
    """What is read."""
    what = "an article (.txt, .wiki, .xml), a campaign (.yaml), a shipped campaign's name, or - for standard input"
    sub.add_argument("sources", metavar="SOURCE", nargs=("*" if optional else "+") if many else 1, help=what)
    sub.add_argument("--from", dest="stdin_name", metavar="NAME", help="the file name to give to standard input")
    sub.add_argument("--as-of", metavar="DATE", type=values.date, help="the date of the text, as 2016-08-31")
    sub.add_argument("--page", metavar="TITLE", help="the page to read of a MediaWiki export (.xml, .xml.bz2)")


def table_options(sub: argparse.ArgumentParser) -> None:
    """The form of a table."""
    sources_options(sub)
    sub.add_argument("--format", choices=("table", "jsonl"), default="table")


def choices_options(sub: argparse.ArgumentParser) -> None:
    """The options that choose items."""
    group = sub.add_argument_group("which items (lists with commas; default: core and useful, none that is sensitive)")
    group.add_argument(
        "-n", type=values.count, metavar="N", help="how many (default: 60 of an article in a deck, 20 on a sheet, 10 in a quiz)"
    )
    group.add_argument("--types", type=values.words, default=(), metavar="LIST", help="question types, as quizgen types lists them")
    group.add_argument("--families", type=values.words, default=(), metavar="LIST", help="dates, sides, outcomes, …")
    group.add_argument("--formats", type=values.words, default=(), metavar="LIST", help="multiple_choice, cloze, …")
    group.add_argument("--levels", type=values.words, default=("core", "useful"), metavar="LIST", help="core, useful, detail")
    group.add_argument("--difficulty", type=values.difficulty, default=(1, 5), metavar="2-4", help="from 1, easy, to 5")
    group.add_argument("--sensitive", action="store_true", help="with named dead, civilian dead, atrocities")


def quotas_options(sub: argparse.ArgumentParser) -> None:
    """How many of what kind."""
    what = "how many of a kind, as dates=4-6,side/1=5,difficulty/4=0-2: a family, type, format, level, side, phase or difficulty"
    sub.add_argument("--quotas", type=values.quota_list, default=(), metavar="LIST", help=what)


def seed_options(sub: argparse.ArgumentParser, default: str | None = "1") -> None:
    """What a draw follows from."""
    sub.add_argument("--seed", default=default, help=f"the same seed, the same draw (default {default or 'a new one each time'})")


def output_options(sub: argparse.ArgumentParser, default: str, what: str) -> None:
    """Where files go."""
    sub.add_argument("-o", dest="output", metavar="PATH", default=default, help=f"{what} (default {default})")


def title_options(sub: argparse.ArgumentParser) -> None:
    """What is printed above."""
    sub.add_argument("--title", default="", help="the title printed (default: the campaign's)")


def paper_options(sub: argparse.ArgumentParser) -> None:
    """How many forms, and on what."""
    sub.add_argument("--forms", type=values.count, default=None, metavar="K", help="forms A, B, … with the same items in another order")
    sub.add_argument("--parallel", action="store_true", help="each form asks other facts, of equal type and difficulty; two by default")
    sub.add_argument("--paper", choices=("A4", "Letter"), default="A4")


def print_options(sub: argparse.ArgumentParser) -> None:
    """The options of how a sheet is printed."""
    group = sub.add_argument_group("how it is printed")
    group.add_argument("--explain", action="store_true", help="reasons and sources on the key")
    group.add_argument("--word-bank", action="store_true", help="the words of the blanks in a box above them")
    group.add_argument("--passage", action="store_true", help="the text first, with numbered lines; questions only on what it says")
    group.add_argument(
        "--sections", type=values.words, default=(), metavar="LIST", help="of the text only these sections; lead: before the first"
    )
    group.add_argument("--per-student", metavar="FILE", help="a form for each name of a CSV file, and a map of their keys")
    group.add_argument("--large-print", action="store_true", help="18 points, options in one column")
    group.add_argument(
        "--font",
        action="append",
        default=[],
        metavar="NAME|FILE",
        help="firago, hyperlegible or a .ttf file; again: what stands in",
    )
    group.add_argument("--spacing", choices=("usual", "wide"), default="usual", help="wide: more space between letters and lines")
    group.add_argument("--cards", action="store_true", help="flashcards instead, 8 to a page, printed on both sides")
    group.add_argument("--flip", choices=("long", "short"), default="long", help="the edge over which the printer turns the sheet")
    group.add_argument("--fold", action="store_true", help="flashcards on one side, question and answer side by side, to be folded")
    group.add_argument("--study-guide", action="store_true", help="a summary of the campaign instead: facts, sides, timeline, sources")


def missed_options(sub: argparse.ArgumentParser) -> None:
    """Whether the missed items are taken."""
    sub.add_argument("--missed", choices=("last",), help="only what was missed in the last quiz; its sources, if no SOURCE is given")
    db_options(sub)


def db_options(sub: argparse.ArgumentParser) -> None:
    """Where progress is kept."""
    sub.add_argument("--db", metavar="FILE", help="where progress is kept (default: in the user's data folder)")
