"""An open question: ruled lines to write on, in whose place the key has the marking notes."""

from __future__ import annotations

import math

from quizgen.formats import Drawn
from quizgen.items import Format
from quizgen.writers._print.blocks import Block, Down, Row, Stack, Tagged, fitted, paragraph
from quizgen.writers._print.boxes import AnswerLine, Noted
from quizgen.writers._print.fonts import settable
from quizgen.writers._print.style import Style
from quizgen.writers.worksheet.layouts import Frame, Layout

AIR = 6.0  # above the notes
RULED = 6  # lines to write on; more where the notes need their room, fewer where a page has no room for so many


def build(drawn: Drawn, frame: Frame) -> Stack:
    """Set the prompt, and below it the lines or the notes, in the same room; both stand on one page."""
    line = AnswerLine(frame.measure, (), frame.type.body)
    stem = paragraph(drawn.item.stem, frame.measure, frame.type.body)
    most = math.inf if math.isinf(frame.room) else max(1, int((frame.room - stem.height) / line.height))
    notes = _notes(drawn, frame, most * line.height - AIR)
    count = int(min(most, max(RULED, math.ceil((AIR + notes.height) / line.height))))
    below: Block = Tagged("P", Stack((line,) * count))
    if frame.key:
        below = Row(((0, Down(AIR, notes)),), least=below.height)
    return Stack((stem, below))


def _notes(drawn: Drawn, frame: Frame, room: float) -> Noted:
    """Set the marking notes; in large print smaller where they must be, as a teacher reads them."""

    def build(style: Style) -> Noted:
        said = (paragraph(settable(note, style.face, style.fonts), frame.measure - 8, style) for note in drawn.item.key)
        return Noted(Stack(tuple(said), gap=2))

    return fitted(build, frame.type.small, room)


def answer(_drawn: Drawn) -> str:
    """Point to the notes: there is no short answer."""
    return "see the marking notes"


LAYOUT = Layout(
    (Format.OPEN,), "Open questions", "Answer in a few sentences, with reasons.", build, answer, legend="no single right answer"
)
