"""Marks on paper: text, rules, boxes and ticks on a reportlab canvas; nothing else draws.

`y` counts up from the foot of the page. Text is set letter for letter: markup in it is printed, not obeyed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.writers.worksheet.fonts import Face, runs, width
from quizgen.writers.worksheet.setting import Line
from quizgen.writers.worksheet.style import HAIR, INK, PAPER, Style

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


class Pen:
    """Draws on one canvas."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas

    def line_of_text(self, line: Line, style: Style, x: float, y: float) -> None:
        """Set one line with its baseline at `y`; a blank gets a rule, its answer stands in its middle."""
        for piece in line:
            text_x = x + piece.x
            if piece.blank:
                self.rule(text_x, y - 2.5, piece.width, 0.7, INK)
                text_x += (piece.width - width(piece.text, piece.face) * style.size) / 2
            self.text(piece.text, piece.face, style.size, text_x, y, style.grey)

    def text(self, text: str, face: Face, size: float, x: float, y: float, grey: float = INK) -> None:
        """Set a string with its baseline at `y`."""
        self._canvas.setFillGray(grey)
        line = self._canvas.beginText(x, y)  # one text object for all fonts, so that a word in two fonts extracts as one
        for run in runs(text, face):
            line.setFont(run.font, size)
            line.textOut(run.text)
        self._canvas.drawText(line)

    def rule(self, x: float, y: float, length: float, weight: float = 0.5, grey: float = HAIR) -> None:
        """Draw a horizontal rule to the right."""
        self._stroke(weight, grey)
        self._canvas.line(x, y, x + length, y)

    def bar(self, x: float, y: float, height: float, weight: float = 1.5, grey: float = HAIR) -> None:
        """Draw a vertical rule downwards."""
        self._stroke(weight, grey)
        self._canvas.line(x, y, x, y - height)

    def box(self, x: float, y: float, across: float, down: float, *, filled: bool = False, radius: float = 1.5) -> None:
        """Draw a box whose top left corner is at (x, y)."""
        self._stroke(0.8, INK)
        self._canvas.setFillGray(INK)
        self._canvas.roundRect(x, y - down, across, down, radius, fill=int(filled))

    def tick(self, x: float, y: float, side: float) -> None:
        """Draw a white tick in a filled box of that side whose top left corner is at (x, y)."""
        self._stroke(1.6, PAPER)
        path = self._canvas.beginPath()
        path.moveTo(x + 0.20 * side, y - 0.52 * side)
        path.lineTo(x + 0.42 * side, y - 0.75 * side)
        path.lineTo(x + 0.80 * side, y - 0.25 * side)
        self._canvas.drawPath(path)

    def _stroke(self, weight: float, grey: float) -> None:
        self._canvas.setLineWidth(weight)
        self._canvas.setStrokeGray(grey)
