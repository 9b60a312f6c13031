"""A drawn quiz → plain text of 80 columns: a paper, or with `key=True` the same paper with its answers below each item."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from quizgen.writers import Material, Writer
from quizgen.writers._paper import Question, drawn_quiz, heading, parts

WIDTH = 80


def write(material: Material) -> bytes:
    """Set `material.quiz` as UTF-8 text, lines of 80 columns at most (longer words stand alone); ends in one line end."""
    title, facts = heading(material)
    out = [*_wrap(title), "=" * min(WIDTH, len(title)), facts, ""]
    for part in parts(material):
        out += [part.title, "-" * len(part.title), part.instruction, ""]
        for question in part.questions:
            out += [*_question(question, key=material.key), ""]
    for line in drawn_quiz(material).credits:
        out += _wrap(line)
    return ("\n".join(out).rstrip("\n") + "\n").encode()


def _question(question: Question, *, key: bool) -> Iterator[str]:
    yield from _wrap(f"{question.stem} ({question.points}) [{question.code}]", f"{question.number}. ")
    for line in question.lines:
        yield from _wrap(line, "   ")
    for head, text in question.foot:
        yield from _wrap(text, f"   {head}: ")
    if not question.lines and not key:
        yield "   Answer: " + "_" * 30


def _wrap(text: str, start: str = "") -> list[str]:
    """Wrap a text, the first line after `start`, the others under the text of the first."""
    indent = " " * min(len(start), 6)
    return textwrap.wrap(text, WIDTH, initial_indent=start, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


WRITER = Writer(".txt", "plain text, for a printer or a mail", write)
