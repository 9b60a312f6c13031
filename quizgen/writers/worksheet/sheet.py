"""Material → the bytes of one PDF: the quiz and its other forms, each from a page of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from quizgen.assembly import Quiz
from quizgen.diagnostics import Diagnostic, QuizgenError, Span, fail
from quizgen.formats import Drawn, is_open
from quizgen.wording import counted
from quizgen.writers import Material
from quizgen.writers._print.blocks import Block, Once, Stack, fitted
from quizgen.writers._print.boxes import Noted
from quizgen.writers._print.faults import missing, place, too_tall
from quizgen.writers._print.fonts import MissingGlyph
from quizgen.writers._print.pages import Flow, Page, TooTallError, paginate
from quizgen.writers._print.press import Press
from quizgen.writers._print.print import print_pages
from quizgen.writers._print.style import LEFT, PAPERS, RIGHT, TOP, Type, type_for
from quizgen.writers._print.tags import Element
from quizgen.writers.worksheet.furniture import foot, numbered, section_head, title_block
from quizgen.writers.worksheet.key import credits_flow, disagreements, notes, table
from quizgen.writers.worksheet.key_map import across, by_student, head
from quizgen.writers.worksheet.layouts import Frame
from quizgen.writers.worksheet.passage import Lines
from quizgen.writers.worksheet.sections import Section, sections

NOTED = 4.0  # above what the key says of an item


@dataclass(slots=True)
class _Setter:
    """Sets forms in one measure; what several of them share is set and drawn once."""

    material: Material
    size: tuple[float, float]
    type: Type
    lines: Lines
    bodies: dict[object, Once] = field(default_factory=dict)

    @property
    def measure(self) -> float:
        return self.size[0] - LEFT - RIGHT

    @property
    def capacity(self) -> float:
        return self.size[1] - TOP - self.type.bottom

    def form(self, quiz: Quiz) -> tuple[Page, ...]:
        """Set one form on pages; raises QuizgenError with every item that cannot be set."""
        problems: list[Diagnostic] = []
        flows: list[Flow] = []
        try:
            flows.append(Flow(title_block(self.material, quiz, self.measure, self.type)))
        except MissingGlyph as err:
            problems.append(missing(err, Span(_name(quiz)), "the title", "choose another title"))
        parts = sections(quiz)
        flows += table(parts, self.measure, self.type) if self.material.key else self.lines.flows()
        for part in parts:
            head = section_head(part, self.measure, self.type, self._bank(part))
            flows.append(Flow(head, self.type.section_gap, keep=True, section=part.layout.title))
            for number, drawn in part.items:
                try:
                    flows.append(self._item(number, drawn, part))
                except MissingGlyph as err:
                    hint = "leave the item out, or reword it without this character"
                    problems.append(missing(err, place(drawn), f'item "{drawn.item.code}"', hint))
        if problems:
            raise QuizgenError(problems)
        return self._pages((*flows, *self._tail(quiz)), quiz)

    def map(self, quizzes: Sequence[Quiz]) -> tuple[Page, ...]:
        """Set the map of several forms; of students' forms it is all that the key holds."""
        rows = by_student if quizzes[0].student else across
        flows = [head(self.material, quizzes, self.measure, self.type), *rows(quizzes, self.measure, self.type)]
        return self._pages((*flows, *(self._tail(quizzes[0]) if quizzes[0].student else ())), quizzes[0])

    def _pages(self, flows: Sequence[Flow], quiz: Quiz) -> tuple[Page, ...]:
        try:
            return paginate(flows, self.capacity)
        except TooTallError as err:
            raise _too_tall(err, quiz) from err

    def _tail(self, quiz: Quiz) -> Iterator[Flow]:
        if self.material.key:
            yield from disagreements(self.material, self.measure, self.type)
            yield from credits_flow(self.material, quiz, self.measure, self.type)

    def _bank(self, part: Section) -> tuple[str, ...]:
        if not self.material.printing.word_bank or part.layout.title != "Fill in the blanks":
            return ()
        return tuple(sorted({drawn.item.key[0] for drawn in part.peers}, key=str.casefold))

    def _item(self, number: int, drawn: Drawn, part: Section) -> Flow:
        body = self._body(drawn, part)
        gap = self.type.first_gap if number == part.items[0][0] else self.type.item_gap
        told = len(part.items) > 1 and len({drawn.points for drawn in part.peers}) == 1  # by the section's instruction
        block = numbered(number, drawn.points, body, self.measure, self.type, is_told=told)
        return Flow(block, gap, code=drawn.item.code, number=number, within="L")

    def _body(self, drawn: Drawn, part: Section) -> Once:
        """Set what stands beside an item's number; forms that shuffle its options alike share it."""
        peers = frozenset(peer.item.id for peer in part.peers)  # they say how long lines to write on are
        shown = (drawn.item.id, drawn.options, drawn.premises, drawn.responses, peers)
        if shown not in self.bodies:
            inner = self.measure - self.type.gutter - self.type.points
            head = section_head(part, self.measure, self.type, self._bank(part))
            room = self.capacity - head.height - self.type.first_gap
            frame = Frame(inner, self.material.key, part.peers, self.type, room - NOTED - self.type.small.leading)
            block: Block = part.layout.build(drawn, frame)
            if self.material.key and (noted := self._notes(drawn, inner, room - block.height - NOTED)).height:
                block = Stack((block, noted), gap=NOTED)
            self.bodies[shown] = Once(block, block.height)
        return self.bodies[shown]

    def _notes(self, drawn: Drawn, measure: float, room: float) -> Noted:
        explain = self.material.printing.explain and not is_open(drawn)  # marking notes say it already
        where = self.lines.cite(drawn.item.source)
        return fitted(lambda style: notes(drawn, measure, style, where, explain=explain), self.type.small, room)


def sheet(material: Material) -> bytes:
    """Lay the quiz out and draw it; see `write`."""
    quiz = material.quiz
    if quiz is None:
        raise ValueError("a worksheet needs a drawn quiz")
    size = PAPERS.get(material.paper)
    if not size:
        raise fail(Span(_name(quiz)), "W103", f'no paper is called "{material.paper}"', f"use {' or '.join(PAPERS)}")
    forms = (quiz, *material.others)
    type_ = type_for(material.printing)
    measure = size[0] - LEFT - RIGHT
    setter = _Setter(material, size, type_, Lines(material.passages, measure, type_))
    press = Press(size)
    parts = [(form, form.student or (f"Form {form.form}" if form.form else material.title), setter.form) for form in forms]
    if material.key and len(forms) > 1 and len({frozenset(drawn.item.id for drawn in form.items) for form in forms}) == 1:
        whole = (replace(quiz, form="", student=""), "All forms", lambda _: setter.map(forms))
        parts = [whole] if quiz.student else [whole, *parts]
    for (form, named, _), pages in [(part, part[2](part[0])) for part in parts]:
        if len(parts) > 1:
            press.bookmark(named, size[1])

        def below(page: Page, number: int, form: Quiz = form, total: int = len(pages)) -> None:
            foot(press.pen, page, number, total, material, form, measure, type_)

        print_pages(press, Element("Part") if len(parts) > 1 else press.document, pages, below, level=int(len(parts) > 1))
    kind = "answer key" if material.key else "worksheet"
    return press.bytes(f"{material.title}{_letters(forms)}, {kind}", kind)


def _letters(forms: tuple[Quiz, ...]) -> str:
    if forms[0].student:
        return f", {counted(len(forms), 'form')}"
    letters = [form.form for form in forms if form.form]
    if len(letters) > 3:
        return f", forms {letters[0]} to {letters[-1]}"
    return f", form{'s' * (len(letters) > 1)} {' and '.join(letters)}" if letters else ""


def _name(quiz: Quiz) -> str:
    """Name what a fault of the sheet itself is shown under."""
    return quiz.sources[0] if quiz.sources else "worksheet"


def _too_tall(err: TooTallError, quiz: Quiz) -> QuizgenError:
    drawn = next((d for d in quiz.items if d.item.code == err.flow.code), None)
    return too_tall(err, place(drawn) if drawn else Span(_name(quiz)), f'item "{err.flow.code}"' if drawn else "the title")
