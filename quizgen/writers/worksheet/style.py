"""The grid, the type sizes and the greys of the worksheet; all lengths in points, greys from 0 (black) to 1."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.writers.worksheet.fonts import Face


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: face, size, distance of its baselines, grey."""

    face: Face
    size: float
    leading: float
    grey: float = 0.0

    @property
    def baseline(self) -> float:
        """How far the first baseline lies below the top, so that capitals stand in the middle of their line."""
        return self.leading / 2 + CAP * self.size / 2


CAP = 0.69  # height of FiraGO's capitals, of the size
INK = 0.0
PAPER = 1.0
SOFT = 0.35  # contrast 7.0 : 1 on white
HAIR = 0.55  # rules only, never text
PAPERS = {"A4": (595.276, 841.890), "Letter": (612.0, 792.0)}

LEFT = 57.0  # 20 mm: room for punched holes
RIGHT = 45.0
TOP = 48.0
BOTTOM = 64.0  # the footer stands in it
GUTTER = 24.0  # item numbers hang in it
POINTS = 30.0  # column of points at the right

BODY = Style(Face.REGULAR, 10.5, 15.0)
STRONG = Style(Face.BOLD, 10.5, 15.0)
TITLE = Style(Face.BOLD, 20.0, 25.0)
EYEBROW = Style(Face.BOLD, 8.5, 12.0, SOFT)
HEAD = Style(Face.BOLD, 12.5, 17.0)
INSTRUCTION = Style(Face.ITALIC, 9.5, 13.0)
LABEL = Style(Face.REGULAR, 9.0, 13.0)
SMALL = Style(Face.REGULAR, 8.0, 11.0, SOFT)
SMALL_STRONG = Style(Face.BOLD, 8.0, 11.0, SOFT)
FOOT = Style(Face.REGULAR, 8.0, 10.0, SOFT)
CODES = Style(Face.REGULAR, 5.5, 7.0, SOFT)

ITEM_GAP = 11.0
FIRST_GAP = 8.0  # below a section head
SECTION_GAP = 22.0
HANDWRITING = 7.0  # points that a written character takes
