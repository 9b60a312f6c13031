"""A sentence with a line to write on in the place of its missing words; all lines of a section are of one length."""

from __future__ import annotations

from quizgen.formats import Drawn
from quizgen.items import BLANK, Format
from quizgen.writers.worksheet.blocks import Down, Text
from quizgen.writers.worksheet.layouts import Frame, Layout
from quizgen.writers.worksheet.layouts._written import answer, line_length
from quizgen.writers.worksheet.setting import blank, lines, text_lines, words
from quizgen.writers.worksheet.style import BODY, STRONG, Style

LINE = Style(BODY.face, BODY.size, 20.0)  # room for a hand between the lines


def build(drawn: Drawn, frame: Frame) -> Down:
    """Set the sentence; an answer too long for one line gets several."""
    before, _, after = drawn.item.stem.partition(BLANK)
    length = line_length(frame.peers, frame.measure)
    parts = [line[0].text for line in text_lines(answer(drawn), STRONG, length)] or [""]
    clings = bool(before) and not before[-1].isspace()
    blanks = [blank(length, part if frame.key else "", space=bool(i) or not clings) for i, part in enumerate(parts)]
    rest = words(after, LINE, clings=not after[:1].isspace())
    body = Text(lines((*words(before, LINE), *blanks, *rest), LINE, frame.measure), LINE)
    return Down(BODY.baseline - LINE.baseline, body)


LAYOUT = Layout((Format.CLOZE,), "Fill in the blanks", "Write the missing words on the line.", build, answer)
