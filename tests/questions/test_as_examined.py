"""Examiners' findings on items of real articles: what the prose, the box or a careful student is at odds with is not asked so."""

import re
from functools import cache

import pytest

from quizgen import world
from quizgen.asking import _sentence, ask
from quizgen.infobox import read_infobox
from quizgen.items import Format
from quizgen.linked import with_links
from quizgen.naming import label_sides
from quizgen.prose import read_prose
from quizgen.prose.alone import points_back
from quizgen.readers import wikitext

pytestmark = pytest.mark.no_cover

FIELDS = {
    "conflict": "Battle of Marn",
    "partof": "the [[Vandic War]]",
    "date": "4–9 May 1940",
    "place": "Marn, Orland",
    "result": "Orlan victory",
    "combatant1": "[[Orland]]",
    "combatant2": "[[Verre]]",
    "commander1": "Ann Vos",
    "commander2": "Ruth Berg",
}


@cache
def asked(prose="", **fields):
    """The items of the battle, with these fields and this prose."""
    box = "\n".join(f"| {name} = {text}" for name, text in (FIELDS | fields).items())
    text = (
        f"{{{{Infobox military conflict\n{box}\n}}}}\nThe '''Battle of Marn''' was fought in 1940 between Orland and Verre."
        f"\n\n== Battle ==\n{prose}\n"
    )
    article = wikitext.read(text, "marn.wiki", "marn")
    campaign = with_links(label_sides(read_prose(article, read_infobox(article)[0])[0]), article)
    return ask(world.load(campaign))[0]


def of(type_, form=None, **slots):
    return [item for item in asked(**slots) if item.type == type_ and form in (None, item.format)]


def test_no_battalion_is_offered_above_a_brigade():
    order = "'''Northern Command''':\n* Orl Tank Brigade\n* Kell Guards\n'''Home Reserve''':\n* Tamm Rangers\n'''Sparr Battalion'''"
    above = {
        item.stem: {wrong.text for wrong in item.distractors}
        for item in of("units.parent", Format.MULTIPLE_CHOICE, units1=order, units2=OTHERS)
    }
    assert above
    assert all(("Sparr Battalion" in wrong) is ("Brigade" not in stem) for stem, wrong in above.items())


def test_what_the_article_does_not_say_is_not_quoted():
    claims = "Orlan claim: 300 killed<br>OPR claim: 25 killed"
    (plain,) = of("figures.open_claims", casualties1=claims)
    (item,) = of("figures.open_claims", casualties1=claims, prose="Orlandic casualties are unknown.")
    assert not [said for said in (*plain.key, *item.key) if "not known" in said]


OTHERS = "'''Southern Command''':\n* Halm Rifles"
ENDS = ("dates.start", "dates.end")


@pytest.mark.parametrize(
    "prose",
    [
        "On 10 May 1940 the last Verrans crossed the ford. This ended the battle.",
        "The battle began on 3 May 1940 with an air raid.",
        "The first phase of the battle was launched on 2 May 1940.",
        "The end of the battle came on 12 May 1940.",
    ],
)
def test_a_first_or_last_day_that_the_prose_tells_otherwise_is_the_infobox_s(prose):
    by_box = {kind for kind in ENDS if all("according to the infobox" in item.stem for item in of(kind, prose=prose))}
    assert 1 == len(by_box)
    (rival,) = [f"{day} May" for day in (2, 3, 10, 12) if f" {day} May" in prose]
    found = of(*by_box, prose=prose)
    assert found
    assert not [item for item in found if rival in item.stem or rival in {wrong.text for wrong in item.distractors}]
    assert not {"dates.span", "dates.duration"} & {item.type for item in asked(prose=prose)}


@pytest.mark.parametrize(
    ("kind", "prose", "rival"),
    [
        ("dates.end", "The last resistance ended on 8 May 1940.", "8 May"),
        ("dates.end", "On 11 May 1940 the cease-fire came into force.", "11 May"),
        ("dates.start", "The first skirmish was fought at Halm on 3 May 1940.", "3 May"),
    ],
)
def test_what_else_ended_near_the_end_is_no_wrong_day_and_the_infobox_is_named(kind, prose, rival):
    found = of(kind, prose=prose)
    assert found
    assert all("according to the infobox" in f"{item.stem}" for item in found)
    assert rival not in {wrong.text for item in found for wrong in item.distractors}
    assert not any(rival in item.stem for item in found)


def test_ends_that_do_not_fit_a_length_in_the_prose_are_the_infobox_s():
    found = [item for kind in ENDS for item in of(kind, prose="The Verrans held out in a seven-day siege.")]
    assert found
    assert all("according to the infobox" in item.stem for item in found)


def test_the_siege_of_another_town_is_no_rival():
    assert not [item for kind in ENDS for item in of(kind, prose="The Battle of Halm ended on 1 June 1940.") if "infobox" in item.stem]


@pytest.mark.parametrize("date", ["17/18 July 1940", "night of 17–18 July 1940"])
def test_one_night_is_not_two_days(date):
    assert not {item.type for item in asked(date=date)} & {*ENDS, "dates.span", "dates.duration", "dates.within"}


def test_two_stretches_are_not_asked_as_one():
    types = {item.type for item in asked(date="23–27 September and 6–9 October 1940")}
    assert not types & {"dates.span", "dates.duration", "dates.within"}


def test_the_first_day_is_not_the_first_of_the_options_in_every_draw():
    for kind in ENDS:
        (item,) = of(kind, Format.MULTIPLE_CHOICE)
        days = sorted(int(text.split()[0]) for text in (*item.key, *(wrong.text for wrong in item.distractors)))
        assert int(item.key[0].split()[0]) not in (days[0], days[-1])


def test_no_choice_is_made_where_every_wrong_day_lies_on_one_side():
    assert of("dates.start", Format.DATE, date="1–9 January 1940")
    assert not of("dates.start", Format.MULTIPLE_CHOICE, date="1–9 January 1940")


def test_a_month_named_leaves_its_days_to_be_wrong_answers():
    (item,) = of("dates.start", Format.MULTIPLE_CHOICE, prose="In late April 1940 and by early May 1940 the Verrans dug in.")
    assert "3 May" in {wrong.text for wrong in item.distractors}


def test_what_happened_on_a_rival_first_day_came_neither_before_nor_during():
    told = "On 2 May 1940, Orland occupied the town of Tamm. "
    assert [item for item in asked(prose=told) if "Tamm" in item.stem and "before" in item.stem.lower()]
    assert not [
        item for item in asked(prose=f"{told}The battle began on 1 May 1940.") if "Tamm" in item.stem and "before" in item.stem.lower()
    ]


@pytest.mark.parametrize(
    ("sound", "loose"),
    [
        (
            "In Tamm, Colonel Weiss held a small, rusty mortar on 6 May.",
            "In Tamm, Colonel Weiss held a small, rusty mortar by 6 May.",
        ),
        (
            "At Tamm, a small, rusty town, Colonel Weiss signed the Halm Paper on 6 May.",
            "At Tamm, a small, rusty town, Colonel Weiss signed the order on 6 May.",
        ),
        (
            "On 6 May Colonel Weiss spiked a small, rusty mortar of Tamm.",
            "On 6 May Colonel Weiss went on to spike a small, rusty mortar of Tamm.",
        ),
    ],
)
def test_a_day_that_is_not_the_only_one_or_whose_deed_points_back_leaves_no_gap(sound, loose):
    assert of("dates.gap", prose=sound)
    assert not of("dates.gap", prose=loose)


def test_until_a_day_is_recalled_and_not_chosen():
    held = "In Tamm, Colonel Weiss held a small, rusty mortar {} 6 May."
    assert {Format.CLOZE, Format.MULTIPLE_CHOICE} == {item.format for item in of("dates.gap", prose=held.format("on"))}
    assert {Format.CLOZE} == {item.format for item in of("dates.gap", prose=held.format("until"))}


def test_the_year_of_a_gap_stays_in_sight_where_it_is_another():
    held = "On 22 January {} Colonel Weiss spiked a small, rusty mortar of Tamm."
    assert all("On _____ Colonel" in item.stem for item in of("dates.gap", prose=held.format(1940)))
    found = of("dates.gap", prose=held.format(1942))
    assert found
    assert all("On _____ 1942 Colonel" in item.stem and item.key == ("22 January",) for item in found)


def test_a_row_of_units_by_their_numbers_is_no_unit():
    units = "'''Third Marn Corps'''<br>* UDTs 7, 11, 12 & 18<br>* Halm Rifles<br>* Tamm Rifles<br>* Vell Foot"
    assert of("sides.of_unit", units1=units.replace("<br>", "\n"))
    assert not [item for item in asked(units1=units.replace("<br>", "\n")) if "UDTs" in f"{item.stem} {item.key} {item.distractors}"]


def test_behind_a_junior_stands_one_full_stop():
    told = [item.explanation for item in of("sides.of_commander", commander1="Simon Vos Jr.")]
    assert any(text.endswith("of Orland.") for text in told)
    assert not [text for text in told if text.endswith("..")]
    assert "It was led by Simon Vos Jr." == _sentence("it was led by Simon Vos Jr..")
    assert "It lasted …." == _sentence("it lasted ….")


def test_a_result_that_claims_a_success_below_leaves_nothing_open():
    assert of("outcomes.victor_named", result="Indecisive\n* Verre keeps Tamm")
    assert not of("outcomes.victor_named", result="Indecisive\n* Verran tactical success\n* Strategic Orlan victory")


def test_a_unit_that_bears_its_people_is_a_detail():
    units = {"combatant1": "[[Russia]]", "combatant2": "[[Ukraine]]", "units1": "Russian Northern Guards\n* Halm Rifles"}
    levels = {item.stem: str(item.importance.level) for item in of("sides.of_unit", **units)}
    assert {"detail"} == {level for stem, level in levels.items() if "Russian" in stem}


@pytest.mark.parametrize("more", [" and Brenn", ", Brenn and Kell"])
def test_what_was_taken_with_more_is_no_gap(more):
    told = "On 6 May 1940, Orland captured Tamm{}."
    assert of("events.cloze", Format.CLOZE, prose=told.format(""))
    assert not of("events.cloze", Format.CLOZE, prose=told.format(more))


@pytest.mark.parametrize("note", ["to 8 September", "until 1943", "from June", "joined on 8 May", "left May 8"])
def test_a_power_that_fought_for_a_time_only_is_on_no_side_and_names_none(note):
    other = {"combatant1": "[[Orland]]<br>[[Halm]]<br>[[Lund]]"}
    whole, timed = asked(combatant2="[[Verre]]<br>[[Tamm]]", **other), asked(combatant2=f"[[Verre]]<br>[[Tamm]] ({note})", **other)
    texts = [
        " ".join((item.stem, *item.key, *(wrong.text for wrong in item.distractors))) for item in timed if item.type.startswith("sides.")
    ]
    assert any("Tamm" in item.stem for item in whole)
    assert texts
    assert not any("Tamm" in text for text in texts)


def test_a_convoy_is_attacked_and_its_merchants_are_ships():
    found = asked(conflict="Convoy AB 12", date="5 May 1940", casualties2="5 merchants sunk")
    assert any("the attack on Convoy AB 12" in item.stem and "take place" in item.stem for item in found)
    assert not any("the Convoy" in item.stem for item in found)
    assert any("merchant ships" in item.stem for item in found)
    assert not {item.type for item in asked(conflict="Convoy AB 12")} & {*ENDS, "dates.span", "dates.duration", "dates.within"}


@pytest.mark.parametrize(
    ("known", "back"),
    [("the fort at Halm", "the fort on 6 May"), ("the town of Halm", "the town on 6 May"), ("the news of Halm", "the news at Halm")],
)
def test_a_day_or_a_place_beside_news_tells_of_what_is_spoken_of(known, back):
    campaign = read_infobox(wikitext.read("{{Infobox military conflict|conflict=Battle of Marn}}", "marn.wiki", "marn"))[0]
    told = "Colonel Weiss of Tamm told {} to 300 horsemen."
    assert not points_back(told.format(known), campaign)
    assert points_back(told.format(back), campaign)


def test_a_unit_that_bears_its_power_s_people_is_not_asked_for_that_power():
    own, others = "* French Marn Corps\n* Halm Rifles\n* Tamm Rifles", "* Vell Foot\n* Lund Foot\n* Orl Foot"
    found = of("units.of_side", combatant1="[[France]]", units1=own, units2=others)
    assert found
    assert not any("French" in f"{item.key}{item.distractors}" for item in found)


def test_a_power_among_allies_leaves_no_gap_for_its_side():
    assert of("sides.of_belligerent", combatant1="'''Royalists'''<br>[[Orland]]<br>[[Halm]]")
    assert not of("sides.of_belligerent", Format.CLOZE, combatant1="'''Royalists'''<br>[[Orland]]<br>[[Halm]]")


@pytest.mark.parametrize(("place", "is_asked"), [("the town of Halm", True), ("the town", False), ("that city", False)])
def test_a_town_that_another_sentence_names_leaves_no_gap_for_its_day(place, is_asked):
    assert is_asked == bool(of("dates.gap", prose=f"At Tamm, Colonel Weiss signed the Halm Paper and left {place} on 6 May."))


ORDER = """'''First Marn Corps'''
* 2nd Marn Foot
* 7th Marn Foot
* Halm Rifles
'''Third Marn Fleet'''
* 41st Naval Building Battalion
* 52nd Naval Building
* Tamm Rifles"""


def test_a_unit_that_the_text_lists_elsewhere_is_neither_asked_nor_denied():
    told = "'''First Marn Corps'''\n* 2nd Marn Foot\n* 52nd Beavers"
    for prose, is_asked in (("", True), (told, False)):
        units = [item for item in asked(units1=ORDER, prose=prose) if item.type.startswith("units.")]
        texts = [" ".join((item.stem, *item.key, *(wrong.text for wrong in item.distractors))) for item in units]
        assert texts
        assert is_asked == any("52nd" in text for text in texts)
        assert all("infobox on" in item.stem for item in units if item.type != "units.of_side")


@pytest.mark.parametrize("result", ["Unopposed Orlan victory", "Orlan victory\n* Marn surrenders without a fight"])
def test_nobody_fought_where_the_result_has_no_fight(result):
    powers = {"combatant1": "[[Orland]]<br>[[Halm]]<br>[[Lund]]", "combatant2": "[[Verre]]<br>[[Tamm]]<br>[[Brenn]]"}
    fought, stood = (
        {item.id: item for item in asked(**powers, result=text) if item.type.startswith("sides.")} for text in ("Orlan victory", result)
    )
    assert any("fought" in item.stem for item in fought.values())
    assert fought.keys() == stood.keys()
    assert not [item.stem for item in stood.values() if "fought" in item.stem or "fight" in item.stem]
    assert any("stood on the side opposed to" in item.stem for item in stood.values())


@pytest.mark.parametrize(
    ("result", "is_asked"), [("Ceasefire", True), ("Verran occupation commences", False), ("Establishment of a Verran rule", False)]
)
def test_a_result_that_says_who_had_it_otherwise_names_no_victor_and_leaves_none_open(result, is_asked):
    assert is_asked == bool(of("outcomes.victor_named", result=result))


@pytest.mark.parametrize(
    ("title", "prose", "word"), [("Falktag", "On Falktag, they met at Halm.", "On"), ("Falcon Day", "They met at Halm.", "During")]
)
def test_a_campaign_known_as_a_day_is_what_things_happen_on(title, prose, word):
    stems = [item.stem for item in asked(conflict=title, prose=prose)]
    assert any(re.search(rf"\b{word} {title}", stem, re.IGNORECASE) for stem in stems)
    assert not [stem for stem in stems if re.search(rf"\bin {title}", stem, re.IGNORECASE)]


def test_the_odd_one_out_is_explained_by_the_others_too():
    others = "[[Verre]]<br>[[Tamm]]<br>[[Brenn]]<br>[[Kell]]"
    told = [item.explanation for item in of("sides.odd_one_out", combatant2=others)]
    assert told
    assert all("; the others are listed with " in text and "Verre" in text.split("; ")[1] for text in told)
