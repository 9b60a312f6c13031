"""Material → the bytes of one PDF: the quiz and its other forms, each from a page of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from quizgen.assembly import Quiz
from quizgen.diagnostics import Diagnostic, QuizgenError, Span, error, fail
from quizgen.formats import Drawn
from quizgen.model import Quote
from quizgen.writers import Material
from quizgen.writers.worksheet.blocks import Block, Stack
from quizgen.writers.worksheet.fonts import Face, MissingGlyph, font_of
from quizgen.writers.worksheet.furniture import foot, numbered, section_head, title_block
from quizgen.writers.worksheet.key import credits_flow, notes, table
from quizgen.writers.worksheet.layouts import Frame
from quizgen.writers.worksheet.pages import Flow, Page, TooTallError, paginate
from quizgen.writers.worksheet.pen import Pen
from quizgen.writers.worksheet.sections import Section, sections
from quizgen.writers.worksheet.style import BOTTOM, FIRST_GAP, GUTTER, ITEM_GAP, LEFT, PAPERS, POINTS, RIGHT, SECTION_GAP, TOP

Size = tuple[float, float]
Form = tuple[Quiz, tuple[Page, ...]]


def sheet(material: Material) -> bytes:
    """Lay the quiz out and draw it; see `write`."""
    quiz = material.quiz
    if quiz is None:
        raise ValueError("a worksheet needs a drawn quiz")
    size = PAPERS.get(material.paper)
    if not size:
        raise fail(Span(_name(quiz)), "W103", f'no paper is called "{material.paper}"', f"use {' or '.join(PAPERS)}")
    return _drawn([_form(material, form, size) for form in (quiz, *material.others)], material, size)


def _form(material: Material, quiz: Quiz, size: Size) -> Form:
    try:
        return quiz, paginate(_flows(material, quiz, size[0] - LEFT - RIGHT), size[1] - TOP - BOTTOM)
    except TooTallError as err:
        raise _too_tall(err, quiz) from err


def _flows(material: Material, quiz: Quiz, measure: float) -> tuple[Flow, ...]:
    """Give everything that stands on the pages in order; raises QuizgenError with every item that cannot be set."""
    problems: list[Diagnostic] = []
    flows: list[Flow] = []
    try:
        flows.append(Flow(title_block(material, quiz, measure)))
    except MissingGlyph as err:
        problems.append(_missing(err, Span(_name(quiz)), "the title", "choose another title"))
    parts = sections(quiz)
    for part in parts:
        flows.append(Flow(section_head(part, measure), SECTION_GAP, keep=True))
        for number, drawn in part.items:
            try:
                flows.append(_item(number, drawn, part, material, measure))
            except MissingGlyph as err:
                problems.append(
                    _missing(err, _span(drawn), f'item "{drawn.item.code}"', "leave the item out, or reword it without this character")
                )
    if problems:
        raise QuizgenError(problems)
    return (*flows, *(_key(material, quiz, parts, measure) if material.key else ()))


def _item(number: int, drawn: Drawn, part: Section, material: Material, measure: float) -> Flow:
    inner = measure - GUTTER - POINTS
    body: Block = part.layout.build(drawn, Frame(inner, material.key, part.peers))
    if material.key:
        body = Stack((body, notes(drawn, inner)), gap=4)
    gap = FIRST_GAP if number == part.items[0][0] else ITEM_GAP
    return Flow(numbered(number, drawn.points, body, measure), gap, code=drawn.item.code, number=number)


def _key(material: Material, quiz: Quiz, parts: tuple[Section, ...], measure: float) -> Iterator[Flow]:
    yield from table(parts, measure)
    yield from credits_flow(material, quiz, measure)


def _drawn(forms: Sequence[Form], material: Material, size: Size) -> bytes:
    """Draw the forms one after the other, each with page numbers of its own, for they are handed out apart."""
    buffer = BytesIO()
    first_font = font_of(" ", Face.REGULAR)  # else every page refers to Helvetica, which is not embedded
    canvas = Canvas(buffer, pagesize=size, pageCompression=1, invariant=1, lang="en", initialFontName=first_font)  # type: ignore[arg-type]  # stub: float
    kind = "answer key" if material.key else "worksheet"
    letters = [quiz.form for quiz, _ in forms if quiz.form]
    named = f", form{'s' * (len(letters) > 1)} {' and '.join(letters)}" if letters else ""
    canvas.setTitle(f"{material.title}{named}, {kind}")
    canvas.setSubject(kind)
    canvas.setAuthor("quizgen")
    canvas.setCreator("quizgen")
    pen = Pen(canvas)
    for quiz, pages in forms:
        for number, page in enumerate(pages, 1):
            for down, flow in page.placed:
                flow.block.draw(pen, LEFT, size[1] - TOP - down)
            foot(pen, page, number, len(pages), material, quiz, size[0] - LEFT - RIGHT)
            canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _name(quiz: Quiz) -> str:
    """Name what a fault of the sheet itself is shown under."""
    return quiz.sources[0] if quiz.sources else "worksheet"


def _span(drawn: Drawn) -> Span:
    source = drawn.item.source
    return Span(source.file, source.line) if isinstance(source, Quote) else Span(drawn.item.campaign)


def _missing(err: MissingGlyph, span: Span, where: str, hint: str) -> Diagnostic:
    return error(span, "W101", f'no font can set "{err.character}" (U+{ord(err.character):04X}) of {where}', hint)


def _too_tall(err: TooTallError, quiz: Quiz) -> QuizgenError:
    drawn = next((d for d in quiz.items if d.item.code == err.flow.code), None)
    where = f'item "{err.flow.code}"' if drawn else "the title"
    message = f"{where} takes {err.height:.0f} points of height, a page has {err.capacity:.0f}"
    return fail(_span(drawn) if drawn else Span(_name(quiz)), "W102", message, "shorten it, or leave it out")
