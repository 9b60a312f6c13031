"""What is drawn, under the roles that it plays → the structure tree of a tagged PDF, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quizgen.writers._print.pdf import File, dictionary, literal, ref

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


def write_tree(file: File, document: Element, pages: Sequence[int]) -> tuple[int, dict[tuple[int, int], int]]:
    """Add the tree to a file; give the number of its root, and which element each stretch of a page belongs to."""
    root = file.reserve()
    numbers: dict[int, int] = {}
    owners: dict[tuple[int, int], int] = {}
    elements = [element for element in _all(document) if element.kids]
    for element in elements:
        numbers[id(element)] = file.reserve()
    parents = {id(kid): number for e in elements for number in [numbers[id(e)]] for kid in e.kids if isinstance(kid, Element)}
    for element in elements:
        number = numbers[id(element)]
        owners |= {kid: number for kid in element.kids if isinstance(kid, tuple)}
        file.add(_written(element, parents.get(id(element), root), numbers, pages), number)
    tree = _parent_tree(file, owners, len(pages))
    file.add(dictionary({"Type": "/StructTreeRoot", "K": ref(numbers[id(document)]), "ParentTree": ref(tree)}), root)
    return root, owners


def _all(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _all(kid)


def _written(element: Element, parent: int, numbers: dict[int, int], pages: Sequence[int]) -> str:
    page = next((kid[0] for kid in element.kids if isinstance(kid, tuple)), None)
    kids = " ".join(_kid(kid, page, numbers, pages) for kid in element.kids if isinstance(kid, tuple) or id(kid) in numbers)
    text = f"<</S/{element.role.split('/')[0]}/P {ref(parent)}/K "
    text += f"[{kids}]" if len(element.kids) > 1 else kids if kids.isdigit() or kids.endswith("R") else f"[{kids}]"
    text += f"/Pg {ref(pages[page])}" if page is not None else ""
    text += f"/Alt{literal(element.alt)}" if element.alt else ""
    return text + SCOPED.get(element.role, "") + ">>"


def _kid(kid: Element | tuple[int, int], page: int | None, numbers: dict[int, int], pages: Sequence[int]) -> str:
    if isinstance(kid, Element):
        return ref(numbers[id(kid)])
    on, mark = kid
    return str(mark) if on == page else f"<</Type/MCR/Pg {ref(pages[on])}/MCID {mark}>>"


def _parent_tree(file: File, owners: dict[tuple[int, int], int], pages: int) -> int:
    """Write for each page the elements of its stretches, by their numbers."""
    marks: list[list[int]] = [[] for _ in range(pages)]
    for page, _ in owners:
        marks[page].append(0)
    for (page, mark), owner in owners.items():
        marks[page][mark] = owner
    lists = [file.add("[" + " ".join(map(ref, found)) + "]") for found in marks]
    return file.add("<</Nums[" + " ".join(f"{page} {ref(number)}" for page, number in enumerate(lists)) + "]>>")
