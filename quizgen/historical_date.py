"""Turns EDTF text (ISO 8601-2) into a date that knows its precision, its days and its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_POINT = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?(~?)", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """A day, month or year; `month` and `day` are 0 where they are not stated; year 0 is 1 BC."""

    year: int
    month: int = 0
    day: int = 0
    approximate: bool = False

    @property
    def first(self) -> int:
        """The number of its first day."""
        return day_number(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> int:
        """The number of its last day."""
        if self.day:
            return self.first
        if self.month:
            return self.first + month_length(self.year, self.month) - 1
        return day_number(self.year, 12, 31)

    @property
    def edtf(self) -> str:
        """Its EDTF text."""
        year = f"{self.year:04d}" if self.year >= 0 else f"-{-self.year:04d}"
        return year + "".join(f"-{part:02d}" for part in (self.month, self.day) if part) + "~" * self.approximate

    def words(self, *, year: bool = True) -> str:
        """Its English words: "31 July 2016", "July 2016", "327 BC"; without the year on request, if more is stated."""
        parts = [str(self.day)] if self.day else []
        parts += [MONTHS[self.month - 1]] if self.month else []
        if year or not parts:
            parts.append(str(self.year) if self.year > 0 else f"{1 - self.year} BC")
        return ("about " if self.approximate else "") + " ".join(parts)


@dataclass(frozen=True)
class HistoricalDate:
    """A point or an interval in EDTF; an interval's `..` end is open. Raises ValueError on other text."""

    edtf: str

    def __post_init__(self) -> None:
        if not self.points:
            raise ValueError(f'not an EDTF date: "{self.edtf}"')

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """Its stated ends: one for a point or an open interval, two for a closed one, none if the text is no EDTF."""
        first, slash, last = self.edtf.partition("/")
        points = [p for p in (_point(first), _point(last) if last != ".." else None) if p]
        expected = 1 if not slash or last == ".." else 2
        if len(points) != expected or (len(points) == 2 and points[1].last < points[0].first):
            return ()
        return tuple(points)

    @property
    def start(self) -> Point:
        """Where it begins."""
        return self.points[0]

    @property
    def end(self) -> Point | None:
        """Where it ends; None while it goes on."""
        return None if self.edtf.endswith("/..") else self.points[-1]

    @property
    def is_interval(self) -> bool:
        """Whether it has two ends, the second perhaps open."""
        return "/" in self.edtf

    @property
    def is_day(self) -> bool:
        """Whether it is one exact day."""
        return not self.is_interval and bool(self.start.day) and not self.start.approximate

    @cached_property
    def first(self) -> int:
        """The number of its first possible day."""
        return self.start.first

    @cached_property
    def last(self) -> int:
        """The number of its last possible day; of an open interval a day after every other."""
        return self.end.last if self.end else 10**9

    @property
    def days(self) -> int | None:
        """How many days it lasts, both ends counted; None unless both ends are exact days."""
        exact = self.end and self.end.day and self.start.day and not any(p.approximate for p in self.points)
        return self.last - self.first + 1 if exact else None

    def before(self, other: HistoricalDate) -> bool:
        """Whether every one of its possible days lies before every one of the other's."""
        return self.last < other.first

    def overlaps(self, other: HistoricalDate) -> bool:
        """Whether the two may share a day."""
        return self.first <= other.last and other.first <= self.last

    def words(self, *, year: bool = True) -> str:
        """Its English words: "31 July – 6 August 2016", "from 5 October 2017"."""
        if not self.is_interval:
            return self.start.words(year=year)
        if not self.end:
            return f"from {self.start.words(year=year)}"
        same = self.start.year == self.end.year and bool(self.start.month)
        return f"{self.start.words(year=year and not same)} – {self.end.words(year=year)}"


def _point(text: str) -> Point | None:
    match = _POINT.fullmatch(text)
    if not match:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if month > 12 or (match[2] and not month) or (match[3] and not 1 <= day <= month_length(year, month)):
        return None
    return Point(year, month, day, bool(match[4]))


def month_length(year: int, month: int) -> int:
    """Give the number of days of a month, Gregorian, year 0 being 1 BC."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def day_number(year: int, month: int, day: int) -> int:
    """Number the days, Gregorian, also before year 1 (Howard Hinnant's days_from_civil; 1970-01-01 is 0)."""
    year -= month <= 2
    era = year // 400
    of_era = year - era * 400
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


def of_day(number: int) -> HistoricalDate:
    """Give the date of a day's number; the inverse of `day_number` (Hinnant's civil_from_days)."""
    number += 719468
    era = number // 146097
    of_era = number - era * 146097
    year_of_era = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return HistoricalDate(Point(year_of_era + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) // 5 + 1).edtf)
