"""The study guide: what the model says, nothing more, on pages that all can read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.diagnostics import QuizgenError
from quizgen.model import Campaign, Sourced
from quizgen.printing import Printing
from quizgen.writers import Material
from quizgen.writers._print.style import type_for
from quizgen.writers.study_guide import WRITER
from quizgen.writers.study_guide.orders import tree
from quizgen.writers.study_guide.timeline import events, fitting
from tests.asked import KARSA, SEED, VELMARK, VESSEN, asked
from tests.writers.worksheet import pdf

TYPE = type_for(Printing())


def guide(*campaigns: Campaign, **look: object) -> bytes:
    return WRITER.write(Material("Guide", campaigns, printing=Printing(**look)))


@pytest.mark.parametrize("source", [SEED, KARSA, VESSEN, VELMARK])
@pytest.mark.parametrize("look", [{}, {"large_print": True}], ids=str)
def test_a_guide_is_sound_and_accessible(source: str, look: dict[str, object], tmp_path: Path) -> None:
    data = guide(asked(source).campaign, **look)
    pdf.assert_accessible(data, tmp_path)
    pdf.assert_sound(data)


def test_the_first_page_has_facts_sides_timeline_and_source() -> None:
    page = pdf.texts(guide(asked(SEED).campaign))[0]
    assert ["In short", "The sides", "Timeline", "Source"] == [
        head for head in ("In short", "The sides", "Timeline", "Source") if head in page
    ]
    assert "31 July – 6 August 2016, Aleppo, Syria" in page
    assert "500 killed (SOHR claim); 469 killed (The Inside Source)" in page.replace("\n", "")


def test_every_event_with_a_caption_stands_in_the_timeline_in_the_order_of_its_date() -> None:
    campaign = asked(SEED).campaign
    told = [event.caption for event, _ in events(campaign)]
    whole = pdf.squeezed("".join(pdf.texts(guide(campaign))).split("The whole timeline")[1])
    places = [whole.index(pdf.squeezed(caption or "")) for caption in told]
    assert len(told) > 30
    assert places[0] == min(places)


def test_a_short_timeline_keeps_something_of_every_day() -> None:
    campaign = asked(SEED).campaign
    days = len({event.date for event, _ in events(campaign)})
    block, left_out = fitting(campaign, 470.0, 250.0, TYPE)
    assert block.height <= 250
    assert 0 < left_out <= len(events(campaign)) - days


def test_units_stand_under_the_unit_that_the_source_lists_them_under() -> None:
    side = asked(SEED).campaign.sides[0]
    data = guide(asked(SEED).campaign)
    page = "".join(pdf.texts(data)).split("Order of battle")[1]
    assert page.index("Levant Front") < page.index("Leon Sedov Brigade") < page.index("Free Syrian Army")
    assert pdf.roles(data).count("LI") > len(side.units)
    assert tree(side, 240.0, TYPE).height > len(side.units) * 10


def test_two_campaigns_have_a_part_each() -> None:
    data = guide(asked(KARSA).campaign, asked(VESSEN).campaign)
    assert pdf.roles(data).count("Part") == 2


def test_a_bare_campaign_is_a_page() -> None:
    bare = Campaign("x", "x", Sourced("Raid on Orsk", asked(KARSA).campaign.title.source))
    assert len(pdf.texts(guide(bare))) == 1


def test_what_cannot_be_set_is_refused() -> None:
    with pytest.raises(QuizgenError, match='W101 no font can set "漢"'):
        guide(replace(asked(KARSA).campaign, title=replace(asked(KARSA).campaign.title, value="漢")))
    with pytest.raises(QuizgenError, match="W103"):
        WRITER.write(Material("x", (asked(KARSA).campaign,), paper="A9"))
