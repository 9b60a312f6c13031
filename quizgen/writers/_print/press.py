"""Pages of ink and a tree of roles → the bytes of one PDF/UA-1 file with its title, language and bookmarks."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.writers._print.pdf import Bookmark, File
from quizgen.writers._print.pen import ARTIFACTS, CLOSED, CONTENT, Pen, Token
from quizgen.writers._print.tags import Element, Tree


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
        file = File(self.size)
        pages = [file.page(content, number) for number, content in enumerate(self._contents)]
        for embedded in self.pen.fonts.values():
            embedded.write(file)
        return file.written(Tree(file, pages).write(self.document), title, subject, self.bookmarks)


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
