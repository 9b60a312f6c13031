"""One infobox value in flat form → its pieces: what stood on lines of its own before the form was flattened.

The flat form made each line break and list item a comma, dropped flags and most templates, and left residue: image sizes,
rules, tags, bars, empty parentheses. A piece keeps its place in the value, its depth of bullets, and what is left to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizgen.article import Laid, Text
from quizgen.diagnostics import Diagnostic, note, warning
from quizgen.model import Quote

_RESIDUE = re.compile(r"<[^<>]{1,80}>|-{4,}|\|{2,}|(?<!\d)\d{2,3}(?:x\d{2,3})?px\b|(?<=\s)\*+(?=[\s\w])")
_BULLETS = re.compile(r"\s*([*:•;#·]+)\s*")
_EMPTY = re.compile(r"\(\s*\)|\[\s*(?:\d{1,3}|[a-z]|note \d+|citation needed)?\s*\]|'{2,}")
_CONTINUES = re.compile(r"(?:Jr|Sr|Esq|Ph\.?D|Inc|Ltd)\.?(?!\w)")
_SHORTENED = re.compile(r"\b(?:Jr|Sr|\w\.\w)$")
_QUOTED = re.compile(r'"([^"]{60})[^"]{21,}"')
_JOINED = re.compile(r"(?:^|\s)(?:&|and)$")  # joins a line to the next one
_PARTING = re.compile(r"[\n,;]")
_BRACKET = re.compile(r"[][()]")
_COMMA_HEADING = re.compile(r"^([^\n\d:(\[]+,[^\n\d:(\[]*:)[ \t]*$", re.MULTILINE)
_BRACKETS = {")": "(", "]": "["}
EDGES = " \t\u00a0.,;>"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a value: its words without residue, where it stands in `text`, and how many bullets stood before it."""

    value: str
    text: Text
    start: int
    end: int
    depth: int = 0

    @property
    def is_heading(self) -> bool:
        """Whether it heads what follows: a closing colon ("Supported by:")."""
        return self.value.endswith(":")

    @property
    def aside(self) -> str:
        """What it says if it is nothing but a parenthesis; else empty."""
        inside = self.value[1:-1]
        return inside.strip() if self.value.startswith("(") and self.value.endswith(")") and not set(inside) & set("()") else ""

    @property
    def raw(self) -> str:
        """The words as they stand in the source."""
        return self.text.value[self.start : self.end]

    def quote(self) -> Quote:
        """Where it stands."""
        return self.text.cite(self.start, self.end) if isinstance(self.text, Laid) else self.text.quote(self.raw)

    def named(self, value: str) -> Piece:
        """The same place read as another value."""
        return Piece(value, self.text, self.start, self.end, self.depth)

    def through(self, other: Piece, value: str = "") -> Piece:
        """One piece of this and a later one of the same value."""
        return Piece(value or self.value, self.text, self.start, other.end, self.depth)

    @property
    def flag(self) -> str | None:
        """Whose flag stands right before it, in its own line; empty if it is not known."""
        if not isinstance(self.text, Laid):
            return None
        near = (whose for at, whose in reversed(self.text.flags) if at <= self.start and not self.text.value[at : self.start].strip(" *"))
        return next(near, None)

    def halves(self) -> tuple[Piece, ...]:
        """Two pieces of "A and B" where each of the two is a link or a flag of its own; else the piece itself."""
        links = [a for a in self.text.atoms if a[0] >= self.start and a[1] <= self.end] if isinstance(self.text, Laid) else []
        if len(links) != 2:
            return (self,)
        (first, left), (right, last) = links
        value = self.text.value
        if first != self.start or last != self.end or value[left:right].strip() not in ("and", "&"):
            return (self,)
        return replace(self, value=value[first:left], end=left), replace(self, value=value[right:last], start=right)

    def unread(self, code: str, message: str, hint: str = "") -> Diagnostic:
        """A warning that points at it."""
        return warning(self.text.span(self.start, self.end - self.start), code, brief(message), hint)

    def remark(self, code: str, message: str, hint: str = "") -> Diagnostic:
        """A note that points at it."""
        return note(self.text.span(self.start, self.end - self.start), code, brief(message), hint)


def brief(message: str) -> str:
    """Cut what a message quotes to what tells it from others: its place is shown beside it."""
    return _QUOTED.sub(r'"\1…"', message)


def pieces(text: Text, *, semicolons: bool = False) -> list[Piece]:
    """Split a value into its pieces, in order; what is lost ("*", a leading ",") gives a piece without words."""
    if isinstance(text, Laid):
        return _merge_suffixes(list(_laid(text, semicolons)))
    found: list[Piece] = []
    depth = 0
    for start, end, sign in _stretches(text.value, semicolons):
        piece, bullets = _piece(text, start, end)
        depth = bullets if bullets is not None else (depth if sign == "residue" else 0)
        is_lost = sign in (",", "") and not _is_residue_next(text.value, end) if bullets is not None else _is_lost(text.value, start, end)
        if piece.value or is_lost:
            found.append(replace(piece, depth=depth))
    return _merge_suffixes(found)


def _laid(text: Laid, semicolons: bool) -> Iterator[Piece]:
    """The pieces of text in lines: each line, taken apart at its commas, but not within an atom; nothing was lost here."""
    value, start, depth = text.value, 0, 0
    for i in (*_parts(text, semicolons), len(value)):
        is_end = i == len(value) or value[i] == "\n"
        piece, bullets = _piece(text, start, i)
        depth = depth if bullets is None else bullets
        if words := _JOINED.sub("", piece.value):
            yield Piece(words, text, piece.start, piece.end, depth)
        start, depth = i + 1, 0 if is_end else depth


def _parts(text: Laid, semicolons: bool) -> Iterator[int]:
    """Where a text in lines parts: at line ends, and at commas outside atoms, brackets and numbers."""
    value, after = text.value, 0
    wholes = iter(sorted(({start: end - 1 for start, end in text.atoms} | _pairs(value) | _headings(value)).items()))
    start, end = next(wholes, (len(value), 0))
    for sign in _PARTING.finditer(value):
        i = sign.start()
        while start <= i:
            if start >= after:
                after = end + 1
            start, end = next(wholes, (len(value), 0))
        if i >= after and (sign[0] == "\n" or (sign[0] == "," and not _in_number(value, i)) or (sign[0] == ";" and semicolons)):
            yield i


def _headings(value: str) -> dict[int, int]:
    """The lines that are a heading, commas and all ("In Arlen, N.D.:"): where each begins and its colon stands."""
    return {match.start(1): match.end(1) - 1 for match in _COMMA_HEADING.finditer(value)} if ":" in value and "," in value else {}


def _stretches(value: str, semicolons: bool) -> Iterator[tuple[int, int, str]]:
    """Give start, end and what stands before each stretch: "", "," or "residue"."""
    residue = {match.start(): match.end() for match in _RESIDUE.finditer(value)}
    closing = _pairs(value)
    start, sign, i = 0, "", 0
    while i < len(value):
        if i in closing:
            i = closing[i]
        elif i in residue:
            yield start, i, sign
            is_bullet = value[i] == "*"
            start, sign = (i, ",") if is_bullet else (residue[i], "residue")
            i = residue[i] - 1
        elif (value[i] == "," and not _in_number(value, i)) or (semicolons and value[i] == ";" and i > start):
            yield start, i, sign
            start, sign = i + 1, ","
        i += 1
    yield start, len(value), sign


def _pairs(value: str) -> dict[int, int]:
    """Match each outermost opening bracket with its closing one; unmatched brackets protect nothing."""
    found: dict[int, int] = {}
    stack: list[int] = []
    for bracket in _BRACKET.finditer(value):
        i, sign = bracket.start(), bracket[0]
        if sign in "([":
            stack.append(i)
        elif stack and value[stack[-1]] == _BRACKETS[sign]:
            found[stack.pop()] = i
    return found


def _in_number(value: str, i: int) -> bool:
    return (
        value[i - 1 : i].isdigit()
        and value[i + 1 : i + 4].isdigit()
        and len(value[i + 1 : i + 4]) == 3
        and not value[i + 4 : i + 5].isdigit()
    )


def _piece(text: Text, start: int, end: int) -> tuple[Piece, int | None]:
    raw = text.value[start:end]
    bullets = _BULLETS.match(raw)
    left = bullets.end() if bullets else len(raw) - len(raw.lstrip())
    body = raw[left:].rstrip()
    value = " ".join(_EMPTY.sub("", body).split()).strip(EDGES)
    value += "." if _SHORTENED.search(value[-4:]) and body.rstrip(",; ").endswith(".") else ""
    value = f"({value}" if value.endswith(")") and body.startswith("(") and not value.startswith("(") else value
    depth = len(bullets[1].replace(";", "")) if bullets else None
    return Piece(value, text, start + left, start + left + len(body)), depth


def _is_residue_next(value: str, end: int) -> bool:
    match = _RESIDUE.match(value, end)
    return bool(match) and value[end] != "*"


def _is_lost(value: str, start: int, end: int) -> bool:
    """Whether an empty stretch is the place of something lost: not the second of two commas that touch, nor the end."""
    return not value[start:end].strip() and value[end : end + 1] == "," and (start == 0 or end > start)


def _merge_suffixes(found: list[Piece]) -> list[Piece]:
    """Give "Jr." and the like back to the name before them."""
    merged: list[Piece] = []
    for piece in found:
        if merged and merged[-1].value and _CONTINUES.match(piece.value):
            merged[-1] = merged[-1].through(piece, f"{merged[-1].value}, {piece.value}")
        else:
            merged.append(piece)
    return merged
