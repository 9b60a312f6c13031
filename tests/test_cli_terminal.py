"""What a session takes place on: which screen, how wide, which characters, and for how long."""

import io
import sys
import time
from argparse import Namespace

import pytest

from quizgen.cli import terminal
from quizgen.study.colours import Colours
from quizgen.study.screen import Piped, Plain, TimeUpError


class Stream(io.TextIOWrapper):
    """A stream of a kind and an encoding."""

    def __init__(self, *, is_terminal=True, encoding="utf-8"):
        super().__init__(io.BytesIO(), encoding=encoding)
        self.is_terminal = is_terminal

    def isatty(self):
        return self.is_terminal


@pytest.fixture
def streams(monkeypatch):
    """Set the streams and the environment."""

    def put(stdin=True, stdout=True, encoding="utf-8", **env):
        for name in ("LC_ALL", "LC_CTYPE", "LANG", "NO_COLOR", "PYTHONIOENCODING"):
            monkeypatch.delenv(name, raising=False)
        for name, value in {"TERM": "xterm", **env}.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "stdin", Stream(is_terminal=stdin))
        monkeypatch.setattr(sys, "stdout", Stream(is_terminal=stdout, encoding=encoding))

    return put


@pytest.mark.parametrize(
    ("told", "plain", "kind"),
    [
        ({}, False, Colours),
        ({}, True, Plain),
        ({"NO_COLOR": "1"}, False, Plain),
        ({"TERM": "dumb"}, False, Plain),
        ({"stdout": False}, False, Plain),
        ({"stdin": False}, False, Piped),
    ],
)
def test_the_screen_suits_the_terminal(streams, told, plain, kind):
    streams(**told)
    assert type(terminal.screen(Namespace(plain=plain))) is kind
    assert terminal.is_interactive() is (told.get("stdin", True) and told.get("stdout", True))


@pytest.mark.parametrize(
    ("told", "ascii_alone"),
    [
        ({"LANG": "de_DE.UTF-8"}, False),
        ({}, False),
        ({"LANG": "C"}, True),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "POSIX"}, True),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, True),
        ({"LANG": "C", "PYTHONIOENCODING": "utf-8"}, False),
        ({"LANG": "C", "stdout": False}, False),
        ({"encoding": "ascii"}, True),
        ({"encoding": "iso-8859-1", "stdout": False}, True),
    ],
)
def test_the_locale_says_which_characters_there_are(streams, told, ascii_alone):
    streams(**told)
    assert ascii_alone is terminal.knows_ascii_alone()


def test_a_line_is_read_until_there_are_no_more(monkeypatch, streams):
    streams(stdin=False)
    monkeypatch.setattr(sys, "stdin", io.StringIO("b\n"))
    screen = terminal.screen(Namespace(plain=True))
    screen.say("Question")
    assert ("b", None) == (screen.ask("> "), screen.ask("> "))


def test_the_time_is_up_while_a_line_is_read():
    timed = terminal._within(lambda _prompt: time.sleep(5), 0.2 / 60)
    begin = time.monotonic()
    with pytest.raises(TimeUpError):
        timed("> ")
    assert time.monotonic() - begin < 3
    with pytest.raises(TimeUpError):
        timed("> ")


def test_without_timers_the_time_is_looked_at_after_each_line(monkeypatch):
    monkeypatch.delattr("signal.setitimer")
    assert "b" == terminal._within(lambda _prompt: "b", 1)("> ")
    with pytest.raises(TimeUpError):
        terminal._within(lambda _prompt: time.sleep(0.1), 0.05 / 60)("> ")


def test_a_line_in_time_is_given():
    assert "b" == terminal._within(lambda _prompt: "b", 1)("> ")
