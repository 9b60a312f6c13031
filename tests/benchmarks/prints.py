"""Forms of one sheet, tagged, against the same words through stock platypus, untagged: time and size of the files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from xml.sax.saxutils import escape

from pymupdf_fonts import fontbuffers
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, HRFlowable, KeepTogether, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from quizgen.assembly import Blueprint, Quiz, assemble
from quizgen.formats import Drawn, lines
from quizgen.writers import Material
from quizgen.writers.worksheet import write
from quizgen.writers.worksheet.sections import sections
from tests.asked import asked
from tests.benchmarks.rows import Row, compared

ITEMS, FORMS = 40, 200
FONTS = ("figo", "figbo", "figit")


@cache
def forms() -> tuple[Quiz, ...]:
    """The shuffled forms of the Aleppo sheet."""
    return assemble(asked().items, Blueprint(ITEMS, levels=("core", "useful", "detail")), "bench", FORMS)


def ours(count: int = FORMS) -> bytes:
    """The first forms as one worksheet of ours."""
    quizzes = forms()[:count]
    return write(Material("Aleppo offensive", (asked().campaign,), quiz=quizzes[0], others=tuple(quizzes[1:])))


def stock(count: int = FORMS) -> bytes:
    """The same content with reportlab as its guide shows: paragraphs, tables of boxes and options, lines to write on, a footer."""
    quizzes = forms()[:count]
    for name in FONTS:
        registerFont(TTFont(name, BytesIO(fontbuffers[name]())))
    sizes = {"figo": (10.5, 15), "figbo": (12.5, 17), "figit": (9.5, 13)}
    body, strong, italic = (ParagraphStyle(name, fontName=name, fontSize=size, leading=lead) for name, (size, lead) in sizes.items())
    story: list[Flowable] = []
    for quiz in quizzes:
        story += [
            Paragraph("Aleppo offensive", strong),
            Paragraph(f"{len(quiz.items)} questions, {quiz.points} points, form {quiz.form}", body),
        ]
        story += [Table([["Name", "Class", "Date", f"Score / {quiz.points}"]], style=[("FONT", (0, 0), (-1, -1), "figo", 9)])]
        for section in sections(quiz):
            story += [HRFlowable("100%"), Paragraph(section.layout.title, strong), Paragraph(section.layout.instruction, italic)]
            for number, drawn in section.items:
                story.append(KeepTogether([*_question(number, drawn, body), Spacer(1, 8)]))
        story.append(PageBreak())

    def below(canvas: Canvas, _: object) -> None:
        canvas.setFont("figo", 8)
        canvas.drawString(57, 40, "Form, seed bench")
        canvas.drawString(280, 40, f"Page {canvas.getPageNumber()}")
        canvas.drawString(57, 30, "Items " + " ".join(drawn.item.code for drawn in quizzes[0].items[:10]))

    out = BytesIO()
    SimpleDocTemplate(out, pagesize=A4, pageCompression=1).build(story, onFirstPage=below, onLaterPages=below)
    return out.getvalue()


class Box(Flowable):
    """A box to tick."""

    def wrap(self, *_: float) -> tuple[float, float]:
        return 9, 9

    def draw(self) -> None:
        self.canv.roundRect(0, 0, 9, 9, 1.5)


def _question(number: int, drawn: Drawn, body: ParagraphStyle) -> list[Flowable]:
    said: list[Flowable] = [Paragraph(f"{number}. {escape(drawn.item.stem)} [{drawn.points}]", body)]
    given = lines(drawn)
    if drawn.item.format in ("multiple_choice", "multiple_response", "true_false"):
        cells = [(Box(), Paragraph(escape(line), body)) for line in given or ("True", "False")]
        return [*said, Table([[part for cell in cells[n : n + 2] for part in cell] for n in range(0, len(cells), 2)], hAlign="LEFT")]
    return [*said, *(Paragraph(escape(line), body) for line in given), *([] if given else [HRFlowable("40%", hAlign="LEFT")])]


def rows(texts: Sequence[str]) -> Iterator[Row]:
    """All forms in one file, and one form alone."""
    forms()
    yield compared(f"{FORMS} forms of {ITEMS} items, tagged / stock platypus, untagged", "≤ 0.6", ours, stock, runs=3)
    yield Row(f"{FORMS} forms in one file: size / platypus's", "≤ 2", (len(ours()) / len(stock()),))
    yield Row("one form alone: size / platypus's", "≤ 2", (len(ours(1)) / len(stock(1)),))
