"""A typed date → right if it is the key in any usual notation; half the points where a part of it is missing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizgen.formats import Drawn
from quizgen.grading import Grade, Grader, not_understood
from quizgen.grammar.dates import Dated, Partial
from quizgen.historical_date import MONTHS
from quizgen.notation import read_dates

_FILLERS = re.compile(r"^(it was|on|in|the)\s+|\s*[.!]$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Years:
    """The years that the stem gives, so that an answer may leave them out, and all that the item knows, so that it may add one."""

    given: frozenset[int]
    known: frozenset[int]


def grade_date(drawn: Drawn, typed: str, _others: tuple[str, ...] = ()) -> Grade:
    """Grade a typed date at the precision of the key; a year that the stem gives may be left out or added."""
    said = read_dates(_spelled(_FILLERS.sub("", typed)))
    if not said:
        return not_understood(drawn)
    item = drawn.item
    years = Years(_years(item.stem), _years(item.stem, item.explanation, *item.key, *item.accepted))
    wrong = next((d for d in item.distractors if any(_shares(date, said[0], years) == 1 for date in read_dates(d.text))), None)
    if wrong:
        return Grade(0, wrong.text, wrong.why_false)
    known = [(date, text) for text in (*item.key, *item.accepted) for date in read_dates(text)[:1]]
    score, text = max((_shares(date, reading, years), text) for date, text in known for reading in said)
    return Grade(score, text if score else "", "A part of the date is missing." if 0 < score < 1 else "")


def _years(*texts: str) -> frozenset[int]:
    return frozenset(int(year) for text in texts for year in re.findall(r"\b\d{3,4}\b", text))


def _spelled(text: str) -> str:
    """Spell the months in full, as the grammar of dates wants them: "aug", "agust" are "August"."""
    return re.sub(r"[A-Za-z]{3,}", lambda match: _month(match[0]) or match[0], text)


def _month(word: str) -> str | None:
    from rapidfuzz.distance import OSA  # 0.02 s at start-up

    folded = word.casefold()
    starts = [m for m in MONTHS if m.casefold().startswith(folded)]
    found = starts or [m for m in MONTHS if len(word) > 4 and OSA.distance(folded, m.casefold()) <= 1]
    return found[0] if len(found) == 1 or starts else None


def _shares(key: Dated, said: Dated, years: Years) -> float:
    """Compare two dates or ranges: 1 for the key, 0.5 where parts are missing, 0 where a part differs."""
    if bool(key.last) != bool(said.last) or key.open != said.open:
        return 0
    ends = [(key.first, said.first), *([(key.last, said.last)] if key.last and said.last else [])]
    return min(_share(ours, theirs, years) for ours, theirs in ends)


def _share(key: Partial, said: Partial, years: Years) -> float:
    parts = [(key.month, said.month), (key.day, said.day)]
    if not _year_agrees(key, said, years) or any(theirs not in (ours, 0) for ours, theirs in parts):
        return 0
    year_missing = key.year and not said.year and key.year not in years.given
    return 0.5 if year_missing or any(ours and not theirs for ours, theirs in parts) else 1


def _year_agrees(key: Partial, said: Partial, years: Years) -> bool:
    """Whether the year typed, "16" for 2016 too, is the key's, or where the key has none one that the item speaks of."""
    if not said.year:
        return True
    known = years.known if not key.year else {key.year}
    if said.year < 100 and not said.era:
        known = {year % 100 for year in known} | known
    return (said.year in known or not known) and (not key.year or (key.era == "BC") == (said.era == "BC"))


GRADER = Grader("a date, in figures the day first", grade_date)
