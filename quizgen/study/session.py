"""A drawn quiz and a learner's typed answers → a conversation, graded as it goes, and a score."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol

from quizgen.formats import Drawn, answer_text, draw
from quizgen.grading import how_to_answer
from quizgen.study.desk import Desk, Turn
from quizgen.study.outcome import Outcome, Reply, Stop, summary
from quizgen.study.screen import Part, Screen, TimeUpError
from quizgen.wording import cite, counted, number

ROUNDS = 10  # how often an item is put to a program in practice; a person stops by themselves
KEYS = "s skips, ? gives a hint for half the points, u takes back the last answer, ! says that a question is bad, q stops."


class Put(Protocol):
    """A drawn quiz, of which no more is needed to ask it."""

    @property
    def seed(self) -> str:
        """What it was drawn with."""

    @property
    def items(self) -> tuple[Drawn, ...]:
        """The items as they are put."""


def _never() -> float:
    return 0.0


def _nothing(*_told: object) -> None:
    """Keep nothing."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a quiz is held.

    retry     a person at a terminal, who is asked again for an answer that is none of its format; else a pipe, each line of which
              answers one item
    feedback  each answer is told right or wrong at once; False in an exam, which tells at its end
    repeat    what was missed is put again until it is right; the score is that of the first answers
    others    names of the model that a misspelt name must not be nearer to (item rule 33)
    again, onward  commands to repeat the quiz and to go on, shown at the end
    minutes   the time allowed, said at the start; the screen keeps it
    clock     seconds, from any start
    on_reply, on_undo, on_flag  told of each answer, of each that is taken back, of an item that is called bad, and why
    """

    retry: bool = False
    feedback: bool = True
    repeat: bool = False
    others: tuple[str, ...] = ()
    again: str = ""
    onward: tuple[str, ...] = ()
    minutes: float = 0
    clock: Callable[[], float] = _never
    on_reply: Callable[[Reply], None] = _nothing
    on_undo: Callable[[Reply], None] = _nothing
    on_flag: Callable[[Drawn, str], None] = _nothing


def run(quiz: Put, screen: Screen, manner: Manner) -> Outcome:
    """Put each item, grade the answer, show the right one with its source, and tell the score.

    "s" skips, as does an empty line of a pipe; "q" or the end of input stops, Ctrl-C too. What was answered is kept as it is
    answered, so that nothing is lost however it ends.
    """
    session = _Session(quiz, screen, manner)
    stop = session.hold()
    outcome = Outcome(tuple(session.replies), stop, manner.clock() - session.began)
    screen.say("", Part.GAP)
    for line, part in summary(outcome, len(quiz.items), manner.again or f"--seed {quiz.seed}", manner.onward, told=manner.feedback):
        screen.say(line, part)
    return outcome


@dataclass(slots=True)
class _Session:
    """A quiz under way: what is left to put, and the replies so far."""

    quiz: Put
    screen: Screen
    manner: Manner
    replies: list[Reply] = field(default_factory=list)
    queue: list[tuple[int, Drawn]] = field(default_factory=list)
    began: float = 0.0

    def hold(self) -> Stop:
        """Put one item after the other."""
        self.began = self.manner.clock()
        self.queue = list(enumerate(self.quiz.items, 1))
        self.screen.say(_opening(len(self.queue), self.manner), Part.NOTE)
        at = 0
        try:
            while at < len(self.queue):
                turn = self._put(at)
                if turn is Turn.STOP:
                    return Stop.QUIT
                if turn is Turn.UNDO:
                    at = self._undo(at)
                    continue
                at += 1
        except TimeUpError:
            self.screen.say("The time is up.", Part.NOTE)
            return Stop.TIME
        except KeyboardInterrupt:
            self.screen.say("", Part.GAP)
            return Stop.INTERRUPT
        return Stop.END

    def _put(self, at: int) -> Turn | None:
        """Put an item and keep the reply."""
        place, drawn = self.queue[at]
        before = self.queue[at - 1][1] if at else None
        once_more = " once more" if at >= len(self.quiz.items) else ""
        head = f"Question {place} of {len(self.quiz.items)}{once_more}"
        desk = Desk(self.screen, self.manner.others, self.manner.on_flag, retry=self.manner.retry)
        desk.show(drawn, head, is_new=not before or before.item.format is not drawn.item.format)
        start = self.manner.clock()
        reply = desk.reply(place, drawn, self.replies[-1] if self.replies else None)
        if isinstance(reply, Turn):
            return reply
        reply = replace(reply, seconds=self.manner.clock() - start, is_first=at < len(self.quiz.items))
        self.replies.append(reply)
        self.manner.on_reply(reply)
        if self.manner.feedback:
            for line, part in feedback(reply):
                self.screen.say(line, part)
        if self.manner.repeat and not reply.is_right:
            rounds = sum(other.drawn.item.id == drawn.item.id for other in self.replies)
            if self.manner.retry or rounds < ROUNDS:
                self.queue.append((place, draw(drawn.item, f"{self.quiz.seed}/again {rounds}")))
        return None

    def _undo(self, at: int) -> int:
        """Take back the last answer; gives the place to go on from."""
        if not self.replies:
            self.screen.say("There is no answer to take back.", Part.NOTE)
            return at
        reply = self.replies.pop()
        if self.manner.repeat and not reply.is_right and len(self.queue) > at and self.queue[-1][1].item.id == reply.drawn.item.id:
            self.queue.pop()
        self.manner.on_undo(reply)
        self.screen.say(f"The answer to question {reply.number} is taken back.", Part.NOTE)
        return at - 1


def _opening(count: int, manner: Manner) -> str:
    limit = f" You have {number(manner.minutes)} minutes." if manner.minutes else ""
    told = "" if manner.feedback else " What was right is told at the end."
    return f"{counted(count, 'question')}.{limit}{told} {KEYS}"


def feedback(reply: Reply) -> Iterator[tuple[str, Part]]:
    """Say whether it was right and why, the right answer where it was not, the explanation and its source."""
    drawn, graded = reply.drawn, reply.grade
    yield verdict(reply)
    if graded and not graded.understood:
        yield f"“{reply.typed}” could not be read as {how_to_answer(drawn)}.", Part.PLAIN
    elif graded and graded.why:
        why = graded.why if graded.why.endswith((".", "!", "?", "”")) else f"{graded.why}."
        yield (f"“{graded.accepted}”: {why}" if graded.accepted and not graded.score else why), Part.PLAIN
    if drawn.item.explanation:
        yield drawn.item.explanation, Part.PLAIN
    yield f"Source: {cite(drawn.item.source)}", Part.SOURCE


def verdict(reply: Reply) -> tuple[str, Part]:
    """Say in one line what an answer was worth, and what is right."""
    answer = answer_text(reply.drawn)
    if reply.grade is None:
        return f"Skipped. The answer: {answer}", Part.PARTLY
    if reply.is_right and reply.hinted:
        return f"Right, with a hint, {number(reply.points)} of {counted(reply.drawn.points, 'point')}: {answer}", Part.RIGHT
    if reply.is_right:
        return f"Right: {answer}", Part.RIGHT
    if reply.grade.score:
        return f"Partly right, {number(reply.points)} of {counted(reply.drawn.points, 'point')}. The answer: {answer}", Part.PARTLY
    return f"Wrong. The answer: {answer}", Part.WRONG
