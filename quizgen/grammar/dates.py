"""Date expressions of any era in English text → their stated parts, and with a context's year and month → EDTF dates.

`find_dates` finds them in running text; `read_expression` reads one from a given token on. A stated part is never
invented: "6 August" has no year until a context gives one, and a season or "early" is its plain month or year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizgen.historical_date import MONTHS, HistoricalDate, Point

_MONTH = "|".join([*MONTHS, "Sept", *(month[:3] for month in MONTHS)])
_TOKEN = re.compile(
    rf"""(?P<iso>\b\d{{4}}-\d\d-\d\d\b)
    |(?P<time>\b\d{{1,2}}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?|\b\d{{4}}\s?(?:hours|hrs)\b|\b\d{{1,2}}\s?[ap]\.?m\b\.?)
    |(?P<number>(?<![\w.,])\d{{1,4}}(?:st|nd|rd|th)?(?!\w|[.,]\d))
    |(?P<month>\b(?:{_MONTH})\b\.?)
    |(?P<era>(?-i:\b(?:BCE?|CE|AD)\b)|\b(?:B\.\s?C\.(?:\s?E\.)?|A\.\s?D\.|C\.\s?E\.))
    |(?P<circa>\b(?:circa|about|around|approximately|probably|possibly|perhaps|traditionally)\b|\b(?:ca?|approx)\.|~|\?)
    |(?P<part>\b(?:early|mid|middle|late|end|beginning|start|spring|summer|autumn|fall|winter)\b-?)
    |(?P<open>\b(?:present(?:\ day)?|ongoing|now|today)\b)
    |(?P<dash>[-‐-―−]+|\b(?:to|until|till|through)\b)
    |(?P<slash>/)
    |(?P<comma>,)
    |(?P<and>;|&|\band\b)
    |(?P<or>\bor\b)
    |(?P<filler>\b(?:the|of|on|in|from|between|night|morning|afternoon|evening|dawn|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)
    |(?P<other>\w+|[^\w\s])""",
    re.VERBOSE | re.IGNORECASE,
)
_ENDINGS = "stndrhSTNDRH"  # of ordinals
_CAPITAL = re.compile(r"[A-Z]")
# Only near these can a date stand: looking at words farther off would take most of the time of reading prose.
_ANCHOR = re.compile(rf"\d|{'|'.join(month[:3] for month in MONTHS)}")
_NEAR = 60  # characters around an anchor in which the rest of its expression stands
_NEVER_FIRST = frozenset(("other", "time", "comma", "slash", "and", "or", "open"))  # kinds of tokens that begin no expression
_IN_YEAR = re.compile(
    r"\b(?:in|of|since|by|until|from|during|early|mid|late|spring|summer|autumn|winter|and|to|before|after|year)[\s-]*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign with its kind (a group of the pattern above) and its place, in characters of the text."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def value(self) -> int:
        """Its number; of a month 1 to 12."""
        if self.kind == "month":
            return [month[:3] for month in MONTHS].index(self.text[:3].capitalize()) + 1
        return int(self.text.rstrip(_ENDINGS))


@dataclass(frozen=True, slots=True)
class Partial:
    """The parts of a date that its text states; `year` counts as written, `era` is "BC", "AD" or empty; 0: not stated."""

    year: int = 0
    month: int = 0
    day: int = 0
    era: str = ""
    approximate: bool = False

    @property
    def point(self) -> Point | None:
        """The point in time, astronomical years; None if the year is missing, or the day has no month."""
        year = 1 - self.year if self.era == "BC" else self.year
        if not self.year or (self.day and not self.month):
            return None
        return Point(year, self.month, self.day, self.approximate)

    def within(self, other: Partial) -> Partial:
        """Take the year, and for a bare day the month, from another date of the same expression or its context."""
        year, era = (self.year, self.era or (other.era if self.year else "")) if self.year else (other.year, other.era)
        return Partial(year, self.month or (other.month if self.day else 0), self.day, era, self.approximate)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date expression from `start` to `end` of its text; `last` is None for one point, `open` if it goes on."""

    start: int
    end: int
    first: Partial
    last: Partial | None = None
    open: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether it states neither a month nor a year."""
        return not any(p.month or p.year for p in (self.first, self.last) if p)

    def within(self, context: Partial) -> Dated:
        """Fill what it does not state from a context."""
        return Dated(self.start, self.end, self.first.within(context), self.last.within(context) if self.last else None, self.open)

    @property
    def value(self) -> HistoricalDate | None:
        """Its date; None while parts are missing, or if it ends before it begins."""
        first, last = self.first.point, self.last.point if self.last else None
        if first is None or (self.last and last is None):
            return None
        text = first.edtf + ("/.." if self.open else f"/{last.edtf}" if last and last != first else "")
        try:
            return HistoricalDate(text)
        except ValueError:
            return None


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Split a text, or its part from `start` to `end`, into tokens; months must be capitalised ("march" and "may" are words)."""
    matches = _TOKEN.finditer(text, start, len(text) if end is None else end)
    found = [Token(match.lastgroup or "", match[0], match.start(), match.end()) for match in matches]
    return [replace(t, kind="other") if t.kind == "month" and not _CAPITAL.match(t.text) else t for t in found]


def find_dates(text: str) -> Iterator[Dated]:
    """Find the date expressions of running text, in order; a lone number counts as a year only after "in", "of" and such."""
    for start, end in _stretches(text):
        words = tokens(text, start, end)
        i = 0
        while i < len(words):
            if words[i].kind in _NEVER_FIRST:
                i += 1
                continue
            found, i = read_expression(words, i)
            if found and _stands_alone(text, found):
                yield found


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where dates may stand: the surroundings of each anchor, those that touch in one."""
    found: tuple[int, int] | None = None
    for anchor in _ANCHOR.finditer(text):
        left, right = max(0, anchor.start() - _NEAR), anchor.end() + _NEAR
        if found and left > found[1]:
            yield found[0], _word_end(text, found[1])
            found = None
        found = (found[0] if found else left), right
    if found:
        yield found[0], _word_end(text, found[1])


def _word_end(text: str, at: int) -> int:
    space = text.find(" ", at)
    return space if space >= 0 else len(text)


def _stands_alone(text: str, found: Dated) -> bool:
    if found.first.month or (found.last and found.last.month) or found.first.era:
        return True
    years = 1000 <= found.first.year < 2100 and (found.last is None or found.last.year > 0)
    return years and bool(_IN_YEAR.search(text[max(0, found.start - 12) : found.start]))


def read_expression(words: Sequence[Token], i: int) -> tuple[Dated | None, int]:
    """Read a point or a range that begins at token `i`; give it and the index after it, or (None, i + 1).

    A range that settles nothing ("327–26 BC", or "1702/3", the year of two calendars) is one expression without a value.
    """
    first, after = _point(words, i)
    if first is None:
        return None, i + 1
    start = next(t.start for t in words[i:after] if t.kind not in ("filler", "circa", "part"))
    joint = _kind(words, after)
    if joint == "comma" and _kind(words, after + 1) == "dash" and first.year:  # "from 7 December 1939, to 13 March 1940"
        joint, after = "dash", after + 1
    if joint == "and" and any(t.text.casefold() == "between" for t in words[i:after]):
        joint = "dash"
    if joint == "dash" and _kind(words, after + 1) == "open":
        return Dated(start, words[after + 1].end, first, open=True), after + 2
    if joint == "and" and first.month and first.day and not first.year and _is_next_day(words, after + 1, first.day):
        joint = "dash"  # "May 5 and 6, 1945"
    last, end = _point(words, after + 1) if joint in ("dash", "slash") else (None, after)
    if last is None:
        return Dated(start, words[after - 1].end, first), after
    if first.month and not last.month:
        last, end = _with_year(words, end, last)
    joined = _join(first, last) if joint == "dash" or _is_pair(first, last) else None
    return Dated(start, words[end - 1].end, *(joined or (Partial(),))), end


def _is_next_day(words: Sequence[Token], i: int, day: int) -> bool:
    """Whether the day after stands here, and a year behind it."""
    return _is_day(words, i) and words[i].value == day + 1 and _with_year(words, i + 1, Partial())[0].year > 0


def _is_pair(first: Partial, last: Partial) -> bool:
    """Whether "a/b" are two neighbouring days (17/18 July) or years (1942/43), and no calendar's double year."""
    return (not first.month and not first.year) or (not first.month and not last.month)


def _join(first: Partial, last: Partial) -> tuple[Partial, Partial] | None:
    """Complete the two ends of a range from each other; None if they cannot be ends of one range."""
    if first.year and not first.day and last.day and not last.month and not last.year:
        if first.era == "BC":
            return None  # "327 BC – 26": either 326 or 26
        scale = 10 ** len(str(last.day))
        last = replace(last, year=first.year // scale * scale + last.day, day=0)
    if last.era == "BC" and first.year and not first.era and first.year <= last.year:
        return None
    digits = len(str(last.year))
    if last.era == "BC" and len(str(first.year)) > digits and first.year % 10**digits > last.year:
        return None  # "327–26 BC"
    first, last = first.within(replace(last, day=0)), last.within(replace(first, day=0))
    approximate = first.approximate or last.approximate
    return replace(first, approximate=approximate), replace(last, approximate=approximate)


def _kind(words: Sequence[Token], i: int) -> str:
    return words[i].kind if i < len(words) else ""


def _point(words: Sequence[Token], i: int) -> tuple[Partial | None, int]:
    approximate = False
    while _kind(words, i) in ("circa", "filler", "part") or (_kind(words, i) == "dash" and _kind(words, i + 1) == "part"):
        approximate |= words[i].kind == "circa"
        i += 1
    point, after = _iso(words, i) or _day_month(words, i) or _month_day(words, i) or _year(words, i) or _bare(words, i) or (None, i)
    if point is None:
        return None, i
    if _kind(words, after) == "circa" and words[after].text == "?":
        approximate, after = True, after + 1
    return replace(point, approximate=approximate), after


def _iso(words: Sequence[Token], i: int) -> tuple[Partial, int] | None:
    if _kind(words, i) != "iso":
        return None
    year, month, day = (int(part) for part in words[i].text.split("-"))
    return (Partial(year, month, day), i + 1) if 1 <= month <= 12 else None


def _day_month(words: Sequence[Token], i: int) -> tuple[Partial, int] | None:
    if not _is_day(words, i):
        return None
    at = i + 1
    while _kind(words, at) == "filler":
        at += 1
    if _kind(words, at) != "month":
        return None
    return _with_year(words, at + 1, Partial(day=words[i].value, month=words[at].value))


def _month_day(words: Sequence[Token], i: int) -> tuple[Partial, int] | None:
    if _kind(words, i) != "month":
        return None
    month = Partial(month=words[i].value)
    if _is_day(words, i + 1) and _kind(words, i + 2) not in ("era", "month"):
        return _with_year(words, i + 2, replace(month, day=words[i + 1].value))
    return _with_year(words, i + 1, month)


def _with_year(words: Sequence[Token], i: int, point: Partial) -> tuple[Partial, int]:
    at = i + 1 if _kind(words, i) == "comma" or (_kind(words, i) == "filler" and words[i].text == "of") else i
    year = _year(words, at)
    return (replace(point, year=year[0].year, era=year[0].era), year[1]) if year else (point, i)


def _year(words: Sequence[Token], i: int) -> tuple[Partial, int] | None:
    """A year: three or four digits, or any number with its era ("AD 43", "44 BC")."""
    if _kind(words, i) == "era" and _kind(words, i + 1) == "number" and words[i].text[0] in "Aa":
        return Partial(words[i + 1].value, era="AD"), i + 2
    if _kind(words, i) != "number" or not words[i].text.isdigit() or not words[i].value:
        return None
    if _kind(words, i + 1) == "era":
        return Partial(words[i].value, era="BC" if words[i + 1].text[0] in "Bb" else "AD"), i + 2
    return (Partial(words[i].value), i + 1) if len(words[i].text) > 2 else None


def _bare(words: Sequence[Token], i: int) -> tuple[Partial, int] | None:
    """A lone number of one or two digits: a day, or the end of a range of years."""
    return (Partial(day=words[i].value), i + 1) if _kind(words, i) == "number" and words[i].value and len(str(words[i].value)) < 3 else None


def _is_day(words: Sequence[Token], i: int) -> bool:
    return _kind(words, i) == "number" and 1 <= words[i].value <= 31 and len(words[i].text.rstrip(_ENDINGS)) < 3
