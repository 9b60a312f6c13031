"""What the questions on dates share: dates as answers, the days around a date, and how far a wrong one is off."""

from __future__ import annotations

import re

from quizgen.grammar.dates import Partial, read_expression, tokens
from quizgen.historical_date import HistoricalDate, Point, of_day
from quizgen.model import Campaign
from quizgen.naming import the_title, undated_name
from quizgen.questions import Verdict, false

OTHER_DATE = "another date"
LONG = 330  # days from which on years are counted


def date_slots(campaign: Campaign, point: Point) -> dict[str, str]:
    """The slots of a stem that asks for a date: the campaign named without one, and the year unless it is what is asked.

    `when`: "on which day of 2016"; `on`: the preposition of the answer; `in_year`: " 2016", to follow the answer.
    """
    name = undated_name(campaign, year=bool(point.month)) or the_title(campaign)
    year = Point(point.year).words()
    of_year = f" of {year}" if point.month and year not in re.findall(r"\d+(?: BC)?", name) else ""
    unit = "on which day" if point.day else "in which month" if point.month else "in which year"
    return {
        "campaign": name,
        "when": unit + of_year,
        "on": "on" if point.day else "in",
        "in_year": f" {year}" if point.month else "",
    }


def answer(point: Point) -> str:
    """The date as an answer: without its year, which the stem gives, unless it is a plain year."""
    return Point(point.year, point.month, point.day).words(year=not point.month)


def read_answer(text: str, year: int) -> HistoricalDate | None:
    """Read an answer back: a day or month of the year given, or a year of its own."""
    found, _ = read_expression(tokens(text), 0)
    given = Partial(year, era="AD") if year > 0 else Partial(1 - year, era="BC")
    return found.within(given).value if found else None


def read_day(text: str) -> HistoricalDate | None:
    """Read back a date that a stem gives in full: "4 August 2016"."""
    found, _ = read_expression(tokens(text), 0)
    return found.value if found else None


def neighbours(point: Point, reach: int = 4) -> tuple[str, ...]:
    """Other dates of the same precision, up to `reach` off, nearest first, none of another year where it is not part of the answer."""
    steps = [step for by in range(1, reach + 1) for step in (by, -by)]
    if point.day:
        near = [of_day(point.first + step).start for step in steps]
    elif point.month:
        near = [Point(point.year, point.month + step) for step in steps if 1 <= point.month + step <= 12]
    else:
        near = [Point(point.year + step) for step in steps]
    return tuple(answer(other) for other in near if not point.month or other.year == point.year)


def compare(option: HistoricalDate, true: HistoricalDate, what: str, on: str) -> Verdict:
    """Disprove a date by the true one, saying by how much it is off: "it began 2 days earlier, on 31 July"."""
    right = f"{on} {answer(true.start)}"
    if option.start.day and true.start.day:
        return false(OTHER_DATE, f"{what} {days_off(true, option)}, {right}")
    return false(OTHER_DATE, f"{what} {right}")


def days_off(one: HistoricalDate, other: HistoricalDate) -> str:
    """How far a day lies from another, read from the second: "2 days earlier", "about 3 years later"."""
    off = other.first - one.first
    if abs(off) > LONG:
        years = round(abs(off) / 365.25)
        return f"about {years} year{'s' * (years > 1)} {'earlier' if off > 0 else 'later'}"
    return f"{abs(off)} day{'s' * (abs(off) > 1)} {'earlier' if off > 0 else 'later'}"
