"""A typed figure in digits or words ("8 000", "half a million", "two dozen", "at least 8k") → the number that it says."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from quizgen.grammar.numerals import CARDINALS
from quizgen.notation import Number, read_number

_WORDS = {word: float(n) for word, n in CARDINALS.items()} | {"fourty": 40.0, "half": 0.5, "quarter": 0.25, "couple": 2.0}
_TIMES = {"dozen": 12, "dozens": 12, "score": 20, "hundred": 100, "hundreds": 100}
_SCALES = {"thousand": 1000, "thousands": 1000, "k": 1000, "million": 10**6, "millions": 10**6, "m": 10**6, "mn": 10**6}
_JOINTS = ("a", "an", "and", "of")
_OPEN = re.compile(r"^(at least|no fewer than|no less than|not less than|more than|over|at most|up to|less than|fewer than|under)\b|\+")
_ABOUT = re.compile(
    r"^(about|around|approximately|approx|roughly|nearly|almost|some|circa|ca?|exactly|just|only|it was|[~≈])\b\.?\s*|^[~≈]\s*"
)
_RANGE = re.compile(r"(?:from )?(?P<low>.+?)\s*(?:[‐-―]|(?<=[\dk])-|\bto\b)\s*(?P<high>.+)|between (?P<least>.+?) and (?P<most>.+)")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[a-z]+|\S")


def read_count(text: str) -> Number | None:
    """Read a figure that stands alone or before its unit ("eight thousand men"); None for other text."""
    plain = unicodedata.normalize("NFKC", text).lower().strip().rstrip(".!")
    plain = _ABOUT.sub("", plain)
    plain = re.sub(r"(?<=[a-z])-(?=[a-z])", " ", plain)
    if match := _RANGE.fullmatch(plain):
        return _range(match["low"] or match["least"], match["high"] or match["most"])
    return _single(plain)


def _range(low: str, high: str) -> Number | None:
    """Read two ends; a scale that only the high one names ("8-10 thousand") is the low one's too."""
    ends = _single(low), _single(high)
    if not ends[0] or not ends[1]:
        return None
    scale = next((_SCALES[word] for word in re.findall(r"[a-z]+", high) if word in _SCALES), 1)
    first, last = ends[0].low, ends[1].high
    first *= scale if first < last // scale else 1
    return Number(first, last, ends[1].is_open) if first <= last else None


def _single(plain: str) -> Number | None:
    if not (re.search(r"\d\s*(?:k|m|mn|thousand|million|hundred|dozen)\b", plain) or re.match(r"\D*$", plain)):
        return read_number(plain)
    is_open = bool(_OPEN.search(plain))
    value = _worded(_OPEN.sub("", plain).strip())
    return replace(Number(value, value), is_open=is_open) if value is not None else None


def _worded(text: str) -> int | None:
    """Add up a figure in words; what stands behind it is a unit, of letters only."""
    total, part, scale, seen = 0.0, 0.0, 1, False
    words = _TOKEN.findall(text)
    for at, word in enumerate(words):
        if (value := _value(word, words[at + 1 : at + 2])) is not None:
            part, seen = part + value, True
        elif word in _TIMES:
            part, seen = (part or 1) * _TIMES[word], True
        elif word in _SCALES:
            total, part, scale, seen = total + (part or 1) * _SCALES[word], 0.0, _SCALES[word], True
        elif word not in _JOINTS:
            if not word.isalpha() or not seen:
                return None
            break
    whole = total + part * (scale if 0 < part < 1 else 1)
    return int(whole) if seen and whole == int(whole) and whole < 10**15 else None


def _value(word: str, after: list[str]) -> float | None:
    """The value of a number's word, or of digits; "1.2" before a scale is a fraction, else its separators part thousands."""
    if not word[0].isdigit():
        return _WORDS.get(word)
    if re.fullmatch(r"\d{1,4}[.,]\d{1,2}|\d{1,4}\.\d{3}", word) and after and after[0] in _SCALES:
        return round(float(word.replace(",", ".")) * 1000) / 1000
    return float(re.sub(r"\D", "", word)) if re.fullmatch(r"\d{1,15}|\d{1,3}(?:[.,]\d{3})+", word) else None
