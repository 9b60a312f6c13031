"""A question with lines to write its answer on: names, numbers, dates; all of one length for each format."""

from __future__ import annotations

import math

from quizgen.formats import Drawn
from quizgen.items import Format
from quizgen.writers._print.blocks import Stack, Tagged, paragraph
from quizgen.writers._print.boxes import AnswerLine
from quizgen.writers._print.setting import text_lines
from quizgen.writers.worksheet.layouts import Frame, Layout
from quizgen.writers.worksheet.layouts._written import answer, line_length, room


def build(drawn: Drawn, frame: Frame) -> Stack:
    """Set question and lines; as many lines as the longest answer of its format takes."""
    strong = frame.type.strong
    peers = [peer for peer in frame.peers if peer.item.format is drawn.item.format]
    length = line_length(peers, frame.measure, frame.type)
    set_lines = [text_lines(answer(peer), strong, length - 4) for peer in peers]
    count = max(math.ceil(room(peers, frame.type) / frame.measure), *map(len, set_lines))
    filled = text_lines(answer(drawn), strong, length - 4) if frame.key else ()
    answer_lines = (AnswerLine(length, filled[i] if i < len(filled) else (), strong) for i in range(count))
    return Stack((paragraph(drawn.item.stem, frame.measure, frame.type.body), Tagged("P", Stack(tuple(answer_lines)))))


LAYOUT = Layout(
    (Format.SHORT_ANSWER, Format.NUMERIC, Format.DATE), "Short answers", "Write a name, a number, a date or a few words.", build, answer
)
