"""An item → the two faces of its card, in the largest type that fits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from quizgen.formats import Drawn, answer_text, lines
from quizgen.items import BLANK, Format
from quizgen.wording import cite
from quizgen.writers._print.blocks import Block, Stack, paragraph
from quizgen.writers._print.fonts import settable
from quizgen.writers._print.pages import Flow, TooTallError
from quizgen.writers._print.pen import Pen
from quizgen.writers._print.style import Style, Type

SCALES = (1.15, 1.0, 0.9, 0.8, 0.72)  # of the usual type
AIR = 12.0  # between a card's edge and its words
FOOT = 12.0  # for the code


class Set(Protocol):
    """Makes the words of a face in a type and measure."""

    def __call__(self, drawn: Drawn, measure: float, type_: Type) -> Stack:
        """Make them."""


@dataclass(frozen=True, slots=True)
class Face:
    """One side of a card: its words in the middle of its height, its code at the foot."""

    words: Block
    code: Block
    across: float
    down: float

    @property
    def height(self) -> float:
        """That of the card."""
        return self.down

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw words and code."""
        spare = (self.down - 2 * AIR - FOOT - self.words.height) / 2
        self.words.draw(pen, x + AIR, top - AIR - max(0.0, spare))
        self.code.draw(pen, x + AIR, top - self.down + AIR + 2)


def faces(drawn: Drawn, across: float, down: float, type_: Type, number: int) -> tuple[Face, Face]:
    """Set question and answer; TooTallError if one does not fit in the smallest type."""
    sides: tuple[tuple[str, Set], ...] = (("Question", question), ("Answer", answer))
    made = []
    for name, build in sides:
        words = _fitted(build, drawn, across - 2 * AIR, down - 2 * AIR - FOOT, type_)
        code = paragraph(f"{name} {number} · {drawn.item.code}", across - 2 * AIR, replace(type_.codes, size=6.0, leading=8.0))
        made.append(Face(words, code, across, down))
    return made[0], made[1]


def _fitted(build: Set, drawn: Drawn, measure: float, room: float, type_: Type) -> Stack:
    words = Stack(())
    for scale in SCALES:
        words = build(drawn, measure, _scaled(type_, scale))
        if words.height <= room:
            return words
    raise TooTallError(Flow(words, code=drawn.item.code), words.height, room)


def _scaled(type_: Type, scale: float) -> Type:
    def scaled(style: Style) -> Style:
        return replace(style, size=round(style.size * scale, 2), leading=round(style.leading * scale, 2))

    return replace(type_, body=scaled(type_.body), strong=scaled(type_.strong), small=scaled(type_.small))


def question(drawn: Drawn, measure: float, type_: Type) -> Stack:
    """Set the stem and what there is to choose from."""
    stem = drawn.item.stem.replace(BLANK, "________")
    given = () if drawn.item.format is Format.TRUE_FALSE else lines(drawn)
    body = type_.body
    ask = "True or false? " if drawn.item.format is Format.TRUE_FALSE else ""
    return Stack((paragraph(ask + stem, measure, type_.strong), *(paragraph(line, measure, body) for line in given)), gap=2)


def answer(drawn: Drawn, measure: float, type_: Type) -> Stack:
    """Set the answer, why it is right, and the source."""
    return Stack(tuple(_answer(drawn, measure, type_)), gap=3)


def _answer(drawn: Drawn, measure: float, type_: Type) -> Iterator[Block]:
    item, small = drawn.item, type_.small
    yield paragraph(answer_text(drawn), measure, type_.strong)
    also = "; ".join(text for text in item.accepted if text not in item.key)
    said = (f"Also right: {also}" if also else "", item.explanation, f"Source: {cite(item.source)}")
    yield from (paragraph(settable(line, small.face, small.fonts), measure, small) for line in said if line)
