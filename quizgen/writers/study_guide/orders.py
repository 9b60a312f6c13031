"""A side's units → its order of battle as a drawn tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.model import Side, Unit
from quizgen.writers._print.blocks import Block, Stack, Tagged, paragraph
from quizgen.writers._print.pen import Pen
from quizgen.writers._print.style import HAIR, Type

STEP = 14.0  # a level further to the right


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


def tree(side: Side, measure: float, type_: Type) -> Tagged:
    """Set the units under each other as the source lists them; nested lists, for a listener."""
    known = {unit.name for unit in side.units}
    top = [unit for unit in side.units if not unit.placeholder and unit.parent not in known]
    return Tagged("L", Stack(tuple(_branches(side, top, (), measure, type_))))


def _branches(side: Side, units: list[Unit], ends: tuple[bool, ...], measure: float, type_: Type) -> Iterator[Block]:
    for n, unit in enumerate(units):
        own = (*ends, n == len(units) - 1) if ends or unit.parent else ()
        below = [other for other in side.units if other.parent == unit.name and not other.placeholder and other is not unit]
        name = paragraph(unit.name, measure - len(own) * STEP, type_.body if own else type_.strong)
        rows: list[Block] = [Branch(name, own, type_.body.leading / 2)]
        if below and len(own) < 6:
            rows.append(Tagged("L", Stack(tuple(_branches(side, below, own, measure, type_)))))
        yield Tagged("LI", Tagged("LBody", Stack(tuple(rows))))
