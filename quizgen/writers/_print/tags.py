"""What is drawn, under the roles that it plays → the structure tree of a tagged PDF, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from quizgen.writers._print.pdf import File, hexadecimal

SCOPED = {"TH": "/A<</O/Table/Scope/Column>>", "TH/Row": "/A<</O/Table/Scope/Row>>", "L": "/A<</O/List/ListNumbering/Decimal>>"}


@dataclass(slots=True, eq=False)
class Element:
    """A node of the tree: its role (`TH/Row` heads a row), a text in place of a drawing, and its children in reading order.

    A child is another element, or a stretch of a page's marked content: (page, its number on that page).
    """

    role: str
    alt: str = ""
    kids: list[Element | tuple[int, int]] = field(default_factory=list)
    is_placed: bool = False

    def place(self, child: Element) -> Element:
        """Put an element at the end, unless it stands in the tree already."""
        if not child.is_placed:
            child.is_placed = True
            self.kids.append(child)
        return child


class Tree:
    """Writes the tree below a document into a file; every element with content has a number."""

    def __init__(self, file: File, pages: Sequence[str]) -> None:
        self._file, self._pages = file, pages
        self._owners: list[dict[int, str]] = [{} for _ in pages]  # of each page's stretches, by their numbers

    def write(self, document: Element) -> str:
        """Add the tree; give its root."""
        root = self._file.reserve()
        top = self._element(document, root)
        lists = [self._file.add(f"[{' '.join(found[n] for n in range(len(found)))}]") for found in self._owners]
        places = self._file.add(f"<</Nums[{' '.join(f'{page} {place}' for page, place in enumerate(lists))}]>>")
        return self._file.add(f"<</Type/StructTreeRoot/K {top}/ParentTree {places}>>", root)

    def _element(self, element: Element, parent: str) -> str:
        place = self._file.reserve()
        page, kids = -1, []
        for kid in element.kids:
            if isinstance(kid, Element):
                if kid.kids:
                    kids.append(self._element(kid, place))
                continue
            on, mark = kid
            page = on if page < 0 else page
            self._owners[on][mark] = place
            kids.append(f"{mark}" if on == page else f"<</Type/MCR/Pg {self._pages[on]}/MCID {mark}>>")
        role = element.role.partition("/")[0]
        said = kids[0] if len(kids) == 1 and kids[0][0] != "<" else f"[{' '.join(kids)}]"
        where = f"/Pg {self._pages[page]}" if page >= 0 else ""
        alt = f"/Alt{hexadecimal(element.alt)}" if element.alt else ""
        return self._file.add(f"<</S/{role}/P {parent}/K {said}{where}{alt}{SCOPED.get(element.role, '')}>>", place)
