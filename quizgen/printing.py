"""What a teacher chooses of how things are printed; the command line and a recipe's `print` make the same thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from quizgen.yamlnodes import Node, Problems


class Flip(StrEnum):
    """How a card's question and answer meet: over which edge the printer turns the sheet, or side by side to be folded."""

    LONG = "long"
    SHORT = "short"
    FOLD = "fold"


class Output(StrEnum):
    """What is printed of the items."""

    SHEET = "sheet"
    CARDS = "cards"
    GUIDE = "guide"


STUDENTS = 1000  # that a sheet is printed for, at the most
FLAGS = ("large_print", "wide", "explain", "word_bank", "passage")


@dataclass(frozen=True, slots=True)
class Printing:
    """How things are printed.

    `fonts`: "firago", "hyperlegible" or font files, the first that has a character sets it. `wide`: more space between letters
    and lines. `explain`: the key gives reasons and sources. `word_bank`: the words of the blanks stand above them. `passage`:
    the text, or its `sections`, stands before the questions. `students`: a form for each of them; `roster`: the file that names them.
    """

    output: Output = Output.SHEET
    fonts: tuple[str, ...] = ()
    large_print: bool = False
    wide: bool = False
    explain: bool = False
    word_bank: bool = False
    flip: Flip = Flip.LONG
    passage: bool = False
    sections: tuple[str, ...] = ()
    students: tuple[str, ...] = ()
    roster: str = ""


Choice = TypeVar("Choice", bound=StrEnum)


def _member(usual: Choice, word: str) -> Choice:
    """Give the member that a word names; the usual one for a word that was refused already."""
    return next((member for member in type(usual) if member == word), usual)


def read(node: Node, problems: Problems) -> Printing:
    """Read the `print` of a recipe; what is wrong is added to the problems."""

    def words(value: Node) -> tuple[str, ...]:
        return tuple(problems.text(item, "a name") for item in problems.items(value, "a list"))

    def flag(key: str) -> Callable[[Node], bool]:
        return lambda value: problems.flag(value, key)

    methods: dict[str, Callable[[Node], Any]] = {
        "output": lambda value: _member(Output.SHEET, problems.choice(value, tuple(Output), "output")),
        "flip": lambda value: _member(Flip.LONG, problems.choice(value, tuple(Flip), "flip")),
        "fonts": words,
        "sections": words,
        **{key: flag(key) for key in FLAGS},
    }
    told = problems.table(node, tuple(methods), "print")
    values = {key: methods[key](value) for key, value in told.items()}
    return Printing(**{**values, "passage": values.get("passage", False) or bool(values.get("sections"))})
