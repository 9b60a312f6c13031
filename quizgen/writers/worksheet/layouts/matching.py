"""Two columns to be matched: numbered premises with boxes at the left, lettered responses at the right."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.formats import Drawn
from quizgen.items import Format
from quizgen.writers._print.blocks import Block, Down, Row, Stack, Tagged, paragraph, text
from quizgen.writers._print.boxes import Slot
from quizgen.writers.worksheet.layouts import Frame, Layout, letter
from quizgen.writers.worksheet.layouts._pairs import matched, pairs

GAP = 22.0


def build(drawn: Drawn, frame: Frame) -> Stack:
    """Set the columns beside each other; a listener hears all premises, then all responses."""
    half = (frame.measure - GAP) / 2
    sides = (_premises(drawn, frame, half), _responses(drawn, frame, half))
    left, right = (Tagged("L", Stack(tuple(rows), gap=3)) for rows in sides)
    return Stack((paragraph(drawn.item.stem, frame.measure, frame.type.body), Row(((0, left), (half + GAP, right)))), gap=5)


def _premises(drawn: Drawn, frame: Frame, half: float) -> Iterator[Block]:
    right, body = pairs(drawn) if frame.key else {}, frame.type.body
    number = frame.type.label.width("00") + 4
    for i, premise in enumerate(drawn.premises):
        slot = Slot(letter(right[i]) if i in right else "", frame.type.strong)
        indent = number + slot.across + 8
        named = Down(slot.lead + body.baseline - frame.type.label.baseline, paragraph(str(i + 1), number, frame.type.label, "Lbl"))
        filled = Tagged("LBody", Row(((0, slot), (indent - number, Down(slot.lead, text(premise, half - indent, body))))))
        yield Tagged("LI", Row(((0, named), (number, filled))))


def _responses(drawn: Drawn, frame: Frame, half: float) -> Iterator[Block]:
    slot, strong = Slot("", frame.type.strong), frame.type.strong
    column = strong.width("MM") + 4
    for i, response in enumerate(drawn.responses):
        named = Down(slot.lead, paragraph(letter(i), column, strong, "Lbl"))
        said = Down(slot.lead, paragraph(response, half - column, frame.type.body, "LBody"))
        yield Tagged("LI", Row(((0, named), (column, said)), least=slot.height))


LAYOUT = Layout(
    (Format.MATCHING,), "Matching", "Write the letter from the right column in the box. Letters may be left over.", build, matched
)
