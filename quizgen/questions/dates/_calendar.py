"""A campaign whose date its infobox gives by several calendars → the one by which the model has it, to be named in a stem."""

from __future__ import annotations

import re

from quizgen.grammar.dates import Partial, find_dates
from quizgen.model import Campaign, Quote

_OLD = re.compile(r"\bO\.?S\b|\bold style|\bjulian", re.IGNORECASE)
_NEW = re.compile(r"\bN\.?S\b|\bnew style|\bgregorian", re.IGNORECASE)
APART = 14  # days between dates whose order no calendar changes
_OTHER = re.compile(r"\bswedish calendar", re.IGNORECASE)


def style(campaign: Campaign) -> str:
    """Name the calendar of the date: " (New Style)", which is the one kept of several, " (Old Style)"; empty where none is named."""
    date = campaign.date
    notes = [note.value for note in campaign.date_notes]
    said = " ".join((date.source.quote if date and isinstance(date.source, Quote) else "", *notes))
    if not date or not (_OLD.search(said) or _NEW.search(said) or _OTHER.search(said)):
        return ""
    listed = (found.within(Partial(date.value.start.year)).value for note in notes for found in find_dates(note))
    has_several = any(other and other != date.value for other in listed)
    return " (New Style)" if has_several or _NEW.search(said) else " (Old Style)"


def is_mixed(campaign: Campaign) -> bool:
    """Whether an article counts days by several calendars, so that it is not sure which of two near each other came first."""
    return bool(style(campaign)) or any("O.S." in sentence.text or "Old Style" in sentence.text for sentence in campaign.sentences)
