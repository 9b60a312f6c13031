"""A side's units → its order of battle as a drawn tree."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.model import Side, Unit
from quizgen.writers._print.blocks import Block, Stack, Tagged, paragraph
from quizgen.writers._print.diagrams import STEP, Branch
from quizgen.writers._print.style import Type


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
