"""Dated events → a drawn timeline: days at the left of an axis, what happened at its right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from quizgen.asking import SENSITIVE
from quizgen.model import Campaign, Event
from quizgen.relations import Importance, Relation, facts
from quizgen.writers._print.blocks import Block, Row, Stack, Tagged, paragraph, right
from quizgen.writers._print.diagrams import AXIS, Axis
from quizgen.writers._print.pen import Pen
from quizgen.writers._print.style import Type

LEAST = 4  # events, however full the page is


def events(campaign: Campaign) -> tuple[tuple[Event, Importance], ...]:
    """Give the events that can be told in a short sentence and have a date, in the order of their dates, with their importance."""
    weights = [fact.importance for fact in facts(campaign) if fact.relation is Relation.EVENT]
    pairs = zip(campaign.events, weights, strict=True)
    told = [(event, weight) for event, weight in pairs if event.caption and event.date and not SENSITIVE.search(event.caption)]
    return tuple(sorted(told, key=lambda pair: pair[0].date.first if pair[0].date else 0))


def fitting(campaign: Campaign, measure: float, room: float, type_: Type) -> tuple[Block, int]:
    """Give the timeline of as many events as fit into a height, and how many were left out: the most important of every day first."""
    told = events(campaign)
    ranks = list(Importance)
    days = [_when(event, year=True) for event, _ in told]
    order = sorted(range(len(told)), key=lambda n: (ranks.index(told[n][1]), days[:n].count(days[n]), n))
    for count in range(len(order), 0, -1):
        kept = sorted(order[:count])
        block = timeline([told[n][0] for n in kept], measure, type_)
        if block.height <= room or count <= LEAST:
            return block, len(told) - count
    return Stack(()), 0


def timeline(told: Sequence[Event], measure: float, type_: Type) -> Tagged:
    """Set events day by day along an axis."""
    return Tagged("L", Stack(tuple(_days(told, measure, type_))))


def _days(told: Sequence[Event], measure: float, type_: Type) -> Iterator[Block]:
    years = {point.year for event in told if event.date for point in event.date.points}
    dates = [_when(event, year=len(years) > 1) for event in told]
    column = min(measure / 3, max((type_.strong.width(date) for date in dates), default=0) + 6)
    at = column + AXIS
    for date, group in groupby(zip(dates, told, strict=True), key=lambda pair: pair[0]):
        said = Stack(tuple(paragraph(event.caption or "", measure - at, type_.body) for _, event in group))
        day = Stack((said, _Air(4.0)))
        label = Tagged("Lbl", right(date, column, type_.strong))
        axis = Axis(day.height, type_.strong.leading / 2)
        yield Tagged("LI", Row(((0, label), (column + AXIS / 2, axis), (at, Tagged("LBody", day)))))


@dataclass(frozen=True, slots=True)
class _Air:
    """Room."""

    height: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw nothing."""


def _when(event: Event, *, year: bool) -> str:
    assert event.date
    return f"{'by ' * event.by}{event.date.words(year=year)}"
