"""A quiz → its sections, in its order."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from quizgen.assembly import Quiz
from quizgen.formats import Drawn
from quizgen.writers.worksheet.layouts import Layout, layout_of


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
    """Part a quiz where its items' layout changes; numbers follow its order, as in every other output."""
    runs = groupby(enumerate(quiz.items, 1), key=lambda numbered: layout_of(numbered[1]))
    return tuple(Section(layout, tuple(items)) for layout, items in runs)
