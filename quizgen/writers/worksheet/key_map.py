"""Several forms of a quiz → one table for the teacher: where each item stands in each form, and its answer there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.assembly import Quiz
from quizgen.formats import Drawn
from quizgen.wording import counted
from quizgen.writers import Material
from quizgen.writers._print.blocks import Block, Down, Row, Rule, Stack, Tagged, Text, paragraph
from quizgen.writers._print.pages import Flow
from quizgen.writers._print.setting import Atom, lines, words
from quizgen.writers._print.style import INK, Type
from quizgen.writers.worksheet.layouts import layout_of
from quizgen.writers.worksheet.sections import sections

ANSWER = 0.3  # of the measure
AIR = 8.0
COLUMN = 48.0  # of a form, at the least


def head(material: Material, quizzes: Sequence[Quiz], measure: float, type_: Type) -> Flow:
    """Set the title of a key to several forms."""
    extent = f"{counted(len(quizzes), 'form')}, {counted(len(quizzes[0].items), 'question')}, {counted(quizzes[0].points, 'point')}"
    lines = (paragraph("Key to all forms", measure, type_.eyebrow), paragraph(material.title, measure, type_.title, "H1"))
    return Flow(Stack((*lines, paragraph(extent, measure, type_.label)), gap=1))


def across(quizzes: Sequence[Quiz], measure: float, type_: Type) -> Iterator[Flow]:
    """Give the map: a row for each item in the order of the first form, a column for each form, as many as fit beside each other."""
    places = [{drawn.item.id: (number, drawn) for number, drawn in enumerate(quiz.items, 1)} for quiz in quizzes]
    code = type_.label.width("Q-000000") + AIR
    answer = measure * ANSWER
    wide = max([COLUMN * type_.unit, *(type_.body.width(_cell(*where)) + AIR for form in places for where in form.values())])
    wide = min(wide, measure - code - answer)
    count = max(1, int((measure - code - answer) / wide))
    for start in range(0, len(quizzes), count):
        part = slice(start, start + count)
        named = ["Item", "Answer", *(f"Form {quiz.form}" for quiz in quizzes[part])]
        starts = [0.0, code, *(code + answer + n * wide for n in range(count))]
        widths = [code, answer, *([wide] * count)]
        title = paragraph("Where each item stands", measure, type_.head, "H2")
        cells = [Tagged("TH", paragraph(words, w - AIR, type_.column, "P")) for words, w in zip(named, widths, strict=False)]
        yield Flow(title, type_.section_gap, keep=True, section="Where each item stands")
        yield Flow(_row(starts, cells, measure, 0.8), 4.0, keep=True, within="Table")
        for drawn in quizzes[0].items:
            said = [_cell(*form[drawn.item.id]) for form in places[part]]
            coded = Down(type_.body.baseline - type_.label.baseline, paragraph(drawn.item.code, code, type_.label, "TH/Row"))
            texts = (coded, paragraph(_answer(drawn), answer - AIR, type_.body, "TD"))
            forms = (paragraph(cell, wide - AIR / 2, type_.body, "TD") for cell in said)
            yield Flow(_row(starts, [*texts, *forms], measure, 0.4), 0.0, within="Table")


def _row(starts: Sequence[float], cells: Sequence[Block], measure: float, weight: float) -> Stack:
    row = Tagged("TR", Row(tuple(zip(starts, cells, strict=False))))
    return Stack((row, Rule(measure, weight, above=2, below=2, **({"grey": INK} if weight > 0.5 else {}))))


def _answer(drawn: Drawn) -> str:
    """Say the answer in words, as far as it is the same in every form."""
    item = drawn.item
    return "; ".join(item.key) or "; ".join(f"{left}: {right}" for left, right in item.pairs)


def _cell(number: int, drawn: Drawn) -> str:
    """Give the item's number in a form, and the letters or numbers that answer it there."""
    answer = layout_of(drawn).answer(drawn)
    alone = answer == str(drawn.answer) or drawn.groups
    return f"{number}" if alone else f"{number}{':' * (len(answer) > 2)} {answer}"


def by_student(quizzes: Sequence[Quiz], measure: float, type_: Type) -> Iterator[Flow]:
    """Give each student's answers in the order of the student's own form."""
    for quiz in quizzes:
        title = Row(((0, paragraph(quiz.student, measure - 80, type_.strong, "H2")),
                     (measure - 80, paragraph(f"Form {quiz.form}", 80, type_.label))))  # fmt: skip
        atoms = [
            atom for part in sections(quiz) for number, drawn in part.items for atom in _answered(number, part.layout.answer(drawn), type_)
        ]
        said = Tagged("P", Text(lines(atoms, type_.body, measure), type_.body))
        yield Flow(Stack((Rule(measure, 0.4, below=4), title, said), gap=1), type_.first_gap, section=f"{quiz.student}, form {quiz.form}")


def _answered(number: int, answer: str, type_: Type) -> Iterator[Atom]:
    """Set a number in bold and its answer, both on one line where that can be."""
    yield from words(str(number), type_.strong)
    yield from words(f"{answer} ·", type_.body)
