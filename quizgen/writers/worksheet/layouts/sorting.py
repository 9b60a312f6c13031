"""Things to be sorted into groups: a table with a row for each thing and a column of boxes for each group."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.formats import Drawn
from quizgen.items import Format
from quizgen.writers._print.blocks import Block, Row, Rule, Stack, Tagged, centred, paragraph
from quizgen.writers._print.boxes import TickBox
from quizgen.writers._print.style import INK
from quizgen.writers.worksheet.layouts import Frame, Layout
from quizgen.writers.worksheet.layouts._pairs import groups, sorted_out

WIDEST = 110.0  # of a column of boxes
SHARE = 0.6  # of the measure that all columns of boxes may take


def build(drawn: Drawn, frame: Frame) -> Stack:
    """Set the instruction and the table."""
    table = Tagged("Table", Stack(tuple(_table(drawn, frame))))
    return Stack((paragraph(drawn.item.stem, frame.measure, frame.type.body), table), gap=5)


def _table(drawn: Drawn, frame: Frame) -> Iterator[Block]:
    body, column = frame.type.body, frame.type.column
    across = min(WIDEST * frame.type.unit, frame.measure * SHARE / max(1, len(drawn.groups)))
    left = frame.measure - across * len(drawn.groups)
    right = groups(drawn) if frame.key else {}
    heads = ((left + i * across, Tagged("TH", centred(group, across - 6, column))) for i, group in enumerate(drawn.groups))
    yield Tagged("TR", Row(((0, paragraph("To sort", left - 10, column, "TH")), *heads)))
    yield Rule(frame.measure, 0.8, above=2, below=2, grey=INK)
    for number, thing in enumerate(drawn.options):
        boxes = ((i, TickBox(number in right.get(group, ()), body)) for i, group in enumerate(drawn.groups))
        cells = ((left + (i + 0.5) * across - 3 - box.side / 2, Tagged("TD", box)) for i, box in boxes)
        yield Tagged("TR", Row(((0, paragraph(thing, left - 10, body, "TH/Row")), *cells)))
        yield Rule(frame.measure, 0.4, above=2, below=2)


LAYOUT = Layout((Format.SORTING,), "Sorting", "Tick one box in each row.", build, sorted_out)
