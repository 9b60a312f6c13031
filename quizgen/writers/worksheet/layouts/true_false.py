"""A statement with a box for true and a box for false in columns at the right."""

from __future__ import annotations

from math import fsum

from quizgen.formats import Drawn
from quizgen.items import Format
from quizgen.writers._print.blocks import Block, Row, Tagged, paragraph, text
from quizgen.writers._print.boxes import TickBox
from quizgen.writers.worksheet.layouts import Frame, Layout


def build(drawn: Drawn, frame: Frame) -> Row:
    """Set the statement and its boxes."""
    body = frame.type.body
    box = body.size * 1.24
    words = {word: box + body.width(word) + 14 for word in ("True", "False")}
    at = frame.measure - fsum(words.values()) + 8
    cells: list[tuple[float, Block]] = [(0, paragraph(drawn.item.stem, at - 12, body))]
    for word, across in words.items():
        ticked = frame.key and str(drawn.answer) == word
        cells.append((at, Tagged("P", Row(((0, TickBox(ticked, body)), (box, text(word, across - box, body)))))))
        at += across
    return Row(tuple(cells))


def answer(drawn: Drawn) -> str:
    """Give "True" or "False"."""
    return str(drawn.answer)


LAYOUT = Layout((Format.TRUE_FALSE,), "True or false", "Tick True or False for each statement.", build, answer)
