"""Numbers and dates in any usual notation → values that can be put in order and compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from quizgen.grammar.dates import Dated, Partial, read_expression, tokens
from quizgen.historical_date import month_length

_COUNT = r"\d{1,3}(?:[,.'’ ]\d{3}){1,4}|\d{1,15}"
_NUMBER = re.compile(
    rf"(?P<before>(?:[a-z]+ ){{0,4}})[~≈]?\s*(?P<low>{_COUNT})\s*(?P<plus>\+?)"
    rf"(?:\s*(?:[-‐-―]|to|and)\s*(?P<high>{_COUNT})\s*(?P<more>\+?))?(?P<unit>(?:\s+[a-z][a-z'’-]*){{0,6}})%?"
)
_PHASES = {"before": 0, "while": 1, "during": 1, "after": 2}
_OPEN = re.compile(r"\b(at least|over|more than|minimum|not less than|under|at most|up to|less than|fewer than|maximum)\b")
_SLASHED = re.compile(r"(\d{1,2})(?:[/.](\d{1,2})(?:[/.](\d{4}|\d{2})|\.)?|-(\d{1,2})-(\d{4}))", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Number:
    """A figure or a range; `is_open`: a bound only ("100+", "at least 100", "under 50")."""

    low: int
    high: int
    is_open: bool = False


def read_number(text: str) -> Number | None:
    """Read "8,000", "8 000–10 000+ fighters", "at least 130"; None for other text, names with numbers among it."""
    match = _NUMBER.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if not match:
        return None
    low = _count(match["low"])
    high = _count(match["high"]) if match["high"] else low
    return Number(low, high, bool(match["plus"] or match["more"] or _OPEN.search(match["before"])))


def _count(text: str) -> int:
    return int(re.sub(r"\D", "", text))


@lru_cache(maxsize=1 << 14)
def read_dates(text: str) -> tuple[Dated, ...]:
    """Read a text that is one date or range and nothing else, in every way it can be read; the day-first way stands first.

    "31 July 2016", "July 31st", "2016-07-31", "31/7/2016", "31 July – 6 August"; "3/8" is 3 August or 8 March.
    """
    text = unicodedata.normalize("NFKC", text).strip()
    slashed = tuple(_slashed(text))
    return slashed or tuple(_worded(text))


def _worded(text: str) -> Iterator[Dated]:
    ends = re.split(r"(?<=\d{4}-\d\d-\d\d)\s*/\s*", text)
    words = tokens(" to ".join(ends).removeprefix("by "))
    found, after = read_expression(words, 0)
    if found and after == len(words) and (found.first.month or found.first.year):
        yield found


def _slashed(text: str) -> Iterator[Dated]:
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
        yield from _days(text, year, month, day)
    elif match := _SLASHED.fullmatch(text):
        first, second, year = int(match[1]), int(match[2] or match[4]), int(match[3] or match[5] or 0)
        yield from _days(text, year, second, first)
        if first != second:
            yield from _days(text, year, first, second)


def _days(text: str, year: int, month: int, day: int) -> Iterator[Dated]:
    if 1 <= month <= 12 and 1 <= day <= month_length(year or 4, month):
        yield Dated(0, len(text), Partial(year, month, day))


def in_order(texts: Sequence[str]) -> tuple[str, ...]:
    """Put texts in order if all are dates stated alike, numbers, or before, while and after (item rule 21); else give nothing."""
    ranks = _date_ranks(texts) or _number_ranks(texts) or _phase_ranks(texts)
    return tuple(sorted(texts, key=lambda text: (ranks[text], text))) if ranks else ()


def _date_ranks(texts: Sequence[str]) -> dict[str, tuple[int, ...]]:
    dates = {text: found[0] for text in texts if (found := read_dates(text))}
    if len(dates) < len(set(texts)) or len({bool((d.last or d.first).year) for d in dates.values()}) > 1:
        return {}
    return {text: (*_rank(date.first), *_rank(date.last or date.first)) for text, date in dates.items()}


def _rank(date: Partial) -> tuple[int, int, int]:
    return (1 - date.year if date.era == "BC" else date.year, date.month, date.day)


def _phase_ranks(texts: Sequence[str]) -> dict[str, tuple[int, ...]]:
    firsts = {text: text.partition(" ")[0].casefold() for text in texts}
    return {text: (_PHASES[first],) for text, first in firsts.items()} if set(firsts.values()) <= set(_PHASES) else {}


def _number_ranks(texts: Sequence[str]) -> dict[str, tuple[int, ...]]:
    numbers = {text: found for text in texts if (found := read_number(text))}
    return {text: (n.low, n.high, n.is_open) for text, n in numbers.items()} if len(numbers) == len(set(texts)) else {}
