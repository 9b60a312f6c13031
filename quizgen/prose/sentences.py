"""Paragraph → its sentences, each a stretch of the paragraph letter for letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quizgen.prose.words import words

# Words whose full stop ends no sentence: ranks, titles, and abbreviations that a name or a number follows.
_ABBREVIATIONS = words(
    "adm brig capt cdr cmdr col cpl dr ft fr gen gov hon lt maj messrs mr mrs ms mt mts no nos pres prof pte pvt rev sgt sr jr st ss "
    "ste vs viz cf ca c approx est e.g i.e eg ie op vol pp ed inc ltd bros dept fig feldm oblt hptm obstlt sen rep pfc jan feb mar "
    "apr jun jul aug sep sept oct nov dec"
)
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s+[\"'“‘«(\[]*[^\W_a-zß-ÿ])")
# After "U.S." and its like a new sentence is believed only where one of these words opens it.
_OPENERS = re.compile(
    r"\s+(?:(?:The|A|An|In|On|At|By|He|She|It|They|This|These|That|After|Before|During|When|While|As|However|Meanwhile|But)\b"
    r"|[A-Z][a-z]{2,}ing\s(?:down|up|out|in|on|to|from|the|a|an|his|their|its|that|at|back|over|by)\b)"
)


def sentences(paragraph: str) -> tuple[str, ...]:
    """Split a paragraph; abbreviations, ranks, initials, decimals and full stops in brackets or quotes end no sentence."""
    cuts = [0, *_ends(paragraph), len(paragraph)]
    parts = (paragraph[a:b].strip() for a, b in pairwise(cuts))
    return tuple(part for part in parts if part)


def _ends(text: str) -> Iterator[int]:
    closed = _inside(text)
    for match in _END.finditer(text):
        if not closed[match.end() - 1] and not _goes_on(text, match):
            yield match.end()


def _inside(text: str) -> list[bool]:
    """Say of each place whether brackets or double quotes are open after it; a mark that never closes is no mark."""
    inside = [False] * len(text)
    for pair in (r"\([^()]*\)", r"\[[^\[\]]*\]", r'"[^"]*"', r"“[^“”]*”"):
        for match in re.finditer(pair, text):
            inside[match.start() : match.end() - 1] = [True] * (match.end() - 1 - match.start())
    return inside


def _goes_on(text: str, match: re.Match[str]) -> bool:
    if match[0][0] != ".":
        return False
    word = text[: match.start()].rpartition(" ")[2].lstrip("\"'“‘(")
    if word.endswith((")", "]")):
        return False  # "(O.S.). Then …"
    if "." in word and len(word) <= 6:
        return not _OPENERS.match(text, match.end())
    return (len(word) == 1 and word.isupper()) or word.casefold() in _ABBREVIATIONS
