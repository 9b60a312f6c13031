"""What stands on the key alone: a source line under each item, a table of answers at the end, and the credits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.assembly import Drawn
from quizgen.model import By, Campaign, Quote, Source
from quizgen.writers import Material
from quizgen.writers.worksheet.blocks import Noted, Row, Rule, Stack, columns, grid, text
from quizgen.writers.worksheet.fonts import settable
from quizgen.writers.worksheet.furniture import site
from quizgen.writers.worksheet.pages import Flow
from quizgen.writers.worksheet.sections import Section
from quizgen.writers.worksheet.setting import text_width
from quizgen.writers.worksheet.style import BODY, GUTTER, HEAD, INSTRUCTION, SECTION_GAP, SMALL, SMALL_STRONG, STRONG

QUOTE = 160  # characters of a source that are quoted; its line is cited


def notes(drawn: Drawn, measure: float) -> Noted:
    """Set what else is accepted, and the source."""
    item = drawn.item
    accepted = (f"Also accepted: {'; '.join(item.accepted)}",) if item.accepted else ()
    lines = (*accepted, settable(cited(item.source), SMALL.face))
    return Noted(Stack(tuple(text(line, measure - 8, SMALL) for line in lines)))


def cited(source: Source) -> str:
    """Cite a source in one line: file, line and words, or who set it, why and after what."""
    match source:
        case Quote(file, line, quote):
            return f"Source: {file}, line {line}: “{shortened(quote)}”"
        case By(who, why, ref):
            return f"Source: set by {who}" + f": {why}" * bool(why) + f" ({ref})" * bool(ref)


def shortened(quote: str) -> str:
    """Cut a long quotation after a word."""
    return quote if len(quote) <= QUOTE else quote[:QUOTE].rsplit(" ", 1)[0] + " …"


def table(parts: Iterable[Section], measure: float) -> Iterator[Flow]:
    """Give the compact table: for each section a grid of numbers and answers, in as many columns as their length allows."""
    heading = Stack((Rule(measure, 0.8, below=5), text("All answers", measure, HEAD)))
    yield Flow(heading, SECTION_GAP, keep=True)
    for part in parts:
        legend = f"{part.layout.title}: {part.layout.legend}" if part.layout.legend else part.layout.title
        yield Flow(text(legend, measure, INSTRUCTION), 8.0, keep=True)
        answers = [(number, part.layout.answer(drawn)) for number, drawn in part.items]
        count, across = columns((GUTTER + text_width(answer, BODY) for _, answer in answers), measure, (8, 6, 4, 3, 2, 1), gap=10)
        cells = (Row(((0, text(str(number), GUTTER, STRONG)), (GUTTER, text(answer, across - GUTTER)))) for number, answer in answers)
        yield from (Flow(row, 2.0) for row in grid(cells, count, across, gap=10))


def credits_flow(material: Material, measure: float) -> Iterator[Flow]:
    """Give the credits: those of the quiz, else of the pages that its campaigns were read from."""
    lines = (material.quiz.credits if material.quiz else ()) or tuple(credit(c) for c in material.campaigns if c.page)
    if lines:
        heading = text("Text sources", measure, SMALL_STRONG)
        yield Flow(Stack((heading, *(text(settable(line, SMALL.face), measure, SMALL) for line in lines))), SECTION_GAP)


def credit(campaign: Campaign) -> str:
    """Credit the page of a campaign: title, site, revision, address, licence, as far as they are known."""
    page = campaign.page
    if not page:
        return ""
    revision = f"revision {page.revision}" if page.revision else ""
    parts = (f"“{page.title or campaign.title.value}”", site(page), revision, page.url, page.licence)
    return ", ".join(part for part in parts if part)
