"""Source files → articles (or, from campaign YAML, campaigns): one file per source format, each with a `READER`.

To add one: write `readers/NAME.py` with `READER = Reader(...)` and its tests; it is found by `registry.discover`.
A format that holds many pages has a `Collection(...)` instead: it gives pages, which another reader takes by their suffix.
`sources` reads what SOURCES.csv beside a source file says of its page.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from quizgen.article import Article
from quizgen.diagnostics import Span, fail
from quizgen.files import lines_of
from quizgen.model import Campaign, Page
from quizgen.pages import StoredPage

COLUMNS = ("file", "title", "page", "revision", "as_of", "licence")
MORE_COLUMNS = ("site", "page_id", "url", "retrieved")  # may be absent; no site: en.wikipedia.org


@dataclass(frozen=True, slots=True)
class SourceFormat:
    """What every source format says of itself: its file suffixes and one line on what it is."""

    suffixes: tuple[str, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class Reader(SourceFormat):
    """A source format of one article: `read(text, file name as shown, stem)`.

    `read` raises QuizgenError, and nothing else, on a text that it cannot use.
    """

    read: Callable[[str, str, str], Article | Campaign]


@dataclass(frozen=True, slots=True)
class Collection(SourceFormat):
    """A source format of many pages: `pages(stream, file as shown)` gives them, each in the format of the suffix `each`.

    `pages` raises QuizgenError, and nothing else, on a file that it cannot use; who opened the stream closes it.
    """

    each: str
    pages: Callable[[BinaryIO, str], Iterator[StoredPage]]


def sources(path: Path) -> tuple[Page | None, str | None]:
    """Give the page and the as-of date (EDTF) that SOURCES.csv beside `path` states for it; None where it says nothing.

    Raises QuizgenError (R110 a column is missing, R111 a revision is no number, and what `read_text` raises).
    """
    table = path.with_name("SOURCES.csv")
    if not table.is_file():
        return None, None
    rows = csv.DictReader(lines_of(table))
    missing = [column for column in COLUMNS if column not in (rows.fieldnames or ())]
    if missing:
        raise fail(Span(table.name), "R110", f'no column "{missing[0]}"', f"begin the file with {','.join(COLUMNS)}")
    for row in rows:
        if row["file"] == path.name:
            return _page(row, Span(table.name, rows.line_num)), row["as_of"] or None
    return None, None


def _page(row: dict[str, str], span: Span) -> Page:
    revision = row["revision"] or ""
    if revision and _number(revision) is None:
        raise fail(
            span, "R111", f'the revision "{revision}" is no number', "give the number after oldid= in the revision's address, or nothing"
        )
    return Page(
        row.get("site") or "en.wikipedia.org",
        row["page"] or "",
        _number(row.get("page_id") or ""),
        _number(revision),
        row.get("url") or "",
        row.get("retrieved") or "",
        row["licence"] or "",
    )


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 20 else None
