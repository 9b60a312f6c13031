"""What stands on the key alone: all answers at a glance, notes under each item, where the source disagrees, the credits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.assembly import Quiz
from quizgen.formats import Drawn
from quizgen.model import Quote
from quizgen.wording import cite
from quizgen.writers import Material
from quizgen.writers._print.blocks import Block, Row, Rule, Stack, Tagged, columns, grid, paragraph
from quizgen.writers._print.boxes import Framed, Noted
from quizgen.writers._print.fonts import settable
from quizgen.writers._print.pages import Flow
from quizgen.writers._print.sources import credit_lines
from quizgen.writers._print.style import Style, Type
from quizgen.writers.worksheet.sections import Section

LABELS = 118.0  # column of the section titles in the table
GAP = 14.0
ANSWER_COLUMNS = (8, 6, 4, 3, 2, 1)


def also(drawn: Drawn) -> str:
    """Say what else counts as right."""
    others = [text for text in drawn.item.accepted if text not in drawn.item.key]
    return f"Also accepted: {'; '.join(others)}" if others else ""


def notes(drawn: Drawn, measure: float, small: Style, where: str, *, explain: bool) -> Noted:
    """Set what else is accepted, its lines in the passage, and on request why, with the source."""
    item = drawn.item
    why = settable(f"{item.explanation} Source: {cite(item.source)}".strip(), small.face, small.fonts) if explain else ""
    return Noted(Stack(tuple(paragraph(line, measure - 8, small) for line in (also(drawn), where, why) if line)))


def table(parts: Iterable[Section], measure: float, type_: Type) -> Iterator[Flow]:
    """Give all answers: for each section its title and a grid of numbers and answers, as many columns as their length allows."""
    head = Stack((Rule(measure, 0.8, below=5), paragraph("All answers", measure, type_.head, "H2")))
    yield Flow(head, type_.section_gap, keep=True, section="All answers")
    for part in parts:
        labels = LABELS * type_.unit
        title = paragraph(part.layout.title, labels - GAP, type_.strong, "H3")
        legend = paragraph(part.layout.legend, labels - GAP, type_.small)
        rows = _answers(part, measure - labels, type_)
        beside = Stack((title, legend)) if part.layout.legend else title
        first = Row(((0, beside), (labels, Tagged("L", rows[0]))))
        yield Flow(Stack((Rule(measure, 0.4, below=4), first)), 5.0)
        for row in rows[1:]:
            yield Flow(Row(((labels, row),)), 1.0, within="L")


def _answers(part: Section, measure: float, type_: Type) -> tuple[Row, ...]:
    answers = [(number, part.layout.answer(drawn), also(drawn)) for number, drawn in part.items]
    number_width = type_.strong.width("000") + 5
    allowed = ANSWER_COLUMNS if not any(more for _, _, more in answers) else (2, 1)
    count, across = columns((number_width + type_.body.width(answer) for _, answer, _ in answers), measure, allowed, GAP)
    cells = []
    for number, answer, more in answers:
        said: Block = paragraph(answer, across - number_width, type_.body)
        said = Stack((said, paragraph(more, across - number_width, type_.small))) if more else said
        label = paragraph(str(number), number_width, type_.strong, "Lbl")
        cells.append(Tagged("LI", Row(((0, label), (number_width, Tagged("LBody", said))))))
    return grid(cells, count, across, GAP)


def disagreements(material: Material, measure: float, type_: Type) -> Iterator[Flow]:
    """Give the box on what the source says in two ways, with the places; nothing of it is asked without naming who claims it."""
    found = [contradiction for campaign in material.campaigns for contradiction in campaign.contradictions]
    if not found:
        return
    inner = measure - 20
    lead = "These statements do not agree. None is taken for true: a question names who claims it, or asks why they differ."
    head = Stack((paragraph("Where the source disagrees", inner, type_.strong, "H2"), paragraph(lead, inner, type_.instruction)), gap=2)
    lines: list[Block] = []
    for contradiction in found:
        places = ", ".join(dict.fromkeys(f"line {s.line}" for s in contradiction.sources if isinstance(s, Quote)))
        said = contradiction.text + (f" ({places})" if places else "")
        lines.append(_point(settable(said, type_.body.face, type_.body.fonts), inner, type_.body))
    yield Flow(
        Framed(Stack((head, Tagged("L", Stack(tuple(lines), gap=2))), gap=5), measure, 10), type_.section_gap, section="Disagreements"
    )


def _point(said: str, measure: float, style: Style) -> Tagged:
    return Tagged("LI", Row(((0, paragraph("•", 12, style, "Lbl")), (12, paragraph(said, measure - 12, style, "LBody")))))


def credits_flow(material: Material, quiz: Quiz, measure: float, type_: Type) -> Iterator[Flow]:
    """Give the credits."""
    lines = credit_lines(material, quiz)
    if lines:
        heading = paragraph("Text sources", measure, type_.small_strong, "H2")
        small = type_.small
        said = (paragraph(settable(line, small.face, small.fonts), measure, small) for line in lines)
        yield Flow(Stack((heading, *said)), type_.section_gap, section="Text sources")
