"""The grid, the type sizes and the greys of the page; all lengths in points, greys from 0 (black) to 1."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from quizgen.printing import Printing
from quizgen.writers._print.fonts import LAST, Face, Family, clean, family, glyph_count, width


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: face, size, distance of its baselines, grey, its fonts, and extra space after a letter as a share of the size."""

    face: Face
    size: float
    leading: float
    grey: float = 0.0
    fonts: Family = LAST
    tracking: float = 0.0

    @property
    def baseline(self) -> float:
        """How far the first baseline lies below the top, so that capitals stand in the middle of their line."""
        return self.leading / 2 + CAP * self.size / 2

    def width(self, text: str, face: Face | None = None) -> float:
        """Measure a text on one line."""
        text, face = clean(text) if text.strip() else text, face or self.face
        extra = self.tracking * glyph_count(text, face, self.fonts) if self.tracking else 0.0
        return (width(text, face, self.fonts) + extra) * self.size


@dataclass(frozen=True, slots=True)
class Type:
    """All styles of a page. `unit`: how much larger than usual its boxes and gaps are; `single`: whether options stand in one column."""

    body: Style
    strong: Style
    title: Style
    eyebrow: Style
    head: Style
    column: Style
    instruction: Style
    label: Style
    small: Style
    small_strong: Style
    foot: Style
    codes: Style
    unit: float = 1.0
    single: bool = False

    @property
    def item_gap(self) -> float:
        """Above an item."""
        return 11.0 * self.unit

    @property
    def first_gap(self) -> float:
        """Below a section's head."""
        return 8.0 * self.unit

    @property
    def section_gap(self) -> float:
        """Above a section."""
        return 22.0 * self.unit

    @property
    def gutter(self) -> float:
        """Item numbers hang in it."""
        return max(24.0, self.strong.width("000."))

    @property
    def bottom(self) -> float:
        """The margin below the text, in which the footer stands."""
        return BOTTOM + 2 * (self.foot.leading - 10.0) + 2 * (self.codes.leading - 7.0)

    @property
    def points(self) -> float:
        """The column of points at the right."""
        return max(30.0, self.label.width("[00]") + 8)


CAP = 0.69  # height of capitals, of the size
INK = 0.0
PAPER = 1.0
SOFT = 0.35  # contrast 7.0 : 1 on white
HAIR = 0.55  # rules only, never text
PAPERS = {"A4": (595.276, 841.890), "Letter": (612.0, 792.0)}

LEFT = 57.0  # 20 mm: room for punched holes
RIGHT = 45.0
TOP = 48.0
BOTTOM = 64.0
HANDWRITING = 7.0  # points that a written character takes

USUAL = {  # face, size, leading, grey; in large print: size, leading, none of them grey
    "body": (Face.REGULAR, 10.5, 15.0, INK, 18.0, 25.0),
    "strong": (Face.BOLD, 10.5, 15.0, INK, 18.0, 25.0),
    "title": (Face.BOLD, 20.0, 25.0, INK, 26.0, 32.0),
    "eyebrow": (Face.BOLD, 8.5, 12.0, SOFT, 18.0, 24.0),
    "head": (Face.BOLD, 12.5, 17.0, INK, 21.0, 28.0),
    "column": (Face.BOLD, 9.0, 12.0, INK, 18.0, 24.0),
    "instruction": (Face.ITALIC, 9.5, 13.0, INK, 18.0, 24.0),
    "label": (Face.REGULAR, 9.0, 13.0, INK, 18.0, 24.0),
    "small": (Face.REGULAR, 8.0, 11.0, SOFT, 18.0, 24.0),
    "small_strong": (Face.BOLD, 8.0, 11.0, SOFT, 18.0, 24.0),
    "foot": (Face.REGULAR, 8.0, 10.0, SOFT, 11.0, 14.0),
    "codes": (Face.REGULAR, 5.5, 7.0, SOFT, 8.0, 10.0),
}
FURNITURE = ("foot", "codes")  # the same in every spacing


@lru_cache
def type_for(printing: Printing) -> Type:
    """Give the styles that a teacher chose: large print has 18 points throughout, wide spacing half as much again between lines."""
    fonts = family(printing.fonts)
    styles = {}
    for name, (face, size, leading, grey, large, large_leading) in USUAL.items():
        style = Style(face, large, large_leading, INK, fonts) if printing.large_print else Style(face, size, leading, grey, fonts)
        if printing.wide and name not in FURNITURE:
            style = replace(style, leading=style.size * 1.75 if name == "body" else style.leading * 1.25, tracking=0.06)
        styles[name] = style
    if printing.wide:
        styles["strong"] = replace(styles["strong"], leading=styles["body"].leading)
    unit = (1.5 if printing.large_print else 1.0) * (1.2 if printing.wide else 1.0)
    return Type(**styles, unit=unit, single=printing.large_print)
