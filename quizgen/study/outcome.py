"""The replies of a quiz → its score, in words and by family, and a row for each answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from quizgen.formats import Drawn, answer_text
from quizgen.grading import Grade
from quizgen.study.screen import Part
from quizgen.wording import cite, counted, number

HINTED = 0.5  # of the points, with a hint
SHOWN = 20  # missed items listed at the end


class Stop(Enum):
    """How a session came to its end."""

    END = auto()
    QUIT = auto()
    TIME = auto()
    INTERRUPT = auto()


@dataclass(frozen=True, slots=True)
class Reply:
    """One item that was put, what was typed ("" if skipped), and its grade; None if it was skipped.

    `number` counts from 1; `seconds` went by until it was answered; `is_first`: not a repetition of what was missed.
    """

    number: int
    drawn: Drawn
    typed: str
    grade: Grade | None
    hinted: bool = False
    seconds: float = 0.0
    is_first: bool = True

    @property
    def is_right(self) -> bool:
        """Whether the answer is right, with or without a hint."""
        return self.grade is not None and self.grade.is_right

    @property
    def points(self) -> float:
        """The points earned."""
        return self.grade.score * self.drawn.points * (HINTED if self.hinted else 1) if self.grade else 0.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a session went: the replies in order, how it ended, and the seconds it took."""

    replies: tuple[Reply, ...]
    stop: Stop = Stop.END
    seconds: float = 0.0

    @property
    def counted(self) -> tuple[Reply, ...]:
        """The replies that count: the first to each item."""
        return tuple(reply for reply in self.replies if reply.is_first)

    @property
    def points(self) -> float:
        """The points earned."""
        return sum(reply.points for reply in self.counted)

    @property
    def possible(self) -> int:
        """The points of all items that were put, skipped ones too."""
        return sum(reply.drawn.points for reply in self.counted)

    @property
    def missed(self) -> tuple[Reply, ...]:
        """The replies that are not right."""
        return tuple(reply for reply in self.counted if not reply.is_right)


def summary(outcome: Outcome, count: int, again: str, onward: Sequence[str], *, told: bool) -> Iterator[tuple[str, Part]]:
    """Say how it went; `told`: the right answers were told as it went, so that only the missed stems are listed."""
    put = outcome.counted
    if len(put) < count:
        yield f"Stopped after {len(put)} of {counted(count, 'question')}.", Part.NOTE
    elif outcome.stop is not Stop.END:
        yield "Stopped before all were right.", Part.NOTE
    skipped = sum(reply.grade is None for reply in put)
    right = sum(reply.is_right for reply in put)
    share = f", {outcome.points / outcome.possible:.0%}" if outcome.possible else ""
    score = f"Score: {number(outcome.points)} of {counted(outcome.possible, 'point')}{share}; {right} right, {skipped} skipped."
    yield score, Part.HEAD
    if len(families := list(_families(put))) > 1:
        yield f"By family: {'; '.join(families)}.", Part.PLAIN
    yield from _missed(outcome, told=told)
    if outcome.seconds:
        yield f"Time: {duration(outcome.seconds)}.", Part.PLAIN
    yield f"The same quiz again: {again}", Part.NOTE
    if outcome.missed:
        for line in onward:
            yield line, Part.NOTE


def _families(replies: Sequence[Reply]) -> Iterator[str]:
    for family in dict.fromkeys(reply.drawn.item.family for reply in replies):
        of_it = [reply for reply in replies if reply.drawn.item.family is family]
        yield f"{family} {number(sum(reply.points for reply in of_it))} of {sum(reply.drawn.points for reply in of_it)}"


def _missed(outcome: Outcome, *, told: bool) -> Iterator[tuple[str, Part]]:
    if outcome.missed:
        yield f"Missed: {len(outcome.missed)}.", Part.HEAD
    for reply in outcome.missed[:SHOWN] if told else outcome.missed:
        yield f"{reply.number}. {reply.drawn.item.stem} The answer: {answer_text(reply.drawn)}", Part.OPTION
        if not told:
            yield f"   You typed: {reply.typed or 'nothing'}. Source: {cite(reply.drawn.item.source)}", Part.OPTION
    if told and len(outcome.missed) > SHOWN:
        yield f"… and {len(outcome.missed) - SHOWN} more.", Part.OPTION


def duration(seconds: float) -> str:
    """Say how long something took: "45 s", "3 min 12 s", "1 h 5 min"."""
    whole = max(1, round(seconds))
    if whole < 60:
        return f"{whole} s"
    minutes, rest = divmod(whole, 60)
    return f"{minutes} min {rest} s" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


def rows(outcome: Outcome, seed: str, at: str) -> Iterator[dict[str, object]]:
    """Give a row for each answer, as `quiz --results` writes it; `at`: when the quiz began."""
    for reply in outcome.replies:
        item, graded = reply.drawn.item, reply.grade
        yield {
            "quiz": at,
            "seed": seed,
            "number": reply.number,
            "id": item.id,
            "code": item.code,
            "type": item.type,
            "family": str(item.family),
            "format": str(item.format),
            "stem": item.stem,
            "typed": reply.typed,
            "answer": answer_text(reply.drawn),
            "accepted": graded.accepted if graded else "",
            "score": graded.score if graded else None,
            "points": round(reply.points, 4),
            "possible": reply.drawn.points,
            "seconds": round(reply.seconds, 1),
            "hint": reply.hinted,
            "skipped": graded is None,
            "repeated": not reply.is_first,
        }
