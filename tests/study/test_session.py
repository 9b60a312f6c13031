"""The terminal quiz as a conversation: what is asked, what is said, how it ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from quizgen.assembly import Quiz
from quizgen.formats import Drawn
from quizgen.study.session import Outcome, run
from tests.grading.cases import DRAWN

CHOICE, PERSON, RESPONSE = DRAWN["choice"], DRAWN["person"], DRAWN["response"]


def talk(typed: Iterable[str], *drawn: Drawn, **options: object) -> tuple[Outcome, str]:
    """Hold a session on these items with these lines of input; give its outcome and all that was said."""
    left, said = list(typed), []

    def ask(prompt: str) -> str | None:
        line = left.pop(0) if left else None
        if prompt:
            said.append(f"{prompt}{line}")
        return line

    outcome = run(Quiz("42", drawn), ask, said.append, **options)  # type: ignore[arg-type]
    return outcome, "\n".join(said)


def test_a_session_reads_like_this() -> None:
    outcome, said = talk(["a", "Diyap", "a c"], CHOICE, PERSON, RESPONSE)
    assert (
        said
        == """\
3 questions. Type s to skip one, q to stop.

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
The same quiz again: --seed 42"""
    )
    assert (3, 4, False) == (len(outcome.replies), outcome.possible, outcome.stopped)


def test_how_to_answer_is_said_where_the_format_is_new() -> None:
    assert 1 == talk(["a", "b"], CHOICE, CHOICE)[1].count("Type the letter")


def test_s_or_an_empty_line_skips() -> None:
    outcome, said = talk(["s", "", "b"], CHOICE, CHOICE, CHOICE)
    assert [True, True, False] == [reply.grade is None for reply in outcome.replies]
    assert 2 == said.count("Skipped. The answer: b) Northern League")
    assert "Score: 1 of 3 points, 33%; 1 right, 2 skipped." in said


def test_q_stops_and_scores_what_was_put() -> None:
    outcome, said = talk(["b", "q"], CHOICE, PERSON, RESPONSE)
    assert outcome.stopped
    assert "Stopped after 1 of 3 questions.\nScore: 1 of 1 point, 100%; 1 right, 0 skipped." in said


def test_the_end_of_input_stops_at_once() -> None:
    outcome, said = talk([], CHOICE)
    assert (True, ()) == (outcome.stopped, outcome.replies)
    assert "Stopped after 0 of 1 question.\nScore: 0 of 0 points; 0 right, 0 skipped." in said


def test_a_person_is_asked_again_twice() -> None:
    outcome, said = talk(["x", "y", "b"], CHOICE, retry=True)
    assert 2 == said.count("Please type the letter of your choice.")
    assert 1 == outcome.points
    assert 0 == talk(["x", "y", "z", "b"], CHOICE, retry=True)[0].points


def test_a_person_may_stop_or_skip_when_asked_again() -> None:
    assert talk(["x", "q"], CHOICE, retry=True)[0].stopped
    assert talk(["x", "s"], CHOICE, retry=True)[0].replies[0].grade is None


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
    assert 0 == talk(["Kerran"], DRAWN["place"], others=("Kerra",))[0].points


def test_a_narrow_terminal_is_kept_to() -> None:
    said = talk(["a", "Diyap"], CHOICE, PERSON, width=40)[1]
    assert max(map(len, said.splitlines())) <= 40
    assert "\n   " not in talk(["a"], CHOICE, width=80)[1].replace("\n  a)", "")


def test_control_characters_of_a_source_do_not_reach_the_terminal() -> None:
    sly = replace(CHOICE, item=replace(CHOICE.item, stem="Red\x1b[2J\u202ealert?"))
    said = talk(["\x1b[31mb"], sly)[1]
    assert "\x1b" not in said
    assert "\u202e" not in said


def test_a_reason_is_a_sentence() -> None:
    item = replace(CHOICE.item, distractors=tuple(replace(d, why_false="1 day too late") for d in CHOICE.item.distractors))
    assert "“Southern League”: 1 day too late.\n" in talk(["a"], replace(CHOICE, item=item))[1]


def test_the_command_to_repeat_is_the_callers() -> None:
    assert "The same quiz again: quizgen quiz vale --seed 42" in talk(["a"], CHOICE, again="quizgen quiz vale --seed 42")[1]
