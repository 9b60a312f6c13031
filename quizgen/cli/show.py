"""Diagnostics, facts and items → lines for a reader; colour only on a terminal, and never with NO_COLOR."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TextIO

from quizgen.diagnostics import Diagnostic, QuizgenError, Severity, render, visible
from quizgen.files import read_text

COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


def report(diagnostics: Iterable[Diagnostic], texts: Mapping[str, list[str]] | None = None) -> None:
    """Print diagnostics to standard error, each with the line that it points at; `texts`: the lines of files at hand."""
    lines = dict(texts or {})
    for diagnostic in diagnostics:
        file = diagnostic.span.file
        if file not in lines:
            lines[file] = _lines(file)
        text = render(diagnostic, lines)
        if has_colour(sys.stderr):
            text = re.sub(
                rf"(?<= )({diagnostic.code} {diagnostic.severity}:)", rf"\033[{COLOURS[diagnostic.severity]}m\1\033[0m", text, count=1
            )
        print(text, file=sys.stderr)


def has_colour(stream: TextIO) -> bool:
    """Whether a stream is to be coloured."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _lines(file: str) -> list[str]:
    """The lines of a file, none if it cannot be read: the message then stands alone."""
    try:
        return read_text(Path(file)).split("\n")
    except QuizgenError:
        return []


def table(rows: Sequence[Sequence[str]], most: int = 60) -> str:
    """Set rows in columns; the last column takes what it needs, the others at most `most`."""
    cut = [[visible(cell) if at == len(row) - 1 else _cut(visible(cell), most) for at, cell in enumerate(row)] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cut, strict=True)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cut)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
