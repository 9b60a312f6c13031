"""Study as a conversation: what is asked and when, how it is rated, what is kept, taken back and put off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizgen.items import Item
from quizgen.study.database import connect
from quizgen.study.learning import Habits, Learning, told
from quizgen.study.outcome import Stop
from quizgen.study.queue import Queue
from quizgen.study.reviews import Answered, Reviews
from quizgen.study.schedule import Rating
from quizgen.study.screen import Piped, Plain
from quizgen.study.statistics import statistics
from tests.samples import CLOZE, NUMERIC, SHORT

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def reviews(tmp_path: Path) -> Iterator[Reviews]:
    path = tmp_path / "progress.sqlite3"
    db = connect(path)
    yield Reviews(db, path)
    db.close()


def queue(reviews: Reviews, *items: Item, now: datetime = NOON, new: int = 10) -> Queue:
    from quizgen.study.schedule import day_of

    begin = day_of(now)
    return Queue(items, reviews.cards(), {r.item for r in reviews.since(begin)}, new - reviews.first_since(begin))


def hold(
    reviews: Reviews, typed: list[object], *items: Item, now: datetime = NOON, person: bool = True, **more: object
) -> tuple[Learning, str, Stop]:
    """Hold a session with these lines of input."""
    left, said = list(typed), []

    def read(prompt: str) -> str | None:
        line = left.pop(0) if left else None
        if line is KeyboardInterrupt:
            raise KeyboardInterrupt
        if prompt:
            said.append(f"{prompt}{line}".rstrip())
        return line if line is None else str(line)

    habits = Habits(lambda: now, lambda: 0.0, lambda *_: None, retry=person, **{k: v for k, v in more.items() if k != "new"})  # type: ignore[arg-type]
    screen = (Plain if person else Piped)(said.append, read, lambda: 100)
    learning = Learning(queue(reviews, *items, now=now, new=int(str(more.get("new", 10)))), reviews, screen, habits)
    stop = learning.hold()
    return learning, "\n".join(said), stop


def test_a_session_reads_like_this(reviews: Reviews) -> None:
    _, said, stop = hold(reviews, ["Kerrin", "", "q"], CLOZE)
    assert (
        said
        == """\
To repeat: 0. New today: 1. ? gives a hint, u takes back the last review, ! says that a question is
bad, q stops.

Question 1, new. Fill the gap. Type the missing words.
On 3 May the League took the mill at _____.
> Kerrin
Right: Kerrin
The lead says so.
Source: vale-1911.txt, line 12: “On 3 May the Northern League crossed the Vell and took the mill at
Orsk.”
1 again, 2 hard, 3 good, 4 easy (Enter: 3 good)
Kept as good: again in 10 minutes.

Question 2. Fill the gap.
On 3 May the League took the mill at _____.
> q"""
    )
    assert stop is Stop.QUIT


def test_a_pipe_is_rated_by_itself(reviews: Reviews) -> None:
    assert "Kept as good" in hold(reviews, ["Kerrin"], CLOZE, person=False)[1]
    assert "Kept as again" in hold(reviews, ["Nobody"], SHORT, person=False)[1]


def test_a_person_may_leave_the_rating_to_the_program(reviews: Reviews) -> None:
    _, said, _ = hold(reviews, ["Kerrin", "q"], CLOZE, is_auto=True)
    assert "Kept as good" in said
    assert "1 again" not in said


@pytest.mark.parametrize(("typed", "rating"), [("1", 1), ("hard", 2), ("G", 3), ("4", 4), ("", 3)])
def test_a_rating_is_a_number_or_a_word(reviews: Reviews, typed: str, rating: int) -> None:
    hold(reviews, ["Kerrin", typed, "q"], CLOZE)
    assert [rating] == [review.rating for review in reviews.since(NOON)]


def test_a_rating_that_is_none_is_asked_for_again(reviews: Reviews) -> None:
    assert "Please type 1, 2, 3 or 4" in hold(reviews, ["Kerrin", "5", "2", "q"], CLOZE)[1]


@pytest.mark.parametrize("last", ["q", None])
def test_who_stops_at_the_rating_keeps_the_review(reviews: Reviews, last: str | None) -> None:
    _, _, stop = hold(reviews, ["Kerrin", last], CLOZE)
    assert (Stop.QUIT, 1) == (stop, len(reviews.since(NOON)))


def test_u_at_the_rating_asks_the_same_item_again(reviews: Reviews) -> None:
    _, said, _ = hold(reviews, ["Kerin", "u", "Kerrin", "", "q"], CLOZE)
    assert 2 == said.count("Question 1, new.")
    assert 1 == len(reviews.since(NOON))


def test_u_takes_back_the_last_review(reviews: Reviews) -> None:
    learning, said, _ = hold(reviews, ["Nobody", "1", "u", "Kerrin", "4", "q"], CLOZE, new=1)
    assert "The review of question 1 is taken back." in said
    assert [4] == [review.rating for review in reviews.since(NOON)]
    assert 1 == len(learning.made)


def test_u_takes_back_the_review_of_a_known_card(reviews: Reviews) -> None:
    reviews.add(Answered(CLOZE.id, "vale", "sides", Rating.EASY, 1, 1, ""), NOON - timedelta(days=30))
    before = reviews.card(CLOZE.id)
    hold(reviews, ["Nobody", "1", "u", "q"], CLOZE)
    assert before == reviews.card(CLOZE.id)


def test_u_with_no_review_says_so(reviews: Reviews) -> None:
    assert "There is no review of this session to take back." in hold(reviews, ["u", "q"], CLOZE)[1]


def test_a_known_item_comes_when_it_is_due_and_not_before(reviews: Reviews) -> None:
    hold(reviews, ["Kerrin", "4"], CLOZE)
    due = reviews.cards()[CLOZE.id].due
    assert queue(reviews, CLOZE, now=due - timedelta(days=2)).next(due - timedelta(days=2)) is None
    assert CLOZE == queue(reviews, CLOZE, now=due).next(due)


def test_a_forgotten_item_comes_again_in_the_same_session(reviews: Reviews) -> None:
    _, said, stop = hold(reviews, ["Nobody", "1", "Kerrin", "4"], CLOZE)
    assert (2, Stop.END) == (said.count("Kept as"), stop)


def test_the_most_of_a_session_is_kept_to(reviews: Reviews) -> None:
    _, said, stop = hold(reviews, ["Kerrin", "4", "x", "1"], CLOZE, SHORT, most=1)
    assert (1, Stop.END) == (said.count("Kept as"), stop)


def test_new_ones_are_limited_by_the_day(reviews: Reviews) -> None:
    items = (CLOZE, SHORT, NUMERIC)
    hold(reviews, ["Kerrin", "4", "x", "4", "y", "4"], *items, new=2)
    assert 2 == len(reviews.cards())
    assert 0 == queue(reviews, *items, new=2).counts(NOON).new
    tomorrow = NOON + timedelta(days=1)
    assert 1 == queue(reviews, *items, now=tomorrow, new=2).counts(tomorrow).new


def test_siblings_are_asked_on_other_days(reviews: Reviews) -> None:
    twin = replace(SHORT, facts=CLOZE.facts)
    _, said, stop = hold(reviews, ["x", "4"], CLOZE, twin)
    assert (1, Stop.END) == (said.count("Kept as"), stop)
    tomorrow = NOON + timedelta(days=1)
    assert queue(reviews, CLOZE, twin, now=tomorrow).next(tomorrow) in (CLOZE, twin)


def test_due_siblings_are_counted_as_waiting(reviews: Reviews) -> None:
    twin = replace(SHORT, facts=CLOZE.facts)
    for item in (CLOZE, twin):
        reviews.add(Answered(item.id, "vale", "sides", Rating.EASY, 1, 1, ""), NOON - timedelta(days=60))
    counts = queue(reviews, CLOZE, twin).counts(NOON)
    assert (1, 0, 1) == (counts.due, counts.new, counts.siblings)
    assert "1 more wait for another day" in hold(reviews, ["q"], CLOZE, twin)[1]


def test_a_reworded_item_keeps_its_progress_and_a_retired_one_its_history(reviews: Reviews) -> None:
    hold(reviews, ["Kerrin", "4"], CLOZE)
    due = reviews.cards()[CLOZE.id].due
    reworded = replace(CLOZE, stem="The mill at _____ fell to the League on 3 May.")
    assert reworded == queue(reviews, reworded, now=due).next(due)
    assert queue(reviews, SHORT, now=due, new=0).next(due) is None
    assert CLOZE.id in reviews.counts()


def test_ctrl_c_keeps_what_was_reviewed(reviews: Reviews) -> None:
    _, _, stop = hold(reviews, ["Kerrin", "3", KeyboardInterrupt], CLOZE, SHORT)
    assert (Stop.INTERRUPT, 1) == (stop, len(reviews.since(NOON)))


def test_the_summary_counts(reviews: Reviews) -> None:
    learning, _, _ = hold(reviews, ["Kerrin", "3", "nobody", "1", "q"], CLOZE)
    assert "Reviewed: 2 questions, 50% right. Due tomorrow: 3." == told(learning, 3)
    assert "Reviewed: 0 questions. Due tomorrow: 0." == told(hold(reviews, ["q"], NUMERIC)[0], 0)


def test_statistics_go_by_day(reviews: Reviews) -> None:
    for days, rating in ((3, 3), (1, 1), (0, 3)):
        reviews.add(Answered("x", "vale", "dates", Rating(rating), 1, 1, ""), NOON - timedelta(days=days))
    found = statistics(reviews.since(NOON - timedelta(days=99)), reviews.cards().values(), NOON)
    assert (1, 3, 1, 2) == (found.cards, found.reviews, found.today, found.streak)
    assert ((1, 0), (1, 1)) == (found.right["2026-02-28"], found.right["2026-03-01"])
    assert {"dates": (3, 2)} == found.families
    assert 2 / 3 == found.retention
    assert sum(found.due.values()) == 1


def test_without_a_review_there_is_nothing_to_tell(reviews: Reviews) -> None:
    found = statistics((), (), NOON)
    assert (None, 0, 0) == (found.retention, found.streak, sum(found.due.values()))
