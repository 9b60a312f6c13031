"""Pictures on backs: what is marked on a timeline, which branch of the order of battle is shown, and that both can be read."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from quizgen.historical_date import HistoricalDate
from quizgen.items import Format
from quizgen.model import Campaign, Commander, DatedText, Event, EventKind, Sentence, Side, Sourced, Unit
from quizgen.relations import facts
from quizgen.writers._notes.pictures import picture
from quizgen.writers.apkg import WRITER
from tests.browser import DESKTOP, faint, overflowing
from tests.writers.apkg.anki_collection import cards, collection, faces, imported
from tests.writers.apkg.fixtures import BOX, HERE, campaign, item, material
from tests.writers.apkg.reviewer import reviewer, show


def event(date: str, caption: str, *, by: bool = False) -> Event:
    told = Sentence(caption, "", HERE, (HistoricalDate(date),))
    return Event(EventKind.ACTION, told, HistoricalDate(date), by=by, side="1", action="capture", object=caption, caption=caption)


ARMY = tuple(Unit(name, BOX, parent=parent) for name, parent in (("Guard", None), ("1st Uhlans", "Guard"), ("Sappers", "Guard")))
LARGE = (Unit("Corps", BOX), *(Unit(f"{n} Foot", BOX, parent="Corps") for n in range(8)))
SIDES = (
    Side("1", Sourced("besiegers", BOX), units=ARMY, commanders=(Commander("Ana Lukić", BOX, role="Sappers commander"),)),
    Side("2", Sourced("garrison", BOX), units=(*LARGE, Unit("Lonely Watch", BOX))),
)
EVENTS = (
    event("1893-05-04", "Besiegers take the mill"),
    event("1893-05-20/1893-05-25", "Besiegers hold the bridge"),
    event("1893-06-01", "Besiegers take the gate", by=True),
    event("1894-01-01", "Besiegers take the hill"),
)
KARST = replace(campaign(), sides=SIDES, events=EVENTS)


def drawn(text: str, of: Campaign = KARST) -> str:
    """Draw the picture of the fact whose id holds a text."""
    (fact,) = (fact for fact in facts(of) if text in fact.id)
    return picture([fact], of)


@pytest.mark.parametrize(
    ("alt", "text"),
    [
        ("Timeline of 3 May – 9 June 1893; marked: 4 May 1893.", "take-the-mill"),
        ("Timeline of 3 May – 9 June 1893; marked: 20 May – 25 May 1893.", "hold-the-bridge"),
        ("Timeline of 3 May – 9 June 1893; marked: 3 May 1893.", "/start/"),
        ("Timeline of 3 May – 9 June 1893; marked: 9 June 1893.", "/end/"),
    ],
)
def test_what_is_dated_is_marked_on_a_timeline(alt: str, text: str) -> None:
    assert f'role="img" aria-label="{alt}"' in drawn(text)


@pytest.mark.parametrize("text", ["take-the-gate", "take-the-hill"])
def test_what_has_no_day_within_the_campaign_has_no_timeline(text: str) -> None:
    assert "" == drawn(text)


@pytest.mark.parametrize("date", ["1893-05-03", "1893-05-03/1893-05-04", "1893-05-03/.."])
def test_a_short_or_unfinished_campaign_has_no_timeline(date: str) -> None:
    assert "" == drawn("/start/", replace(KARST, date=DatedText(HistoricalDate(date), BOX)))
    assert "" == drawn("take-the-mill", replace(KARST, date=None))


def test_a_campaign_of_a_year_has_one_label() -> None:
    year = replace(KARST, date=DatedText(HistoricalDate("1893"), BOX))
    assert ["4 May 1893", "1893"] == sorted(re.findall(r">([^<]+)</text>", drawn("take-the-mill", year)), reverse=True)


def test_days_stand_in_their_order_and_other_events_are_ticks() -> None:
    svg = drawn("take-the-mill")
    assert 1 == svg.count('class="mark"')
    assert 0 == svg.count('class="tick"')
    assert ["3.9%"] == re.findall(r'class="mark" cx="([^"]*)"', svg)
    assert 1 == drawn("/end/").count('class="tick"')


@pytest.mark.parametrize(
    ("alt", "beside", "text"),
    [
        ("Order of battle: the besiegers, then Guard, then 1st Uhlans.", ["Sappers"], "/parent/guard/1st-uhlans"),
        ("Order of battle: the besiegers, then Guard, then Sappers.", ["1st Uhlans"], "/group/ana-lukic"),
        ("Order of battle: the garrison, then Corps, then 3 Foot.", ["0 Foot", "1 Foot", "2 Foot", "and 4 more"], "/parent/corps/3-foot"),
    ],
)
def test_a_unit_is_shown_in_its_branch(alt: str, beside: list[str], text: str) -> None:
    html = drawn(text)
    assert f'role="img" aria-label="{alt}"' in html
    assert beside == re.findall(r"<li(?: class=\"more\")?>([^<]+)</li>", html)


def test_what_is_neither_dated_nor_a_unit_has_no_picture() -> None:
    assert "" == picture([], KARST) == picture(facts(KARST)[:2], KARST)


def test_a_picture_can_be_read_by_day_and_night_and_fits(browser: Browser, tmp_path: Path) -> None:
    chosen = [fact for fact in facts(KARST) if picture([fact], KARST)]
    items = [item(Format.CLOZE, f"{fact.relation} _____", ("Brod",), id=fact.id, facts=(fact.id,)) for fact in chosen]
    with collection(tmp_path) as opened:
        imported(opened, WRITER.write(replace(material(*items), campaigns=(KARST,))))
        for size, is_dark in (((320, 640), True), ((320, 640), False), (DESKTOP, True)):
            page = reviewer(browser, size, is_dark=is_dark)
            for card in cards(opened):
                front, back = faces(card)
                assert 'role="img"' not in front
                show(page, back)
                assert 1 == page.locator("[role=img]").count()
                assert ([], []) == (overflowing(page), faint(page))
            page.context.close()
