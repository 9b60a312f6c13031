"""A key → every usual way to type it, folded as the card's script (typed.js) folds what a learner types.

Case, accents, punctuation and articles are forgiven and other right answers accepted; spelling is not: a card does not know which
other names are near. Whatever is offered here is graded first, so that a card accepts nothing that the terminal would not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from quizgen.formats import Drawn
from quizgen.grading import grade
from quizgen.grammar.alike import same
from quizgen.historical_date import MONTHS
from quizgen.notation import read_dates, read_number

_BARE = str.maketrans("đøłı‐‑‒–—―−", "doli-------")
_THOUSANDS = re.compile(r"([0-9])[,.'’\s](?=[0-9]{3}(?![0-9]))")
_WEAKENING = "+<>~≈±%"
_ARTICLES = ("a", "an", "the")
_ORDINALS = {1: "st", 21: "st", 31: "st", 2: "nd", 22: "nd", 3: "rd", 23: "rd"}


def folded(text: str) -> str:
    """Fold a text as a card compares it: signs between digits, and those that weaken a number ("+", "~"), still tell."""
    plain = unicodedata.normalize("NFKD", text).lower().translate(_BARE)
    plain = _THOUSANDS.sub(r"\1", "".join(c for c in plain if not unicodedata.category(c).startswith("M")))
    told = "".join(c if _tells(plain, place) else " " for place, c in enumerate(plain))
    words = [word for word in told.split() if word not in _ARTICLES]
    return "".join(f" {word}" if _are_digits(before[-1:] + word[0]) else word for before, word in pairwise(["", *words]))


def _tells(text: str, place: int) -> bool:
    """Whether a sign may not be lost: a letter, a digit, a sign that weakens a number, or one between two digits but a space."""
    sign = text[place]
    between = 0 < place < len(text) - 1 and _are_digits(text[place - 1] + text[place + 1])
    return sign.isalnum() or sign in _WEAKENING or (between and not sign.isspace())


def _are_digits(pair: str) -> bool:
    return len(pair) == 2 and pair.isascii() and pair.isdigit()


def matches(drawn: Drawn) -> tuple[str, ...]:
    """Give all that is accepted for an item's key, folded; the key itself first."""
    item = drawn.item
    texts = (*item.key, *item.accepted)
    ways = [way for text in texts for way in (*_of_date(text), *_of_number(text)) if grade(drawn, way).is_right]
    ways += [way for text in texts for way in _of_name(text)]
    return tuple(dict.fromkeys(filter(None, map(folded, (*texts, *ways)))))


def _of_date(text: str) -> Iterator[str]:
    """The usual ways to write a date that is stated to the day: "4 May", "May 4th", "4 May 1893"."""
    for date in read_dates(text)[:1]:
        first = date.first
        if first.day and first.month and not date.last and first.era != "BC":
            month, day = MONTHS[first.month - 1], str(first.day)
            for name in (month, month[:3]):
                for number in (day, day + _ORDINALS.get(first.day, "th")):
                    for year in ("", f" {first.year}") if first.year else ("",):
                        yield from (f"{number} {name}{year}", f"{name} {number}{year}", f"{number} of {name}{year}")


def _of_number(text: str) -> Iterator[str]:
    """A range with "to"."""
    number = read_number(text.lower())
    if number and number.high > number.low:
        yield from (f"{number.low} to {number.high}", f"{number.low}-{number.high}")


def _of_name(text: str) -> Iterator[str]:
    """A name without the rank before it."""
    words = text.split()
    yield from (way for n in (1, 2, 3) if (way := " ".join(words[n:])) and same(way, text))
