"""Objects and pages → the bytes of a PDF 1.7 file: reportlab numbers and writes them, pikepdf adds outline and metadata and packs all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from reportlab.pdfbase import pdfdoc


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline: its words, the page from 0, how far up that page, and how deep it stands from 0."""

    words: str
    page: int
    y: float
    level: int = 0


def hexadecimal(text: str) -> str:
    """Write a text as UTF-16 in hexadecimal digits."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


class _Code(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """An object whose code is written already, or will be before the file is; reportlab's own take 58 times as long."""

    __RefOnly__ = 1

    def __init__(self, code: str = "") -> None:
        self.code = code

    def format(self, _document: object) -> bytes:
        return self.code.encode("latin-1")


class _Page(pdfdoc.PDFPage):  # type: ignore[misc]  # reportlab has no types
    """A page that knows its place in the structure tree."""

    __NoDefault__ = (*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs")


class File:
    """Collects objects; each is known by its reference ("12 0 R")."""

    def __init__(self, size: tuple[float, float]) -> None:
        self._document = pdfdoc.PDFDocument(compression=1, invariant=1, pdfVersion=(1, 7), lang="en")
        self._document.Catalog.Outlines = None
        self._box = pdfdoc.PDFArray([0, 0, *size])
        self._coming: dict[str, _Code] = {}
        fonts = pdfdoc.PDFResourceDictionary()
        fonts.basicFonts()
        self._fonts = self._document.Reference(fonts)

    def _added(self, body: object) -> str:
        self._document.Reference(body)
        return f"{self._document.objectcounter} 0 R"

    def reserve(self) -> str:
        """Refer to an object that comes later."""
        body = _Code()
        place = self._added(body)
        self._coming[place] = body
        return place

    def add(self, code: str, place: str = "") -> str:
        """Add an object whose code is written, at the place that was reserved for it."""
        if not place:
            return self._added(_Code(code))
        self._coming.pop(place).code = code
        return place

    def dictionary(self, entries: Mapping[str, object]) -> str:
        """Add a dictionary; texts among its values are code."""
        return self._added(pdfdoc.PDFDictionary(dict(entries)))

    def stream(self, data: bytes, entries: Mapping[str, object] | None = None) -> str:
        """Add a stream with further entries in its dictionary."""
        return self._added(pdfdoc.PDFStream(pdfdoc.PDFDictionary(dict(entries or {})), data, [pdfdoc.PDFZCompress]))

    def page(self, content: bytes, number: int) -> str:
        """Add a page, numbered from 0."""
        page = _Page()
        page.MediaBox, page.Resources = self._box, self._fonts
        page.Contents = pdfdoc.PDFStream(None, content, [pdfdoc.PDFZCompress])
        page.StructParents, page.Tabs = number, "/S"
        self._document.addPage(page)
        return f"{self._document.objectcounter} 0 R"

    def font(self, name: str, place: str) -> None:
        """Let pages use a font under a name."""
        self._document.idToObject[pdfdoc.BasicFonts][name] = place

    def written(self, tree: str, title: str, subject: str, bookmarks: Sequence[Bookmark]) -> bytes:
        """Write the file with its structure tree; its id is a hash of all that it holds."""
        self._document.info = pdfdoc.PDFDictionary()
        catalogue = self._document.Catalog
        catalogue.MarkInfo, catalogue.StructTreeRoot = _Code("<</Marked true>>"), tree
        catalogue.ViewerPreferences = _Code("<</DisplayDocTitle true>>")
        if bookmarks:
            catalogue.showOutline()
        out = BytesIO()
        with pikepdf.open(BytesIO(self._document.format())) as pdf:
            _outline(pdf, bookmarks)
            with pdf.open_metadata(set_pikepdf_as_editor=False) as told:
                told.update({"dc:title": title, "dc:description": subject, "dc:language": {"en"}, "pdfuaid:part": "1"})
                told.update({"xmp:CreatorTool": "quizgen", "pdf:Producer": "quizgen"})
            mode = pikepdf.ObjectStreamMode.generate
            pdf.save(out, object_stream_mode=mode, deterministic_id=True, fix_metadata_version=False)
        return out.getvalue()


def _outline(pdf: pikepdf.Pdf, bookmarks: Sequence[Bookmark]) -> None:
    """Add the outline; lines of a deeper level stand under the line before them."""
    with pdf.open_outline() as outline:
        open_: list[list[pikepdf.OutlineItem]] = [outline.root]
        for mark in bookmarks:
            item = pikepdf.OutlineItem(mark.words, mark.page, pikepdf.PageLocation.XYZ, left=0, top=round(mark.y, 2))
            item.is_closed = True
            del open_[mark.level + 1 :]
            open_[-1].append(item)
            open_.append(item.children)


def count_pages(data: bytes) -> int:
    """Count the pages of a file."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)
