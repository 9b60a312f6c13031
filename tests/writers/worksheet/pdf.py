"""The bytes of a PDF → what stands on its pages and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import page as validation
import pikepdf
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


def fonts(data: bytes) -> dict[str, dict[str, object]]:
    """The fonts of a file by name, without the mark of a subset."""
    resources = [page["/Resources"]["/Font"] for page in pypdf.PdfReader(BytesIO(data)).pages]
    found = [font.get_object()["/DescendantFonts"][0].get_object() for table in resources for font in table.values()]
    return {font["/BaseFont"].split("+")[1]: font for font in found}


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


def assert_accessible(data: bytes, folder: Path) -> None:
    """No failed rule of PDF/UA-1, nothing that qpdf complains of."""
    path = folder / "checked.pdf"
    path.write_bytes(data)
    report = validation.validate_pdf(str(path), profile="ua1")
    assert [] == [failure.message for failure in report.failures]
    with pikepdf.open(path) as document:
        assert [] == document.check_pdf_syntax()


def tree(data: bytes) -> Iterator[pypdf.generic.DictionaryObject]:
    """The elements of the structure tree in reading order."""

    def below(node: object) -> Iterator[pypdf.generic.DictionaryObject]:
        node = node.get_object() if isinstance(node, pypdf.generic.PdfObject) else node
        if isinstance(node, pypdf.generic.DictionaryObject) and "/S" in node:
            yield node
            kids = node.get("/K")
            for kid in kids if isinstance(kids, list) else [kids]:
                yield from below(kid)

    yield from below(pypdf.PdfReader(BytesIO(data)).trailer["/Root"]["/StructTreeRoot"]["/K"])


def roles(data: bytes) -> list[str]:
    """Their roles."""
    return [node["/S"].removeprefix("/") for node in tree(data)]


def streams(data: bytes) -> list[str]:
    """The drawing instructions of the pages."""
    return [page["/Contents"].get_data().decode("latin-1") for page in pypdf.PdfReader(BytesIO(data)).pages]


def spoken(data: bytes) -> list[str]:
    """What shapes and shaped runs read as."""
    found = re.findall(r"/ActualText<FEFF([0-9A-F]*)>", "".join(streams(data)))
    return [bytes.fromhex(digits).decode("utf-16-be") for digits in found]


def content(data: bytes) -> str:
    """The text that a reader which honours ActualText gets, without white space: codes through the fonts' own tables."""
    words = {}
    reader = pypdf.PdfReader(BytesIO(data))
    for name, font in reader.pages[0]["/Resources"]["/Font"].items():
        table = font.get_object()["/ToUnicode"].get_object().get_data().decode()
        words[name] = {int(c, 16): bytes.fromhex(t).decode("utf-16-be") for c, t in re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>", table)}
    return "".join("".join(_said(stream, words)) for stream in streams(data)).replace(" ", "")


_INSTRUCTION = re.compile(r"/ActualText<FEFF([0-9A-F]*)>>>BDC|(?<![A-Za-z])(BDC|BMC|EMC)|(/F\d+) \S+ Tf|\(((?:\\.|[^\\)])*)\)", re.DOTALL)


def _said(stream: str, words: dict[str, dict[int, str]]) -> Iterator[str]:
    font, silent, depth = {}, 0, 0
    for actual, mark, name, codes in _INSTRUCTION.findall(stream):
        if actual:
            depth += 1
            silent = silent or depth
            yield bytes.fromhex(actual).decode("utf-16-be")
        elif mark == "EMC":
            silent = 0 if silent == depth else silent
            depth -= 1
        elif mark:
            depth += 1
        elif name:
            font = words[name]
        elif not silent:
            raw = re.sub(r"\\(.)", lambda m: {"r": "\r", "n": "\n"}.get(m[1], m[1]), codes, flags=re.DOTALL)
            yield "".join(font[ord(a) << 8 | ord(b)] for a, b in zip(raw[::2], raw[1::2], strict=True))


def where(data: bytes, number: int, words: str) -> tuple[float, float]:
    """Where a text begins on a page, in points from its lower left corner."""
    document = pypdfium2.PdfDocument(data)
    try:
        text = document[number].get_textpage()
        found = text.search(words).get_next()
        assert found, words
        left, bottom, _, _ = text.get_charbox(found[0])
        return left, bottom
    finally:
        document.close()
