"""Things to be put in order by writing 1, 2, 3 … in the box before each."""

from __future__ import annotations

from quizgen.formats import Drawn
from quizgen.items import Format
from quizgen.writers.worksheet.blocks import Down, Row, Stack, text
from quizgen.writers.worksheet.boxes import Slot
from quizgen.writers.worksheet.layouts import Frame, Layout, indices
from quizgen.writers.worksheet.layouts.matching import LEAD

INDENT = 32.0


def ranks(drawn: Drawn) -> tuple[int, ...]:
    """Give the place of each thing, from 1, as they stand on paper."""
    order = indices(drawn)
    return tuple(order.index(i) + 1 for i in range(len(drawn.options)))


def build(drawn: Drawn, frame: Frame) -> Stack:
    """Set the instruction and the things with their boxes."""
    rows = (
        Row(((0, Slot(str(rank) if frame.key else "")), (INDENT, Down(LEAD, text(thing, frame.measure - INDENT)))))
        for thing, rank in zip(drawn.options, ranks(drawn), strict=True)
    )
    return Stack((text(drawn.item.stem, frame.measure), Stack(tuple(rows), gap=3)), gap=5)


def answer(drawn: Drawn) -> str:
    """Give the numbers from the top box to the bottom one."""
    return ", ".join(map(str, ranks(drawn)))


LAYOUT = Layout(
    (Format.ORDERING,),
    "Putting in order",
    "Number the boxes: 1 for what comes first.",
    build,
    answer,
    legend="from the top box down",
)
