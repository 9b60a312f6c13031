"""Things to be put in order by writing 1, 2, 3 … in the box before each."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.formats import Drawn
from quizgen.items import Format
from quizgen.writers._print.blocks import Block, Down, Row, Stack, Tagged, paragraph, text
from quizgen.writers._print.boxes import Slot
from quizgen.writers.worksheet.layouts import Frame, Layout, indices


def ranks(drawn: Drawn) -> tuple[int, ...]:
    """Give the place of each thing, from 1, as they stand on paper."""
    order = indices(drawn)
    return tuple(order.index(i) + 1 for i in range(len(drawn.options)))


def build(drawn: Drawn, frame: Frame) -> Stack:
    """Set the instruction and the things with their boxes."""
    body = frame.type.body
    return Stack((paragraph(drawn.item.stem, frame.measure, body), Tagged("L", Stack(tuple(_things(drawn, frame)), gap=3))), gap=5)


def _things(drawn: Drawn, frame: Frame) -> Iterator[Block]:
    for thing, rank in zip(drawn.options, ranks(drawn), strict=True):
        slot = Slot(str(rank) if frame.key else "", frame.type.strong)
        indent = slot.across + 10
        said = Down(slot.lead, text(thing, frame.measure - indent, frame.type.body))
        yield Tagged("LI", Row(((0, Tagged("Lbl", slot)), (indent, Tagged("LBody", said)))))


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
