"""Text → days that are counted within what was told last: "on the 18th of that month", "on the last of these days"."""

from __future__ import annotations

import re

from quizgen.grammar.numerals import ORDINALS
from quizgen.historical_date import HistoricalDate, Point, month_length, of_day

_COUNTED = re.compile(
    rf"""\bthe\s(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{"|".join(ORDINALS)})|(?P<last>last\sday))\sof\s(?:that|the(?:\ssame)?)\smonth\b
    |\bthe\s(?P<these>first|second|third|last|latter|former)\sof\s(?:these|those|the)\s(?:\w+\s)?days\b""",
    re.VERBOSE | re.IGNORECASE,
)


def counted(text: str) -> list[re.Match[str]]:
    """Find the expressions."""
    return list(_COUNTED.finditer(text)) if "month" in text or "days" in text else []


def day_of(match: re.Match[str], told: HistoricalDate | None, days: HistoricalDate | None) -> HistoricalDate | None:
    """The day that an expression means; None where it is not settled. `told`: the last date told; `days`: those of its own sentence."""
    if match["these"]:
        return of_day(days.last) if days and days.is_interval and match["these"].casefold() in ("last", "latter") else None
    month = told.end if told else None
    if not month or not month.month:
        return None
    length = month_length(month.year, month.month)
    number = length if match["last"] else int(match["day"] or ORDINALS[match["word"].casefold()])
    return HistoricalDate(Point(month.year, month.month, number).edtf) if 1 <= number <= length else None
