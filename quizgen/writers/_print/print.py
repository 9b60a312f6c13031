"""Pages of blocks → ink on a press, each block under the part of the document that it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack

from quizgen.writers._print.pages import Page
from quizgen.writers._print.press import Press
from quizgen.writers._print.style import LEFT, TOP
from quizgen.writers._print.tags import Element

Foot = Callable[[Page, int], None]


def print_pages(press: Press, part: Element, pages: Sequence[Page], foot: Foot, level: int = 0) -> None:
    """Draw pages; `foot` draws what stands below each, given its number from 1, `level` is how deep sections stand in the outline."""
    nothing = Element("Sect")
    section, group = nothing, nothing
    for number, page in enumerate(pages, 1):
        with press.pen.within(part):
            for down, flow in page.placed:
                top = press.size[1] - TOP - down
                if flow.section:
                    section, group = Element("Sect"), nothing
                    press.bookmark(flow.section, top, level)
                if flow.within != group.role:
                    group = Element(flow.within) if flow.within else nothing
                around = [element for element in (section, group) if element is not nothing]
                with ExitStack() as stack:
                    for element in around:
                        stack.enter_context(press.pen.within(element))
                    flow.block.draw(press.pen, LEFT, top)
        with press.pen.footer():
            foot(page, number)
        press.page()
