"""What a teacher chooses of how things are printed; the command line and a recipe's `print` make the same thing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Flip(StrEnum):
    """How a card's question and answer meet: over which edge the printer turns the sheet, or side by side to be folded."""

    LONG = "long"
    SHORT = "short"
    FOLD = "fold"


@dataclass(frozen=True, slots=True)
class Printing:
    """`fonts`: "firago", "hyperlegible" or font files, the first that has a character sets it. `wide`: more space between letters
    and lines. `explain`: the key gives reasons and sources. `word_bank`: the words of the blanks stand above them. `passage`:
    the text stands before the questions. `names`: one form for each of them.
    """

    fonts: tuple[str, ...] = ()
    large_print: bool = False
    wide: bool = False
    explain: bool = False
    word_bank: bool = False
    flip: Flip = Flip.LONG
    names: tuple[str, ...] = ()
