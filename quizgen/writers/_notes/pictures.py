"""Facts of the model → the picture on a card's back: a timeline for what is dated, the branch of the order of battle for a unit.

Drawn in the page itself, so that day and night are its own: positions in percent, type in the card's size, colours by class.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quizgen.historical_date import HistoricalDate
from quizgen.model import Campaign, Commander, DatedText, Event, Side, Unit, norm
from quizgen.naming import role_group, side_phrase
from quizgen.relations import Fact, Relation
from quizgen.writers._notes.markup import element, shown

SHORTEST = 3  # days that a timeline spans; less has no before and after
SIBLINGS = 4  # shown beside a unit


def picture(facts: Sequence[Fact], campaign: Campaign) -> str:
    """Draw what helps to place the answer, as HTML; empty where the facts are neither dates nor units."""
    if len(facts) != 1:
        return ""
    (fact,) = facts
    marked = _date(fact)
    if marked:
        return _timeline(marked, campaign)
    side = next((side for side in campaign.sides if side.id == fact.side), None)
    unit = _unit(fact, side) if side else None
    return _branch(unit, side) if unit and side else ""


def _date(fact: Fact) -> HistoricalDate | None:
    """The day, or the span of days, that a fact is of; "by 3 August" is no day."""
    match fact.leaf:
        case Event(date=date, by=False):
            return date
        case DatedText(value=value):
            end = value.end if fact.relation is Relation.END else value.start
            return HistoricalDate(end.edtf) if end else None
    return None


def _timeline(marked: HistoricalDate, campaign: Campaign) -> str:
    days = [event.date for event in campaign.events if event.date and event.date.is_day and not event.by]
    whole = campaign.date.value if campaign.date else None
    if not whole or not _is_closed(whole) or not _is_closed(marked) or not marked.overlaps(whole):
        return ""
    first, last = min(whole.first, marked.first), max(whole.last, marked.last)
    if last - first + 1 < SHORTEST:
        return ""
    ticks = sorted({day.first for day in days if first <= day.first <= last} - {marked.first})
    start, end = whole.start.words(), whole.end.words() if whole.end and whole.is_interval else ""
    alt = f"Timeline of {whole.words()}; marked: {marked.words()}."
    scale = _Scale(first, last)
    drawn = [
        '<line class="axis" x1="0%" x2="100%" y1="34" y2="34"/>',
        *(f'<circle class="tick" cx="{scale.middle(day)}" cy="34" r="2.5"/>' for day in ticks),
        *_marker(marked, scale),
        _text("end", "0%", 56, start, "start"),
        *([_text("end", "100%", 56, end, "end")] if end else []),
    ]
    return f'<svg class="timeline" role="img" aria-label="{shown(alt)}" width="100%" height="62">{"".join(drawn)}</svg>'


class _Scale:
    """Days → places on the axis, in percent of its length."""

    def __init__(self, first: int, last: int) -> None:
        self.first, self.count = first, last - first + 1

    def share(self, day: float) -> float:
        """Give the place of the beginning of a day, from 0 to 100."""
        return (day - self.first) / self.count * 100

    def middle(self, day: int) -> str:
        """Give the place of noon of a day."""
        return f"{self.share(day + 0.5):.1f}%"


def _marker(marked: HistoricalDate, scale: _Scale) -> Iterator[str]:
    """The marked day as a disc, or the marked days as a bar, with its words above."""
    left, right = scale.share(marked.first), scale.share(marked.last + 1)
    middle = (left + right) / 2
    if marked.is_day:
        yield f'<circle class="mark" cx="{middle:.1f}%" cy="34" r="7"/>'
    else:
        yield f'<rect class="mark" x="{left:.1f}%" width="{right - left:.1f}%" y="29" height="10" rx="5"/>'
    anchor = "start" if middle < 25 else "end" if middle > 75 else "middle"
    place = {"start": left, "end": right, "middle": middle}[anchor]
    yield _text("when", f"{place:.1f}%", 17, marked.words(), anchor)


def _text(style: str, x: str, y: int, words: str, anchor: str) -> str:
    return f'<text class="{style}" x="{x}" y="{y}" text-anchor="{anchor}">{shown(words)}</text>'


def _is_closed(date: HistoricalDate) -> bool:
    return not (date.is_interval and date.end is None)


def _unit(fact: Fact, side: Side) -> Unit | None:
    """The unit that a fact speaks of: itself, or the one that a commander's role names."""
    match fact.leaf:
        case Unit():
            return fact.leaf
        case Commander(role=role) if role and (group := role_group(role)):
            return next((unit for unit in side.units if norm(unit.name) == norm(group)), None)
    return None


def _branch(unit: Unit, side: Side) -> str:
    """The path from the side down to the unit, with some of those listed beside it."""
    path = [side_phrase(side), *side.path(unit)]
    beside = [other.name for other in side.units if other.parent == unit.parent and other.name != unit.name]
    if len(path) < 3 and not beside:
        return ""
    leaves = [element("li", element("b", shown(unit.name)), "here"), *_beside(beside)]
    tree = element("ul", "".join(leaves))
    for name in reversed(path[:-1]):
        tree = element("ul", element("li", shown(name) + tree))
    alt = "Order of battle: " + ", then ".join(path) + "."
    return f'<div class="branch" role="img" aria-label="{shown(alt)}">{tree}</div>'


def _beside(names: Iterable[str]) -> Iterator[str]:
    names = list(names)
    shown_ones = names if len(names) <= SIBLINGS else names[: SIBLINGS - 1]
    yield from (element("li", shown(name)) for name in shown_ones)
    if len(names) > len(shown_ones):
        yield element("li", f"and {len(names) - len(shown_ones)} more", "more")
