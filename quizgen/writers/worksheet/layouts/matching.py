"""Two columns to be matched: numbered premises with boxes at the left, lettered responses at the right."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from quizgen.formats import Drawn
from quizgen.items import Format
from quizgen.writers.worksheet.blocks import Block, Down, Row, Stack, text
from quizgen.writers.worksheet.boxes import SLOT, Slot
from quizgen.writers.worksheet.layouts import Frame, Layout, letter
from quizgen.writers.worksheet.style import BODY, LABEL, STRONG

GAP = 22.0
LEAD = (SLOT[1] - BODY.leading) / 2 + 0.5  # brings a text level with the box beside it


def pairs(drawn: Drawn) -> dict[int, int]:
    """Give the index of each premise's response; raises TypeError for an answer that is none of a matching."""
    if not isinstance(drawn.answer, tuple):
        raise TypeError(f'item "{drawn.item.id}" has no pairs for an answer')
    return dict(pair for pair in drawn.answer if isinstance(pair, tuple))


def build(drawn: Drawn, frame: Frame) -> Stack:
    """Set the columns row by row, responses beyond the premises last."""
    return Stack((text(drawn.item.stem, frame.measure), Stack(tuple(_rows(drawn, frame)), gap=3)), gap=5)


def _rows(drawn: Drawn, frame: Frame) -> Iterator[Row]:
    half = (frame.measure - GAP) / 2
    right = pairs(drawn) if frame.key else {}
    for i, (premise, response) in enumerate(zip_longest(drawn.premises, drawn.responses)):
        cells: list[tuple[float, Block]] = []
        if premise is not None:
            found = letter(right[i]) if i in right else ""
            number = Down(LEAD + 1, text(str(i + 1), 14, LABEL))
            cells += [(0, number), (14, Slot(found)), (44, Down(LEAD, text(premise, half - 44)))]
        if response is not None:
            at = half + GAP
            cells += [(at, Down(LEAD, text(letter(i), 18, STRONG))), (at + 18, Down(LEAD, text(response, half - 18)))]
        yield Row(tuple(cells), least=SLOT[1] + 3)


def answer(drawn: Drawn) -> str:
    """Give number and letter of each pair: "1 C, 2 A"."""
    return ", ".join(f"{premise + 1} {letter(response)}" for premise, response in sorted(pairs(drawn).items()))


LAYOUT = Layout(
    (Format.MATCHING,), "Matching", "Write the letter from the right column in the box. Letters may be left over.", build, answer
)
