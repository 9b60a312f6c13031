"""A campaign whose date its infobox gives by several calendars → the one by which the model has it, to be named in a stem."""

from __future__ import annotations

import re

from quizgen.grammar.dates import Partial, find_dates
from quizgen.historical_date import HistoricalDate
from quizgen.model import Campaign, Quote

_OLD = re.compile(r"\bO\.?S\b|\bold style|\bjulian", re.IGNORECASE)
_NEW = re.compile(r"\bN\.?S\b|\bnew style|\bgregorian", re.IGNORECASE)
APART = 14  # days between dates whose order no calendar changes
_OTHER = re.compile(r"\bswedish calendar", re.IGNORECASE)
_REFORM = 1582  # the first year with a New Style


def style(campaign: Campaign) -> str:
    """Name the calendar of the date: " (New Style)", which is the one kept of several, " (Old Style)"; empty where none is named."""
    date = campaign.date
    said = _said(campaign)
    if not date or date.value.start.year < _REFORM or not (_OLD.search(said) or _NEW.search(said) or _OTHER.search(said)):
        return ""
    return " (New Style)" if listed(campaign) or _NEW.search(said) else " (Old Style)"


def listed(campaign: Campaign) -> frozenset[HistoricalDate]:
    """The dates, other than its own, that the notes at a campaign's date give."""
    date = campaign.date
    if not date:
        return frozenset()
    dates = (found.within(Partial(date.value.start.year)).value for note in campaign.date_notes for found in find_dates(note.value))
    return frozenset(other for other in dates if other and other != date.value)


def is_unreformed(campaign: Campaign) -> bool:
    """Whether a note names a calendar at a date from before there were two styles: a Roman date, also counted by the Julian calendar."""
    date = campaign.date
    return bool(date and date.value.start.year < _REFORM and re.search(r"\bcalendar|\bjulian|\bgregorian", _said(campaign), re.IGNORECASE))


def _said(campaign: Campaign) -> str:
    """The words of the date and of its notes."""
    source = campaign.date.source if campaign.date else None
    return " ".join((source.quote if isinstance(source, Quote) else "", *(note.value for note in campaign.date_notes)))


def is_mixed(campaign: Campaign) -> bool:
    """Whether an article counts days by several calendars, so that it is not sure which of two near each other came first."""
    return bool(style(campaign)) or any("O.S." in sentence.text or "Old Style" in sentence.text for sentence in campaign.sentences)
