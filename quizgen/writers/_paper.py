"""A drawn quiz → its parts in reading order, as texts that the plain writers set: shared by text and Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.assembly import Quiz, sections
from quizgen.diagnostics import visible
from quizgen.formats import Drawn, answer_text, lines
from quizgen.wording import cite, counted
from quizgen.writers import Material


@dataclass(frozen=True, slots=True)
class Question:
    """One numbered item: `foot` is its answer, reason and source on a key, empty on a paper."""

    number: int
    stem: str
    points: str
    code: str
    lines: tuple[str, ...]
    foot: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One section: its heading, its instruction, its questions."""

    title: str
    instruction: str
    questions: tuple[Question, ...]


def drawn_quiz(material: Material) -> Quiz:
    """Give the material's quiz; ValueError, a bug of the caller, if it has none."""
    if material.quiz is None:
        raise ValueError("the material holds no drawn quiz")
    return material.quiz


def heading(material: Material) -> tuple[str, str]:
    """Give the title line, and the line below it: form, number of questions, points, seed."""
    quiz = drawn_quiz(material)
    facts = (
        f"Form {quiz.form}" * bool(quiz.form),
        "Key" * material.key,
        counted(len(quiz.items), "question"),
        counted(quiz.points, "point"),
    )
    return visible(material.title), ", ".join((*filter(None, facts), f"seed {visible(quiz.seed)}"))


def parts(material: Material) -> Iterator[Part]:
    """Give the sections of the quiz, every text fit to be shown."""
    for section in sections(drawn_quiz(material)):
        questions = tuple(_question(number, drawn, key=material.key) for number, drawn in section.items)
        yield Part(section.title, section.instruction, questions)


def _question(number: int, drawn: Drawn, *, key: bool) -> Question:
    item = drawn.item
    also = "; ".join(text for text in item.accepted if text not in item.key)
    said = (("Answer", answer_text(drawn)), ("Also right", also), ("Why", item.explanation), ("Source", cite(item.source)))
    foot = said if key else ()
    shown = tuple((head, visible(text)) for head, text in foot if text)
    points = counted(drawn.points, "point")
    return Question(number, visible(item.stem), points, item.code, tuple(map(visible, lines(drawn))), shown)
