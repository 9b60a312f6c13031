"""Passages → lines with their numbers before the questions, and the lines that the key cites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.model import Quote, Source
from quizgen.passages import Paragraph, Passage
from quizgen.writers._print.blocks import Aside, Row, Rule, Stack, Text, paragraph, right
from quizgen.writers._print.fonts import clean
from quizgen.writers._print.pages import Flow
from quizgen.writers._print.setting import text_lines
from quizgen.writers._print.style import Type

EVERY = 5  # lines are numbered
INSTRUCTION = "Read the text. The questions ask only what it says; the numbers count its lines."


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph as set: the number of its first line, and how many characters each line holds."""

    file: str
    paragraph: Paragraph
    first: int
    lengths: tuple[int, ...]

    def lines(self, quote: str) -> tuple[int, int]:
        """Give the first and last line that hold a quote; all of the paragraph if it does not stand there letter for letter."""
        at = clean(self.paragraph.text).find(wanted := clean(quote))
        start, end = (at, at + len(wanted) - 1) if at >= 0 else (0, sum(self.lengths) - 1)
        ends = [sum(self.lengths[: n + 1]) for n in range(len(self.lengths))]
        first, last = (next((n for n, stop in enumerate(ends) if place < stop), len(ends) - 1) for place in (start, end))
        return self.first + first, self.first + last


class Lines:
    """All passages of a sheet in one measure, their lines numbered through."""

    def __init__(self, passages: Sequence[Passage], measure: float, type_: Type) -> None:
        self.measure, self.type = measure, type_
        self.set: list[Numbered] = []
        self._flows: list[Flow] = []
        for passage in passages:
            for each in passage.paragraphs:
                self._add(passage.file, each)

    def flows(self) -> Iterator[Flow]:
        """Give heading, instruction and text, nothing if there is none; no line of a paragraph stands alone on a page."""
        if self._flows:
            instruction = paragraph(INSTRUCTION, self.measure, self.type.instruction)
            head = Stack((Rule(self.measure, 0.8, below=5), paragraph("The text", self.measure, self.type.head, "H2"), instruction))
            yield Flow(head, self.type.section_gap, keep=True, section="The text")
            yield from self._flows

    def cite(self, source: Source) -> str:
        """Say in which lines a source stands; nothing if it does not."""
        for each in self.set:
            if isinstance(source, Quote) and (source.file, source.line) == (each.file, each.paragraph.line):
                first, last = each.lines(source.quote)
                return f"Text, line {first}" if first == last else f"Text, lines {first}–{last}"
        return ""

    def _add(self, file: str, each: Paragraph) -> None:
        gutter, inner = self.type.gutter + 4, self.measure - self.type.gutter - 4
        if each.is_heading:
            block = Row(((gutter, paragraph(each.text, inner, self.type.strong, "H3")),))
            self._flows.append(Flow(block, self.type.item_gap, keep=True))
            return
        lines = text_lines(each.text, self.type.body, inner)
        first = self.set[-1].first + len(self.set[-1].lengths) if self.set else 1
        self.set.append(Numbered(file, each, first, tuple(sum(len(piece.text) for piece in line) for line in lines)))
        for n, line in enumerate(lines):
            number = first + n
            label = Aside(right(str(number), self.type.gutter - 4, self.type.label)) if number % EVERY == 0 else None
            cells = ((gutter, Text((line,), self.type.body)),)
            row = Row((*(((0, label),) if label else ()), *cells))
            keep = (n == 0 and len(lines) > 1) or n == len(lines) - 2
            self._flows.append(Flow(row, 6.0 * self.type.unit if n == 0 else 0.0, keep=keep, within=f"P/{first}"))
