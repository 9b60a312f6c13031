"""One item put to a learner → a reply, or what the learner does instead: the keys that every session has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from quizgen.formats import Drawn, format_of, lines
from quizgen.grading import grade, hint, how_to_answer
from quizgen.study.outcome import Reply
from quizgen.study.screen import Part, Screen
from quizgen.wording import counted

TRIES = 3  # how often an answer that is none is asked for again
SKIP, QUIT, HINT, UNDO = ("s", "skip"), ("q", "quit", "exit"), ("?", "hint"), ("u", "undo")


class Turn(Enum):
    """What a learner does instead of answering."""

    UNDO = auto()
    STOP = auto()


@dataclass(frozen=True, slots=True)
class Desk:
    """Where items are put; the fields are those of `session.Manner`."""

    screen: Screen
    others: tuple[str, ...]
    on_flag: Callable[[Drawn, str], None]
    retry: bool = False

    def show(self, drawn: Drawn, head: str, *, is_new: bool) -> None:
        """Show an item; how it is answered is said where its format is new."""
        self.screen.say("", Part.GAP)
        points = f", {counted(drawn.points, 'point')}" if drawn.points > 1 else ""
        how = f" Type {how_to_answer(drawn)}." if is_new else ""
        self.screen.say(f"{head}{points}. {format_of(drawn).instruction}{how}", Part.HEAD)
        self.screen.say(drawn.item.stem, Part.STEM)
        for line in lines(drawn):
            self.screen.say(line, Part.OPTION)

    def reply(self, place: int, drawn: Drawn, earlier: Reply | None) -> Reply | Turn:
        """Ask until there is an answer to grade, or the learner turns to something else; `earlier`: the reply before."""
        tries, hinted = TRIES if self.retry else 1, False
        while True:
            typed = self.screen.ask("> ")
            word = (typed or "").strip().casefold()
            if typed is None or word in QUIT:
                return Turn.STOP
            if word in UNDO:
                return Turn.UNDO
            if word in HINT:
                hinted = self._hint(drawn) or hinted
            elif word.startswith("!") or (self.retry and word in ("b", "bad") and not _is_letter(word, drawn)):
                self._flag(place, drawn, (typed.strip()[1:] if word.startswith("!") else "").strip(), earlier)
            elif not word and self.retry:
                self.screen.say(f"Please type {how_to_answer(drawn)}, or s to skip.", Part.NOTE)
            elif not word or word in SKIP:
                return Reply(place, drawn, "", None, hinted=hinted)
            else:
                graded, tries = grade(drawn, typed, self.others), tries - 1
                if not self.retry or tries < 1 or (graded.understood and not graded.unclear):
                    return Reply(place, drawn, typed.strip(), graded, hinted=hinted)
                self.screen.say(graded.unclear or graded.why, Part.NOTE)

    def _hint(self, drawn: Drawn) -> bool:
        told = hint(drawn)
        self.screen.say(f"Hint, for half the points: {told}" if told else "There is no hint for this one.", Part.NOTE)
        return bool(told)

    def _flag(self, place: int, drawn: Drawn, reason: str, earlier: Reply | None) -> None:
        """Ask what is wrong with an item: this one, or the one before."""
        if not reason and self.retry:
            choice = f" (p: with question {earlier.number}, the one before)" if earlier else ""
            reason = (self.screen.ask(f"What is wrong with question {place}?{choice} ") or "").strip()
            if reason.casefold() == "p" and earlier:
                place, drawn = earlier.number, earlier.drawn
                reason = (self.screen.ask(f"What is wrong with question {place}? ") or "").strip()
            if not reason:
                self.screen.say("Nothing is noted.", Part.NOTE)
                return
        self.on_flag(drawn, reason or "no reason given")
        self.screen.say(f"Noted: question {place} ({drawn.item.code}) is bad. Its answer is still asked.", Part.NOTE)


def _is_letter(word: str, drawn: Drawn) -> bool:
    """Whether "b" is an option."""
    return len(word) == 1 and bool(drawn.options or drawn.responses or drawn.groups)
