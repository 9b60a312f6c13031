"""The terminal quiz as a conversation: what is asked, what is said, how it ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from quizgen.assembly import Quiz
from quizgen.formats import Drawn
from quizgen.study.outcome import Outcome, Reply, Stop, duration, rows
from quizgen.study.screen import Piped, Plain, TimeUpError
from quizgen.study.session import Manner, run
from tests.grading.cases import DRAWN

CHOICE, PERSON, RESPONSE, COUNTS = DRAWN["choice"], DRAWN["person"], DRAWN["response"], DRAWN["counts"]
A_PIPE, PERSON_THERE = Manner(), Manner(retry=True)


def talk(typed: Iterable[object], *drawn: Drawn, manner: Manner = A_PIPE, width: int = 80, ascii_only: bool = False) -> tuple[Outcome, str]:
    """Hold a session on these items with these lines of input; give its outcome and all that was said."""
    left, said = list(typed), []

    def read(prompt: str) -> str | None:
        line = left.pop(0) if left else None
        if isinstance(line, type) and issubclass(line, BaseException):
            raise line
        if prompt:
            said.append(f"{prompt}{line}")
        return line if line is None else str(line)

    screen = (Plain if manner.retry else Piped)(said.append, read, lambda: width, is_ascii=ascii_only)
    outcome = run(Quiz("42", drawn), screen, manner)
    return outcome, "\n".join(said)


def test_a_session_reads_like_this() -> None:
    outcome, said = talk(["a", "Diyap", "a c"], CHOICE, PERSON, RESPONSE)
    assert (
        said
        == """\
3 questions. s skips, ? gives a hint for half the points, u takes back the last
answer, ! says that a question is bad, q stops.

Question 1 of 3. Choose one answer. Type the letter of your choice.
Which group held the mill at Orsk?
  a) Southern League
  b) Northern League
  c) Guard of Tamm
  d) Free Rangers
> a
Wrong. The answer: b) Northern League
“Southern League”: Southern League fought on the other side.
The lead says so.
Source: vale-1911.txt, line 12: “On 3 May the Northern League crossed the Vell
and took the mill at Orsk.”

Question 2 of 3. Answer in a few words. Type your answer.
Who led the garrison of Tamm?
> Diyap
Right: Wa’el Diyab
Accepted with 1 letter off: Diyab.
The lead says so.
Source: vale-1911.txt, line 12: “On 3 May the Northern League crossed the Vell
and took the mill at Orsk.”

Question 3 of 3, 2 points. Choose every right answer. Type all the right
letters.
Which of these fought for the League?
  a) Orsk Militia
  b) Grey Lancers
  c) Vell Battalion
  d) Ferry Guard
  e) Tamm Dragoons
  f) River Company
> a c
Partly right, 1.33 of 2 points. The answer: a) Orsk Militia; c) Vell Battalion;
d) Ferry Guard
The lead says so.
Source: vale-1911.txt, line 12: “On 3 May the Northern League crossed the Vell
and took the mill at Orsk.”

Score: 2.33 of 4 points, 58%; 1 right, 0 skipped.
Missed: 2.
  1. Which group held the mill at Orsk? The answer: b) Northern League
  3. Which of these fought for the League? The answer: a) Orsk Militia; c) Vell
     Battalion; d) Ferry Guard
The same quiz again: --seed 42"""
    )
    assert (3, 4, Stop.END) == (len(outcome.replies), outcome.possible, outcome.stop)


def test_how_to_answer_is_said_where_the_format_is_new() -> None:
    assert 1 == talk(["a", "b"], CHOICE, CHOICE)[1].count("Type the letter")


def test_s_or_an_empty_line_of_a_pipe_skips() -> None:
    outcome, said = talk(["s", "", "b"], CHOICE, CHOICE, CHOICE)
    assert [True, True, False] == [reply.grade is None for reply in outcome.replies]
    assert 2 == said.count("Skipped. The answer: b) Northern League")
    assert "Score: 1 of 3 points, 33%; 1 right, 2 skipped." in said


def test_an_empty_line_of_a_person_is_no_answer() -> None:
    outcome, said = talk(["", "b"], CHOICE, manner=PERSON_THERE)
    assert outcome.points == 1
    assert "Please type the letter of your choice, or s to skip." in said


def test_q_stops_and_scores_what_was_put() -> None:
    outcome, said = talk(["b", "q"], CHOICE, PERSON, RESPONSE)
    assert outcome.stop is Stop.QUIT
    assert "Stopped after 1 of 3 questions.\nScore: 1 of 1 point, 100%; 1 right, 0 skipped." in said


def test_the_end_of_input_stops_at_once() -> None:
    outcome, said = talk([], CHOICE)
    assert (Stop.QUIT, ()) == (outcome.stop, outcome.replies)
    assert "Stopped after 0 of 1 question.\nScore: 0 of 0 points; 0 right, 0 skipped." in said


def test_ctrl_c_stops_and_scores_what_was_put() -> None:
    outcome, said = talk(["b", KeyboardInterrupt], CHOICE, PERSON, manner=PERSON_THERE)
    assert outcome.stop is Stop.INTERRUPT
    assert "Score: 1 of 1 point" in said


def test_a_person_is_asked_again_twice() -> None:
    outcome, said = talk(["x", "y", "b"], CHOICE, manner=PERSON_THERE)
    assert 2 == said.count("Please type the letter of your choice.")
    assert 1 == outcome.points
    assert 0 == talk(["x", "y", "z", "b"], CHOICE, manner=PERSON_THERE)[0].points


def test_a_person_may_stop_or_skip_when_asked_again() -> None:
    assert talk(["x", "q"], CHOICE, manner=PERSON_THERE)[0].stop is Stop.QUIT
    assert talk(["x", "s"], CHOICE, manner=PERSON_THERE)[0].replies[0].grade is None


def test_a_person_is_asked_which_date_is_meant() -> None:
    outcome, said = talk(["8/3", "3 aug"], DRAWN["bare day"], manner=PERSON_THERE)
    assert "“8/3” may be 8 March or 3 August: please write the month as a word." in said
    assert outcome.points == 1


def test_each_line_of_a_pipe_answers_one_item() -> None:
    outcome, said = talk(["x", "b"], CHOICE, CHOICE)
    assert 1 == outcome.points
    assert "Wrong. The answer: b) Northern League\n“x” could not be read as the letter of your choice." in said
    assert "> x\nWrong" in said


def test_a_part_of_a_date_is_partly_right() -> None:
    said = talk(["July 2016"], DRAWN["full date"])[1]
    assert "Partly right, 0.5 of 1 point. The answer: 31 July 2016\nA part of the date is missing.\nSource" in said


def test_names_of_the_model_guard_against_a_lucky_typo() -> None:
    assert 1 == talk(["Kerran"], DRAWN["place"])[0].points
    assert 0 == talk(["Kerran"], DRAWN["place"], manner=Manner(others=("Kerra",)))[0].points


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("choice", "It is not d) Free Rangers."),
        ("counts", "It is not d) 900."),
        ("response", "3 of the 6 are right."),
        ("ordering", "It begins with b)."),
        ("matching", "1 goes with b."),
        ("sorting", "1 goes to a) League."),
        ("person", "It begins with “W”; 2 words, of 5 and 5 letters."),
        ("place", "It begins with “K”; 1 word, of 6 letters."),
        ("figure", "It has 4 digits and begins with 8."),
        ("day", "It was in July."),
        ("month", "It was in the 2000s."),
        ("gap number", "It has 2 digits and begins with 9."),
    ],
)
def test_a_hint_helps(asked: str, told: str) -> None:
    assert f"Hint, for half the points: {told}" in talk(["?"], DRAWN[asked], manner=PERSON_THERE, width=200)[1]


def test_a_hint_costs_half_the_points() -> None:
    outcome, said = talk(["?", "b"], CHOICE, manner=PERSON_THERE)
    assert (0.5, True) == (outcome.points, outcome.replies[0].hinted)
    assert "Right, with a hint, 0.5 of 1 point: b) Northern League" in said


def test_where_there_is_no_hint_nothing_is_paid() -> None:
    outcome, said = talk(["?", "t"], DRAWN["statement"])
    assert outcome.points == 1
    assert "There is no hint for this one." in said


def test_u_takes_back_the_last_answer() -> None:
    undone: list[Reply] = []
    outcome, said = talk(["a", "u", "b", "Diyab"], CHOICE, PERSON, manner=Manner(on_undo=undone.append))
    assert (2, 1) == (outcome.points, len(undone))
    assert "The answer to question 1 is taken back.\n\nQuestion 1 of 2." in said


def test_u_at_the_first_question_says_that_there_is_nothing_to_take_back() -> None:
    assert "There is no answer to take back." in talk(["u", "b"], CHOICE)[1]


def flags(typed: list[object], *drawn: Drawn) -> list[tuple[str, str]]:
    noted: list[tuple[str, str]] = []
    manner = Manner(retry=True, on_flag=lambda one, reason: noted.append((one.item.id, reason)))
    talk(typed, *drawn, manner=manner)
    return noted


def test_a_bad_question_is_noted_with_a_reason() -> None:
    assert [(CHOICE.item.id, "two are right")] == flags(["!", "two are right", "b"], CHOICE)
    assert [(CHOICE.item.id, "two are right")] == flags(["! two are right", "b"], CHOICE)
    assert [(PERSON.item.id, "spelt otherwise")] == flags(["b", "spelt otherwise", "q"], PERSON)


def test_the_question_before_can_be_called_bad() -> None:
    assert [(CHOICE.item.id, "not so")] == flags(["b", "!", "p", "not so", "q"], CHOICE, PERSON)


def test_no_reason_notes_nothing() -> None:
    assert [] == flags(["!", "", "q"], CHOICE)


def test_b_is_the_letter_of_an_option() -> None:
    assert [] == flags(["b"], CHOICE)


def test_an_exam_tells_nothing_before_its_end() -> None:
    _, said = talk(["a", "b"], CHOICE, COUNTS, manner=Manner(feedback=False, minutes=5))
    before, after = said.split("Score:")
    assert said.startswith("2 questions. You have 5 minutes. What was right is told at the end.")
    assert "The answer" not in before
    assert "1. Which group held the mill at Orsk? The answer: b) Northern League\n     You typed: a. Source: vale" in after


def test_when_the_time_is_up_what_was_answered_is_scored() -> None:
    outcome, said = talk(["b", TimeUpError], CHOICE, COUNTS)
    assert (Stop.TIME, 1) == (outcome.stop, outcome.points)
    assert "The time is up." in said


def test_in_practice_what_was_missed_comes_again_until_it_is_right() -> None:
    outcome, said = talk(["Nobody", "b", "no", "Diyab"], PERSON, CHOICE, manner=Manner(repeat=True))
    assert (1, 2, 4) == (outcome.points, outcome.possible, len(outcome.replies))
    assert 2 == said.count("Question 1 of 2 once more")


def test_practice_with_a_program_comes_to_an_end() -> None:
    outcome, _ = talk(["no"] * 99, PERSON, manner=Manner(repeat=True))
    assert (10, Stop.END) == (len(outcome.replies), outcome.stop)


def test_an_answer_taken_back_in_practice_does_not_come_again() -> None:
    outcome, _ = talk(["Nobody", "u", "Diyab", "b"], PERSON, CHOICE, manner=Manner(repeat=True))
    assert (2, 2) == (outcome.points, len(outcome.replies))


def test_practice_that_is_stopped_says_so() -> None:
    assert "Stopped before all were right." in talk(["a"], CHOICE, manner=Manner(repeat=True))[1]


def test_the_score_is_told_by_family() -> None:
    from quizgen.items import Family

    dated = replace(PERSON, item=replace(PERSON.item, family=Family.DATES))
    assert "By family: sides 1 of 1; dates 0 of 1." in talk(["b", "no"], CHOICE, dated)[1]


def test_the_time_is_told() -> None:
    clock = iter([0.0, 1.0, 5.0, 72.0])
    outcome, said = talk(["b"], CHOICE, manner=Manner(clock=lambda: next(clock)))
    assert "Time: 1 min 12 s." in said
    assert outcome.replies[0].seconds == 4


@pytest.mark.parametrize(("seconds", "told"), [(0.2, "1 s"), (59, "59 s"), (60, "1 min 0 s"), (3900, "1 h 5 min")])
def test_a_duration_in_words(seconds: float, told: str) -> None:
    assert told == duration(seconds)


def test_how_to_go_on_is_said_where_something_was_missed() -> None:
    manner = Manner(onward=("Print them.",))
    assert "Print them." in talk(["a"], CHOICE, manner=manner)[1]
    assert "Print them." not in talk(["b"], CHOICE, manner=manner)[1]


def test_a_row_for_each_answer() -> None:
    outcome, _ = talk(["?", "b", "s"], CHOICE, PERSON)
    first, second = rows(outcome, "42", "2026-01-02")
    assert ("b", 1, 0.5, True, False) == tuple(first[key] for key in ("typed", "score", "points", "hint", "skipped"))
    assert (None, True, "Wa’el Diyab") == tuple(second[key] for key in ("score", "skipped", "answer"))


@pytest.mark.parametrize("width", [20, 40, 80])
def test_a_narrow_terminal_is_kept_to(width: int) -> None:
    said = talk(["a", "Diyap"], CHOICE, PERSON, width=width)[1]
    assert max(map(len, said.splitlines())) <= width


def test_wide_characters_take_two_columns() -> None:
    wide = replace(CHOICE, item=replace(CHOICE.item, stem="長沙 " * 20 + "?"))
    stem = talk(["b"], wide, width=40)[1].split("choice.\n")[1].splitlines()[0]
    assert len(stem) * 2 - stem.count(" ") <= 40


def test_control_characters_of_a_source_do_not_reach_the_terminal() -> None:
    sly = replace(CHOICE, item=replace(CHOICE.item, stem="Red\x1b[2J\u202ealert?"))
    said = talk(["\x1b[31mb"], sly)[1]
    assert "\x1b" not in said
    assert "\u202e" not in said


def test_a_terminal_of_ascii_alone_gets_no_other_characters() -> None:
    said = talk(["Dien Bien Phu"], DRAWN["accents"], ascii_only=True)[1]
    assert said.isascii()
    assert "Right: Dien Bien Phu" in said


def test_a_reason_is_a_sentence() -> None:
    item = replace(CHOICE.item, distractors=tuple(replace(d, why_false="1 day too late") for d in CHOICE.item.distractors))
    assert "“Southern League”: 1 day too late.\n" in talk(["a"], replace(CHOICE, item=item))[1]


def test_the_command_to_repeat_is_the_callers() -> None:
    assert "The same quiz again: quizgen quiz vale --seed 42" in talk(["a"], CHOICE, manner=Manner(again="quizgen quiz vale --seed 42"))[1]
