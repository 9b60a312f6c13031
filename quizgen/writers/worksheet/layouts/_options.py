"""Options → rows of boxes, letters and words, in four columns, two or one by their length; three options in one row or one column."""

from __future__ import annotations

from quizgen.formats import Drawn
from quizgen.writers.worksheet.blocks import Row, Stack, columns, grid, text
from quizgen.writers.worksheet.boxes import TickBox
from quizgen.writers.worksheet.layouts import Frame, indices, letter
from quizgen.writers.worksheet.setting import text_width
from quizgen.writers.worksheet.style import BODY, STRONG

LETTER = 14.0  # column of the letters, right of the box


def options(drawn: Drawn, frame: Frame) -> Stack:
    """Set the stem and its options, the right ones ticked on the key."""
    right = indices(drawn) if frame.key else ()
    column = max(LETTER, *(text_width(letter(i), STRONG) + 5 for i in range(len(drawn.options))))
    indent = LETTER + column
    widths = (indent + text_width(option, BODY) for option in drawn.options)
    count, across = columns(widths, frame.measure, (4, 3, 1) if len(drawn.options) == 3 else (4, 2, 1))
    cells = [
        Row(((0, TickBox(i in right)), (LETTER, text(letter(i), column, STRONG)), (indent, text(option, across - indent))))
        for i, option in enumerate(drawn.options)
    ]
    return Stack((text(drawn.item.stem, frame.measure), Stack(grid(cells, count, across), gap=2)), gap=3)


def letters(drawn: Drawn) -> str:
    """Name the right options: "B" or "A, C"."""
    return ", ".join(letter(i) for i in indices(drawn))
