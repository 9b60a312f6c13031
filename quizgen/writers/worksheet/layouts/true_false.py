"""A statement with a box for true and a box for false in columns at the right."""

from __future__ import annotations

from quizgen.formats import Drawn
from quizgen.items import Format
from quizgen.writers.worksheet.blocks import Row, text
from quizgen.writers.worksheet.boxes import TickBox
from quizgen.writers.worksheet.layouts import Frame, Layout

BOXES = 112.0  # room for both


def build(drawn: Drawn, frame: Frame) -> Row:
    """Set the statement and its boxes."""
    at = frame.measure - BOXES + 16
    return Row(
        (
            (0, text(drawn.item.stem, frame.measure - BOXES)),
            (at, TickBox(frame.key and drawn.answer is True)),
            (at + 13, text("True", 40)),
            (at + 50, TickBox(frame.key and drawn.answer is False)),
            (at + 63, text("False", 40)),
        )
    )


def answer(drawn: Drawn) -> str:
    """Give "True" or "False"."""
    return str(drawn.answer)


LAYOUT = Layout((Format.TRUE_FALSE,), "True or false", "Tick True or False for each statement.", build, answer)
