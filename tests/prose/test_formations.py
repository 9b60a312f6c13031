"""Formations are known by their number and ships by what the prose calls them, each without its people or navy."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.prose.formations import formations, is_bare, is_of_many, number_of, owner_before, ships
from tests.asked import SELM, asked


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The US 3rd Marine Division landed.", [("3rd Marine Division", "Division")]),
        ("Dahl sent Brandt's XIV Panzer Corps.", [("XIV Panzer Corps", "Corps")]),
        ("The British Eighth Army and Army Group B met.", [("Eighth Army", "Army")]),
        ("No. 41 Squadron left.", [("No. 41 Squadron", "Squadron")]),
        ("The 1st Battalion of the 2nd Guards Regiment left.", [("1st Battalion", "Battalion"), ("2nd Guards Regiment", "Regiment")]),
        ("The 2/16th Battalion left.", []),  # a name cut in two
        ("The Red Army and the German Army met.", []),
        ("The 5th Brigade's Black Company left.", []),  # two in one name
        ("HMS Otter met the Fink.", [("Otter", "destroyer"), ("Fink", "cruiser")]),
        ("The frigate Vesna and HMS Brod met at Vesna.", [("Vesna", "frigate"), ("Brod", "ship")]),  # named after towns
    ],
)
def test_formations_are_found(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.text, one.sort) for one in formations(text, {"Otter": "destroyer", "Fink": "cruiser"})] == found


def test_a_town_is_no_ship_though_one_bears_its_name() -> None:
    campaign = asked(SELM).campaign
    sentences = (replace(campaign.sentences[0], text="The cruiser Vesna met the cruiser Amsel."),)
    assert ships(replace(campaign, sentences=sentences)) == {"Amsel": "cruiser"}


def test_ships_are_what_the_prose_calls_so() -> None:
    campaign = asked(SELM).campaign
    told = ("HMS Otter met the cruisers Fink, Star and Amsel.", "The destroyer Otter left Vesna.", "Marder left for Horka.")
    sentences = tuple(replace(campaign.sentences[0], text=text) for text in told)
    assert ships(replace(campaign, sentences=sentences)) == {"Otter": "destroyer", "Fink": "cruiser", "Star": "cruiser", "Amsel": "cruiser"}


@pytest.mark.parametrize(
    ("name", "bare", "many"), [("36th Division", True, False), ("9th Brigade", True, True), ("9th Tank Brigade", False, False)]
)
def test_a_bare_number_fits_many_armies(name: str, bare: bool, many: bool) -> None:
    (one,) = formations(f"The {name} left.", {})
    assert (is_bare(name), is_of_many(one)) == (bare, many)


def test_a_number_tells_formations_apart() -> None:
    assert [number_of(name) for name in ("30th Infantry Division", "XXX Corps", "First Army", "Otter")] == ["30th", "XXX", "First", "Otter"]


@pytest.mark.parametrize(("text", "owner"), [("the German ", "German"), ("sunk by HMS ", "HMS"), ("sunk by the ", ""), ("", "")])
def test_the_people_or_navy_before_a_name_owns_it(text: str, owner: str) -> None:
    assert owner_before(text, len(text)) == owner
