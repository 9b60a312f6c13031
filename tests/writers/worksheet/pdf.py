"""The bytes of a PDF → what stands on its pages and where."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import pypdf
import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT

LEFT, RIGHT, BOTTOM, TOP = 57.0, 45.0, 10.0, 48.0


@dataclass(frozen=True)
class Mark:
    """Ink: its bounds in points from the lower left corner, and whether it is text."""

    left: float
    bottom: float
    right: float
    top: float
    is_text: bool

    def overlaps(self, other: Mark) -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.top, other.top) - max(self.bottom, other.bottom)
        return across > 0.5 and down > 0.5


def texts(data: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages]


def squeezed(text: str) -> str:
    """Without white space: where lines end is not what these tests ask."""
    return "".join(text.split())


def all_text(data: bytes) -> str:
    return squeezed("".join(texts(data)))


def marks(data: bytes) -> list[list[Mark]]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [[Mark(*o.get_bounds(), o.type == FPDF_PAGEOBJ_TEXT) for o in page.get_objects()] for page in document]
    finally:
        document.close()


def sizes(data: bytes) -> list[tuple[float, float]]:
    return [(float(page.mediabox.width), float(page.mediabox.height)) for page in pypdf.PdfReader(BytesIO(data)).pages]


def assert_sound(data: bytes) -> None:
    """No ink outside the margins, no two texts on each other, no text across the edge of a box."""
    for (width, height), page in zip(sizes(data), marks(data), strict=True):
        for mark in page:
            assert LEFT - 1.5 <= mark.left
            assert mark.right <= width - RIGHT + 1.5
            assert BOTTOM <= mark.bottom
            assert mark.top <= height - TOP + 1.5
        words = [mark for mark in page if mark.is_text and mark.right > mark.left]
        for number, mark in enumerate(words):
            assert not any(mark.overlaps(other) for other in words[number + 1 :])
