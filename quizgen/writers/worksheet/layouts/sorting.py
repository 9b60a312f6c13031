"""Things to be sorted into groups: a table with a row for each thing and a column of boxes for each group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quizgen.formats import Drawn
from quizgen.items import Format
from quizgen.writers.worksheet.blocks import Block, Row, Rule, Stack, centred, text
from quizgen.writers.worksheet.boxes import TICK, TickBox
from quizgen.writers.worksheet.layouts import Frame, Layout
from quizgen.writers.worksheet.style import INK, STRONG, Style

HEADING = Style(STRONG.face, 9.0, 12.0)
WIDEST = 110.0  # of a column of boxes
SHARE = 0.6  # of the measure that all columns of boxes may take


def groups(drawn: Drawn) -> Mapping[str, tuple[int, ...]]:
    """Give the things of each group; raises TypeError for an answer that is none of a sorting."""
    if not isinstance(drawn.answer, Mapping):
        raise TypeError(f'item "{drawn.item.id}" has no groups for an answer')
    return drawn.answer


def build(drawn: Drawn, frame: Frame) -> Stack:
    """Set the instruction and the table."""
    return Stack((text(drawn.item.stem, frame.measure), Stack(tuple(_table(drawn, frame)))), gap=5)


def _table(drawn: Drawn, frame: Frame) -> Iterator[Block]:
    across = min(WIDEST, frame.measure * SHARE / max(1, len(drawn.groups)))
    left = frame.measure - across * len(drawn.groups)
    right = groups(drawn) if frame.key else {}
    yield Row(tuple((left + i * across, centred(group, across - 6, HEADING)) for i, group in enumerate(drawn.groups)))
    yield Rule(frame.measure, 0.8, above=2, below=2, grey=INK)
    for number, thing in enumerate(drawn.options):
        boxes = ((left + (i + 0.5) * across - 3 - TICK / 2, TickBox(number in right.get(g, ()))) for i, g in enumerate(drawn.groups))
        yield Row(((0, text(thing, left - 10)), *boxes))
        yield Rule(frame.measure, 0.4, above=2, below=2)


def answer(drawn: Drawn) -> str:
    """Give the things of each group: "Rebels: X, Y; Army: Z"."""
    return "; ".join(f"{group}: {', '.join(drawn.options[i] for i in groups(drawn).get(group, ()))}" for group in drawn.groups)


LAYOUT = Layout((Format.SORTING,), "Sorting", "Tick one box in each row.", build, answer)
