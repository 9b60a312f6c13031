"""Letters and a name → whether they stand for it: "CIA", "ANZAC", "CJTF–OIR"; a text → the letters that it puts behind names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.model import norm

_SMALL = frozenset(("of", "the", "and", "for", "in", "on", "de", "la", "le", "du", "des", "der", "do", "da"))
_SHORT = re.compile(r"(?:[A-Z]\.?){2,}|[A-Z]{2,}(?:[\W_]+[A-Z]{2,})*|[A-Z][A-Za-z]{0,3}[A-Z]{2,}")
_BEHIND = re.compile(r"(?P<before>[^()]+?) \((?:the )?[\"“]?(?P<letters>[A-Z][\w.&–-]{1,11})[\"”]?\)")
_MOST = 9  # words of a name that letters stand for


def abbreviates(letters: str, name: str) -> bool:
    """Whether letters are the beginnings of all the words of a name, small words aside, in their order."""
    bare = re.sub(r"[\W\d_]+", "", letters).casefold()
    spelt = [word for word in re.findall(r"\w+", norm(name)) if word not in _SMALL]
    return bool(_SHORT.fullmatch(letters)) and len(bare) > 1 and len(spelt) > 1 and _spells(bare, spelt)


def _spells(letters: str, spelt: list[str]) -> bool:
    if not spelt:
        return not letters
    first, *rest = spelt
    return any(letters[:n] == first[:n] and _spells(letters[n:], rest) for n in range(1, min(len(letters), len(first)) + 1))


def spelt_out(text: str) -> Iterator[tuple[str, str]]:
    """Find letters that stand in parentheses behind the name that they stand for, and that name: "the Front of Orlo (FO)"."""
    for match in _BEHIND.finditer(text):
        words = match["before"].split()
        for n in range(2, min(len(words), _MOST) + 1):
            name = " ".join(words[-n:])
            if name[0].isupper() and abbreviates(match["letters"], name):
                yield match["letters"], name
                break
