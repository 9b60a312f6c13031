"""A source or a count → the words that a learner reads; what several outputs say alike."""

from __future__ import annotations

import unicodedata

from quizgen.markup.plain import plain
from quizgen.model import By, Source

FLAT = (".txt", ".yaml")  # what has no markup
QUOTE = 240  # characters of a quote that are shown; a quote is a sentence at the most, but some sentences are long


def cite(source: Source) -> str:
    """Cite a source: `seed.txt, line 12: “…”`, markup left out, or who set it by hand, why and on what reference."""
    if isinstance(source, By):
        return ", ".join(part for part in (f"set by {source.who}", source.why, source.ref) if part)
    said = source.quote if source.file.endswith(FLAT) else plain(source.quote)
    quote = said if len(said) <= QUOTE else said[:QUOTE].rsplit(" ", 1)[0] + " …"
    return f"{source.file}, line {source.line}: “{quote}”"


def counted(number: int, noun: str) -> str:
    """Count things: "1 point", "2 points"."""
    return f"{number} {noun}{'s' * (number != 1)}"


def number(value: float) -> str:
    """Write a number of points with two decimals at the most: "1", "0.5", "1.33"."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


_ASCII = {"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "…": "...", "·": "-", "•": "*", "→": "->", "←": "<-"}
_ASCII |= {"ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "æ": "ae", "Æ": "AE", "œ": "oe", "ß": "ss", "ı": "i", "≈": "~"}
_ASCII |= {"≥": ">=", "≤": "<=", "×": "x", "✓": "+", "✗": "x", "█": "#", "░": ".", "†": "+", "þ": "th", "ð": "d", "−": "-", "\u00a0": " "}


def in_ascii(text: str) -> str:
    """Write a text for a terminal that knows ASCII alone: accents are dropped, signs spelt, other scripts marked with "?"."""
    if text.isascii():
        return text
    spelt = "".join(_ASCII.get(c, c) for c in text)
    bare = (c for c in unicodedata.normalize("NFKD", spelt) if not unicodedata.combining(c))
    return "".join(c if c.isascii() else _ASCII.get(c, "?") for c in bare)
