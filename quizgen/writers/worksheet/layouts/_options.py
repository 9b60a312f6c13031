"""Options → rows of boxes, letters and words, in four columns, two or one by their length; three options in one row or one column."""

from __future__ import annotations

from quizgen.formats import Drawn
from quizgen.writers._print.blocks import Row, Stack, Tagged, columns, grid, paragraph, text
from quizgen.writers._print.boxes import TickBox
from quizgen.writers.worksheet.layouts import Frame, indices, letter


def options(drawn: Drawn, frame: Frame) -> Stack:
    """Set the stem and its options, the right ones ticked on the key."""
    body, strong = frame.type.body, frame.type.strong
    right = indices(drawn) if frame.key else ()
    box = body.size * 1.33
    column = max(box, *(strong.width(letter(i)) + 5 for i in range(len(drawn.options))))
    indent = box + column
    widths = (indent + body.width(option) for option in drawn.options)
    allowed = (1,) if frame.type.single else (4, 3, 1) if len(drawn.options) == 3 else (4, 2, 1)
    count, across = columns(widths, frame.measure, allowed)
    cells = (
        Tagged("LI", Row(((0, Tagged("Lbl", Row(((0, TickBox(i in right, body)), (box, text(letter(i), column, strong)))))),
                          (indent, paragraph(option, across - indent, body, "LBody")))))
        for i, option in enumerate(drawn.options)
    )  # fmt: skip
    return Stack((paragraph(drawn.item.stem, frame.measure, body), Tagged("L", Stack(grid(cells, count, across), gap=2))), gap=3)


def letters(drawn: Drawn) -> str:
    """Name the right options: "B" or "A, C"."""
    return ", ".join(letter(i) for i in indices(drawn))
