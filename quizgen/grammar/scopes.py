"""The words beside a figure → whether it is of a part of the whole only ("in Orl alone"), or one of several guesses ("low estimate")."""

from __future__ import annotations

import re

_GUESS = re.compile(
    r"(?:the )?(?:low|lower|lowest|high|higher|highest|minimum|maximum|min|max|conservative|upper|middle|median)\.?"
    r"(?: (?:estimates?|figures?|claims?|counts?|end|bound|limit))?",
    re.IGNORECASE,
)
_SCOPE = re.compile(
    r"\b(?:in|at|on|for|from|during|around|near) (?:the )?[^,;:()]{2,40}? (?:alone|only)\b"
    r"|\bonly (?:in|at|on|for|from|during) [^,;:()]{2,40}|(?<=\()[^()]*\b(?:alone|only)(?=\))",
    re.IGNORECASE,
)
_WHERE = re.compile(r"(?:in|at|on|near|during|after|before|from)\s(?!total|all\b)", re.IGNORECASE)  # "(at Orl)", "(after Vand)"
_TIME = re.compile(
    r"(?:[\w-]+ ){0,2}(?:raid|attack|assault|wave|sortie|siege|relief|morning|afternoon|evening|night|noon|dawn|dusk|peak)s?(?: only)?",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\(([^()]*)\)$")


def is_guess(words: str) -> bool:
    """Whether words head one of several guesses: "Low estimate"; the others may stand elsewhere, and none of them is the figure."""
    return bool(_GUESS.fullmatch(words))


def scope_of(words: str) -> str:
    """The words that keep a figure to a place, a time or a part of the side: "in Orl alone", "infantry only", "initially"; or none."""
    match = _SCOPE.search(words)
    return match[0] if match else ""


def is_part(aside: str) -> bool:
    """Whether words in parentheses keep a figure to a part of what happened: "siege", "second wave"."""
    return bool(_TIME.fullmatch(aside) or _WHERE.match(aside))


def part_of(text: str) -> str:
    """The words in parentheses at the end that keep a figure, and what it heads, to a part of what happened; or none."""
    last = _ASIDE.search(text)
    return last[1] if last and is_part(last[1]) else ""


def is_scoped(text: str) -> bool:
    """Whether the words of a figure keep it to a part of the whole, or call it one of several guesses."""
    last = _ASIDE.search(text)
    return bool(scope_of(text) or (last and (is_guess(last[1]) or is_part(last[1]))))
