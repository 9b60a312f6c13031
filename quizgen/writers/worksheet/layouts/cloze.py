"""A sentence with a line to write on in the place of its missing words; all lines of a section are of one length."""

from __future__ import annotations

from dataclasses import replace

from quizgen.formats import Drawn
from quizgen.items import BLANK, Format
from quizgen.writers._print.blocks import Down, Tagged, Text
from quizgen.writers._print.setting import blank, lines, text_lines, words
from quizgen.writers.worksheet.layouts import Frame, Layout
from quizgen.writers.worksheet.layouts._written import answer, line_length

ROOM = 20.0  # for a hand between the lines


def build(drawn: Drawn, frame: Frame) -> Down:
    """Set the sentence; an answer too long for one line gets several."""
    body = frame.type.body
    style = replace(body, leading=max(ROOM, body.leading * 1.2))
    before, _, after = drawn.item.stem.partition(BLANK)
    length = line_length(frame.peers, frame.measure, frame.type)
    parts = [line[0].text for line in text_lines(answer(drawn), frame.type.strong, length)] or [""]
    clings = bool(before) and not before[-1].isspace()
    blanks = [blank(length, part if frame.key else "", space=bool(i) or not clings) for i, part in enumerate(parts)]
    rest = words(after, style, clings=not after[:1].isspace())
    set_lines = lines((*words(before, style), *blanks, *rest), style, frame.measure)
    return Down(body.baseline - style.baseline, Tagged("P", Text(set_lines, style)))


LAYOUT = Layout((Format.CLOZE,), "Fill in the blanks", "Write the missing words on the line.", build, answer)
