"""Turns what is wrong with an input into messages that point at it: `path:line:column: CODE message` and a hint."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

WINDOW = 76  # columns of a source line shown around the carets
_DRIVING = re.compile("[\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
LONGEST = 400  # characters of a message or a hint, which may quote what is wrong


class Severity(StrEnum):
    """How much a diagnostic weighs: an error stops the command, a warning does not, a note explains."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one line of a file; `line` and `column` count from 1, `length` in characters (0: a point)."""

    file: str
    line: int = 1
    column: int = 1
    length: int = 0


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding about an input: where, what (a stable code and one sentence) and what to type next."""

    severity: Severity
    span: Span
    code: str
    message: str
    hint: str = ""


class QuizgenError(Exception):
    """Input that cannot be used; carries every diagnostic found, errors and others, in source order."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("; ".join(f"{d.code} {d.message}" for d in self.diagnostics))


def error(span: Span, code: str, message: str, hint: str = "") -> Diagnostic:
    """Make an error."""
    return Diagnostic(Severity.ERROR, span, code, clipped(message), clipped(hint))


def warning(span: Span, code: str, message: str, hint: str = "") -> Diagnostic:
    """Make a warning."""
    return Diagnostic(Severity.WARNING, span, code, clipped(message), clipped(hint))


def note(span: Span, code: str, message: str, hint: str = "") -> Diagnostic:
    """Make a note."""
    return Diagnostic(Severity.NOTE, span, code, clipped(message), clipped(hint))


def fail(span: Span, code: str, message: str, hint: str = "") -> QuizgenError:
    """Make the exception for a single error; the caller raises it."""
    return QuizgenError([error(span, code, message, hint)])


def clipped(text: str) -> str:
    """Take out the middle of a long message: what it quotes is long then, and says enough with its beginning."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 100]} … {text[-97:]}"


def visible(text: str) -> str:
    """Replace control and direction-override characters, so that article text cannot drive a terminal."""
    return "".join(" " if c == "\t" else "�" if unicodedata.category(c) in ("Cc", "Cf", "Cs") else c for c in text)


def spelt_out(text: str) -> str:
    """Spell what drives a terminal or turns a line round as JSON and quoted YAML do, so that data can be printed and is kept."""
    return _DRIVING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def render(diagnostic: Diagnostic, lines: Mapping[str, list[str]] | None = None) -> str:
    """Render for a reader: place, code, message, then the source line with carets where it is at hand.

    `lines` maps a file's name, as the span gives it, to its lines without line ends.
    """
    span = diagnostic.span
    out = [f"{visible(span.file)}:{span.line}:{span.column}: {diagnostic.code} {diagnostic.severity}: {visible(diagnostic.message)}"]
    known = (lines or {}).get(span.file, [])
    if 1 <= span.line <= len(known) and span.length:
        start = max(0, span.column - 1 - WINDOW // 2)
        window = visible(known[span.line - 1][start : start + WINDOW])
        carets = "^" * max(1, min(span.length, WINDOW - (span.column - 1 - start)))
        out += [f"  | {window}", f"  | {' ' * (span.column - 1 - start)}{carets}"]
    if diagnostic.hint:
        out.append(f"  = hint: {visible(diagnostic.hint)}")
    return "\n".join(out)
