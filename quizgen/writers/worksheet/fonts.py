"""A text → runs, each in the first font of its face that has its characters; a character that no font has is an error."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from io import BytesIO
from itertools import groupby

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont


class Face(StrEnum):
    """A cut of the text face."""

    REGULAR = "regular"
    BOLD = "bold"
    ITALIC = "italic"


CHAINS = {Face.REGULAR: ("figo", "notos"), Face.BOLD: ("figbo", "notosbo"), Face.ITALIC: ("figit", "notosit")}  # FiraGO, then Noto Sans
SHAPED = ("DEVANAGARI", "THAI")  # FiraGO draws these, but they come out wrong unless they are shaped


class MissingGlyph(Exception):  # noqa: N818 - the writer turns it into a diagnostic
    """No font has this character."""

    def __init__(self, character: str) -> None:
        self.character = character
        super().__init__(character)


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one registered font."""

    font: str
    text: str


@cache
def load(name: str) -> TTFont:
    """Load and register a font of the pymupdf-fonts package by its short name."""
    from pymupdf_fonts import fontbuffers

    font = TTFont(name, BytesIO(fontbuffers[name]()))
    registerFont(font)
    return font


def clean(text: str) -> str:
    """Compose accents, make every white space one space, drop invisible format characters such as soft hyphens."""
    return " ".join("".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Cf").split())


@lru_cache(maxsize=1 << 15)
def runs(text: str, face: Face) -> tuple[Run, ...]:
    """Cut a text into runs; raises MissingGlyph for its first character that no font of the face can set."""
    return tuple(Run(font, "".join(part)) for font, part in groupby(text, lambda c: font_of(c, face)))


def font_of(character: str, face: Face) -> str:
    """Name the first font of a face that sets the character; raises MissingGlyph."""
    found = _font_of(character, face)
    if not found:
        raise MissingGlyph(character)
    return found


@cache
def _font_of(character: str, face: Face) -> str:
    if unicodedata.bidirectional(character) in ("R", "AL") or unicodedata.name(character, "").startswith(SHAPED):
        return ""
    return next((name for name in CHAINS[face] if load(name).face.charToGlyph.get(ord(character))), "")


@lru_cache(maxsize=1 << 15)
def width(text: str, face: Face) -> float:
    """Measure a text set at size 1."""
    return sum(load(run.font).stringWidth(run.text, 1) for run in runs(text, face))


def settable(text: str, face: Face) -> str:
    """Replace every stretch of characters that no font can set by "[…]": for quotations whose place is cited anyway."""
    return "".join(_settable(clean(text), face))


def _settable(text: str, face: Face) -> Iterator[str]:
    for covered, part in groupby(text, lambda c: bool(_font_of(c, face))):
        yield "".join(part) if covered else "[…]"
