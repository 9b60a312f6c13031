"""Axes and trees: a stretch of a timeline, a branch of an order of battle."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.writers._print.blocks import Block
from quizgen.writers._print.pen import Pen
from quizgen.writers._print.style import HAIR

AXIS = 14.0  # room for the axis and its dots
STEP = 14.0  # a level further to the right


@dataclass(frozen=True, slots=True)
class Axis:
    """A stretch of the axis with a dot at its top."""

    height: float
    level: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it."""
        pen.bar(x, top, self.height, 1.2, HAIR)
        pen.dot(x, top - self.level, 2.6)


@dataclass(frozen=True, slots=True)
class Branch:
    """A block with the line that joins it to the unit above; `ends`: for each level above whether its line ends before here."""

    block: Block
    ends: tuple[bool, ...]
    level: float

    @property
    def height(self) -> float:
        """That of the block."""
        return self.block.height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw lines and block."""
        for depth, ended in enumerate(self.ends):
            here = depth == len(self.ends) - 1
            left = x + depth * STEP + 4
            if not ended or here:
                pen.bar(left, top, self.level if here and ended else self.height, 0.7, HAIR)
            if here:
                pen.rule(left, top - self.level, STEP - 6, 0.7)
        self.block.draw(pen, x + len(self.ends) * STEP, top)
