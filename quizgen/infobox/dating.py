"""The date field → the campaign's date, and what else it says: other calendars, rival dates, the stated length, what its notes doubt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizgen.article import Text
from quizgen.diagnostics import Diagnostic, note, warning
from quizgen.grammar.dates import Dated, Partial, Token, find_dates, read_expression, tokens
from quizgen.historical_date import HistoricalDate, Point
from quizgen.model import DatedText, Sourced

_ASIDE = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_OLD = re.compile(r"\b(?:O\.?S\b\.?|old style|julian)", re.IGNORECASE)
_NEW = re.compile(r"\b(?:N\.?S\b\.?|new style|gregorian)", re.IGNORECASE)
_SWEDISH = re.compile(r"\bswedish\b", re.IGNORECASE)
_LENGTH = re.compile(r"(\d+|one|two|three|four|five|six|seven|eight|nine|ten) days?", re.IGNORECASE)
_NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SIGNS = frozenset({"comma", "and", "filler", "time", "circa", "part", "or"})
_LABEL = re.compile(r"[^\W\d][^,;:()]{0,40}:(?!\d)\s*")
_UNKNOWN = re.compile(
    r"\b(?:unknown (?:day|date)s?(?: in)?|(?:exact )?(?:day|date) unknown|local time|UTC|GMT|hours|probable|disputed)\b|\?{2,}",
    re.IGNORECASE,
)

# What a note says of the date itself: that it is doubted, or given otherwise; a citation dates a page.
_GIVES = re.compile(
    r"\b(?:date[ds]?|dating|calendar|giv(?:e|es|en|ing)|gave|prefers?|plac(?:e|es|ed)|say|says|said|claim\w*|argue\w*|accept\w*|"
    r"believ\w*|disput\w*|differ\w*|disagree\w*|traditional\w*|likely|probabl[ey]|possibly|perhaps|uncertain|unknown|unclear|"
    r"beg[aiu]n\w*|start\w*|commenc\w*|ended|ends?|last\w*|continu\w*|occurred|happened|took place|fought)\b",
    re.IGNORECASE,
)
_CITED = re.compile(r"\{\{\s*(?:cit|sfn|harv|age\b|webarchive)[^{}]*\}\}|\b(?:retrieved|accessed)\b[^.;<]*", re.IGNORECASE)
_SIGNS_OF_NOTES = re.compile(r"</?ref[^<>]*>|^\{\{\s*[^|{}]*\|(?:\s*\w+\s*=[^|{}]*\|)*|\}\}$|'{2,}|\[\[(?:[^\[\]|]*\|)?|\]\]")


_CALENDAR = re.compile(rf"(?:{_OLD.pattern}|{_NEW.pattern}|{_SWEDISH.pattern})(?: calendar)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Aside:
    """What stands in brackets, and where."""

    words: str
    start: int
    end: int


def read_date(text: Text, noted: Sequence[Text] = ()) -> tuple[DatedText | None, tuple[Sourced, ...], tuple[Diagnostic, ...]]:
    """Read the date field: several periods give one from the first day to the last, rival dates what they share; then its notes.

    Codes: R240 not understood, R241 the stated length does not fit, R242 rival dates.
    """
    asides = [_Aside((m[1] or m[2] or "").strip(" ,"), m.start(), m.end()) for m in _ASIDE.finditer(text.value)]
    plain = _blanked(text.value, asides)
    found, unread, is_rival = _expressions(tokens(plain))
    notes = [Sourced(aside.words, text.quote(aside.words)) for aside in asides if aside.words and not _is_label(aside.words)]
    notes += [said for footnote in noted if (said := _of_note(footnote))]
    if not found:
        silent = not plain.strip(" ,.")
        hint = "write it as in 31 July – 6 August 2016"
        return None, tuple(notes), () if silent else (warning(text.span(), "R240", f'"{text.value}" is not understood as a date', hint),)
    kept, others = _of_calendar(text.value, found, asides)
    printed = [_labelled(text.value, dated, asides) for dated in (*others, *kept)]
    shown = [words for words in printed if len(kept) > 1 or words not in printed[len(others) :] or _OLD.search(words)]
    notes += [Sourced(words, text.quote(words)) for words in shown]
    problems = [warning(text.span(t.start, t.end - t.start), "R240", f'"{t.text}" is not understood in a date') for t in unread]
    value = None if unread else _rival(kept) if is_rival else _span(kept)
    if is_rival:
        problems.append(note(text.span(), "R242", "the dates are rival ones: only what they share is kept"))
    if value is None:
        problems.append(warning(text.span(), "R240", f'"{text.value}" does not settle a date', "set date in the .fix.yaml"))
        return None, tuple(notes), tuple(problems)
    return DatedText(value, text.quote(text.value)), tuple(notes), (*problems, *_misfit(text, value, asides))


def _of_note(footnote: Text) -> Sourced | None:
    """What a note says of the date in words of its own; None of one that only cites."""
    words = " ".join(_SIGNS_OF_NOTES.sub("", _CITED.sub("", footnote.value)).split())
    return Sourced(words, footnote.quote()) if _GIVES.search(words) else None


def _blanked(value: str, asides: Sequence[_Aside]) -> str:
    """The value with brackets, labels and words that date nothing replaced by as many spaces."""
    for aside in asides:
        value = value[: aside.start] + " " * (aside.end - aside.start) + value[aside.end :]
    for pattern in (_LABEL, _UNKNOWN, _CALENDAR):
        value = pattern.sub(lambda match: " " * len(match[0]), value)
    return value


def _is_label(words: str) -> bool:
    """Whether an aside only names the calendar of the date before it."""
    return bool(_CALENDAR.search(words)) and not list(find_dates(words))


def _labelled(value: str, dated: Dated, asides: Sequence[_Aside]) -> str:
    """A date as printed, with the calendar that stands after it."""
    label = next(
        (a.end for a in asides if _is_label(a.words) and a.start >= dated.end and not value[dated.end : a.start].strip()), dated.end
    )
    return value[dated.start : label]


def _expressions(words: Sequence[Token]) -> tuple[list[Dated], list[Token], bool]:
    """The date expressions, each filled from its neighbours, the words between them that are none, and whether "or" joins them."""
    found: list[Dated] = []
    unread: list[Token] = []
    i = 0
    while i < len(words):
        dated, after = read_expression(words, i)
        if dated:
            since = i > 0 and words[i - 1].text.casefold() == "since"
            found.append(replace(dated, open=dated.open or since))
        elif not _is_sign(words, i):
            unread.append(words[i])
        i = after
    is_rival = any(word.kind == "or" for word in words)
    for at in reversed(range(1, len(found))):
        if _is_year_of(found[at], found[at - 1]):  # "June 22 or 23, 207 BC"
            found[at - 1 : at + 1] = [replace(found[at - 1].within(found[at].first), end=found[at].end)]
    for at in reversed(range(len(found) - 1)):
        found[at] = found[at].within(_context(found[at + 1].first))
    for at in range(1, len(found)):
        before = found[at - 1].last or found[at - 1].first
        found[at] = found[at].within(_context(before))
    return found, unread, is_rival


def _is_year_of(year: Dated, day: Dated) -> bool:
    """Whether an expression is the year of the day right before it."""
    is_year = bool(year.first.year) and not (year.first.month or year.first.day or year.last)
    return is_year and bool(day.first.day) and not (day.first.month or day.first.year or day.last)


def _is_sign(words: Sequence[Token], i: int) -> bool:
    """Whether a token between dates says nothing of its own."""
    beside = {words[at].kind for at in (i - 1, i + 1) if 0 <= at < len(words)}
    return words[i].kind in _SIGNS or words[i].text.casefold() in (".", "<", ">", "since") or (words[i].kind == "dash" and "time" in beside)


def _context(neighbour: Partial) -> Partial:
    return replace(neighbour, day=0)


def _of_calendar(value: str, found: Sequence[Dated], asides: Sequence[_Aside]) -> tuple[list[Dated], list[Dated]]:
    """Where several calendars give one day, keep the New Style and give the others apart."""
    styles: dict[int, str] = {}
    for at, dated in enumerate(found):
        end = found[at + 1].start if at + 1 < len(found) else len(value)
        label = value[dated.end : end] if any(_is_label(a.words) for a in asides if dated.end <= a.start < end) or not asides else ""
        styles[at] = "new" if _NEW.search(label) else "old" if _OLD.search(label) or _SWEDISH.search(label) else ""
    for aside in asides:
        inside = list(find_dates(aside.words))
        if inside and _NEW.search(aside.words) and len(found) == 1:
            return [inside[0].within(_context(found[0].first))], [*found]
    new = [dated for at, dated in enumerate(found) if styles[at] == "new"]
    if new:
        return new, [dated for at, dated in enumerate(found) if styles[at] != "new"]
    unmarked = [dated for at, dated in enumerate(found) if not styles[at]]
    old = [dated for at, dated in enumerate(found) if styles[at]]
    return (unmarked, old) if unmarked else (list(found), [])


def _span(kept: Sequence[Dated]) -> HistoricalDate | None:
    """From the first period's start to the last one's end; None if any of them is not settled, or they are out of order."""
    values = [dated.value for dated in kept]
    if any(value is None for value in values) or not values:
        return None
    settled = [value for value in values if value]
    if len(settled) == 1:
        return settled[0]
    first, last = min(settled, key=lambda v: v.first), max(settled, key=lambda v: v.last)
    end = ".." if last.end is None else last.end.edtf
    return HistoricalDate(f"{first.start.edtf}/{end}")


def _rival(kept: Sequence[Dated]) -> HistoricalDate | None:
    """What rival dates share: their day, month or year."""
    points = [point for dated in kept for part in (dated.first, dated.last) if part and (point := part.point)]
    for precision in (3, 2, 1):
        shared = {(p.year, p.month, p.day)[:precision] for p in points}
        if len(shared) == 1 and all(next(iter(shared))[1:]):
            year, month, day = (*next(iter(shared)), 0, 0)[:3]
            return HistoricalDate(Point(year, month, day).edtf)
    return None


def _misfit(text: Text, value: HistoricalDate, asides: Sequence[_Aside]) -> list[Diagnostic]:
    """Compare a stated length with the date; a day more or less is a way of counting."""
    found = []
    for aside in asides:
        match = _LENGTH.fullmatch(aside.words)
        days = value.days
        if match and days:
            stated = _NUMBERS.index(match[1].lower()) if match[1].lower() in _NUMBERS else int(match[1])
            if abs(stated - days) > 1:
                message = f"it says {match[0]}, but the date spans {days} days"
                found.append(warning(text.span(aside.start, aside.end - aside.start), "R241", message, "see which of the two is wrong"))
    return found
