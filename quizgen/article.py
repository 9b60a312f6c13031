"""The article as read, before any meaning: infobox fields, sections and paragraphs, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, field

from quizgen.diagnostics import Span
from quizgen.model import Page, Quote


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


@dataclass(frozen=True, slots=True)
class Field:
    """One infobox line: its key as written and its value."""

    key: str
    value: Text


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (empty for the lead), its level (2 for `==`), its path of headings, and its paragraphs and list items."""

    heading: str
    level: int
    path: str
    paragraphs: tuple[Text, ...] = ()
    items: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One article: file name as shown, stem, title, infobox fields in source order, sections, raw lines."""

    file: str
    name: str
    title: Text
    fields: tuple[Field, ...]
    sections: tuple[Section, ...]
    lines: tuple[str, ...] = field(default=(), repr=False)
    page: Page | None = None
    as_of: str | None = None
