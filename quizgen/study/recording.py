"""A quiz under way → its progress, kept answer by answer; where it cannot be kept, that is said once and the quiz goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from quizgen.diagnostics import QuizgenError
from quizgen.formats import Drawn
from quizgen.study.outcome import Reply
from quizgen.study.prepared import Prepared
from quizgen.study.sittings import Sittings


@dataclass(slots=True)
class Recorder:
    """Keeps one quiz; `sittings` is None where nothing can be kept."""

    sittings: Sittings | None
    quiz: Prepared
    manner: str
    clock: Callable[[], datetime]
    warn: Callable[[str], None]
    flagged: int = 0
    _sitting: int = 0

    def reply(self, reply: Reply) -> None:
        """Keep an answer; the quiz itself is kept with its first."""

        def keep(sittings: Sittings) -> None:
            self._begin(sittings)
            score = reply.grade.score if reply.grade else None
            item = reply.drawn.item.id
            sittings.answer(
                self._sitting, self.clock(), reply.number, item, reply.typed, score, reply.points, reply.seconds, hinted=reply.hinted
            )

        self._try(keep)

    def undo(self, _reply: Reply) -> None:
        """Take back the last answer."""
        self._try(lambda sittings: sittings.undo(self._sitting))

    def flag(self, drawn: Drawn, reason: str) -> None:
        """Keep that an item was called bad."""
        source = self.quiz.names.get(drawn.item.campaign, drawn.item.campaign)
        self._try(lambda sittings: sittings.flag(self.clock(), drawn.item, source, reason))
        self.flagged += 1

    def end(self) -> None:
        """Keep that the quiz came to its end."""
        self._try(lambda sittings: sittings.end(self._sitting, self.clock()))

    def _begin(self, sittings: Sittings) -> None:
        if not self._sitting:
            self._sitting = sittings.begin(self.clock(), self.quiz.seed, self.quiz.sources, self.manner, self.quiz.items)

    def _try(self, keep: Callable[[Sittings], None]) -> None:
        if self.sittings is None:
            return
        try:
            keep(self.sittings)
        except QuizgenError as err:
            self.sittings = None
            self.warn(f"this quiz is no longer kept: {err}")
