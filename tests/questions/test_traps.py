"""The traps of the first article: each a place where a careless reader asks what is not so."""

from __future__ import annotations

import re

from quizgen.items import Format, Item
from quizgen.rules.truth import WINNER
from tests.asked import asked

ENTERED, CAPTURED = "2 August", "6 August"


def items(*types: str, stem: str = "") -> list[Item]:
    return [item for item in (asked().of(*types) if types else asked().items) if stem in item.stem]


def texts(item: Item) -> list[str]:
    """Every text that a learner sees of an item."""
    return [item.stem, *item.key, *(d.text for d in item.distractors), *(part for pair in item.pairs for part in pair)]


def wrong(item: Item) -> set[str]:
    return {distractor.text for distractor in item.distractors}


def sides(name: str) -> frozenset[str]:
    return asked().world.sides_of(asked().campaign, name)


def test_the_title_answers_when() -> None:
    dated = items("dates.start", "dates.end")
    assert dated
    assert not [item.id for item in dated if re.search("July|August", item.stem.replace(item.key[0], "")) and item.format != "true_false"]


def test_the_shortened_title_fits_its_siblings_and_so_says_more() -> None:
    siblings = [name.value for name in asked().campaign.see_also if "Aleppo offensive" in name.value]
    assert len(siblings) == 3
    for item in items():
        named = re.findall(r"Aleppo offensive(?! \(July–August 2016\))(.{0,40})", item.stem)
        assert all(rest.startswith((" of the 2016 Aleppo summer campaign", " of 2016")) for rest in named), item.stem


def test_jaysh_al_islam_is_among_the_units_and_still_on_side_1() -> None:
    assert "Jaysh al-Islam" not in [power.name for power in asked().campaign.side("1").belligerents]
    assert sides("Jaysh al-Islam") == {"1"}
    for item in items("sides.who_fought_for", stem="side of the rebels"):
        assert "Jaysh al-Islam" not in wrong(item)
    assert {item.key for item in items("sides.of_unit", stem="lists Jaysh al-Islam?")} == {("the rebels",)}


def test_who_won_is_unanswerable() -> None:
    assert not items("outcomes.winner")
    assert not [item.id for item in items() if WINNER.search(item.stem)]


def test_the_army_of_conquest_and_of_mujahideen_are_rebel_and_the_army_is_the_governments() -> None:
    assert sides("Army of Mujahideen") == {"1"}
    assert "Army" in [alias.value for alias in asked().campaign.side("2").aliases]
    (launch,) = (e for e in asked().campaign.events if e.actor == "Army of Conquest" or (e.object or "").startswith("counter-offensive"))
    assert launch.side == "1"
    assert all(event.side == "2" for event in asked().campaign.events if event.actor == "Army")
    assert not [item.id for item in items() if re.search(r"\bthe Army\b(?! of)", item.stem)]


def test_huwayz_is_taken_and_retaken_on_one_day_so_nobody_is_asked_who_took_it() -> None:
    assert not items("outcomes.who_captured", stem="Huwayz")
    both = {item.key for item in items("dates.of_event", stem="capture Huwayz")}
    assert both == {("2 August",)}
    assert not [i.id for i in items("events.cloze", stem="2 August") if {"Huwayz"} & wrong(i)]


def test_al_amariyah_changes_hands_four_times_so_no_one_day_is_its_own() -> None:
    hands = [event.side for event in asked().campaign.events if event.object == "Al-'Amariyah" and event.action]
    assert hands == ["1", "2", "1", "2"]
    taken = re.compile(r"captured? (at least a part of |all of )?Al-'Amariyah")
    dated = items("dates.of_event", "dates.what_happened", "dates.first", "dates.order", "outcomes.who_captured")
    assert not [item.id for item in dated if any(taken.search(text) for text in texts(item))]


def test_the_rebels_enter_ramouseh_on_2_august_and_capture_it_on_6_august() -> None:
    asked_when = items("dates.of_event", stem="capture Ramouseh")
    assert {item.key[0] for item in asked_when if item.format is not Format.TRUE_FALSE} == {CAPTURED}
    assert not [item.id for item in asked_when if ENTERED in wrong(item)]
    assert not [i.id for i in items("dates.of_event", stem="captured Ramouseh") if i.key == ("False",) and ENTERED in i.stem]
    for item in items("dates.what_happened", stem=ENTERED):
        assert not [text for text in wrong(item) if text.endswith("capture Ramouseh")]


def test_an_assault_on_the_housing_project_began_on_1_august_too() -> None:
    began = items("dates.of_event", stem="1070 Al-Hamadaniyah Housing Project")
    for item in began:
        own = {"31 July", "1 August"} - set(item.key)
        assert not own & wrong(item)
        assert not (item.key == ("False",) and any(f"On {day} 2016" in item.stem for day in own))


def test_the_night_of_31_july_runs_into_1_august() -> None:
    (night,) = (e for e in asked().campaign.events if e.action == "capture" and "1070" in (e.object or "") and e.side == "1")
    assert "/event/2016-07-31--2016-08-01-1-capture-1070" in f"/event/{night.id}"
    assert not [item.id for item in items() if any(fact.endswith(night.id) for fact in item.facts)]


def test_an_x_commander_is_a_commander_of_x_and_not_the_commander() -> None:
    assert not [item.id for item in items() if re.search("the commander of|who commanded|who led", item.stem, re.IGNORECASE)]
    assert not items("units.commander", "people.holder", stem="Syrian Army")
    assert not items("units.commander", stem="Jabhat Fateh")


def test_no_fate_mark_is_not_survived() -> None:
    unmarked = [c.name for side in asked().campaign.sides for c in side.commanders if not c.fate]
    assert unmarked
    assert not [item.id for item in items("outcomes.fate") if any(name in item.stem for name in unmarked)]
    assert not [item.id for item in items() if re.search("surviv", " ".join(texts(item)), re.IGNORECASE)]


def test_of_two_heads_of_the_security_committee_one_replaced_the_other() -> None:
    assert not items("people.holder", stem="security committee")
    assert {item.key for item in items("people.replaced")} == {("Zaid Saleh",)}
    heads = {"Head of Aleppo security committee, replaced", "Replacement head of Aleppo security committee"}
    for item in items("people.role"):
        if set(item.key) & heads:
            assert not wrong(item) & heads


def test_a_duration_counts_both_ends_and_says_so() -> None:
    lasting = items("dates.duration")
    assert {item.key for item in lasting if item.format is not Format.TRUE_FALSE} == {("7",)}
    assert all("ounting both the first day and the last" in item.stem for item in lasting)


def test_the_rebels_95_tanks_are_not_the_armys_100() -> None:
    tanks = items("figures.strength", stem="tanks")
    assert tanks
    assert all("what minimum number" in item.stem.casefold() and "the government forces" in item.stem for item in tanks)
    assert not [item.id for item in items() if "95" in texts(item)]


def test_by_3_august_does_not_exclude_2_august() -> None:
    by = [event for event in asked().campaign.events if event.by]
    assert by
    assert not [item.id for item in items() if any(fact.endswith(f"/{event.id}") for event in by for fact in item.facts)]


def test_the_day_of_the_fatah_halab_statement_is_not_settled() -> None:
    assert not [e.id for e in asked().campaign.events if "amnesty" in e.sentence.text and e.date and e.date.is_day and e.action]
    assert not items(stem="amnesty")


def test_a_name_that_fits_many_armies_names_nobody() -> None:
    nobodys = {"8th Brigade", "5th Brigade", "Aerospace Forces", "Republican Guard", "4th Mechanized Division"}
    assert not [item.id for item in items() if nobodys & set(texts(item))]
    assert not [item.id for item in items() if any(f"the {name}" in item.stem for name in nobodys)]


def test_a_placeholder_and_a_description_are_never_asked() -> None:
    told = [text for item in items() for text in texts(item)]
    assert not [text for text in told if re.search(r"\bUnknown\b|Liwa Fatemiyoun|shock troops", text)]


def test_a_disputed_figure_is_not_asked_of_its_claimant_either() -> None:
    disputed = {fact.id for fact in asked().world.facts if fact.disputed}
    assert {"500", "130"} <= {fact.object for fact in asked().world.facts if fact.disputed}
    assert not [item.id for item in items() if disputed & set(item.facts) and item.format is not Format.OPEN]


def test_a_hedge_stands_in_every_item_on_its_event() -> None:
    hedged = {fact.id: fact.hedge for fact in asked().world.facts if fact.hedge}
    for item in items():
        for fact in set(item.facts) & hedged.keys():
            assert all(hedge in " ".join(texts(item)) for hedge in (hedged[fact] or "").split(", ")), item.id
