"""What a session says, by its part in the conversation → lines on a terminal or down a pipe; plain ones read well aloud."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from enum import Enum, auto
from typing import Protocol

from quizgen.diagnostics import visible
from quizgen.wording import in_ascii

NARROWEST = 20  # columns; narrower terminals wrap by themselves


class Part(Enum):
    """What a line is in the conversation."""

    PLAIN = auto()
    HEAD = auto()
    STEM = auto()
    OPTION = auto()
    RIGHT = auto()
    PARTLY = auto()
    WRONG = auto()
    NOTE = auto()
    SOURCE = auto()
    GAP = auto()


class TimeUpError(Exception):
    """The time for a quiz is over."""


class Screen(Protocol):
    """Where a session takes place."""

    def say(self, text: str, part: Part = Part.PLAIN) -> None:
        """Show a line of the conversation, as many lines of the screen as it takes."""

    def ask(self, prompt: str) -> str | None:
        """Ask for a line; None when there are no more. Raises TimeUpError."""


class Plain:
    """Lines of text alone: no colour, no cursor, nothing drawn. `width()` is asked anew for each, as terminals are resized."""

    def __init__(
        self, write: Callable[[str], None], read: Callable[[str], str | None], width: Callable[[], int], *, is_ascii: bool = False
    ) -> None:
        self._write, self._read, self._width, self._is_ascii = write, read, width, is_ascii

    def say(self, text: str, part: Part = Part.PLAIN) -> None:
        """Show a line, wrapped; options are set in."""
        shown = visible(text)
        indent = "  " if part is Part.OPTION else ""
        for line in wrapped(in_ascii(shown) if self._is_ascii else shown, self._width(), indent):
            self._write(line)

    def ask(self, prompt: str) -> str | None:
        """Ask for a line."""
        return self._read(prompt)


class Piped(Plain):
    """Plain lines whose answers come down a pipe: each is shown where a person's typing would stand."""

    def ask(self, prompt: str) -> str | None:
        """Take the next line."""
        typed = self._read("")
        if typed is not None:
            self.say(prompt + typed)
        return typed


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """Break a text into lines; an option's further lines stand under its text. Wide characters take two columns."""
    hanging = indent + "   " * bool(indent)
    lines = textwrap.wrap(_widened(text), max(NARROWEST, width), initial_indent=indent, subsequent_indent=hanging)
    return [line.replace(_FILL, "") for line in lines] or [""]


_FILL = "\x00"  # stands behind a wide character while lines are measured; `visible` leaves none in a text


def _widened(text: str) -> str:
    if text.isascii():
        return text
    import unicodedata

    joined = unicodedata.normalize("NFC", text)
    return "".join(c + _FILL * (unicodedata.east_asian_width(c) in "WF") for c in joined)
