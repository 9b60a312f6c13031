"""Flat text (`= Title =`, `Infobox`, `- Key: value`, `==Section==`, paragraphs, `- item`) → Article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from quizgen.article import Article, Bullet, Field, Heading, Text, sections
from quizgen.diagnostics import Diagnostic, QuizgenError, Span, error
from quizgen.infobox.keys import is_known
from quizgen.readers import Reader

FORM = 'the form is "= Title =", an empty line, "Infobox", then lines such as "- Date: 31 July 2016"'
Lines = list[tuple[int, str]]  # line number from 1, raw text


def read(text: str, file: str, name: str) -> Article:
    """Read an article in flat form.

    Raises QuizgenError with all that is wrong: R100 empty, R101 no title, R102 no infobox, R103 no known key in it.
    """
    raw = [line.removesuffix("\r") for line in text.removeprefix("\ufeff").split("\n")]
    lines = [(number, line) for number, line in enumerate(raw, 1) if line.strip()]
    if not lines:
        raise QuizgenError([error(Span(file), "R100", "the file is empty", FORM)])
    level, heading = _heading(lines[0][1])
    title = _text(file, lines[0][0], lines[0][1], heading) if level == 1 and heading else None
    start = next((i for i, (_, line) in enumerate(lines) if line.strip().casefold() == "infobox"), None)
    box = list(takewhile(_is_item, lines[start + 1 :])) if start is not None else []
    fields = tuple(_field(file, number, line) for number, line in box)
    problems = [] if title else [_untitled(file, *lines[0])]
    problems += _box_problems(file, lines, start, fields)
    if title is None or start is None or problems:
        raise QuizgenError(problems)
    prose = [line for i, line in enumerate(lines) if (i < start and i > 0) or i > start + len(box)]
    return Article(file, name, title, fields, sections(_prose(file, prose)), tuple(raw))


def _untitled(file: str, number: int, line: str) -> Diagnostic:
    return error(Span(file, number, 1, len(line)), "R101", "the first line is no title", 'write "= Title ="')


def _box_problems(file: str, lines: Lines, start: int | None, fields: tuple[Field, ...]) -> list[Diagnostic]:
    if start is None:
        return [error(Span(file, lines[0][0]), "R102", 'no line says "Infobox"', FORM)]
    if any(is_known(field.key) for field in fields):
        return []
    number, line = lines[start]
    hint = 'write at least one line such as "- Date: 31 July 2016" or "- Combatant1: …" under it'
    return [error(Span(file, number, 1, len(line)), "R103", "the infobox has no known key", hint)]


def _is_item(line: tuple[int, str]) -> bool:
    return line[1].lstrip().startswith("-")


def _field(file: str, number: int, line: str) -> Field:
    """Split a line of the infobox at its first colon; a line without one gets an empty key."""
    body = line.lstrip().removeprefix("-").strip()
    key, colon, value = body.partition(":")
    if not colon:
        return Field("", _text(file, number, line, body))
    return Field(key.strip(), _text(file, number, line, value.strip(), after=line.find(":") + 1))


def _text(file: str, number: int, line: str, value: str, after: int = 0) -> Text:
    return Text(value, file, number, line.find(value, after) + 1, line)


def _heading(line: str) -> tuple[int, str]:
    """The level and words of a heading, else (0, "")."""
    stripped = line.strip()
    words = stripped.strip("=")
    left = len(stripped) - len(stripped.lstrip("="))
    right = len(stripped) - len(stripped.rstrip("="))
    return (min(left, right, 6), words.strip()) if left and right and words.strip() else (0, "")


def _prose(file: str, lines: Iterable[tuple[int, str]]) -> Iterator[Heading | Bullet | Text]:
    for number, line in lines:
        level, words = _heading(line)
        if level:
            yield Heading(level, words)
        elif line.lstrip().startswith(("- ", "* ")):
            yield Bullet(_text(file, number, line, line.lstrip()[2:].strip()))
        else:
            yield _text(file, number, line, line.strip())


READER = Reader((".txt",), "an article as plain text, its infobox as “- Key: value” lines", read)
