"""Typed letters and numbers → places in a list: "b", "(b)", "a c", "ac", "1b 2a"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizgen.formats import letter

_FILLERS = re.compile(r"\b(and|then|before|option|answer|is)\b|->|[^\w\s]")


def places(typed: str, count: int, *, numbers: bool = False) -> tuple[int, ...]:
    """Read letters, apart or run together, as places below `count`; empty if anything else was typed, or one twice.

    `numbers`: 1, 2, … stand for the letters too, where no option is a number itself.
    """
    words = _FILLERS.sub(" ", typed.casefold()).split()
    names = [letter(i) for i in range(count)]
    if numbers and all(word.isascii() and word.isdecimal() for word in words):
        names = [str(i) for i in range(1, count + 1)]
    if not all(word in names for word in words):
        words = [c for word in words for c in word]
    found = tuple(names.index(word) for word in words) if all(word in names for word in words) else ()
    return found if len({*found}) == len(found) else ()


def are_words(options: Iterable[str]) -> bool:
    """Whether no option begins with a digit, so that a number can stand for its letter."""
    return not any(text[:1].isdigit() for text in options)


def pairs(typed: str, left: int, right: int) -> tuple[tuple[int, int], ...]:
    """Read "1b 2a", "1-b, 2-a" or "1b2a" as pairs of places below `left` and `right`; empty on anything else, or a number twice."""
    text = re.sub(r"[^\w]", "", typed.casefold())
    found = re.findall(r"(\d+)([a-z]+)", text) if re.fullmatch(r"(\d{1,3}[a-z]{1,2})+", text) else []
    names = [letter(i) for i in range(right)]
    if not all(1 <= int(number) <= left and name in names for number, name in found) or len({n for n, _ in found}) < len(found):
        return ()
    return tuple((int(number) - 1, names.index(name)) for number, name in found)


def sorted_out(typed: str, things: int, groups: int) -> dict[int, int]:
    """Read "a: 1 3; b: 2" (or "a13 b2") as {thing: group}, places from 0; empty on anything else, or a thing in two groups.

    A digit is a thing: there are never more than nine.
    """
    text = typed.casefold()
    names = [letter(i) for i in range(groups)]
    if not re.fullmatch(r"[\W_]*([a-z][\W_]*(\d[\W_]*)*)+", text):
        return {}
    found: dict[int, int] = {}
    for name, numbers in re.findall(r"([a-z])([^a-z]*)", text):
        for number in map(int, re.findall(r"\d", numbers)):
            if name not in names or not 1 <= number <= things or number - 1 in found:
                return {}
            found[number - 1] = names.index(name)
    return found
