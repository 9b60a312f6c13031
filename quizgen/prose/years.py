"""A date with parts missing, the last date told and the campaign's date → the whole date, where they leave no choice.

A bare date is taken for the year in which it stands near what was told last, or near the campaign. Where both would give a
year, and not the same, the campaign's year holds if the story stands near the campaign, else none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.grammar.dates import Dated, Partial
from quizgen.historical_date import HistoricalDate, of_day

_NEAR = 100  # days from the campaign at which a bare date is still taken for its year
_BACK = 60  # days by which a bare date may lie before the last one told; more may as well be a step on, over the winter
_ON_OVER = 180  # days after it, in the next year
_FAR = 730  # days from the campaign at which a story is history, told in leaps
_STEPS_BACK = 3  # days by which "the 5th" may lie before the last day told and still be of its month
_CLEARLY = 30  # days by which one context must be nearer than the other


def resolve(dated: Dated, told: HistoricalDate | None, campaign: HistoricalDate | None) -> HistoricalDate | None:
    """Complete a date from the last one told and the campaign's; None where they leave a choice."""
    modern = not campaign or campaign.start.year >= 1000
    first, last = dated.first, dated.last
    if modern and 0 < first.year < 1000 and not first.era and first.month:
        first = replace(first, year=0)  # "On 2 August 500 men …"
    dated = replace(dated, first=first)
    if first.year or (last and last.year):
        far = campaign and first.year and not first.month and not -15 <= first.year - campaign.start.year <= 10
        return None if far and modern else dated.value  # "by 1900" may be an hour
    month = first.month or (last.month if last else 0) or _month(first.day, told, campaign)
    year = _year(dated, month, told, campaign) if month else None
    return _in_year(dated, month, year) if year is not None else None


def in_year_of(dated: Dated, told: HistoricalDate | None, campaign: HistoricalDate | None, which: str) -> HistoricalDate | None:
    """Complete a date "of that year", "of the following year"; `which` is the word before "year"."""
    end = (told or campaign).end if told or campaign else None  # type: ignore[union-attr]  # one of them holds
    step = {"that": 0, "the same": 0, "the following": 1, "the next": 1, "the previous": -1}.get(" ".join(which.casefold().split()))
    if end is None or step is None or not dated.first.month or dated.first.year:
        return None
    if told is None and campaign and campaign.start.year != end.year:
        return None
    return _in_year(dated, dated.first.month, end.year + step)


def _month(day: int, told: HistoricalDate | None, campaign: HistoricalDate | None) -> int:
    """The month of a bare day: the one being told, while days go forward; else the only one in which the campaign has such a day."""
    end = told.end if told else None
    if end and end.month and (not end.day or day >= end.day - _STEPS_BACK):
        return end.month
    if not campaign or not campaign.days or campaign.days > 60:
        return 0
    months = [point.month for n in range(campaign.first, campaign.last + 1) if (point := of_day(n).start).day == day]
    is_near = not end or not end.month or months[:1] in ([end.month], [end.month % 12 + 1])  # after 22 July "the 10th" is no 10 September
    return months[0] if len(months) == 1 and is_near else 0


def _year(dated: Dated, month: int, told: HistoricalDate | None, campaign: HistoricalDate | None) -> int | None:
    by_story = {y for y, value in _values(dated, month, told) if told and _follows(value, told)}
    gaps = {y: _gap(value, campaign) for y, value in _values(dated, month, campaign) if campaign}
    by_campaign = {y for y, gap in gaps.items() if gap <= _NEAR and (not gap or 0 not in gaps.values())}
    if told and campaign and _gap(told, campaign) > _FAR and not by_story & by_campaign:
        by_story = {y for y, value in _values(dated, month, told) if value.first >= told.first and value.first - told.last <= _BACK}
        return by_story.pop() if len(by_story) == 1 and not by_campaign else None
    years = by_story & by_campaign or by_story or by_campaign
    if told and campaign and len(by_story) == len(by_campaign) == 1 and by_story != by_campaign:
        return _nearer((by_story.pop(), told), (by_campaign.pop(), campaign), dated, month)
    if told and not told.start.month and not told.is_interval and told.start.year in years:
        return told.start.year  # "In the spring of 732 … On 2 June …"
    return years.pop() if len(years) == 1 else None


def _nearer(story: tuple[int, HistoricalDate], campaign: tuple[int, HistoricalDate], dated: Dated, month: int) -> int | None:
    """The year whose context is clearly nearer; none if the story has left the campaign."""
    far = [_gap(value, near) for year, near in (story, campaign) if (value := _in_year(dated, month, year))]
    if not story[1].start.month:
        return None  # a bare year may be an aside
    if not far[0] or far[0] + _CLEARLY <= far[1]:
        return story[0]
    return campaign[0] if far[1] + _CLEARLY <= far[0] and _gap(story[1], campaign[1]) <= 365 else None


def _values(dated: Dated, month: int, near: HistoricalDate | None) -> Iterator[tuple[int, HistoricalDate]]:
    """The date in each year that may lie near another."""
    if near and near.end:
        for year in range(near.start.year - 1, min(near.end.year, near.start.year + 8) + 2):
            if value := _in_year(dated, month, year):
                yield year, value


def _follows(value: HistoricalDate, told: HistoricalDate) -> bool:
    """Whether a bare date may be told after another: stories go on, and step back a little."""
    end = told.end or told.start
    if value.first >= told.first:
        return value.start.year <= end.year or value.first - told.last <= _ON_OVER
    return _gap(value, told) <= _BACK


def _gap(one: HistoricalDate, other: HistoricalDate) -> int:
    """The days between two dates; 0 where they touch."""
    return max(one.first - other.last, other.first - one.last, 0)


def _in_year(dated: Dated, month: int, year: int) -> HistoricalDate | None:
    era, written = ("", year) if year > 0 else ("BC", 1 - year)
    return dated.within(Partial(year=written, month=month, era=era)).value
