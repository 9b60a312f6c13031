"""The options of `quizgen sheet` that say how it is printed → `Printing`; the files that they name are read here."""

from __future__ import annotations

import csv
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from quizgen import api
from quizgen.cli import UsageError
from quizgen.diagnostics import Span, fail
from quizgen.files import lines_of
from quizgen.items import Item
from quizgen.passages import Passage, answered, passage
from quizgen.printing import STUDENTS, Flip, Output, Printing

NAMED_FONTS = ("firago", "hyperlegible")


def printing(args: Namespace) -> Printing:
    """Take the options together; UsageError for some that do not fit each other."""
    if not hasattr(args, "large_print"):
        return Printing()
    output = Output.CARDS if args.cards or args.fold else Output.GUIDE if args.study_guide else Output.SHEET
    if args.study_guide and (args.cards or args.fold):
        raise UsageError("--cards and --study-guide make different files: call quizgen twice")
    if output is not Output.SHEET and (args.per_student or args.passage or args.sections or args.explain or args.word_bank):
        raise UsageError("--per-student, --passage, --sections, --explain and --word-bank are for worksheets")
    if args.per_student and args.forms:
        raise UsageError("--per-student makes a form for each student: leave --forms out")
    return Printing(
        output,
        tuple(args.font),
        large_print=args.large_print,
        wide=args.spacing == "wide",
        explain=args.explain,
        word_bank=args.word_bank,
        flip=Flip.FOLD if args.fold else Flip(args.flip),
        passage=args.passage or bool(args.sections),
        sections=args.sections,
        students=students(Path(args.per_student)) if args.per_student else (),
    )


def beside(printing_: Printing, folder: Path) -> Printing:
    """Find the fonts and the students that a recipe names beside it."""
    fonts = tuple(font if font in NAMED_FONTS else str(folder / font) for font in printing_.fonts)
    named = students(folder / printing_.roster) if printing_.roster else printing_.students
    return replace(printing_, fonts=fonts, students=named)


def students(path: Path) -> tuple[str, ...]:
    """Read names from a CSV file, from its column "name", else its first; QuizgenError W106 if it holds none, or too many."""
    rows = [row for row in csv.reader(lines_of(path)) if any(cell.strip() for cell in row)]
    heads = [cell.strip().casefold() for cell in rows[0]] if rows else []
    column = heads.index("name") if "name" in heads else 0
    cells = [row[column] if column < len(row) else "" for row in (rows[1:] if "name" in heads else rows)]
    names = tuple(name for cell in cells if (name := " ".join(cell.split())))
    if not 1 <= len(names) <= STUDENTS:
        hint = f"write one name a line, {STUDENTS} at the most"
        raise fail(Span(str(path)), "W106", f"expected the names of students, found {len(names)}", hint)
    return names


def passages(chosen: Printing, found: Sequence[api.Reading]) -> tuple[Passage, ...]:
    """Give the passages to print before the questions; QuizgenError W105 where the article itself is not at hand."""
    if not chosen.passage:
        return ()
    for reading in found:
        if not reading.article:
            hint = "name the article's own file as the SOURCE, instead of the model made from it"
            raise fail(Span(reading.shown), "W105", "the text is not at hand, only what was read from it", hint)
    return tuple(passage(reading.article, chosen.sections) for reading in found if reading.article)


def within(items: tuple[Item, ...], told: tuple[Passage, ...], found: Sequence[api.Reading]) -> tuple[Item, ...]:
    """Keep the items that the passages answer; all where there is none."""
    if not told:
        return items
    return answered(items, [fact for reading in found for fact in api.facts(reading.campaign)], told)
