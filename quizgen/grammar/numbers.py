"""Counts in English text ("c. 8,000–10,000+", "two dozen", "1.2 million") → their bounds and place; what is no count is left alone.

No counts: ordinals and unit numbers ("90th Light", "Fw 190", "No. 8"), calibres and measures ("88 mm", "20-gun"), rates, percentages,
money, and whatever stands in a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from quizgen.grammar.dates import find_dates
from quizgen.historical_date import MONTHS

_SMALL = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty"""
_WORDS = {word: number for number, word in enumerate(_SMALL.split())}
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "k": 1000, "m": 1_000_000}
_DIGITS = r"\d{1,3}(?:,\d{3}){1,3}(?!\d)|\d{1,3}(?:[\u00a0\u2009\u202f ]\d{3}){1,3}(?!\d)|\d{1,4}(?:\.\d{1,3})?(?=\s*million)|\d{1,9}(?!\d)"
_WORD = "|".join(sorted([*_WORDS, *_TENS], key=len, reverse=True))
_SPELT = rf"(?:(?:{_WORD})(?:-(?:{_WORD}))?)"
NUMBER = rf"(?:{_DIGITS}|{_SPELT}\b)(?:\s+(?:hundred|thousand|million)\b){{0,2}}"
_APPROXIMATE = r"about|around|approximately|approx\.?|circa|ca\.?|c\.|roughly|nearly|almost|some|estimated|est\.?|an estimated"
_APPROXIMATE += r"|perhaps|probably|~|≈|±|∼"
_AT_LEAST = r"at least|more than|over|above|upwards? of|no (?:fewer|less) than|not less than|minimum(?: of)?|min\.?|greater than|>|≥"
_AT_MOST = r"at most|less than|fewer than|under|below|up to|as many as|no more than|not more than|maximum(?: of)?|max\.?|<|≤"
_QUALIFIER = rf"(?:(?P<about>{_APPROXIMATE})|(?P<least>{_AT_LEAST})|(?P<most>{_AT_MOST}))"
_COUNT = re.compile(
    rf"(?<![\w.,/])(?P<q>(?:(?:{_APPROXIMATE}|{_AT_LEAST}|{_AT_MOST})\s*)*)(?:(?:between|from)\s+)?(?P<low>{NUMBER})(?P<lowplus>\+?)"
    rf"(?:\s*(?:[–—‒-]|\bto\b|\bor\b|(?<=\d)\s+and(?=\s+\d))\s*(?P<q2>(?:(?:{_APPROXIMATE})\s*)*)(?P<high>{NUMBER}))?(?P<plus>\+?)",
    re.IGNORECASE,
)
# Texts without these have no count, or no date that a count might be part of: cheaper to see than to look for either.
_MAY_COUNT = re.compile(rf"\d|{'|'.join(word[1:] for word in [*_WORDS, *_TENS])}")
_MAY_DATE = re.compile(rf"\d{{4}}|[BA]\.?\s?[CD]|CE\b|{'|'.join(month[:3] for month in MONTHS)}")
_MEASURE = re.compile(
    r"[¼½¾⅓⅔⅛]|(?:st|nd|rd|th)\b|[\s-]?(?:mm|cm|km|kg|m|lb|lbs|pdr|in)\b|[\s-]*(?:pounder|inch|millimet|centimet|kilomet|miles?\b|tons?\b|tonnes?\b|hours?\b|days?\b|weeks?\b"
    r"|months?\b|years?\b)|\s*(?:%|percent|per\s?cent)|-(?:gun|man|ship|day|year|third|half|quarter|fifth|tenth)|(?:\s+[\w-]+){0,2}\s+per\s(?:day|week|month)|[.,:/]\d|\.\s[A-Z]|[A-Za-z]",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"(?:\b[A-Z][A-Za-z]{0,3}\.?[ -]|\b[Nn](?:o\.?|umbers?) ?|[#$£€¥]\s?"
    r"|\b(?:Squadron|Division|Regiment|Army|Corps|Brigade|Force|Group|Company|Type|Mark|Line|Phases?|Stages?|Waves?|Part) )$"
)
_OUT_OF = re.compile(r"\b(?:out of|of the|from the)(?: (?:an?|some))?(?: (?:estimated|est\.|total|initial))*\s*$", re.IGNORECASE)
_NOT_CODE = re.compile(r"\b(?:Over|Some|From|The|Only|Lost|Dead|Est\.?|Ca\.?|Min\.?|Max\.?|And|For|All|Plus) $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Count:
    """A count from `start` to `end` of its text; low == high for one figure."""

    low: int
    high: int
    start: int
    end: int
    at_least: bool = False
    at_most: bool = False
    approximate: bool = False


@lru_cache(maxsize=1024)
def find_counts(text: str) -> tuple[Count, ...]:
    """Find the counts in a text, in order."""
    return tuple(_counts(text)) if _MAY_COUNT.search(text) else ()


def _counts(text: str) -> Iterator[Count]:
    dates = [(dated.start, dated.end) for dated in find_dates(text)] if _MAY_DATE.search(text) else []
    at = 0
    while match := _COUNT.search(text, at):
        count = _count(text, match, dates)
        at = match.end()
        if count:
            at = count.end
            yield count


def _count(text: str, match: re.Match[str], dates: Sequence[tuple[int, int]]) -> Count | None:
    start, end = match.start(), match.end()
    first, last = match.start("low"), match["high"] and match.end("high")
    if any(a <= first < b or a < end <= b for a, b in dates) or _OUT_OF.search(text[max(0, first - 40) : first]):
        return None
    before = text[max(0, first - 24) : first]
    if _CODE.search(before) and not _NOT_CODE.search(before) and not match["q"]:
        return None
    low, high = number_of(match["low"]), number_of(match["high"]) if last else None
    multiplied = re.match(r"\s*×\s*|\s*x\s+(?=\d)", text[end:])
    if multiplied:  # "4×10.5 cm guns": four of them
        end += multiplied.end()
    elif _MEASURE.match(text, end) and not re.match(r"\s*(?:men|man|in\s)", text[end:]):
        return None
    if low is None or (last and high is None):
        return None
    if high is not None:
        low = _scaled(low, high, match["low"])
    if high is not None and high < low:
        return None
    words = f"{match['q']} {match['q2'] or ''}".casefold()
    plus = bool(match["plus"] or (match["lowplus"] and high is None))
    return Count(
        low,
        low if high is None else high,
        start,
        end,
        plus or bool(re.search(_AT_LEAST, words)),
        bool(re.search(_AT_MOST, words)),
        bool(re.search(_APPROXIMATE, words)),
    )


def _scaled(low: int, high: int, low_text: str) -> int:
    """Read "10–12,000" and "2–3 million" as they are meant, if the short end then still is the lower one."""
    for scale in (1_000_000, 1000):
        if high % scale == 0 and low < high // scale and low_text.isdigit():
            return low * scale
    return low


def number_of(words: str) -> int | None:
    """Give the number that words or figures state ("53", "fifty-three"); None if they state none."""
    if (figures := words.replace(",", "")).isdecimal():
        return int(figures)
    total = 1.0
    for scale, number in _SCALES.items():
        total *= number ** len(re.findall(rf"\b{scale}\b", words, re.IGNORECASE))
    plain = re.sub(r"\s*\b(?:hundred|thousand|million)\b", "", words, flags=re.IGNORECASE).strip()
    if plain[:1].isdigit():
        return round(float(re.sub(r"[,\u00a0\u2009\u202f ]", "", plain)) * total)
    parts = plain.casefold().split("-")
    known = [_WORDS.get(part, _TENS.get(part)) for part in parts]
    return round(sum(number for number in known if number is not None) * total) if None not in known else None


def is_rounded(rough: int, exact: int) -> bool:
    """Whether a number of two figures or more and noughts is another, rounded: 18,400 of 18,384."""
    unit = int(f"1{'0' * (len(str(rough)) - len(str(rough).rstrip('0')))}")
    return 1 < unit <= rough // 10 and abs(rough - exact) * 2 <= unit
