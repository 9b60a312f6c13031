"""A text → runs of shaped glyphs in visual order, each in the first font that has its characters; a character that none has is an error.

Fonts come from pinned packages or from a file that the user names, never from a search of the system: the bytes of a page must
not depend on the machine. `firago` has Latin, Vietnamese, Cyrillic, Greek, Arabic, Hebrew, Devanagari, Thai and more; after it
come Noto Sans and its symbols.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache, lru_cache
from itertools import groupby, pairwise
from math import fsum
from pathlib import Path

import uharfbuzz as hb

from quizgen.diagnostics import Span, fail


class Face(StrEnum):
    """A cut of the text face."""

    REGULAR = "regular"
    BOLD = "bold"
    ITALIC = "italic"


Family = tuple[str, ...]  # names of FACES, or paths; the first that has a character sets it
PACKAGED = {  # font → its faces in pymupdf-fonts
    "firago": {Face.REGULAR: "figo", Face.BOLD: "figbo", Face.ITALIC: "figit"},
    "noto": {Face.REGULAR: "notos", Face.BOLD: "notosbo", Face.ITALIC: "notosit"},
    "symbols": dict.fromkeys(Face, "symbol2"),
}
HYPERLEGIBLE = {Face.REGULAR: "Regular", Face.BOLD: "Bold", Face.ITALIC: "Italic"}
NAMED = ("firago", "hyperlegible")  # what --font takes beside files
LAST = ("firago", "noto", "symbols")
JOINERS = "\u200c\u200d"
PLAIN = {"liga": False, "clig": False, "dlig": False}  # a ligature would be kept together by wide spacing, and extracts badly
COMPLEX = re.compile(r"[\u0590-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc]")
RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


class MissingGlyph(Exception):  # noqa: N818 - the writer turns it into a diagnostic
    """No font has this character."""

    def __init__(self, character: str) -> None:
        self.character = character
        super().__init__(character)


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph with the text that it stands for; lengths in thousandths of the size."""

    id: int
    text: str
    advance: float
    across: float = 0.0
    up: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Font:
    """A font with what a PDF says of it; lengths in thousandths of the size."""

    name: str
    data: bytes = field(repr=False)
    face: hb.Face = field(repr=False)
    shaper: hb.Font = field(repr=False)
    covered: hb.Set = field(repr=False)

    @lru_cache(maxsize=1 << 14)  # noqa: B019 - fonts live as long as the program
    def advance(self, glyph: int) -> float:
        """How wide a glyph is by itself."""
        return self.scaled(self.shaper.get_glyph_h_advance(glyph))

    def scaled(self, length: float) -> float:
        """Turn the font's units into thousandths."""
        return round(length * 1000 / int(self.face.upem), 2)

    def table(self, tag: str, form: str, at: int) -> tuple[int, ...]:
        """Read numbers of one of its tables; zeros if it is too short."""
        data = self.face.reference_table(tag).data
        size = struct.calcsize(form)
        return struct.unpack_from(form, data, at) if len(data) >= at + size else (0,) * len(struct.unpack(form, bytes(size)))


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one font from left to right.

    `spoken`: their text, where the glyphs alone would not extract as it reads; `joined`: the text of the run before spans it too.
    """

    font: Font
    glyphs: tuple[Glyph, ...]
    spoken: str = ""
    joined: bool = False

    @property
    def width(self) -> float:
        """At size 1."""
        return fsum(glyph.advance for glyph in self.glyphs) / 1000


@cache
def load(name: str, face: Face) -> Font:
    """Load a face of a packaged font, or the font of a file; QuizgenError W104 for a file that is none that can be embedded."""
    if name in PACKAGED:
        from pymupdf_fonts import fontbuffers

        return _font(fontbuffers[PACKAGED[name][face]]())
    if name == "hyperlegible":
        from fontpkg_atkinson_hyperlegible import ROOT

        return _font(next(Path(ROOT).rglob(f"AtkinsonHyperlegible-{HYPERLEGIBLE[face]}.ttf")).read_bytes())
    return _of_file(name)


@cache
def _of_file(name: str) -> Font:
    hint = f"name a TrueType file (.ttf), or one of {', '.join(NAMED)}"
    try:
        font = _font(Path(name).read_bytes())
    except OSError as err:
        raise fail(Span(name), "W104", f"the font cannot be read: {err.strerror}", hint) from err
    if "glyf" not in font.face.table_tags:
        raise fail(Span(name), "W104", "this is no font with TrueType outlines", hint)
    return font


def _font(data: bytes) -> Font:
    face = hb.Face(data)
    shaper = hb.Font(face)
    name = face.get_name(6) if face.upem and face.glyph_count else ""
    return Font(re.sub(r"[^\w-]", "", name or "Font", flags=re.ASCII), data, face, shaper, face.unicodes)


def family(names: Sequence[str]) -> Family:
    """Complete a list of fonts with those that stand in where they lack a character."""
    return tuple(dict.fromkeys((*names, *LAST)))


@lru_cache(maxsize=1 << 14)
def clean(text: str) -> str:
    """Compose accents, make every white space one space, drop invisible characters such as soft hyphens, but not joiners."""
    kept = (c for c in unicodedata.normalize("NFC", text) if c in JOINERS or unicodedata.category(c) != "Cf")
    return " ".join("".join(kept).split())


@lru_cache(maxsize=1 << 16)
def runs(text: str, face: Face, fonts: Family) -> tuple[Run, ...]:
    """Shape a line's text; raises MissingGlyph for its first character that no font has."""
    if RTL.search(text):
        return tuple(run for said, parts in _visual(text) for run in _stretch(said, parts, face, fonts))
    return tuple(run for word in re.split("( )", text) if word for run in _word(word, face, fonts))


@lru_cache(maxsize=1 << 15)
def _word(word: str, face: Face, fonts: Family) -> tuple[Run, ...]:
    return tuple(_runs(word, face, fonts, 0))


def _runs(text: str, face: Face, fonts: Family, level: int) -> Iterator[Run]:
    """Shape text of one direction; in text from right to left the last run stands first."""
    found = [_shaped(font, "".join(part), level) for (font, _), part in groupby(_clusters(text), lambda c: _key(c, face, fonts))]
    yield from reversed(found) if level % 2 else found


def _clusters(text: str) -> Iterator[str]:
    """Keep marks and joiners with the letter before."""
    cluster = ""
    for character in text:
        if cluster and (character in JOINERS or unicodedata.category(character).startswith("M")):
            cluster += character
        else:
            if cluster:
                yield cluster
            cluster = character
    if cluster:
        yield cluster


def _key(cluster: str, face: Face, fonts: Family) -> tuple[Font, str]:
    return font_of(cluster, face, fonts), unicodedata.name(cluster[0], "").split(" ")[0] if COMPLEX.match(cluster) else ""


@lru_cache(maxsize=1 << 14)
def font_of(cluster: str, face: Face, fonts: Family) -> Font:
    """Give the first font that has all the characters; raises MissingGlyph for the first that none has."""
    needed = [c for c in cluster if c not in JOINERS]
    for name in fonts:
        if all(ord(c) in load(name, face).covered for c in needed):
            return load(name, face)
    lacking = (c for c in needed if not any(ord(c) in load(name, face).covered for name in fonts))
    raise MissingGlyph(next(lacking, cluster[0]))


def _shaped(font: Font, text: str, level: int) -> Run:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if level % 2 else "ltr"
    buffer.cluster_level = hb.BufferClusterLevel.CHARACTERS
    plain = not COMPLEX.search(text)
    hb.shape(font.shaper, buffer, PLAIN if plain else {})
    places = buffer.glyph_positions
    starts = [info.cluster for info in buffer.glyph_infos]
    cuts = [*sorted({*starts}), len(text)]
    ends = dict(pairwise(cuts))
    glyphs = tuple(
        Glyph(info.codepoint, text[info.cluster : ends[info.cluster]], *map(font.scaled, (p.x_advance, p.x_offset, p.y_offset)))
        for info, p in zip(buffer.glyph_infos, places, strict=True)
    )
    return Run(font, glyphs, "" if starts == list(range(len(text))) and not level % 2 else text)


def _stretch(said: str, parts: Iterable[tuple[str, int]], face: Face, fonts: Family) -> Iterator[Run]:
    """Shape parts in visual order, of which one reading is given that spans them all."""
    found = [run for part, level in parts for run in _runs(part, face, fonts, level)]
    yield from (replace(run, spoken=said if n == 0 else "", joined=n > 0) for n, run in enumerate(found)) if said else found


def _visual(text: str) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """Cut a line whose base direction is left to right into stretches, each with its reading if that runs from right to left,
    and with its parts of one direction from left to right (UAX 9).
    """
    from bidi import algorithm as bidi

    storage = bidi.get_empty_storage()
    storage["base_level"], storage["base_dir"] = 0, "L"
    bidi.get_embedding_levels(text, storage)
    bidi.explicit_embed_and_overrides(storage)
    bidi.resolve_weak_types(storage)
    bidi.resolve_neutral_types(storage, debug=False)
    bidi.resolve_implicit_levels(storage, debug=False)
    for turned, stretch in groupby(storage["chars"], lambda c: c["level"] > 0):
        parts = [("".join(c["ch"] for c in part), level) for level, part in groupby(stretch, lambda c: c["level"])]
        yield "".join(part for part, _ in parts) if turned else "", parts[::-1] if turned else parts


@lru_cache(maxsize=1 << 15)
def width(text: str, face: Face, fonts: Family) -> float:
    """Measure a text set at size 1."""
    return fsum(run.width for run in runs(text, face, fonts))


@lru_cache(maxsize=1 << 15)
def glyph_count(text: str, face: Face, fonts: Family) -> int:
    """Count the glyphs that take extra spacing: those of scripts whose letters do not join."""
    return sum(len(run.glyphs) for run in runs(text, face, fonts) if not (run.spoken or run.joined))


def settable(text: str, face: Face, fonts: Family) -> str:
    """Replace every stretch of characters that no font can set by "[…]": for quotations whose place is cited anyway."""
    return "".join("".join(part) if covered else "[…]" for covered, part in groupby(_clusters(clean(text)), lambda c: _has(c, face, fonts)))


def _has(cluster: str, face: Face, fonts: Family) -> bool:
    try:
        font_of(cluster, face, fonts)
    except MissingGlyph:
        return False
    return True
