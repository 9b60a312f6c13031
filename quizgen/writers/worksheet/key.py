"""What stands on the key alone: a source line under each item, a table of answers at the end, and the credits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.assembly import Quiz
from quizgen.formats import Drawn
from quizgen.model import Page
from quizgen.wording import cite
from quizgen.writers import Material
from quizgen.writers.worksheet.blocks import Row, Rule, Stack, columns, grid, text
from quizgen.writers.worksheet.boxes import Noted
from quizgen.writers.worksheet.fonts import settable
from quizgen.writers.worksheet.furniture import site
from quizgen.writers.worksheet.pages import Flow
from quizgen.writers.worksheet.sections import Section
from quizgen.writers.worksheet.setting import text_width
from quizgen.writers.worksheet.style import BODY, GUTTER, HEAD, SECTION_GAP, SMALL, SMALL_STRONG, STRONG

LABELS = 132.0  # column of the section titles in the table
GAP = 16.0


def notes(drawn: Drawn, measure: float) -> Noted:
    """Set what else is accepted, and the source."""
    item = drawn.item
    accepted = (f"Also accepted: {'; '.join(item.accepted)}",) if item.accepted else ()
    lines = (*accepted, settable(f"{item.explanation} Source: {cite(item.source)}".strip(), SMALL.face))
    return Noted(Stack(tuple(text(line, measure - 8, SMALL) for line in lines)))


def table(parts: Iterable[Section], measure: float) -> Iterator[Flow]:
    """Give the compact table: for each section its title and a grid of numbers and answers, as many columns as their length allows."""
    yield Flow(Stack((Rule(measure, 0.8, below=5), text("All answers", measure, HEAD))), SECTION_GAP, keep=True)
    for part in parts:
        first, *rest = _answers(part, measure - LABELS)
        label, legend = text(part.layout.title, LABELS - GAP, STRONG), text(part.layout.legend, LABELS - GAP, SMALL)
        beside = label if rest else Stack((label, legend))
        yield Flow(Stack((Rule(measure, 0.4, below=4), Row(((0, beside), (LABELS, first))))), 5.0)
        for number, row in enumerate(rest):
            yield Flow(Row(((0, legend), (LABELS, row)) if number == 0 else ((LABELS, row),)), 1.0)


def _answers(part: Section, measure: float) -> tuple[Row, ...]:
    answers = [(number, part.layout.answer(drawn)) for number, drawn in part.items]
    count, across = columns((GUTTER + text_width(answer, BODY) for _, answer in answers), measure, (7, 5, 4, 3, 2, 1), GAP)
    cells = (Row(((0, text(str(number), GUTTER, STRONG)), (GUTTER, text(answer, across - GUTTER)))) for number, answer in answers)
    return grid(cells, count, across, GAP)


def credits_flow(material: Material, quiz: Quiz, measure: float) -> Iterator[Flow]:
    """Give the credits: those of the quiz, else of the pages that its campaigns were read from."""
    pages = [(campaign.page, campaign.title.value) for campaign in material.campaigns if campaign.page]
    lines = quiz.credits or tuple(credit(page, title) for page, title in pages)
    if lines:
        heading = text("Text sources", measure, SMALL_STRONG)
        yield Flow(Stack((heading, *(text(settable(line, SMALL.face), measure, SMALL) for line in lines))), SECTION_GAP)


def credit(page: Page, title: str) -> str:
    """Credit a page: title, site, revision, address, licence, as far as they are known."""
    revision = f"revision {page.revision}" if page.revision else ""
    return ", ".join(part for part in (f"“{page.title or title}”", site(page), revision, page.url, page.licence) if part)
