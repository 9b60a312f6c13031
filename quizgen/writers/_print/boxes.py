"""Blocks to be filled in or set apart: boxes to tick, boxes and lines to write on, the form's badge, asides of the key.

What is drawn reads as words too, so that a listener knows of each box and line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from quizgen.writers._print.blocks import Block, centred, text
from quizgen.writers._print.pen import Pen
from quizgen.writers._print.setting import Line
from quizgen.writers._print.style import INK, PAPER, Style, Type

EMPTY, TICKED, LINE = "\u2610 ", "\u2611 ", "_____ "


@dataclass(frozen=True, slots=True)
class TickBox:
    """A box to tick beside text of a style; ticked it is black with a white tick, so that the mark survives any copier."""

    ticked: bool
    style: Style

    @property
    def side(self) -> float:
        """Length and height of the box."""
        return self.style.size * 0.86

    @property
    def height(self) -> float:
        """A line of text, in whose middle it stands."""
        return self.style.leading

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw box and tick."""
        y = top - (self.height - self.side) / 2
        with pen.spoken(TICKED if self.ticked else EMPTY):
            pen.box(x, y, self.side, self.side, filled=self.ticked)
            if self.ticked:
                pen.tick(x, y, self.side)


@dataclass(frozen=True, slots=True)
class Slot:
    """A box for a handwritten letter or number, or with that in bold."""

    text: str
    style: Style

    @property
    def across(self) -> float:
        """Its length."""
        return self.style.size * 2.1

    @property
    def down(self) -> float:
        """Its height on paper."""
        return max(16.0, self.style.leading + 1)

    @property
    def lead(self) -> float:
        """How far a text beside it stands lower, to be level with it."""
        return (self.down - self.style.leading) / 2 + 0.5

    @property
    def height(self) -> float:
        """The box and a little air."""
        return self.down + 3

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the box, its text in its middle."""
        with pen.spoken("" if self.text else LINE):
            pen.box(x, top - 0.5, self.across, self.down)
        centred(self.text, self.across, self.style).draw(pen, x, top - 0.5 - (self.down - self.style.leading) / 2)


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """A line to write on, or with its answer in bold standing on it."""

    length: float
    line: Line
    style: Style

    @property
    def height(self) -> float:
        """Room for a hand."""
        return max(23.0, self.style.leading + 8)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the line and what stands on it."""
        with pen.spoken("" if self.line else LINE):
            pen.rule(x, top - self.height + 4, self.length, 0.7, 0.0)
        pen.line_of_text(self.line, self.style, x + 2, top - self.height + 7.5)


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
class Framed:
    """A block in a box of a given length, with air around it."""

    block: Block
    length: float
    air: float = 8.0

    @property
    def height(self) -> float:
        """The block and the air."""
        return self.block.height + 2 * self.air

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw box and block."""
        pen.box(x, top, self.length, self.height)
        self.block.draw(pen, x + self.air, top - self.air)


@dataclass(frozen=True, slots=True)
class Badge:
    """A square with a form's letter under a word; filled, both stand white on black."""

    word: str
    letter: str
    type: Type
    filled: bool = False

    @property
    def side(self) -> float:
        """Length and height."""
        return self.type.small_strong.leading + self.type.title.leading + 4

    @property
    def height(self) -> float:
        """The square."""
        return self.side

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the square, the word, the letter."""
        grey = PAPER if self.filled else INK
        pen.box(x, top, self.side, self.side, filled=self.filled)
        small = self.type.small_strong
        centred(self.word + " ", self.side, replace(small, grey=grey)).draw(pen, x, top - 3)
        centred(self.letter, self.side, replace(self.type.title, grey=grey)).draw(pen, x, top - small.leading)


@dataclass(frozen=True, slots=True)
class Fields:
    """Labels with lines to write on, each with its share of the measure and what stands on it; `tail` stands at the end of the last."""

    labels: tuple[tuple[str, float, str], ...]
    measure: float
    tail: str
    style: Style

    @property
    def height(self) -> float:
        """Room for a hand."""
        return max(22.0, self.style.leading + 9)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw labels and lines."""
        foot = top - self.height + 4.5
        level = foot + self.style.baseline - 1.5
        for number, (label, share, said) in enumerate(self.labels, 1):
            last = number == len(self.labels)
            end = x + share * self.measure - (0 if last else 12)
            if last:
                end -= self.style.width(self.tail) + 4
            start = x + self.style.width(label) + 5
            text(label + " ", self.measure, self.style).draw(pen, x, level)
            with pen.spoken("" if said else LINE):
                pen.rule(start, foot, end - start, 0.7, INK)
            text(said, max(1.0, end - start), self.style).draw(pen, start + 2, foot + self.style.baseline + 3)
            if last:
                text(self.tail, self.measure, self.style).draw(pen, end + 4, level)
            x += share * self.measure
