"""Pages of ink and a tree of roles → the bytes of one PDF/UA-1 file with its title, language and bookmarks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from quizgen.writers._print.pdf import File, dictionary, literal, ref
from quizgen.writers._print.pen import ARTIFACTS, CLOSED, CONTENT, Pen, Token
from quizgen.writers._print.tags import Element, Tree

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part><xmp:CreatorTool>quizgen</xmp:CreatorTool><pdf:Producer>quizgen</pdf:Producer>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline: its words, the page from 0, how far up that page, and how deep it stands from 0."""

    words: str
    page: int
    y: float
    level: int = 0


class Press:
    """Makes one file; pages are drawn with `pen` and put in with `page`."""

    def __init__(self, size: tuple[float, float]) -> None:
        self.size = size
        self.pen = Pen()
        self.document = Element("Document", is_placed=True)
        self.bookmarks: list[Bookmark] = []
        self._contents: list[bytes] = []

    @property
    def page_number(self) -> int:
        """The page that is drawn now, from 0."""
        return len(self._contents)

    def bookmark(self, words: str, y: float, level: int = 0) -> None:
        """Put a place of the page that is drawn now into the outline."""
        self.bookmarks.append(Bookmark(words, self.page_number, y, level))

    def page(self) -> None:
        """End a page."""
        self._contents.append(_content(self.pen.take(), self.document, self.page_number))

    def bytes(self, title: str, subject: str) -> bytes:
        """Write the file."""
        file = File()
        catalogue, root_page, info = file.reserve(), file.reserve(), file.reserve()
        pages = [file.reserve() for _ in self._contents]
        tree = Tree(file, pages).write(self.document)
        fonts = {embedded.name: ref(embedded.write(file)) for embedded in self.pen.fonts.values()}
        resources = file.add(dictionary({"Font": dictionary(fonts)}))
        for number, (page, content) in enumerate(zip(pages, self._contents, strict=True)):
            entries = {
                "Type": "/Page",
                "Parent": ref(root_page),
                "Contents": ref(file.stream(content)),
                "StructParents": number,
                "Tabs": "/S",
            }
            file.plain(dictionary(entries), page)
        box = f"[0 0 {self.size[0]:g} {self.size[1]:g}]"
        kids = f"[{' '.join(map(ref, pages))}]"
        inherited = {"MediaBox": box, "Resources": ref(resources)}
        file.plain(dictionary({"Type": "/Pages", "Kids": kids, "Count": len(pages), **inherited}), root_page)
        file.plain(
            dictionary({"Title": literal(title), "Subject": literal(subject), "Creator": "(quizgen)", "Producer": "(quizgen)"}), info
        )
        described = XMP.format(title=escape(title), subject=escape(subject)).encode()
        entries = {
            "Type": "/Catalog",
            "Pages": ref(root_page),
            "Lang": "(en)",
            "MarkInfo": "<</Marked true>>",
            "StructTreeRoot": ref(tree),
            "ViewerPreferences": "<</DisplayDocTitle true>>",
            "Metadata": ref(file.stream(described, {"Type": "/Metadata", "Subtype": "/XML"}, compress=False)),
        }
        if self.bookmarks:
            entries |= {"Outlines": ref(_outline(file, self.bookmarks, pages)), "PageMode": "/UseOutlines"}
        file.plain(dictionary(entries), catalogue)
        return file.written(catalogue, info)


def _content(tokens: Sequence[Token], document: Element, page: int) -> bytes:
    """Give what is drawn its marks: content under the element that it belongs to, the rest as no content."""
    out: list[str] = []
    stack = [document]
    marked: Element | str = ""
    marks = 0
    for token in tokens:
        if isinstance(token, str):
            if token[0] != "\0":
                out.append(token)
                continue
            wanted = stack[-1] if token == CONTENT else token if token != CLOSED else ""
            if wanted is document:
                raise ValueError("text is drawn that plays no role")
            if wanted is marked or wanted == marked:
                continue
            out += ["EMC"] * bool(marked)
            marked = wanted
            if isinstance(wanted, Element):
                out.append(f"/{wanted.role.partition('/')[0]}<</MCID {marks}>>BDC")
                wanted.kids.append((page, marks))
                marks += 1
            elif wanted:
                out.append(ARTIFACTS[wanted])
        elif token is None:
            stack.pop()
        else:
            stack.append(stack[-1].place(token if isinstance(token, Element) else Element(*token)))
    out += ["EMC"] * bool(marked)
    return "\n".join(out).encode("latin-1")


def _outline(file: File, bookmarks: Sequence[Bookmark], pages: Sequence[int]) -> int:
    """Add the outline; lines of a deeper level stand under the line before them."""
    root = file.reserve()
    numbers = [file.reserve() for _ in bookmarks]
    parents = [max((m for m in range(n) if bookmarks[m].level < mark.level), default=-1) for n, mark in enumerate(bookmarks)]
    children = {parent: [n for n, p in enumerate(parents) if p == parent] for parent in {-1, *range(len(bookmarks))}}
    for n, mark in enumerate(bookmarks):
        siblings = children[parents[n]]
        at = siblings.index(n)
        entries: dict[str, object] = {"Title": literal(mark.words), "Parent": ref(numbers[parents[n]] if parents[n] >= 0 else root)}
        entries["Dest"] = f"[{ref(pages[mark.page])}/XYZ 0 {mark.y:g} null]"
        entries |= {"Prev": ref(numbers[siblings[at - 1]])} if at else {}
        entries |= {"Next": ref(numbers[siblings[at + 1]])} if at + 1 < len(siblings) else {}
        if own := children[n]:
            entries |= {"First": ref(numbers[own[0]]), "Last": ref(numbers[own[-1]]), "Count": -len(own)}
        file.add(dictionary(entries), numbers[n])
    top = children[-1]
    return file.add(dictionary({"First": ref(numbers[top[0]]), "Last": ref(numbers[top[-1]]), "Count": len(top)}), root)
