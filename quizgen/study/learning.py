"""A queue of items and a learner → reviews, each kept before it is told, and when each item comes again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from quizgen.formats import Drawn, draw, lines
from quizgen.items import Item
from quizgen.study.desk import QUIT, UNDO, Desk, Turn
from quizgen.study.outcome import Reply, Stop
from quizgen.study.queue import Queue
from quizgen.study.reviews import Answered, Reviews
from quizgen.study.schedule import Card, Rating, automatic, interval
from quizgen.study.screen import Part, Screen
from quizgen.study.session import feedback
from quizgen.wording import counted

KEYS = "? gives a hint, u takes back the last review, ! says that a question is bad, q stops."
_RATINGS = {name: rating for rating in Rating for name in (str(rating.value), rating.name.casefold())} | {
    "a": Rating.AGAIN,
    "h": Rating.HARD,
    "g": Rating.GOOD,
    "e": Rating.EASY,
}


@dataclass(frozen=True, slots=True)
class Habits:
    """How a learner studies.

    retry     a person at a terminal, see `session.Manner`
    is_auto   ratings come from answer and time, without being asked for
    others    names of the model that a misspelt name must not be nearer to
    most      how many questions at the most; 0: all of today's
    moment, clock  the time with its zone; seconds from any start
    on_flag   told of an item that is called bad, and why
    """

    moment: Callable[[], datetime]
    clock: Callable[[], float]
    on_flag: Callable[[Drawn, str], None]
    retry: bool = False
    is_auto: bool = False
    others: tuple[str, ...] = ()
    most: int = 0


@dataclass(frozen=True, slots=True)
class _Made:
    """A review that was made, and how the queue stood before it."""

    name: str
    reply: Reply
    card: Card | None
    was_today: bool


@dataclass(slots=True)
class Learning:
    """A session of study under way."""

    queue: Queue
    reviews: Reviews
    screen: Screen
    habits: Habits
    made: list[_Made] = field(default_factory=list)
    again: Item | None = None

    def hold(self) -> Stop:
        """Ask what is due until nothing is left today, or the learner stops. QuizgenError S103 where a review cannot be kept."""
        counts = self.queue.counts(self.habits.moment())
        waits = f" {counts.siblings} more wait for another day: they are about facts that are asked today." if counts.siblings else ""
        self.screen.say(f"To repeat: {counts.due}. New today: {counts.new}.{waits} {KEYS}", Part.NOTE)
        try:
            while not self.habits.most or len(self.made) < self.habits.most:
                item = self.again or self.queue.next(self.habits.moment())
                if not item:
                    return Stop.END
                self.again = None
                if self._ask(item) is Turn.STOP:
                    return Stop.QUIT
        except KeyboardInterrupt:
            self.screen.say("", Part.GAP)
            return Stop.INTERRUPT
        return Stop.END

    def _ask(self, item: Item) -> Turn | None:
        """Ask one item, rate the answer and keep the review."""
        drawn = draw(item, f"study/{self.reviews.counts().get(item.id, 0)}")
        number = len(self.made) + 1
        earlier = self.made[-1].reply if self.made else None
        desk = Desk(self.screen, self.habits.others, self.habits.on_flag, retry=self.habits.retry)
        kind = "" if item.id in self.queue.cards else ", new"
        desk.show(drawn, f"Question {number}{kind}", is_new=not earlier or earlier.drawn.item.format is not item.format)
        start = self.habits.clock()
        reply = desk.reply(number, drawn, earlier)
        if reply is Turn.UNDO:
            self._undo(item)
            return None
        if isinstance(reply, Turn):
            return reply
        reply = replace(reply, seconds=self.habits.clock() - start)
        for line, part in feedback(reply):
            self.screen.say(line, part)
        rating, stop = self._rating(reply)
        if rating is None:
            self.again = item
            return stop
        self._keep(reply, rating)
        return stop

    def _rating(self, reply: Reply) -> tuple[Rating | None, Turn | None]:
        """Rate an answer, or ask the learner to; None for an answer that is taken back."""
        score = reply.grade.score if reply.grade else 0.0
        words = sum(len(text.split()) for text in (reply.drawn.item.stem, *lines(reply.drawn)))
        usual = automatic(score, reply.seconds, words, hinted=reply.hinted)
        if self.habits.is_auto or not self.habits.retry:
            return usual, None
        while True:
            typed = self.screen.ask(f"1 again, 2 hard, 3 good, 4 easy (Enter: {usual.value} {usual.name.lower()}) ")
            word = (typed or "").strip().casefold()
            if typed is None or word in QUIT:
                return usual, Turn.STOP
            if word in UNDO:
                return None, None
            if not word or word in _RATINGS:
                return _RATINGS.get(word, usual), None
            self.screen.say("Please type 1, 2, 3 or 4, or Enter alone.", Part.NOTE)

    def _keep(self, reply: Reply, rating: Rating) -> None:
        item, queue = reply.drawn.item, self.queue
        score = reply.grade.score if reply.grade else None
        answered = Answered(item.id, item.campaign, str(item.family), rating, score, round(reply.seconds, 1), reply.typed)
        before = queue.cards.get(item.id)
        name, card = self.reviews.add(answered, self.habits.moment())
        self.made.append(_Made(name, reply, before, item.id in queue.today))
        queue.cards[item.id] = card
        queue.today.add(item.id)
        queue.new_left -= before is None
        self.screen.say(f"Kept as {rating.name.lower()}: again {interval(card.due - card.last)}.", Part.NOTE)

    def _undo(self, item: Item) -> None:
        """Take back the last review, and ask its item again; with none, the item at hand."""
        self.again = item
        if not self.made:
            self.screen.say("There is no review of this session to take back.", Part.NOTE)
            return
        last = self.made.pop()
        self.reviews.undo(last.name)
        undone = last.reply.drawn.item
        if last.card:
            self.queue.cards[undone.id] = last.card
        else:
            self.queue.cards.pop(undone.id, None)
            self.queue.new_left += 1
        if not last.was_today:
            self.queue.today.discard(undone.id)
        self.again = undone
        self.screen.say(f"The review of question {last.reply.number} is taken back.", Part.NOTE)


def told(learning: Learning, tomorrow: int) -> str:
    """Sum up a session: what was reviewed, how much of it was right, and what is due tomorrow."""
    count = len(learning.made)
    right = sum(made.reply.is_right for made in learning.made)
    share = f", {right / count:.0%} right" if count else ""
    return f"Reviewed: {counted(count, 'question')}{share}. Due tomorrow: {tomorrow}."
