"""The conversation of a session on a terminal with colours: the same words, with a sign where colour carries a meaning."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from quizgen.diagnostics import visible
from quizgen.study.screen import Part
from quizgen.wording import in_ascii

STYLES: Mapping[Part, str] = {
    Part.HEAD: "bold cyan",
    Part.STEM: "bold",
    Part.RIGHT: "bold green",
    Part.PARTLY: "bold yellow",
    Part.WRONG: "bold red",
    Part.NOTE: "italic",
    Part.SOURCE: "bright_black",
}
SIGNS: Mapping[Part, str] = {Part.RIGHT: "✓ ", Part.PARTLY: "± ", Part.WRONG: "✗ "}
WIDEST = 100  # columns of text that still read well


class Colours:
    """A terminal that rich draws on; it is measured anew for each line."""

    def __init__(self, console: Console, read: Callable[[str], str | None], *, is_ascii: bool = False) -> None:
        self._console, self._read, self._is_ascii = console, read, is_ascii

    def say(self, text: str, part: Part = Part.PLAIN) -> None:
        """Show a line in the style of its part."""
        if part is Part.GAP:
            self._console.print(text)
            return
        shown = SIGNS.get(part, "") + visible(text)
        shown = in_ascii(shown) if self._is_ascii else shown
        width = min(WIDEST, self._console.width)
        if part is Part.OPTION:
            label, space, rest = shown.partition(" ")
            body = Text.assemble((label, "bold cyan"), space, rest)
            self._console.print(Padding(body, (0, 0, 0, 2), expand=False), width=width)
        else:
            self._console.print(Text(shown, style=STYLES.get(part, "")), width=width, overflow="fold")

    def ask(self, prompt: str) -> str | None:
        """Ask for a line."""
        return self._read(prompt)
