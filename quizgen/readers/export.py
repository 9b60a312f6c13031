"""A MediaWiki XML export (Special:Export, or a dump) → its pages, one by one, each with its newest revision.

Nothing but the page at hand is kept, so that an export of any length takes the same memory. Lines and columns of an
error are those of the XML; of a page once chosen they are those of the page's own text, as its editor shows it.
"""

from __future__ import annotations

import bz2
import re
from collections import deque
from collections.abc import Iterator
from contextlib import nullcontext
from typing import BinaryIO, NoReturn
from urllib.parse import quote, urlsplit
from xml.parsers import expat

from quizgen.diagnostics import Span, fail
from quizgen.files import SIZE
from quizgen.model import Page
from quizgen.pages import StoredPage, licence_of
from quizgen.readers import Collection

CHUNK = 1 << 16  # bytes read at a time
DEPTH = 32  # of elements; an export has 6
DAY = re.compile(r"(\d{4}-\d\d-\d\d)T")
REVISION = ("mediawiki", "page", "revision")
KEPT = {
    ("mediawiki", "siteinfo", "base"),
    *(("mediawiki", "page", name) for name in ("title", "ns", "id")),
    *((*REVISION, name) for name in ("id", "timestamp", "text")),
}


def pages(stream: BinaryIO, file: str) -> Iterator[StoredPage]:
    """Give the pages of an export in its order; a `file` that ends in .bz2 is unpacked on the way.

    Raises QuizgenError: R130 no well-formed XML, R131 no MediaWiki export, R132 it declares entities, R133 no sound bzip2.
    """
    parser = _Parser(file)
    packed = file.casefold().endswith(".bz2")
    with bz2.open(stream) if packed else nullcontext(stream) as source:
        while chunk := _chunk(source, file):
            parser.feed(chunk)
            while parser.done:
                yield parser.done.popleft()
    parser.feed(b"", final=True)
    yield from parser.done  # newer versions of expat put off what is long


def _chunk(source: BinaryIO | bz2.BZ2File, file: str) -> bytes:
    try:
        return source.read(CHUNK)
    except (OSError, EOFError) as err:
        raise fail(Span(file), "R133", f"the file cannot be unpacked: {err}", "get it again: it is damaged or was cut off") from err


class _Parser:
    """Expat with what was seen of the page at hand, and the pages that are complete."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.done: deque[StoredPage] = deque()
        self._path: tuple[str, ...] = ()
        self._base = ""
        self._room = SIZE
        self._now: dict[str, list[str]] = {}
        self._page: dict[str, str] = {}
        self._revision: dict[str, str] = {}
        self._expat = expat.ParserCreate(namespace_separator=" ")
        self._expat.buffer_text = True
        self._expat.StartElementHandler = self._open
        self._expat.EndElementHandler = self._close
        self._expat.CharacterDataHandler = self._text
        self._expat.StartDoctypeDeclHandler = self._refuse

    def feed(self, chunk: bytes, *, final: bool = False) -> None:
        """Take the next bytes."""
        try:
            self._expat.Parse(chunk, final)
        except expat.ExpatError as err:
            told = expat.errors.messages[err.code]
            hint = "the export was cut off: get it again" if final else "save the export as the wiki sends it"
            raise fail(Span(self.file, err.lineno, err.offset + 1, 1), "R130", f"no well-formed XML: {told}", hint) from err
        except (LookupError, ValueError) as err:  # an encoding that Python does not know, or of several bytes a character
            raise fail(Span(self.file), "R130", f"no well-formed XML: {err}", "save the export as UTF-8") from err

    def _refuse(self, *_: object) -> NoReturn:
        raise fail(self._span(), "R132", "it has a document type, which may declare entities", "remove it: an export has none")

    def _span(self) -> Span:
        return Span(self.file, self._expat.CurrentLineNumber, self._expat.CurrentColumnNumber + 1, 1)

    def _open(self, qualified: str, attributes: dict[str, str]) -> None:
        name = qualified.rpartition(" ")[2]
        if (not self._path and name != "mediawiki") or len(self._path) > DEPTH:
            hint = "make one with the wiki's page Special:Export"
            raise fail(self._span(), "R131", f"this is no MediaWiki export: it has <{name[:40]}> here", hint)
        self._path = (*self._path, name)
        if name == "page":
            self._page = {}
            self._revision = {}
        elif name == "redirect":
            self._page["redirect"] = attributes.get("title", "")
        if self._path == REVISION:
            self._now = {}
        if self._path in KEPT:
            self._room = SIZE
            self._now[name] = []

    def _text(self, text: str) -> None:
        if self._path in KEPT and self._room >= 0:
            self._now[self._path[-1]].append(text[: self._room + 1])
            self._room -= len(text)

    def _close(self, _: str) -> None:
        path, self._path = self._path, self._path[:-1]
        if path in KEPT and path[:-1] != REVISION:
            value = "".join(self._now.pop(path[-1]))
            if path[-1] == "base":
                self._base = value
            else:
                self._page[path[-1]] = value
        elif path == REVISION:
            revision = {name: "".join(parts) for name, parts in self._now.items()}
            if revision.get("timestamp", "") >= self._revision.get("timestamp", ""):
                self._revision = revision
        elif path == REVISION[:2]:
            self.done.append(_stored(self._base, self._page, self._revision))


def _stored(base: str, page: dict[str, str], revision: dict[str, str]) -> StoredPage:
    title, number = page.get("title", ""), _number(revision.get("id", ""))
    host = _host(base)
    address = f"{base.rpartition('/')[0]}/{quote(title.replace(' ', '_'))}" if host and title else ""
    url = f"{address}?oldid={number}" if address and number else address
    day = DAY.match(revision.get("timestamp", ""))
    return StoredPage(
        Page(host, title, _number(page.get("id", "")), number, url, licence=licence_of(host)),
        revision.get("text", ""),
        day[1] if day else None,
        page.get("redirect", ""),
        page.get("ns", "0") == "0",
    )


def _host(address: str) -> str:
    """The host that an address names, empty if it names none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:  # half an IPv6 address
        return ""


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 20 else None


READER = Collection((".xml", ".xml.bz2"), "a MediaWiki export of one or many pages (choose with --page)", ".wiki", pages)
