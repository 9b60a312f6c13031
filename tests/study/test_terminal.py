"""Sessions in a pseudo-terminal: every format with its keys, and what terminals do: resize, Ctrl-C, Ctrl-D, a hang-up."""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

pexpect = pytest.importorskip("pexpect", reason="there is no pseudo-terminal on this system")

ROOT = Path(__file__).parents[2]
MARN = "tests/campaigns/marn.yaml"
UTF8 = {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}
COLOUR = re.compile(r"\x1b\[[\d;]*m")


class Terminal:
    """A program in a pseudo-terminal, what it showed, and what is typed into it."""

    def __init__(self, *argv: str, columns: int = 80, env: dict[str, str] | None = None) -> None:
        kept = {name: value for name, value in os.environ.items() if name not in ("LC_ALL", "LC_CTYPE", "LANG", "NO_COLOR", "COLUMNS")}
        self.child = pexpect.spawn(
            sys.executable,
            list(argv),
            env={**kept, **(env or UTF8)},
            dimensions=(40, columns),
            encoding="utf-8",
            cwd=str(ROOT),
            timeout=60,
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # a shell's background job would pass on that it is ignored
        )
        self.raw = ""

    def wait(self, text: str = "> ") -> str:
        """Wait until a text is shown; gives what was shown since the last time, without colours."""
        self.child.expect_exact(text)
        shown = self.child.before + self.child.after
        self.raw += shown
        return self.plain(shown)

    def type(self, line: str) -> str:
        """Type a line; gives what is shown until the next prompt."""
        self.child.sendline(line)
        return self.wait()

    def end(self, line: str | None = None) -> str:
        """Type a last line; gives what is shown until the program ends."""
        if line is not None:
            self.child.sendline(line)
        self.child.expect(pexpect.EOF)
        self.raw += self.child.before
        self.child.close()
        return self.plain(self.child.before)

    @staticmethod
    def plain(shown: str) -> str:
        """The text of a screen: colours and the terminal's own line ends taken out."""
        text = re.sub(r"\x1b\[\?\d+[hl]", "", COLOUR.sub("", shown)).replace("\r\n", "\n")
        return "\n".join(line.rstrip() for line in text.split("\n"))


@pytest.fixture
def start() -> Iterator[object]:
    """Start programs, and end those that still run."""
    running: list[Terminal] = []

    def begin(*argv: str, **options: object) -> Terminal:
        running.append(Terminal(*argv, **options))  # type: ignore[arg-type]
        return running[-1]

    yield begin
    for terminal in running:
        terminal.child.close(force=True)


def play(start, *names: str, **options) -> Terminal:
    return start("-m", "tests.study.play", *names, **options)


FORMATS = [
    ("choice", "b", "✓ Right: b) Northern League"),
    ("choice", "2", "✓ Right: b) Northern League"),
    ("choice", "c", "✗ Wrong. The answer: b) Northern League"),
    ("response", "acd", "✓ Right: a) Orsk Militia; c) Vell Battalion; d) Ferry Guard"),
    ("response", "1 3 4", "✓ Right: a) Orsk Militia"),
    ("statement", "t", "✓ Right: True"),
    ("ordering", "b c a", "✓ Right: "),
    ("ordering", "bac", "± Partly right, 0.67 of 2 points."),
    ("matching", "1b 2a 3e 4d", "✓ Right: "),
    ("sorting", "a14 b23", "✓ Right: "),
    ("person", "wael diyab", "✓ Right: Wa’el Diyab"),
    ("place", "Kerin", "✓ Right: Kerrin"),
    ("figure", "eight thousand", "✓ Right: 8,000"),
    ("full date", "31/7/16", "✓ Right: 31 July 2016"),
]


def test_every_format_is_answered_with_few_keys(start):
    terminal = play(start, *(name for name, _, _ in FORMATS))
    terminal.wait()
    for name, typed, told in FORMATS[:-1]:
        assert told in terminal.type(typed), name
    assert FORMATS[-1][2] in terminal.end(FORMATS[-1][1])


SCREEN = """\

Question 1 of 2. Choose one answer. Type the letter of your choice.
Which group held the mill at Orsk?
  a) Southern League
  b) Northern League
  c) Guard of Tamm
  d) Free Rangers
>"""


def test_with_colours_and_without_the_words_are_the_same(start):
    coloured, plain = play(start, "choice", "person"), play(start, "--plain", "choice", "person")
    assert coloured.wait().endswith(SCREEN)
    assert plain.wait().endswith(SCREEN)
    assert "\x1b[" in coloured.raw
    assert "\x1b" not in plain.raw
    said, read = coloured.type("a"), plain.type("a")
    assert said.replace("✗ ", "").split() == read.split()


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_is_asked_for_by_the_environment(start, env):
    terminal = play(start, "choice", env={**UTF8, **env})
    terminal.wait()
    terminal.type("?")
    assert "\x1b" not in terminal.raw


def test_a_terminal_of_ascii_alone_is_given_ascii(start):
    terminal = play(start, "accents", "choice", env={"LANG": "C", "TERM": "xterm"})
    terminal.wait()
    shown = terminal.type("dien bien phu")
    assert "+ Right: Dien Bien Phu" in shown
    assert terminal.plain(terminal.raw).isascii()


@pytest.mark.parametrize("plain", [(), ("--plain",)])
def test_a_narrow_terminal_is_kept_to_and_so_is_a_resized_one(start, plain):
    terminal = play(start, *plain, "choice", "response", columns=40)
    assert max(map(len, terminal.wait().splitlines())) <= 40
    terminal.child.setwinsize(40, 60)
    terminal.child.sendline("a")
    widest = max(map(len, terminal.wait("River Company").splitlines()))
    assert 40 < widest <= 60


def test_ctrl_c_scores_what_was_answered(start):
    terminal = play(start, "choice", "person")
    terminal.wait()
    terminal.type("b")
    terminal.child.sendintr()
    assert "Score: 1 of 1 point" in terminal.end()
    assert terminal.child.exitstatus == 130


def test_ctrl_d_scores_what_was_answered(start):
    terminal = play(start, "choice", "person")
    terminal.wait()
    terminal.type("b")
    terminal.child.sendeof()
    assert "Score: 1 of 1 point" in terminal.end()
    assert terminal.child.exitstatus == 0


def test_the_time_is_up_in_the_middle_of_a_line(start):
    terminal = play(start, "--seconds", "1.5", "choice", "person")
    terminal.wait()
    terminal.child.send("half a li")
    shown = terminal.end()
    assert "The time is up." in shown
    assert "Stopped after 0 of 2 questions." in shown


def test_hint_undo_flag_and_skip_are_keys(start):
    terminal = play(start, "choice", "person")
    terminal.wait()
    assert "Hint, for half the points: It is not d) Free Rangers." in terminal.type("?")
    assert "Question 2 of 2." in terminal.type("a")
    assert "The answer to question 1 is taken back." in terminal.type("u")
    terminal.child.sendline("!")
    terminal.wait("What is wrong with question 1? ")
    assert "Noted: question 1 (Q-" in terminal.type("two are right")
    assert "Question 2 of 2." in terminal.type("b")
    assert "Score: 1 of 2 points, 50%; 1 right, 1 skipped." in terminal.end("s")


def test_a_quiz_that_was_interrupted_is_resumed(start):
    terminal = start("-m", "quizgen", "quiz", MARN, "--seed", "3", "-n", "3")
    terminal.wait()
    second = terminal.type("s")
    terminal.child.sendintr()
    terminal.end()
    assert terminal.child.exitstatus == 130
    again = start("-m", "quizgen", "quiz", "--resume")
    shown = again.wait()
    stem = second[second.index("Question 2") :].split("\n")[1]
    assert stem in shown
    assert "Question 1 of 2." in shown
    again.end("q")


def test_a_terminal_that_hangs_up_leaves_what_was_answered(start):
    terminal = start("-m", "quizgen", "quiz", MARN, "--seed", "3", "-n", "3")
    terminal.wait()
    terminal.type("s")
    terminal.child.close(force=True)
    again = start("-m", "quizgen", "quiz", "--resume")
    assert "Question 1 of 2." in again.wait()
    again.end("q")


def test_study_in_a_terminal_with_its_keys(start):
    terminal = start("-m", "quizgen", "study", MARN, "--types", "dates.start", "--formats", "cloze,date", "--new", "3")
    assert "To repeat: 0." in terminal.wait()
    terminal.child.sendline("3 April 1632")
    terminal.wait("(Enter: ")
    terminal.wait(") ")
    terminal.child.sendline("2")
    assert "Kept as hard: again in" in terminal.wait("minutes.")
    terminal.wait()
    assert "The review of question 1 is taken back." in terminal.type("u")
    assert "Reviewed: 0 questions." in terminal.end("q")


def test_statistics_are_plots_in_a_terminal(start):
    start("-m", "quizgen", "study", MARN, "-n", "1", "--auto").wait()
    terminal = start("-m", "quizgen", "study", MARN, "-n", "1", "--auto")
    terminal.wait()
    terminal.end("s")
    shown = start("-m", "quizgen", "stats").end()
    assert "Due" in shown
    assert "⣿" in shown
    assert "⣿" not in start("-m", "quizgen", "stats", "--plain").end()
