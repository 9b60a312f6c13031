"""An open question: ruled lines to write on, in whose place the key has the marking notes."""

from __future__ import annotations

import math

from quizgen.formats import Drawn
from quizgen.items import Format
from quizgen.writers._print.blocks import Block, Down, Row, Stack, Tagged, paragraph
from quizgen.writers._print.boxes import AnswerLine, Noted
from quizgen.writers._print.fonts import settable
from quizgen.writers.worksheet.layouts import Frame, Layout

AIR = 6.0  # above the notes
RULED = 6  # lines to write on; more where the notes need their room


def build(drawn: Drawn, frame: Frame) -> Stack:
    """Set the prompt, and below it the lines or the notes, in the same room."""
    line = AnswerLine(frame.measure, (), frame.type.body)
    small = frame.type.small
    said = (settable(note, small.face, small.fonts) for note in drawn.item.key)
    notes = Noted(Stack(tuple(paragraph(note, frame.measure - 8, small) for note in said), gap=2))
    count = max(RULED, math.ceil((AIR + notes.height) / line.height))
    below: Block = Tagged("P", Stack((line,) * count))
    if frame.key:
        below = Row(((0, Down(AIR, notes)),), least=below.height)
    return Stack((paragraph(drawn.item.stem, frame.measure, frame.type.body), below))


def answer(_drawn: Drawn) -> str:
    """Point to the notes: there is no short answer."""
    return "see the marking notes"


LAYOUT = Layout(
    (Format.OPEN,), "Open questions", "Answer in a few sentences, with reasons.", build, answer, legend="no single right answer"
)
