"""An order of battle to fill in: formations with lines under them, and the units to write on these above."""

from __future__ import annotations

import math
from collections.abc import Iterator

from quizgen.formats import Drawn
from quizgen.items import Format
from quizgen.questions import Figure
from quizgen.writers._print.blocks import Block, Stack, Tagged, paragraph
from quizgen.writers._print.boxes import AnswerLine, Framed
from quizgen.writers._print.diagrams import STEP, Branch
from quizgen.writers._print.setting import text_lines
from quizgen.writers._print.style import HANDWRITING
from quizgen.writers.worksheet.layouts import Frame, Layout
from quizgen.writers.worksheet.layouts._pairs import groups, sorted_out

AIR = 9.0  # inside the box of units
ROUND = 30.0  # lines grow by


def build(drawn: Drawn, frame: Frame) -> Stack:
    """Set the instruction, the units, and the tree with a line for each of them."""
    body = frame.type.body
    bank = Framed(paragraph("   ·   ".join(drawn.options), frame.measure - 2 * AIR, body), frame.measure, AIR)
    tree = Tagged("L", Stack(tuple(_formations(drawn, frame)), gap=6))
    return Stack((paragraph(drawn.item.stem, frame.measure, body), bank, tree), gap=8)


def _formations(drawn: Drawn, frame: Frame) -> Iterator[Block]:
    strong = frame.type.strong
    widest = max(max(HANDWRITING * len(unit), strong.width(unit) + 6) for unit in drawn.options)
    length = min(frame.measure - STEP, math.ceil(widest / ROUND) * ROUND)
    for formation in drawn.groups:
        places = groups(drawn)[formation]
        rows: list[Block] = [paragraph(formation, frame.measure, strong)]
        for n, place in enumerate(places):
            filled = text_lines(drawn.options[place], strong, length - 4)
            lines = (AnswerLine(length, line if frame.key else (), strong) for line in filled)
            unit = Tagged("LI", Tagged("LBody", Tagged("P", Stack(tuple(lines)))))
            level = unit.height - frame.type.body.leading / 2
            rows.append(Branch(Tagged("L", unit), (n == len(places) - 1,), level))
        yield Tagged("LI", Tagged("LBody", Stack(tuple(rows))))


LAYOUT = Layout(
    (Format.SORTING,),
    "Order of battle",
    "Write each unit of the box on a line under its formation.",
    build,
    sorted_out,
    figure=Figure.TREE,
)
