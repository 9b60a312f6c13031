"""A timeline to fill in: days along a drawn axis, each with a box for the letter of its event, and all events below."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.formats import Drawn
from quizgen.items import Format
from quizgen.questions import Figure
from quizgen.writers._print.blocks import Block, Down, Row, Stack, Tagged, columns, grid, paragraph, right, text
from quizgen.writers._print.boxes import Framed, Slot
from quizgen.writers._print.diagrams import AXIS, Axis
from quizgen.writers.worksheet.layouts import Frame, Layout, letter
from quizgen.writers.worksheet.layouts._pairs import matched, pairs

AIR = 10.0  # inside the box of events
BETWEEN = 7.0  # days
BESIDE = 10.0  # the axis, and the letter


def build(drawn: Drawn, frame: Frame) -> Stack:
    """Set the instruction, the axis and the events; paper leaves room for each beside its day, if the page has it, which the key fills."""
    spacious = _built(drawn, frame, is_told=True)
    return spacious if spacious.height <= frame.room else _built(drawn, frame, is_told=False)


def _built(drawn: Drawn, frame: Frame, *, is_told: bool) -> Stack:
    axis = Tagged("L", Stack(tuple(_days(drawn, frame, is_told=is_told))))
    return Stack((paragraph(drawn.item.stem, frame.measure, frame.type.body), axis, _bank(drawn, frame)), gap=8)


def _days(drawn: Drawn, frame: Frame, *, is_told: bool) -> Iterator[Block]:
    type_, told = frame.type, pairs(drawn)
    column = min(frame.measure / 3, max(type_.strong.width(day) for day in drawn.premises) + 6)
    at = column + AXIS + BESIDE
    for i, day in enumerate(drawn.premises):
        slot = Slot(letter(told[i]) if frame.key else "", type_.strong)
        beside = at + slot.across + BESIDE
        said = Down(slot.lead, text(drawn.responses[told[i]], frame.measure - beside, type_.body))
        height = max(slot.height, said.height * is_told) + BETWEEN
        label = Tagged("Lbl", Down(slot.lead, right(day, column, type_.strong)))
        filled = Tagged("LBody", Row(((0, slot), *(((slot.across + BESIDE, said),) if frame.key and is_told else ())), least=height))
        axis = Axis(height, slot.lead + type_.strong.leading / 2)
        yield Tagged("LI", Row(((0, label), (column + AXIS / 2, axis), (at, filled)), least=height))


def _bank(drawn: Drawn, frame: Frame) -> Framed:
    body, strong = frame.type.body, frame.type.strong
    inner, mark = frame.measure - 2 * AIR, strong.width("MM") + 4
    count, across = columns((mark + body.width(event) for event in drawn.responses), inner, (2, 1))
    cells = []
    for i, event in enumerate(drawn.responses):
        named = paragraph(letter(i), mark, strong, "Lbl")
        cells.append(Tagged("LI", Row(((0, named), (mark, paragraph(event, across - mark, body, "LBody"))))))
    return Framed(Tagged("L", Stack(grid(cells, count, across), gap=2)), frame.measure, AIR)


LAYOUT = Layout(
    (Format.MATCHING,),
    "Timeline",
    "Write the letter of each event in the box beside its day. Letters may be left over.",
    build,
    matched,
    figure=Figure.TIMELINE,
)
