"""A drawn quiz → Markdown (CommonMark), every text of the source escaped; with `key=True` the answers below each item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.writers import Material, Writer
from quizgen.writers._paper import Question, drawn_quiz, heading, parts

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&$])")
_LIST_LIKE = re.compile(r"^(\w{1,9})([.)])|^([-+=:])")


def write(material: Material) -> bytes:
    """Set `material.quiz` as UTF-8 Markdown; ends in one line end."""
    title, facts = heading(material)
    out = [f"# {escape(title)}", "", escape(facts), ""]
    for part in parts(material):
        out += [f"## {escape(part.title)}", "", f"*{escape(part.instruction)}*", ""]
        for question in part.questions:
            out += [*_question(question), ""]
    out += [line for credit in drawn_quiz(material).credits for line in (escape(credit), "")]
    return ("\n".join(out).rstrip("\n") + "\n").encode()


def _question(question: Question) -> Iterator[str]:
    """Set an item under its number, the rest indented to stand inside the list item."""
    start = f"{question.number}. "
    yield f"{start}{escape(question.stem)} ({question.points}, {question.code})"
    indent = " " * len(start)
    if question.lines:
        yield ""
        yield from (f"{indent}- {escape(line)}" for line in question.lines)
    for head, text in question.foot:
        yield ""
        yield f"{indent}**{head}:** {escape(text)}"


def escape(text: str) -> str:
    """Escape a text so that Markdown shows it letter for letter, HTML and list marks too, on one line."""
    return _LIST_LIKE.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", _MARKS.sub(r"\\\1", text.replace("\n", " ")))


WRITER = Writer(".md", "Markdown, for a wiki or a learning platform", write)
