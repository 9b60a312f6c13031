"""A quiz → its sections in the order of the layouts, items numbered through; within a section the quiz's order stays."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.assembly import Drawn, Quiz
from quizgen.writers.worksheet.layouts import Layout, layouts


@dataclass(frozen=True, slots=True)
class Section:
    """Items of one layout with their printed numbers, from 1 over the whole sheet."""

    layout: Layout
    items: tuple[tuple[int, Drawn], ...]

    @property
    def points(self) -> int:
        """What all its items give."""
        return sum(drawn.points for _, drawn in self.items)

    @property
    def peers(self) -> tuple[Drawn, ...]:
        """Its items without their numbers."""
        return tuple(drawn for _, drawn in self.items)


def sections(quiz: Quiz) -> tuple[Section, ...]:
    """Group a quiz; raises ValueError for an item whose format has no layout, for none may be lost."""
    known = {form for layout in layouts() for form in layout.formats}
    for drawn in quiz.items:
        if drawn.item.format not in known:
            raise ValueError(f'no worksheet layout for the format "{drawn.item.format}"')
    found: list[Section] = []
    number = 1
    for layout in layouts():
        chosen = [drawn for drawn in quiz.items if drawn.item.format in layout.formats]
        if chosen:
            found.append(Section(layout, tuple(enumerate(chosen, number))))
        number += len(chosen)
    return tuple(found)
