"""A drawn quiz and a learner's typed answers → a conversation in plain lines that read well aloud, and a score."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quizgen.assembly import Quiz
from quizgen.diagnostics import visible
from quizgen.formats import Drawn, answer_text, format_of, lines
from quizgen.grading import Grade, grade, how_to_answer
from quizgen.wording import cite, counted

TRIES = 3  # how often an answer that is none is asked for again
SKIP, QUIT = ("s", "skip"), ("q", "quit")

Ask = Callable[[str], str | None]
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Reply:
    """One item that was put, what was typed ("" if skipped), and its grade; None if it was skipped."""

    drawn: Drawn
    typed: str
    grade: Grade | None

    @property
    def points(self) -> float:
        """The points earned."""
        return self.grade.score * self.drawn.points if self.grade else 0.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a session went: the replies in order, and whether it was stopped before its end."""

    replies: tuple[Reply, ...]
    stopped: bool

    @property
    def points(self) -> float:
        """The points earned."""
        return sum(reply.points for reply in self.replies)

    @property
    def possible(self) -> int:
        """The points of all items that were put, skipped ones too."""
        return sum(reply.drawn.points for reply in self.replies)


def run(quiz: Quiz, ask: Ask, say: Say, *, width: int = 80, retry: bool = False, others: tuple[str, ...] = (), again: str = "") -> Outcome:
    """Put each item, grade the answer, show the right one with its source, and tell the score.

    `ask(prompt)` gives a line without its end, None when there are no more; `say(line)` shows a line of `width` columns at most.
    `retry`: a person at a terminal, who sees the prompt and is asked again for an answer that is none of its format; else a pipe,
    each line of which answers one item and is shown. `others`: names of the model that a misspelt name must not be nearer to.
    `again`: the command that gives the same quiz. "s" or an empty line skips, "q" or the end of input stops.
    """

    def tell(text: str = "", indent: str = "") -> None:
        for line in _wrapped(text, width, indent):
            say(line)

    tell(f"{counted(len(quiz.items), 'question')}. Type s to skip one, q to stop.")
    replies: list[Reply] = []
    stopped = False
    for number, drawn in enumerate(quiz.items, 1):
        is_new = number == 1 or drawn.item.format is not quiz.items[number - 2].item.format
        _put(drawn, f"Question {number} of {len(quiz.items)}", tell, is_new=is_new)
        reply = _reply(drawn, ask if retry else _shown(ask, tell), tell, others=others, tries=TRIES if retry else 1)
        stopped = reply is None
        if reply is None:
            break
        replies.append(reply)
        for line in _feedback(reply):
            tell(line)
    outcome = Outcome(tuple(replies), stopped)
    tell()
    for line in _summary(outcome, len(quiz.items), again or f"--seed {quiz.seed}"):
        tell(line)
    return outcome


def _shown(ask: Ask, tell: Callable[[str], None]) -> Ask:
    """Show what comes down a pipe where a person's typing would stand."""

    def shown(prompt: str) -> str | None:
        typed = ask("")
        if typed is not None:
            tell(prompt + typed)
        return typed

    return shown


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    hanging = indent + "   " * bool(indent)
    return textwrap.wrap(visible(text), max(20, width), initial_indent=indent, subsequent_indent=hanging) or [""]


def _put(drawn: Drawn, number: str, tell: Callable[..., None], *, is_new: bool) -> None:
    """Put an item; how it is answered is said where its format is new."""
    tell()
    points = f", {counted(drawn.points, 'point')}" if drawn.points > 1 else ""
    how = f" Type {how_to_answer(drawn)}." if is_new else ""
    tell(f"{number}{points}. {format_of(drawn).instruction}{how}")
    tell(drawn.item.stem)
    for line in lines(drawn):
        tell(line, "  ")


def _reply(drawn: Drawn, ask: Ask, tell: Callable[..., None], *, others: tuple[str, ...], tries: int) -> Reply | None:
    """Ask until there is an answer to grade; None if the learner stops."""
    while True:
        typed = ask("> ")
        if typed is None or typed.strip().casefold() in QUIT:
            return None
        if not typed.strip() or typed.strip().casefold() in SKIP:
            return Reply(drawn, "", None)
        graded, tries = grade(drawn, typed, others), tries - 1
        if graded.understood or tries < 1:
            return Reply(drawn, typed, graded)
        tell(graded.why)


def _feedback(reply: Reply) -> Iterator[str]:
    """Say whether it was right and why, the right answer where it was not, the explanation and its source."""
    drawn, graded = reply.drawn, reply.grade
    answer = answer_text(drawn)
    if graded is None:
        yield f"Skipped. The answer: {answer}"
    elif graded.is_right:
        yield f"Right: {answer}"
    elif graded.score:
        yield f"Partly right, {_number(reply.points)} of {counted(drawn.points, 'point')}. The answer: {answer}"
    else:
        yield f"Wrong. The answer: {answer}"
    if graded and not graded.understood:
        yield f"“{reply.typed.strip()}” could not be read as {how_to_answer(drawn)}."
    elif graded and graded.why:
        why = graded.why if graded.why.endswith((".", "!", "?", "”")) else f"{graded.why}."
        yield f"“{graded.accepted}”: {why}" if graded.accepted and not graded.score else why
    if drawn.item.explanation:
        yield drawn.item.explanation
    yield f"Source: {cite(drawn.item.source)}"


def _summary(outcome: Outcome, count: int, again: str) -> Iterator[str]:
    put = len(outcome.replies)
    skipped = sum(reply.grade is None for reply in outcome.replies)
    right = sum(reply.grade is not None and reply.grade.is_right for reply in outcome.replies)
    if outcome.stopped:
        yield f"Stopped after {put} of {counted(count, 'question')}."
    share = f", {outcome.points / outcome.possible:.0%}" if outcome.possible else ""
    yield f"Score: {_number(outcome.points)} of {counted(outcome.possible, 'point')}{share}; {right} right, {skipped} skipped."
    yield f"The same quiz again: {again}"


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
