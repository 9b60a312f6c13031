"""The name of a template → what a reader sees of it: nothing, one of its arguments, a list, a mark of fate, or words.

The names are in library/templates.csv: kind, what it shows, names. Kinds: nothing (notes, requests, layout), icon (a flag without words: it
begins an entry), flag (with the name beside it), first and second (an argument), list (and how deep its items stand), fate,
other fate (the model has no value for it), character, ship (under its prefix), class (of ships), country (its code, ISO 3166-1 or
International Olympic Committee).
"""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from importlib.resources import files

from quizgen.historical_date import MONTHS

_SILENT = ("campaignbox", "cite ", "#tag", "age in", "refn", "efn", "sfn", "citation", "location map", "use ", "unreliable")


@cache
def _table() -> dict[str, tuple[str, str]]:
    text = files("quizgen").joinpath("library", "templates.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {name: (row["kind"], row["shows"].replace("\\n", "\n")) for row in rows for name in row["names"].split(";")}


@lru_cache(maxsize=1024)
def kind_of(name: str) -> tuple[str, str]:
    """The kind of a template and what it shows; two empty strings if it is not known."""
    if re.fullmatch(r"lang-[a-z-]{2,8}", name):
        return "first", ""
    return _table().get(name) or ("nothing" if name.startswith(_SILENT) else "", "")


def country(code: str) -> str | None:
    """The country that a flag template shows for a code ("USA"), or None."""
    kind, shown = kind_of(code.casefold())
    return shown if kind == "country" else None


def name_of(words: str) -> str:
    """Fold a template's name: case, underscores and spaces do not count."""
    return " ".join(words.replace("_", " ").casefold().removeprefix("template:").split())


def words_of(name: str, given: list[str]) -> str:
    """The words that a template makes of its arguments by position; empty if it is not known."""
    if name in ("convert", "cvt", "cvrt") and len(given) > 1:
        return measure(given)
    if name in ("frac", "fraction") and len(given) > 1:
        return f"{given[0]}/{given[1]}" if len(given) == 2 else f"{given[0]} {given[1]}/{given[2]}"
    if name in ("as of", "asof") and given:
        return "as of " + (dates("start date", given) or given[0])
    return dates(name, given) or old_style(name, given) or ""


def dates(name: str, given: list[str]) -> str | None:
    """The words of `{{start date|1943|7|5}}` and `{{start and end dates|…}}`; None for other templates or what they cannot be."""
    if not re.fullmatch(r"(?:start|end)[ -]?date(?: and (?:age|years))?|start and end dates?|film date|date", name):
        return None
    numbers = [int(part) if part.isascii() and part.isdigit() and len(part) < 5 else 0 for part in given]
    if name == "date":
        return _date_template(given, numbers)
    if not numbers or not numbers[0]:
        return None
    first = _day(numbers[:3])
    if not name.startswith("start and end"):
        return first
    last = _day(numbers[3:6])
    return f"{first} – {last}" if first and last else None


def _date_template(given: list[str], numbers: list[int]) -> str | None:
    """`{{date|2016-08-02}}`: its text as it stands, or the day it states."""
    if len(numbers) >= 3 and numbers[0]:
        return _day(numbers[:3])
    iso = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", given[0]) if given else None
    return _day([int(part) for part in iso.groups()]) if iso else given[0] if given else None


def _day(numbers: list[int]) -> str | None:
    year, month, day = (*numbers, 0, 0, 0)[:3]
    if not year or month > 12 or day > 31:
        return None
    return " ".join(filter(None, (str(day) if day else "", MONTHS[month - 1] if month else "", f"{year}")))


def old_style(name: str, given: list[str]) -> str | None:
    """The words of `{{OldStyleDate|6 May|1775|25 April}}`; None for other templates."""
    if name not in ("oldstyledate", "oldstyledatedy", "oldstyledateny", "old style date") or len(given) < 3 or not all(given[:3]):
        return None
    new, year, old = given[:3]
    return f"{new} {year} [O.S. {old}]"


def measure(given: list[str]) -> str:
    """The words of `{{convert|10|km|mi}}`, without what it converts to: "10 km"; of a range, "5–6 km"."""
    if len(given) > 3 and given[1] in ("-", "–", "to", "and", "x", "by", "or", "to(-)", "×"):
        joint = "–" if given[1] in ("-", "–", "to(-)") else f" {given[1]} "
        return f"{given[0]}{joint}{given[2]} {given[3]}"
    return " ".join(given[:2])
