"""A typed date → right if it is the key in any usual notation; a part of the points where parts of it are missing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizgen.formats import Drawn
from quizgen.grading import Grade, Grader, not_understood
from quizgen.grammar.dates import Dated, Partial
from quizgen.grammar.numerals import ORDINALS, ROMAN
from quizgen.historical_date import MONTHS
from quizgen.notation import read_dates

MONTH_SHARE, YEAR_SHARE = 0.5, 0.25  # of the points, for no more than the month, or the year
_FILLERS = re.compile(r"^(it was|on|in|the|(mon|tues|wednes|thurs|fri|satur|sun)day,?)\s+|\s*(?<!\.[A-Za-z])[.!]$", re.IGNORECASE)
_JOINED = re.compile(r"(?<=[A-Za-z])[-/.]\s*(?=\d)|(?<=\d)[-/](?=[A-Za-z])|(?<=\d)\.(?=[A-Za-z]{3})|(?<=\b\d\d)-(?=\d{4}$)")
_YEAR_FIRST = re.compile(r"(\d{3,4}),?\s+([A-Za-z]+)\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?")
_COMPACT = re.compile(r"([12]\d{3})(\d\d)(\d\d)")
_MONTH_YEAR = re.compile(r"(?P<month>\d{1,2})[/.-](?P<year>\d{4})")
_SPAN = re.compile(r"\b\d{3,4}\s?[-–/]\s?\d{2,4}\b")  # "(1941–1942)" fixes no year
_YEAR_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)")


@dataclass(frozen=True, slots=True)
class Given:
    """What the stem gives, so that an answer may leave it out; the item's right dates, for their years; and all years that it knows."""

    years: frozenset[int]
    months: frozenset[int]
    dates: tuple[Partial, ...]
    known: frozenset[int]

    def years_of(self, key: Partial) -> frozenset[int]:
        """The years that fit a date: its own, else those of the item's right dates of that day, else the stem's, else any known."""
        told = frozenset(date.year for date in self.dates if date.year and (date.month, date.day) == (key.month, key.day))
        return frozenset({key.year} if key.year else told or self.years or self.known)


def grade_date(drawn: Drawn, typed: str, _others: tuple[str, ...] = ()) -> Grade:
    """Grade a typed date at the precision of the key; a year that the stem gives may be left out or added.

    What only says the month, or the year, and not what the stem gives, earns a share; a part that differs earns nothing.
    """
    item = drawn.item
    known = _years(item.stem, item.explanation, *item.key, *item.accepted)
    said = read_dates(_spelled(typed, known, is_range=any(date.last for date in read_dates(item.key[0]))))
    if not said:
        return not_understood(drawn)
    grades = [_graded(drawn, reading) for reading in said]
    if len(said) > 1 and grades[0] != grades[1]:
        ways = " or ".join(f"{reading.first.day} {MONTHS[reading.first.month - 1]}" for reading in said)
        ask = f"“{typed}” may be {ways}: please write the month as a word."
        why = f"{grades[0].why} Read with the day first.".strip()
        return Grade(grades[0].score, grades[0].accepted, why, unclear=ask)
    return grades[0]


def _graded(drawn: Drawn, said: Dated) -> Grade:
    item = drawn.item
    texts = (*item.key, *item.accepted)
    dates = tuple(end for text in texts for date in read_dates(text) for end in (date.first, date.last) if end)
    given = Given(_fixed(item.stem), _months(item.stem), dates, _years(item.stem, item.explanation, *texts))
    wrong = next((d for d in item.distractors if any(_shares(date, said, given) == 1 for date in read_dates(d.text))), None)
    if wrong:
        return Grade(0, wrong.text, wrong.why_false)
    known = [(date, text) for text in texts for date in read_dates(text)[:1]]
    score, text = max(((_shares(date, said, given), text) for date, text in known), key=lambda found: found[0])
    return Grade(score, text if score else "", "A part of the date is missing." if 0 < score < 1 else "")


def _years(*texts: str) -> frozenset[int]:
    return frozenset(int(year) for text in texts for year in re.findall(r"\b\d{3,4}\b", text))


def _fixed(stem: str) -> frozenset[int]:
    """The one year that a stem fixes; none where it speaks of several."""
    years = _years(_SPAN.sub("", stem))
    return years if len(years) == 1 else frozenset()


def _months(text: str) -> frozenset[int]:
    return frozenset(n for n, month in enumerate(MONTHS, 1) if month in text)


def _spelled(text: str, known: frozenset[int], *, is_range: bool) -> str:
    """Spell a date as the grammar of dates wants it.

    "aug", "agust", "VIII" are "August", "2016 Aug 6" has its year behind, "'16" is the one known year that ends so.
    """
    text = text.strip()
    while (shorter := _FILLERS.sub("", text)) != text:
        text = shorter
    text = re.sub(r"(?<=\d)[./-]([ivx]+)[./-](?=\d)", _of_roman, text, flags=re.IGNORECASE)
    text = re.sub(r"(?<=\d)(?=[a-z]{3})|(?<=[a-z]{3})(?=\d)|(?<=\d)(?=(?:bce?|ad|ce)\b)", " ", text, flags=re.IGNORECASE)
    text = _in_figures(text, is_range=is_range)
    if re.search(r"[a-z]{3}", text, re.IGNORECASE):
        text = _JOINED.sub(" ", text)
    text = re.sub(r"\b(?:bce?|ad|ce)\b", lambda match: match[0].upper(), text, flags=re.IGNORECASE)
    text = re.sub(r"[A-Za-z]{3,}", lambda match: _month(match[0]) or str(ORDINALS.get(match[0].casefold(), match[0])), text)
    text = re.sub(r",? in (?=\d{4}$)|(?<=[a-z]) the (?=\d)", " ", text)
    text = re.sub(rf"((?:{'|'.join(MONTHS)})(?: \d{{1,2}})?),? ['’]?(\d\d)$", lambda match: _full_year(match, known), text)
    if (match := _YEAR_FIRST.fullmatch(text)) and match[2] in MONTHS:
        text = " ".join(filter(None, (match[3], match[2], match[1])))
    return re.sub(r"^(BCE?|AD|CE) (\d+)$", r"\2 \1", text)


def _in_figures(text: str, *, is_range: bool) -> str:
    """Give figures the notation that is read: "31 07 2016", "20160731", "7/2016", "2016-07", "31/7/2016 - 6/8/2016"."""
    text = _COMPACT.sub(r"\1-\2-\3", text) if _COMPACT.fullmatch(text) else text
    text = re.sub(r"^(\d{1,2}) (\d{1,2}) (\d{4})$", r"\1/\2/\3", text)
    month = _MONTH_YEAR.fullmatch(text) or (None if is_range else _YEAR_MONTH.fullmatch(text))
    if month and 1 <= int(month["month"]) <= 12:
        return f"{MONTHS[int(month['month']) - 1]} {month['year']}"
    ends = re.split(r"\s+(?:-|–|—|to|until)\s+", text)
    if len(ends) == 2 and all("/" in end or "." in end for end in ends):
        dates = [read_dates(end) for end in ends]
        return " – ".join(_words_of(found[0].first) for found in dates) if all(dates) else text
    return text


def _words_of(date: Partial) -> str:
    return " ".join(filter(None, (str(date.day), MONTHS[date.month - 1], str(date.year or ""))))


def _full_year(match: re.Match[str], known: frozenset[int]) -> str:
    """Complete a year of two digits behind a month, where only one known year ends so; behind a bare month it may be a day."""
    years = {year for year in known if year % 100 == int(match[2])}
    has_day = bool(re.search(r"\d", match[1])) or "'" in match[0] or "’" in match[0] or int(match[2]) > 31
    return f"{match[1]} {years.pop()}" if has_day and len(years) == 1 else match[0]


def _of_roman(match: re.Match[str]) -> str:
    month = ROMAN.get(match[1].casefold(), 13)
    return f" {MONTHS[month - 1]} " if month <= 12 else match[0]


def _month(word: str) -> str | None:
    from rapidfuzz.distance import OSA  # 0.02 s at start-up

    folded = word.casefold()
    starts = [m for m in MONTHS if m.casefold().startswith(folded)]
    found = starts or [m for m in MONTHS if len(word) > 4 and OSA.distance(folded, m.casefold()) <= 1]
    return found[0] if len(found) == 1 or starts else None


def _shares(key: Dated, said: Dated, given: Given) -> float:
    """Compare two dates or ranges: 1 for the key, a share where parts are missing, 0 where a part differs."""
    if bool(key.last) != bool(said.last) or key.open != said.open:
        return 0
    ends = [(key.first, said.first), *([(key.last, said.last)] if key.last and said.last else [])]
    return min(_share(ours, theirs, given) for ours, theirs in ends)


def _share(key: Partial, said: Partial, given: Given) -> float:
    parts = [(key.month, said.month), (key.day, said.day)]
    if not _year_agrees(key, said, given) or any(theirs not in (ours, 0) for ours, theirs in parts):
        return 0
    if (key.month and not said.month) or (key.day and not said.day):
        tells_month = said.month and said.month not in given.months
        tells_year = said.year and key.year and key.year not in given.years
        return MONTH_SHARE if tells_month else YEAR_SHARE if tells_year else 0
    return MONTH_SHARE if key.year and not said.year and key.year not in given.years else 1


def _year_agrees(key: Partial, said: Partial, given: Given) -> bool:
    """Whether the year typed, "16" for 2016 too, is the key's."""
    if not said.year:
        return True
    known = given.years_of(key)
    if said.year < 100 and not said.era:
        known |= {year % 100 for year in known}
    return (said.year in known or not known) and (not key.year or (key.era == "BC") == (said.era == "BC"))


def hint_date(drawn: Drawn) -> str:
    """Tell the month of a day, or the century of what is no day."""
    key = read_dates(drawn.item.key[0])[0].first
    if key.day and key.month:
        return f"It was in {MONTHS[key.month - 1]}."
    return f"It was in the {key.year // 100}00s{' BC' * (key.era == 'BC')}." if key.year > 100 else ""


GRADER = Grader("a date, in figures the day first", grade_date, hint_date)
