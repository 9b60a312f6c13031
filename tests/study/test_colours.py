"""The screen with colours: the same words as the plain one, signs beside colours, and the width of the terminal."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console

from quizgen.study.colours import WIDEST, Colours
from quizgen.study.screen import Part


def shown(text: str, part: Part, *, width: int = 40, ascii_only: bool = False) -> str:
    """What stands on the screen, its colours marked."""
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, color_system="standard", width=width, highlight=False, markup=False, emoji=False)
    Colours(console, lambda _prompt: "b", is_ascii=ascii_only).say(text, part)
    return out.getvalue()


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[\d;]*m", "", text)


@pytest.mark.parametrize(
    ("part", "told"),
    [
        (Part.RIGHT, "✓ Right\n"),
        (Part.WRONG, "✗ Right\n"),
        (Part.PARTLY, "± Right\n"),
        (Part.STEM, "Right\n"),
        (Part.PLAIN, "Right\n"),
        (Part.GAP, "Right\n"),
    ],
)
def test_a_colour_is_never_the_only_signal(part: Part, told: str) -> None:
    assert told == plain(shown("Right", part))


def test_what_is_right_or_wrong_is_coloured() -> None:
    assert {"\x1b[1;32m", "\x1b[1;31m"} == {shown("x", part)[:7] for part in (Part.RIGHT, Part.WRONG)}


def test_options_are_set_in_and_markup_is_text() -> None:
    assert "  a) [bold]Tamm[/bold] :smile:\n" == plain(shown("a) [bold]Tamm[/bold] :smile:", Part.OPTION)).replace(" \n", "\n")


@pytest.mark.parametrize(("width", "widest"), [(40, 40), (300, WIDEST)])
def test_lines_are_as_wide_as_reads_well(width: int, widest: int) -> None:
    lines = plain(shown("word " * 200, Part.PLAIN, width=width)).splitlines()
    assert widest - 6 < max(map(len, map(str.rstrip, lines))) <= widest


def test_a_terminal_of_ascii_alone_gets_ascii() -> None:
    assert "+ Muller - x\n" == plain(shown("Müller – x", Part.RIGHT, ascii_only=True))


def test_control_characters_do_not_reach_the_terminal() -> None:
    assert "\x1b[2J" not in shown("a\x1b[2Jb", Part.PLAIN)


def test_a_line_is_asked_for() -> None:
    assert "b" == Colours(Console(file=io.StringIO()), lambda _prompt: "b").ask("> ")
