"""Rectangles of the page: each knows its height before it is drawn, and draws itself downwards from its top left corner."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from math import fsum
from typing import Protocol, TypeVar

from quizgen.writers._print.pen import Pen
from quizgen.writers._print.setting import Line, text_lines
from quizgen.writers._print.style import HAIR, Style


class Block(Protocol):
    """Something with a height in points."""

    @property
    def height(self) -> float:
        """How far it reaches down."""

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it with its top left corner at (x, top)."""


Made = TypeVar("Made", bound=Block)
SMALLER = (0.85, 0.7, 0.6, 0.5, 0.45)  # of a type


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of one style."""

    lines: tuple[Line, ...]
    style: Style

    @property
    def height(self) -> float:
        """All its lines."""
        return len(self.lines) * self.style.leading

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Set the lines flush left."""
        for number, line in enumerate(self.lines):
            pen.line_of_text(line, self.style, x, top - self.style.baseline - number * self.style.leading)


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal rule with air above and below."""

    length: float
    weight: float = 0.5
    above: float = 0.0
    below: float = 0.0
    grey: float = HAIR

    @property
    def height(self) -> float:
        """The air."""
        return self.above + self.below

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the rule."""
        pen.rule(x, top - self.above, self.length, self.weight, self.grey)


@dataclass(frozen=True, slots=True)
class Stack:
    """Blocks below each other with a gap between them."""

    blocks: tuple[Block, ...]
    gap: float = 0.0

    @property
    def height(self) -> float:
        """All blocks and gaps."""
        return fsum(block.height for block in self.blocks) + self.gap * max(0, len(self.blocks) - 1)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw them from the top."""
        for block in self.blocks:
            block.draw(pen, x, top)
            top -= block.height + self.gap


@dataclass(frozen=True, slots=True)
class Row:
    """Blocks beside each other, each at its distance from the left; `least` is a height that it takes in any case."""

    cells: tuple[tuple[float, Block], ...]
    least: float = 0.0

    @property
    def height(self) -> float:
        """The tallest of them."""
        return max((self.least, *(block.height for _, block in self.cells)))

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw them from the left."""
        for across, block in self.cells:
            block.draw(pen, x + across, top)


@dataclass(frozen=True, slots=True)
class Tagged:
    """A block under the role that it plays in the document; `alt` stands for what is only drawn."""

    role: str
    block: Block
    alt: str = ""

    @property
    def height(self) -> float:
        """That of the block."""
        return self.block.height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it as an element."""
        with pen.figure(self.alt, self.role) if self.alt else pen.element(self.role):
            self.block.draw(pen, x, top)


@dataclass(frozen=True, slots=True, eq=False)
class Once:
    """A block that is drawn in several places and recorded the first time."""

    block: Block
    height: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it, or what was recorded of it."""
        pen.once(self, x, top)


@dataclass(frozen=True, slots=True)
class Aside:
    """A block that is no content of its own, such as the number of a line."""

    block: Block

    @property
    def height(self) -> float:
        """That of the block."""
        return self.block.height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it as decoration."""
        with pen.decoration():
            self.block.draw(pen, x, top)


@dataclass(frozen=True, slots=True)
class Down:
    """A block some way below its top, to stand level with a neighbour."""

    by: float
    block: Block

    @property
    def height(self) -> float:
        """The block and the way down."""
        return self.by + self.block.height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it lower."""
        self.block.draw(pen, x, top - self.by)


def text(content: str, measure: float, style: Style) -> Text:
    """Set a plain text."""
    return Text(text_lines(content, style, measure), style)


def paragraph(content: str, measure: float, style: Style, role: str = "P") -> Tagged:
    """Set a plain text as an element of its own."""
    return Tagged(role, text(content, measure, style))


def aligned(content: str, measure: float, style: Style, share: float) -> Text:
    """Set a text with `share` of each line's free room at its left: 0.5 in the middle, 1 flush right."""
    lines = []
    for line in text_lines(content, style, measure):
        shift = (measure - line[-1].x - line[-1].width) * share
        lines.append(tuple(replace(piece, x=piece.x + shift) for piece in line))
    return Text(tuple(lines), style)


def centred(content: str, measure: float, style: Style) -> Text:
    """Set a text with each of its lines in the middle."""
    return aligned(content, measure, style, 0.5)


def right(content: str, measure: float, style: Style) -> Text:
    """Set a text flush right."""
    return aligned(content, measure, style, 1.0)


def fitted(build: Callable[[Style], Made], style: Style, room: float) -> Made:
    """Make a block in the largest type, down from its style's, in which it is no higher than the room; else in the smallest."""
    made = build(style)
    for scale in SMALLER:
        if made.height <= room:
            break
        made = build(replace(style, size=style.size * scale, leading=style.leading * scale))
    return made


def columns(widths: Iterable[float], measure: float, allowed: tuple[int, ...], gap: float = 14.0) -> tuple[int, float]:
    """Choose the most of the allowed columns in which every width fits; give their number and width. The last allowed always does."""
    widest = max(widths, default=0.0)
    for count in allowed:
        across = (measure - gap * (count - 1)) / count
        if widest <= across or count == allowed[-1]:
            return count, across
    raise ValueError("no number of columns is allowed")


def grid(cells: Iterable[Block], count: int, across: float, gap: float = 14.0) -> tuple[Row, ...]:
    """Lay cells out in rows, left to right, top to bottom."""
    cells = tuple(cells)
    return tuple(
        Row(tuple((i * (across + gap), cell) for i, cell in enumerate(cells[at : at + count]))) for at in range(0, len(cells), count)
    )
