"""The text of an argument → its value; argparse shows the error of one that cannot be read."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgen.filling import Quota


def words(text: str) -> tuple[str, ...]:
    """Give the words of a list with commas."""
    return tuple(word.strip() for word in text.split(",") if word.strip())


def count(text: str) -> int:
    """Give a number from 1 to 1000."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= 1000):
        raise argparse.ArgumentTypeError(f'expected a number from 1 to 1000, found "{text}"')
    return int(text)


def few(text: str) -> int:
    """Give a small number; none is one of them."""
    if not (text.isascii() and text.isdigit() and int(text[:9]) <= 1000):
        raise argparse.ArgumentTypeError(f'expected a number from 0 to 1000, found "{text}"')
    return int(text)


def minutes(text: str) -> float:
    """Give a number of minutes."""
    try:
        found = float(text)
    except ValueError:
        found = -1
    if not 0 <= found <= 1440:
        raise argparse.ArgumentTypeError(f'expected minutes from 0 to 1440, found "{text}"')
    return found


def difficulty(text: str) -> tuple[int, int]:
    """Give the ends of a range of difficulties: 2-4."""
    from quizgen.recipes import difficulty

    found = difficulty(text)
    if not found:
        raise argparse.ArgumentTypeError(f'expected 1 to 5, or a range such as 2-4, found "{text}"')
    return found


def quota_list(text: str) -> tuple[Quota, ...]:
    """Give the quotas of a list: dates=4,sides=2-5."""
    from quizgen.recipes import quota

    found = [quota(*part.rpartition("=")[::2]) if "=" in part else None for part in words(text)]
    if None in found:
        raise argparse.ArgumentTypeError(f'expected kinds with a number or a range, such as dates=4-6,cloze=5, found "{text}"')
    return tuple(each for each in found if each)


def date(text: str) -> str:
    """Check a day, as 2016-08-31."""
    from quizgen.historical_date import HistoricalDate

    try:
        return HistoricalDate(text).edtf
    except ValueError as err:
        raise argparse.ArgumentTypeError(str(err)) from err


def release(text: str) -> str:
    """Check the day of a release."""
    from quizgen.recipes import is_day

    if not is_day(text):
        raise argparse.ArgumentTypeError(f'expected a day such as 2026-11-28, found "{text}"')
    return text
