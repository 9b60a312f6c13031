"""Blocks to be filled in or set apart: boxes to tick, boxes and lines to write on, the form's badge, asides of the key."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quizgen.writers.worksheet.blocks import Block, centred, text
from quizgen.writers.worksheet.pen import Pen
from quizgen.writers.worksheet.setting import Line, text_width
from quizgen.writers.worksheet.style import BODY, INK, LABEL, PAPER, SMALL_STRONG, STRONG, TITLE

TICK = 9.0  # side of a box for a tick
SLOT = (22.0, 16.0)  # box for a letter or a number


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
        centred(self.text, SLOT[0], STRONG).draw(pen, x, top - 0.5 - (SLOT[1] - STRONG.leading) / 2)


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
