"""Rectangles of the page: each knows its height before it is drawn, and draws itself downwards from its top left corner.

A later layer (tags, cards) wraps blocks; it need not know what stands in them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from quizgen.writers.worksheet.fonts import Face
from quizgen.writers.worksheet.pen import Pen
from quizgen.writers.worksheet.setting import Line, text_lines, text_width
from quizgen.writers.worksheet.style import BODY, HAIR, INK, LABEL, PAPER, SMALL_STRONG, STRONG, TITLE, Style

TICK = 9.0  # side of a box for a tick
SLOT = (22.0, 16.0)  # box for a letter or a number


class Block(Protocol):
    """Something with a height in points."""

    @property
    def height(self) -> float:
        """How far it reaches down."""

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it with its top left corner at (x, top)."""


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of one style."""

    lines: tuple[Line, ...]
    style: Style = BODY

    @property
    def height(self) -> float:
        """All its lines."""
        return len(self.lines) * self.style.leading

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Set the lines flush left."""
        for number, line in enumerate(self.lines):
            pen.line_of_text(line, self.style, x, top - self.style.baseline - number * self.style.leading)


@dataclass(frozen=True, slots=True)
class TickBox:
    """A box to tick; ticked it is black with a white tick, so that the mark survives any copier."""

    ticked: bool

    @property
    def height(self) -> float:
        """A line of text, in whose middle it stands."""
        return BODY.leading

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw box and tick."""
        y = top - (BODY.leading - TICK) / 2
        pen.box(x, y, TICK, TICK, filled=self.ticked)
        if self.ticked:
            pen.tick(x, y, TICK)


@dataclass(frozen=True, slots=True)
class Slot:
    """A box for a handwritten letter or number, or with that in bold."""

    text: str

    @property
    def height(self) -> float:
        """The box and a little air."""
        return SLOT[1] + 3

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the box, its text in its middle."""
        pen.box(x, top - 0.5, *SLOT)
        pen.text(
            self.text, Face.BOLD, BODY.size, x + (SLOT[0] - text_width(self.text, STRONG)) / 2, top - 0.5 - SLOT[1] / 2 - 0.345 * BODY.size
        )


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """A line to write on, or with its answer in bold standing on it."""

    length: float
    line: Line

    @property
    def height(self) -> float:
        """Room for a hand."""
        return 23.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the line and what stands on it."""
        pen.rule(x, top - 19, self.length, 0.7, 0.0)
        pen.line_of_text(self.line, STRONG, x + 2, top - 15.5)


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
        return sum(block.height for block in self.blocks) + self.gap * max(0, len(self.blocks) - 1)

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


@dataclass(frozen=True, slots=True)
class Noted:
    """A block beside a vertical bar: an aside of the key."""

    block: Block

    @property
    def height(self) -> float:
        """That of the block."""
        return self.block.height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw bar and block."""
        pen.bar(x + 1, top - 1, self.height - 2)
        self.block.draw(pen, x + 8, top)


@dataclass(frozen=True, slots=True)
class Badge:
    """A square with a form's letter under a word; filled, both stand white on black."""

    word: str
    letter: str
    side: float
    filled: bool = False

    @property
    def height(self) -> float:
        """The square."""
        return self.side

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the square, the word, the letter."""
        grey = PAPER if self.filled else INK
        pen.box(x, top, self.side, self.side, filled=self.filled, radius=3)
        centred(self.word, self.side, replace(SMALL_STRONG, grey=grey)).draw(pen, x, top - 3)
        centred(self.letter, self.side, replace(TITLE, grey=grey)).draw(pen, x, top - 12)


@dataclass(frozen=True, slots=True)
class Fields:
    """Labels with lines to write on, each with its share of the measure; `tail` stands at the end of the last."""

    labels: tuple[tuple[str, float], ...]
    measure: float
    tail: str

    @property
    def height(self) -> float:
        """Room for a hand."""
        return 22.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw labels and lines."""
        for number, (label, share) in enumerate(self.labels, 1):
            end = x + share * self.measure - (0 if number == len(self.labels) else 12)
            text(label, self.measure, LABEL).draw(pen, x, top - 6)
            if number == len(self.labels):
                end -= text_width(self.tail, LABEL)
                text(self.tail, self.measure, LABEL).draw(pen, end, top - 6)
                end -= 4
            start = x + text_width(label, LABEL) + 5
            pen.rule(start, top - 17.5, end - start, 0.7, INK)
            x += share * self.measure


def text(content: str, measure: float, style: Style = BODY) -> Text:
    """Set a plain text."""
    return Text(text_lines(content, style, measure), style)


def aligned(content: str, measure: float, style: Style, share: float) -> Text:
    """Set a text with `share` of each line's free room at its left: 0.5 in the middle, 1 flush right."""
    lines = []
    for line in text_lines(content, style, measure):
        shift = (measure - line[-1].x - line[-1].width) * share
        lines.append(tuple(replace(piece, x=piece.x + shift) for piece in line))
    return Text(tuple(lines), style)


def centred(content: str, measure: float, style: Style = BODY) -> Text:
    """Set a text with each of its lines in the middle."""
    return aligned(content, measure, style, 0.5)


def right(content: str, measure: float, style: Style = BODY) -> Text:
    """Set a text flush right."""
    return aligned(content, measure, style, 1.0)


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
