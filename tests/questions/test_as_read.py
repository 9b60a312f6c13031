"""Readers' findings on items of unseen articles: what a careful student would contest is not asked."""

from functools import cache

import pytest

from quizgen import world
from quizgen.asking import ask
from quizgen.infobox import read_infobox
from quizgen.items import Format
from quizgen.naming import label_sides
from quizgen.prose import read_prose
from quizgen.readers import wikitext

pytestmark = pytest.mark.no_cover

BOX = """{{{{Infobox military conflict
| conflict = Battle of Vand
| partof = the [[Orlan War]] and the [[Vandic wars]]
| date = {date}
| place = Vand, Orland
| result = Orlan victory
* Deaths of Hugo Marr, Jan Brill and other captains
| combatant1 = Orlan Union
* [[Orland]]
* [[Tamm]]
| combatant2 = {{{{flag|Verre}}}}<br>Kell
| commander1 = [[John of Orland]]<br>Ann Vos (disputed)<br>[[Erik Lund]] (adviser)<br>Piet Marr {{{{POW}}}}<br>Otto Hals {{{{surrendered}}}}
| commander2 = Ruth Berg<br>Ida Holm<br>Lars Venn
| strength1 = 6,000 infantry<br>10½ squadrons
| strength2 = 9,000 infantry
| casualties1 = 400 killed<br>900 wounded<br>'''Verran estimate:'''<br>2,800 killed
| casualties2 = 1,200 wounded<br>50 captured<br>400 missing
}}}}
The '''Battle of Vand''' was fought in 1640 between Orland and Verre. {prose}

== Battle ==
John of Orland entered Halm on 2 May 1640.
"""


@cache
def asked(date="4–9 May 1640", prose=""):
    """The items of the battle."""
    article = wikitext.read(BOX.format(date=date, prose=prose), "vand.wiki", "vand")
    campaign = label_sides(read_prose(article, read_infobox(article)[0])[0])
    return campaign, ask(world.load(campaign))[0]


def stems(type_, **slots):
    return [item.stem for item in asked(**slots)[1] if item.type == type_]


def test_a_man_is_not_called_by_the_place_behind_his_name():
    events = [(event.actor, event.caption) for event in asked()[0].events if "Halm" in event.sentence.text]
    assert events
    assert not [event for event in events if event[0] == "Orland" or (event[1] or "").startswith("Orland")]


def test_a_commander_whose_part_is_disputed_is_not_asked():
    assert not [item for item in asked()[1] if "Vos" in item.stem or "Ann Vos" in item.key]


def test_an_adviser_is_no_commander():
    commanding = ("sides.of_commander", "people.of_side", "sides.opponent", "sides.odd_one_out", "sides.sort")
    assert not [item for item in asked()[1] if item.type in commanding and "Lund" in f"{item.stem} {item.key} {item.pairs}"]


def test_a_half_is_no_count():
    assert not [item for item in asked()[1] if "½" in item.stem or "10" in item.key]


def test_a_comma_within_a_bullet_parts_no_outcome():
    assert [outcome.value for outcome in asked()[0].outcomes] == ["Deaths of Hugo Marr, Jan Brill and other captains"]


def test_a_union_does_not_fight_beside_its_parts():
    assert asked()[0].sides[0].label.value == "Orlan Union"
    assert not [
        item
        for item in asked()[1]
        if item.type == "sides.alongside" and "Union" in f"{item.stem} {item.key}" and "Orland" in f"{item.stem} {item.key}"
    ]


def test_a_smaller_number_is_not_denied_to_the_side_that_had_more():
    said = [item for item in asked()[1] if item.type == "figures.whose_strength" and item.format is Format.TRUE_FALSE]
    assert said
    assert all("the figure of" in item.stem.lower() and "is given by the infobox for" in item.stem for item in said)


def test_a_figure_that_somebody_else_gives_otherwise_is_not_asked_as_settled():
    killed = [item for item in asked()[1] if item.family == "figures" and "400" in item.key]
    assert [item.stem for item in killed if "killed" in item.stem] == []


def test_a_number_that_both_sides_have_is_on_no_card():
    assert all("400" not in card for item in asked()[1] if item.type == "figures.sort_losses" for card, _ in item.pairs)


def test_any_war_that_is_named_is_a_right_answer():
    (item,) = (item for item in asked()[1] if item.type == "places.part_of")
    assert (item.format, item.key) == (Format.SHORT_ANSWER, ("Orlan War",))
    assert "Vandic wars" in item.accepted


def test_who_is_marked_a_prisoner_is_chosen_and_not_recalled_beside_one_who_surrendered():
    made = {(item.format, item.key[0]) for item in asked()[1] if item.type == "people.with_fate"}
    assert (Format.SHORT_ANSWER, "Piet Marr") not in made
    (fate,) = (i for i in asked()[1] if i.type == "outcomes.fate" and "Marr" in i.stem and i.format is Format.SHORT_ANSWER)
    assert "surrendered" not in fate.accepted
    assert "arrested" in fate.accepted


@pytest.mark.parametrize("type_", ["dates.year", "dates.month", "dates.end"])
def test_a_campaign_that_goes_on_did_not_take_place_in_a_year(type_):
    assert not stems(type_, date="4 May 1640 – present")


def test_a_length_that_the_prose_gives_otherwise_is_not_asked():
    assert stems("dates.duration")
    assert not stems("dates.duration", prose="After a five-day fight the Verrans fled.")
    assert stems("dates.duration", prose="Two days later came the rain.")


def test_a_bare_month_is_not_the_start_where_the_prose_goes_back_behind_it():
    assert stems("dates.start", date="May 1640")
    assert not stems("dates.start", date="May 1640", prose="On 3 April 1640 the Verrans took Halm.")


def test_a_day_before_the_start_of_which_the_text_tells_is_no_wrong_answer():
    for item in (item for item in asked()[1] if item.type == "dates.start" and item.format is Format.MULTIPLE_CHOICE):
        texts = [wrong.text for wrong in item.distractors]
        assert "3 May" in texts
        assert "2 May" not in texts


LATER = """{{Infobox military conflict
| conflict = Siege of Marn
| partof = the last phase of the [[Vandic War|War of the Vands]] (1640–1652)
| date = 4–9 May 1640
| combatant1 = {{plainlist|
* [[Verre]] <small>(April–May 1640)</small>
* [[Kell]] <small>(1640–41)</small>
}}
| combatant2 = [[Orland]]<br>'''Foreign volunteers:'''<br>[[Tamm]]<br>[[Hesse]] (in reserve at Perth)
| units1 = '''Kell Division'''
* 1st–4th Brigades
'''Verran Division'''
* 2nd Brigade
* 3rd Lancers
| strength1 = {{plainlist|
* 40,000 men
** 23,000 Swedes
*** 8,000 cavalry
}}
| casualties2 = '''In Phase One:'''<br>700 killed<br>62 tanks lost
| strength2 = 114 tanks
}}
The '''Siege of Marn''' was fought in 1640.
"""


@cache
def later():
    article = wikitext.read(LATER, "marn.wiki", "marn")
    campaign = label_sides(read_prose(article, read_infobox(article)[0])[0])
    return campaign, ask(world.load(campaign))[0]


def test_powers_of_a_part_of_the_time_name_no_side_and_volunteers_and_reserves_fought_for_none():
    assert [side.label and side.label.value for side in later()[0].sides] == [None, "Orland"]
    fighting = ("sides.of_belligerent", "sides.alongside", "sides.against", "sides.odd_one_out")
    told = [f"{item.stem} {item.key}" for item in later()[1] if item.type in fighting]
    assert not [text for text in told if "Tamm" in text or "Hesse" in text or "Verre" in text]


def test_a_figure_below_a_contingent_is_the_contingents():
    cavalry = next(figure for figure in later()[0].sides[0].strength if figure.low == 8000)
    assert cavalry.who == "Swedes"


def test_a_figure_of_a_phase_is_not_asked_as_the_whole():
    assert [f.text for f in later()[0].sides[1].casualties] == ["700 killed (In Phase One)", "62 tanks lost (In Phase One)"]
    assert not [item for item in later()[1] if item.family == "figures" and {"700", "62"} & {*item.key}]


def test_a_brigade_may_be_one_of_a_numbered_row():
    told = [item for item in later()[1] if item.type == "units.parent" and "2nd Brigade" in item.stem]
    assert not [wrong for item in told for wrong in item.distractors if wrong.text == "Kell Division"]


def test_years_are_no_name_of_a_war_and_a_phase_is_of_its_war():
    accepted = {name for item in later()[1] if item.type == "places.part_of" for name in (*item.accepted, *item.key)}
    assert "1640–1652" not in accepted
    assert "War of the Vands" in accepted


def test_a_first_name_alone_bears_its_title_in_questions_and_not_in_the_model():
    box = LATER.replace("| units1", "| commander1 = Crown Prince Otto<br>Prince Jan\n| commander2 = Queen Ann<br>Ras Raglan\n| units1")
    article = wikitext.read(box, "marn.wiki", "marn")
    campaign = label_sides(read_prose(article, read_infobox(article)[0])[0])
    assert [person.name for side in campaign.sides for person in side.commanders] == ["Otto", "Jan", "Ann", "Raglan"]
    items = ask(world.load(campaign))[0]
    named = {name for item in items if item.family == "people" for name in (*item.key, *(wrong.text for wrong in item.distractors))}
    assert {"Crown Prince Otto", "Prince Jan", "Queen Ann", "Ras Raglan"} <= named
    assert not {"Otto", "Raglan"} & named
    assert any("/otto/" in item.id for item in items)


def test_operation_is_also_called_by_its_code_word():
    told = BOX.format(date="3 May 1640", prose="").replace("the [[Orlan War]] and the [[Vandic wars]]", "[[Operation Osk]]")
    boxed, _ = read_infobox(wikitext.read(told, "vand.wiki", "vand"))
    items, _ = ask(world.load(boxed))
    assert {("Osk",)} == {item.accepted for item in items if item.type == "places.part_of"}
