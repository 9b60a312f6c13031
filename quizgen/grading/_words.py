"""A typed name and the names that count → which one is meant: spelling is forgiven, another name is not (item rule 33)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizgen.model import norm

_RANK = re.compile(
    r"maj|major|gen|general|brig|brigadier|lt|lieutenant|col|colonel|capt|captain|sgt|sergeant|cpl|corporal|marshal|field|adm|admiral|"
    r"rear|vice|commodore|cdr|cmdr|commander|sir|lord|dr|mr|sheikh|shaykh"
)
# One letter makes these another thing altogether: "Northern" and "Southern Front", "Fifth" and "Sixth Army".
_TELLING = re.compile(
    r"\b(north|south|east|west|northern|southern|eastern|western|upper|lower|inner|outer|old|new|left|right|central|"
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|ii|iii|iv|vi|vii|viii|ix|xi|xii)\b"
)


@dataclass(frozen=True, slots=True)
class Match:
    """The accepted text that was meant, and how many letters were off."""

    text: str
    typos: int = 0


def same(typed: str, text: str) -> bool:
    """Whether two names are one but for case, accents, punctuation, articles and rank."""
    return bool(_keys(typed) & _keys(text))


def _keys(text: str) -> set[str]:
    words = norm(text).split()
    bare = list(words)
    while len(bare) > 1 and _RANK.fullmatch(bare[0]):
        bare.pop(0)
    return {"".join(words), "".join(bare)} - {""}


def find(typed: str, right: Sequence[str], wrong: Iterable[str] = ()) -> Match | None:
    """Find the right answer that was meant, exactly or within the typos that its length allows; None if none was.

    Typos never count where the typed text is one of the wrong answers, or as near to one.
    """
    for text in right:
        if same(typed, text):
            return Match(text)
    near = min(((_distance(typed, text), text) for text in right if _may_be(typed, text)), default=None, key=lambda found: found[0])
    if near is None or near[0] > _allowed(near[1]):
        return None
    rivals = (text for text in wrong if not any(same(text, own) for own in right))
    return None if any(_distance(typed, rival) <= near[0] for rival in rivals) else Match(near[1], near[0])


def _allowed(text: str) -> int:
    """How many typos a name of this length forgives."""
    letters = sum(c.isalpha() for c in norm(text))
    return 0 if letters < 5 else 1 if letters < 9 else 2


def _may_be(typed: str, text: str) -> bool:
    """Whether no number and no telling word sets the two apart."""
    ours, theirs = norm(typed), norm(text)
    return re.findall(r"\d+", ours) == re.findall(r"\d+", theirs) and {*_TELLING.findall(ours)} <= {*theirs.split()}


def _distance(typed: str, text: str) -> int:
    """Count the letters that are off, two swapped ones as one, over the words with and without rank."""
    from rapidfuzz.distance import OSA  # 0.02 s at start-up

    return min(OSA.distance(ours, theirs) for ours in _keys(typed) for theirs in _keys(text)) if _keys(typed) and _keys(text) else 99
