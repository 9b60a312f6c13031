"""A text → the school grade at which it is read with ease (Flesch and Kincaid), for comparing stems; names weigh as they sound."""

from __future__ import annotations

import re

_VOWELS = re.compile(r"[aeiouyà-öø-ÿ]+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d,.]*")


def grade(text: str) -> float:
    """Give the grade of a text of one sentence or more; 0 for one without words. A figure counts as one syllable a digit."""
    words = _WORD.findall(text)
    if not words:
        return 0.0
    sentences = max(1, len(re.findall(r"[.!?](?=\s|$)", text)))
    syllables = sum(map(_syllables, words))
    return max(0.0, 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59)


def _syllables(word: str) -> int:
    """Count the groups of vowels of a word, a silent e at its end aside."""
    if word[0].isdigit():
        return sum(character.isdigit() for character in word)
    groups = len(_VOWELS.findall(word))
    silent = bool(re.search(r"[^aeiouy]e$", word, re.IGNORECASE)) and not re.search(r"[^aeiouy]le$", word, re.IGNORECASE)
    return max(1, groups - silent)
