"""The article as read, before any meaning: infobox fields, sections and paragraphs, each with its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import attrgetter

from quizgen.diagnostics import Diagnostic, Span
from quizgen.model import Page, Quote

_LINE_END = re.compile("\n")
_AT = attrgetter("at")

APPARATUS = frozenset(  # sections that tell no story
    (
        "see also",
        "references",
        "notes",
        "footnotes",
        "citations",
        "bibliography",
        "sources",
        "further reading",
        "external links",
        "order of battle",
        "orders of battle",
    )
)
FIELDS = 1_000  # that are read of an infobox; those of 94 articles have 180 at the most


@dataclass(frozen=True, slots=True)
class Text:
    """Text as a reader sees it, from one line of a file; `column` is where it begins in the raw line, from 1."""

    value: str
    file: str
    line: int
    column: int = 1
    raw: str = ""

    def span(self, start: int = 0, length: int | None = None) -> Span:
        """The place of a part of it, given in characters of `value`."""
        return Span(self.file, self.line, self.column + start, len(self.value) - start if length is None else length)

    def quote(self, part: str = "") -> Quote:
        """The source of a part of it (default: all); a part that the raw line lacks letter for letter gives all."""
        raw = self.raw or self.value
        return Quote(self.file, self.line, part if part and part in raw else raw)


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A whole source file, and where each of its lines begins."""

    file: str
    text: str
    starts: tuple[int, ...]

    def line(self, offset: int) -> int:
        """The line of an offset, from 1."""
        return bisect_right(self.starts, offset)


def laid_in_lines(file: str, text: str) -> Source:
    """Make a source of a text whose lines end in line feeds."""
    return Source(file, text, (0, *[match.end() for match in _LINE_END.finditer(text)]))


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of what a reader sees, and the stretch of the source that it comes from; `literal` if both are the same."""

    at: int
    start: int
    end: int
    literal: bool


@dataclass(frozen=True, slots=True)
class Laid(Text):
    """Text laid out in lines (line breaks, bullets as `*`), as a reader sees marked-up text; each part knows its place in the source.

    The first of the `runs` begins with the value. `atoms` are stretches of `value` that belong together (links, flags): no comma
    within them parts a list. `flags`: where a flag without words stands, and whose it is.
    """

    source: Source = field(kw_only=True, repr=False)
    runs: tuple[Run, ...] = field(kw_only=True, repr=False)
    atoms: tuple[tuple[int, int], ...] = field(default=(), kw_only=True, repr=False)
    flags: tuple[tuple[int, str], ...] = field(default=(), kw_only=True, repr=False)

    def extent(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source that a part of the value comes from."""
        first = last = self.runs[bisect_right(self.runs, start, key=_AT) - 1]
        if end - 1 > start and len(self.runs) > 1:
            last = self.runs[bisect_right(self.runs, end - 1, key=_AT) - 1]
        left = min(first.end, first.start + start - first.at) if first.literal else first.start
        right = min(last.end, last.start + end - last.at) if last.literal else last.end
        return left, max(left, right)

    def span(self, start: int = 0, length: int | None = None) -> Span:
        """The place of a part of it; one that goes over several lines is shown to the end of its first."""
        left, right = self.extent(start, len(self.value) if length is None else start + length)
        line = self.source.line(left)
        begin = self.source.starts[line - 1]
        stop = self.source.text.find("\n", left)
        return Span(self.file, line, left - begin + 1, min(right, stop if stop >= 0 else right) - left)

    def quote(self, part: str = "") -> Quote:
        """The source of the first such part of it, as it stands there in its markup; of several lines, the first."""
        at = max(0, self.value.find(part))
        return self.cite(at, at + len(part) if part and part in self.value else len(self.value))

    def cite(self, start: int, end: int) -> Quote:
        """The source of the part from `start` to `end`."""
        left, right = self.extent(start, end)
        text = self.source.text
        while left < right and text[left].isspace():
            left += 1
        stop = text.find("\n", left)
        said = text[left : min(right, stop if stop >= 0 else right)].strip()
        return Quote(self.file, self.source.line(left), said)


@dataclass(frozen=True, slots=True)
class Field:
    """One infobox line: its key as written, its value, and the notes in it (references, footnotes, tags) as they stand there.

    `links`: of its links and flags that show another name than that of the page they lead to, what they show and that name.
    """

    key: str
    value: Text
    notes: tuple[Text, ...] = ()
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (empty for the lead), its level (2 for `==`), its path of headings, and its paragraphs and list items."""

    heading: str
    level: int
    path: str
    paragraphs: tuple[Text, ...] = ()
    items: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in the prose: its level (2 for `==`) and words."""

    level: int
    words: str


@dataclass(frozen=True, slots=True)
class Bullet:
    """A list item in the prose."""

    text: Text


def sections(lines: Iterable[Heading | Bullet | Text]) -> tuple[Section, ...]:
    """Gather headings, list items and paragraphs, in their order, into sections; the first is the lead."""
    found: list[tuple[Heading, str, list[Text], list[Text]]] = [(Heading(1, ""), "", [], [])]
    stack: list[Heading] = []
    for line in lines:
        match line:
            case Heading():
                stack = [*(above for above in stack if above.level < line.level), line]
                found.append((line, " > ".join(heading.words for heading in stack), [], []))
            case Bullet():
                found[-1][3].append(line.text)
            case Text():
                found[-1][2].append(line)
    return tuple(Section(at.words, at.level, path, tuple(texts), tuple(items)) for at, path, texts, items in found)


@dataclass(frozen=True, slots=True)
class Article:
    """One article: file name as shown, stem, title, infobox fields in source order, sections, raw lines.

    `is_whole` says that its form keeps every name (a flat article loses its flags), `diagnostics` what its reader noticed.
    """

    file: str
    name: str
    title: Text
    fields: tuple[Field, ...]
    sections: tuple[Section, ...]
    lines: tuple[str, ...] = field(default=(), repr=False)
    page: Page | None = None
    as_of: str | None = None
    is_whole: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()
