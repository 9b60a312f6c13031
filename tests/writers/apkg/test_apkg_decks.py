"""Deck names, tags, descriptions and citations."""

from dataclasses import replace

import pytest

from quizgen.items import Format
from quizgen.model import By, Page, Quote, Side, Sourced
from quizgen.writers._notes.credit import LONGEST, attribution, clipped, licence, site, source_html
from quizgen.writers._notes.decks import deck_names, description, short, tags
from tests.writers.apkg.fixtures import BOX, all_formats, campaign, item

ALEPPO = "Aleppo offensive (July–August 2016)"


@pytest.mark.parametrize(
    ("expected", "title", "date"),
    [
        ("Aleppo offensive", ALEPPO, "2016-07-31/2016-08-06"),
        ("Khanasir offensive", "2016 Khanasir offensive", "2016-02"),
        ("East Aleppo offensive", "East Aleppo offensive (2015–16)", "2015-11/2016-02"),
        ("Southern campaign", "2015–16 Southern campaign", "2015-11/2016-02"),
        ("Revolution", "July Revolution", "1830-07-26/1830-07-29"),
        ("March on Rome", "March on Rome", "1922-10-27/1922-10-31"),
        ("Battle of Hill 875", "Battle of Hill 875", "1967-11-03/1967-11-23"),
        ("Siege of Tyre", "Siege of Tyre, 332 BC", "-0331-01/-0331-07"),
        ("campaign", "1848", "1848"),
        ("A: B", "A:: B", "1848"),
    ],
)
def test_a_deck_name_tells_no_date_of_its_campaign(expected: str, title: str, date: str) -> None:
    assert expected == short(title, [campaign(title, date=date)])


def test_a_title_of_no_known_date_loses_its_disambiguator_only() -> None:
    assert "Raid of 1702" == short("Raid of 1702 (north)", [replace(campaign(), date=None)])


def test_one_campaign_stands_below_quizgen() -> None:
    aleppo = campaign(ALEPPO, date="2016-07-31/2016-08-06")
    assert {aleppo.id: "quizgen::Aleppo offensive"} == deck_names(ALEPPO, [aleppo])


def test_several_campaigns_stand_below_the_title_and_namesakes_are_numbered() -> None:
    first, second, third = (campaign(f"{title} (1893)", name=title) for title in ("Siege of Karst", "Siege of karst", "Raid"))
    second = replace(second, title=first.title)
    expected = {first.id: "The war::Siege of Karst 1", second.id: "The war::Siege of Karst 2", third.id: "The war::Raid"}
    assert expected == deck_names("The war", [first, second, third])


def test_a_title_of_the_names_joined_says_nothing_more() -> None:
    both = (campaign("Raid (1893)", name="raid"), campaign("Siege (1893)", name="siege"))
    assert ["quizgen::Raid", "quizgen::Siege"] == list(deck_names("Raid · Siege", both).values())


def test_tags_name_campaign_family_type_level_and_difficulty() -> None:
    plain, sensitive = all_formats()[0], all_formats()[-1]
    assert ("karst-1893::events", "quizgen::type::crossing", "quizgen::level::core", "quizgen::difficulty::2") == tags(plain, campaign())
    assert "quizgen::sensitive" in tags(sensitive, campaign())


def test_no_tag_holds_the_answer() -> None:
    year = item(Format.DATE, "In which year was Karst besieged?", ("1893",))
    assert "siege-of-karst::events" == tags(year, campaign())[0]


def test_tags_hold_no_space_and_no_capital() -> None:
    odd = item(Format.CLOZE, "x", ("y",), type="My  Type\t(new)")
    assert ("a-b::events", "quizgen::type::my-type-new") == tags(odd, campaign(name="A b"))[:2]
    assert "quizgen::type::none" == tags(replace(odd, type="!"), campaign())[1]


@pytest.mark.parametrize(
    ("update", "released"), [("as a one-off deck: one made later", ""), ("release of 2026-11-28. To update, import", "2026-11-28")]
)
def test_a_description_credits_counts_and_says_how_to_update(update: str, released: str) -> None:
    text = description(campaign(), {"events": 2, "dates": 1}, released)
    parts = (
        "“Siege of Karst (May–June 1893)”</a>",
        "revision 4711, CC BY-SA 4.0, as of 2024-05-01.",
        "3 notes: dates 1, events 2.",
        update,
    )
    assert [] == [part for part in parts if part not in text]


SIDES = tuple(Side(n, label=Sourced(name, BOX)) for n, name in (("1", "besiegers"), ("2", "garrison")))


@pytest.mark.parametrize(
    ("expected", "stem", "key"),
    [
        (["karst-1893::side::besiegers"], "Who led the besiegers?", "Count Orbán"),
        ([], "Who led the siege?", "Count Orbán"),
        ([], "On which side did the Uhlans fight, that of the besiegers?", "the garrison"),
        ([], "Did the besiegers or the garrison hold the mill?", "neither"),
    ],
)
def test_a_side_is_tagged_where_the_stem_names_it_and_no_answer_does(expected: list[str], stem: str, key: str) -> None:
    found = tags(item(Format.SHORT_ANSWER, stem, (key,)), replace(campaign(), sides=SIDES))
    assert expected == [tag for tag in found if "::side::" in tag]


@pytest.mark.parametrize(
    ("expected", "page", "as_of"),
    [
        ("Wikipedia, revision 4711, CC BY-SA 4.0", campaign().page, "2024-05-01"),
        ("wiki.example.org", Page(site="wiki.example.org"), None),
        ("", None, "1900"),
    ],
)
def test_a_licence_line_holds_what_is_known(expected: str, page: Page | None, as_of: str | None) -> None:
    assert expected == licence(replace(campaign(), page=page, as_of=as_of))


def test_a_text_of_no_page_is_credited_by_its_title_alone() -> None:
    assert "Made from “Siege of Karst”." == attribution(replace(campaign("Siege of Karst"), page=None, as_of=None))


def test_an_address_of_another_scheme_is_no_link() -> None:
    page = Page(site="x.org", title="Raid & run", url="javascript:alert(1)")
    assert "Made from “Raid &#38; run”, x.org." == attribution(replace(campaign(), page=page, as_of=None))


@pytest.mark.parametrize(("expected", "host"), [("Wikipedia", "de.wikipedia.org"), ("wikipedia.org.evil.com", "wikipedia.org.evil.com")])
def test_wikipedia_is_called_by_its_name(expected: str, host: str) -> None:
    assert expected == site(host)


@pytest.mark.parametrize(
    ("expected", "source"),
    [
        ("<cite>T</cite>, infobox<q>a &#60; b</q>", Quote("x.txt", 5, "a < b")),
        ("<cite>T</cite>, set by Ana: misprint · Weiss, p. 4", By("Ana", "misprint", "Weiss, p. 4")),
        ("<cite>T</cite>, set by Ana · Weiss", By("Ana", ref="Weiss")),
    ],
)
def test_a_source_is_cited(expected: str, source: Quote | By) -> None:
    assert expected == source_html(campaign("T"), source)


def test_a_source_in_the_prose_names_its_section() -> None:
    assert "</cite>, Crossing the Drava<q>" in source_html(campaign(), campaign().sentences[0].source)


def test_a_long_quote_is_cut_at_a_space() -> None:
    whole = "word, " * 100
    assert "word, " * 69 + "word …" == clipped(whole)
    assert LONGEST >= len(clipped(whole))


def test_a_quote_that_fits_stays_whole() -> None:
    assert "x" * LONGEST == clipped("x" * LONGEST)
