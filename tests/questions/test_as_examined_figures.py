"""Examiners' findings on figures: what counts several together, what is none, and what the prose counts otherwise."""

import re

import pytest

from quizgen.items import Format
from tests.questions.test_as_examined import asked, of

pytestmark = pytest.mark.no_cover

TOGETHER = "9,000 Marines, Soldiers, Navy corpsmen, and others<br>30 ships"


def test_a_count_of_several_together_is_of_none_of_them():
    assert [item for item in of("figures.strength", strength1="9,000 Marines<br>30 ships") if "Marines" in item.stem]
    asked_of = [item for item in asked(strength1=TOGETHER) if "9,000" in f"{item.stem} {item.key}"]
    assert not [item for item in asked_of if "Marines" in item.stem or "corpsmen" in item.stem]
    assert [item for item in of("figures.strength", strength1=TOGETHER) if "ships" in item.stem]


@pytest.mark.parametrize(
    ("named", "shown"),
    [
        ("Separatist claim", "according to separatist sources"),
        ("OPR claim", "according to OPR"),
        ("DPR claim", "according to the DPR"),
        ("Forensic data", "according to forensic data"),
        ("Verran prosecutor (1941)", "according to a Verran prosecutor"),
        ("Parliamentary commission", "according to a parliamentary commission"),
    ],
)
def test_a_claimant_fits_a_sentence(named, shown):
    found = of("figures.casualties", casualties2=f"{named}: 900 killed")
    assert found
    assert all(shown in f"{item.stem[:1].lower()}{item.stem[1:]}" for item in found)


def test_what_was_lost_is_not_asked_as_had():
    found = of("figures.whose_losses", casualties2="9 eagles lost<br>400 killed")
    assert ["9 eagles lost"] == sorted({match[0] for item in found for match in re.finditer("9 eagles(?: lost)?", item.stem)})


def test_a_count_that_the_prose_has_otherwise_of_the_same_noun_is_not_asked():
    assert of("figures.strength", strength1="900 light tanks")
    assert not of("figures.strength", strength1="900 light tanks", prose="The battle saw about 400 light tanks in Marn.")


def test_none_is_not_said_to_be_losses():
    lost = {"casualties1": "None", "casualties2": "36 killed"}
    assert not [item for item in asked(**lost) if " 0 " in item.stem]


def test_none_is_not_asked_where_the_prose_tells_of_killed():
    lost = {"casualties1": "None", "casualties2": "36 casualties"}
    assert [item for item in asked(**lost) if "0" in item.key or "no casualties" in item.stem or item.type == "figures.worse_losses"]
    told = asked(**lost, prose="The victors rejoiced, with only 11 men killed.")
    assert not [item for item in told if "0" in item.key or item.type == "figures.worse_losses"]


@pytest.mark.parametrize(
    "prose",
    [
        "Both torpedo boats were soon sunk.",
        "The guns hit two torpedo boats off Marn.",
    ],
)
def test_ships_lost_that_the_prose_counts_otherwise_are_not_asked(prose):
    lost = {"casualties2": "3 torpedo boats sunk<br>40 killed"}
    assert of("figures.losses", **lost)
    assert not [item for item in of("figures.losses", **lost, prose=prose) if "torpedo" in item.stem]


def test_no_more_ships_of_a_kind_were_sunk_than_ships():
    article = {"casualties2": "3 torpedo boats sunk<br>40 killed"}
    prose = "Fire broke out.\n\n== Aftermath ==\nIn the end, {} ships were sunk."
    assert [i for i in of("figures.losses", **article, prose=prose.format("five")) if "torpedo" in i.stem]
    assert not [i for i in of("figures.losses", **article, prose=prose.format("two")) if "torpedo" in i.stem]


def test_men_of_whom_another_sentence_counts_more_leave_no_gap():
    told = "At Tamm on 6 May, Holm landed his Coastal Army, bringing 19,894 soldiers to Halm."
    assert of("figures.told", prose=told)
    assert not of("figures.told", prose=f"{told} The Coastal Army, numbering 32,000 men, had come by then.")


def test_a_figure_of_the_infobox_is_told_as_the_infobox_s():
    assert all("the article gives" not in item.explanation.lower() for item in asked(strength1="900 tanks", casualties1="36 killed"))


@pytest.mark.parametrize("after", ["Other sources give 900.", "Verran accounts put it at 900.", "According to another account it was 900."])
def test_what_the_next_sentence_takes_back_leaves_no_gap(after):
    told = "At Tamm on 6 May, Holm lost 700 men to fire from Halm."
    for kind in ("figures.told", "dates.gap"):
        assert of(kind, prose=told)
        assert of(kind, prose=f"{told} Others fled.")
        assert not of(kind, prose=f"{told} {after}")


@pytest.mark.parametrize("how", ["nearly", "almost", "virtually", "perhaps"])
def test_what_was_nearly_captured_was_not(how):
    told = "On 6 May 1940, Orland {}captured Tamm."
    assert of("dates.of_event", prose=told.format(""))
    assert not of("dates.of_event", prose=told.format(f"{how} "))


def test_what_is_told_by_one_is_reported():
    found = of("dates.of_event", prose="On 6 May 1940, Orland captured Tamm, according to Verran sources.")
    assert found
    assert all("reportedly" in item.stem for item in found)


@pytest.mark.parametrize(
    ("told", "other", "fields"),
    [
        ("At Tamm the Halm Flotilla lost 15 fighters.", "", {"casualties1": "29 aircraft destroyed"}),
        ("At Tamm the Halm Flotilla lost 15 boats.", "By June the Halm Flotilla had 24 boats.", {}),
        ("In Tamm, the 56th Tank Brigade deployed 88 tanks.", "The 56th Tank Brigade attacked with 48 Verran tanks.", {}),
    ],
)
def test_an_undated_count_of_which_there_are_others_leaves_no_gap(told, other, fields):
    assert of("figures.told", prose=told)
    number = re.search(r"\d\d (?=fighters|boats|tanks)", told)[0].strip()
    assert number not in {key for item in of("figures.told", prose=f"{told} {other}", **fields) for key in item.key}


def test_a_dated_count_stands_beside_those_of_other_days():
    assert of("figures.told", prose="On 6 May the Halm Flotilla lost 15 boats at Tamm. By June the Halm Flotilla had 24 boats.")


def test_a_service_alone_does_not_say_which_raid_is_told():
    assert of("figures.told", prose="The Halm Flotilla had lost 15 fighters.")
    assert not of("figures.told", prose="The RAF had lost 15 fighters.")


BRACKETS = {
    "days": "240 casualties (50 killed, 170 wounded) <small>(1 May 1940–21 June 1940)</small>",
    "a year": "400 knights (1939)",
    "a part of the day": "40 killed (afternoon raid)",
}


@pytest.mark.parametrize("figures", BRACKETS.values(), ids=BRACKETS)
def test_a_bracket_that_limits_a_line_limits_all_its_figures(figures):
    plain = re.sub(r"\s(?:<small>)?\([^()]*\)(?:</small>)?$", "", figures)
    assert [item for item in asked(casualties1=plain) if item.type.startswith("figures.")]
    assert not [item for item in asked(casualties1=figures) if item.type in ("figures.casualties", "figures.losses")]


def test_a_bracket_with_the_days_or_the_year_of_the_battle_limits_nothing():
    for bracket in ("(4–9 May 1940)", "(1940)"):
        assert of("figures.casualties", casualties1=f"40 killed {bracket}")


def test_a_number_with_another_beside_it_leaves_no_gap():
    told = "At Tamm on 6 May, Colonel Weiss moved 59{} guns to Halm."
    assert of("figures.told", prose=told.format(""))
    assert not of("figures.told", prose=told.format(" (or 60)"))
    assert not of("figures.told", prose=told.format(" (63 according to others)"))


@pytest.mark.parametrize("bound", ["Over", "More than"])
def test_a_figure_that_is_a_minimum_in_the_prose_is_not_asked_as_the_number(bound):
    assert of("figures.casualties", casualties2="280 killed", prose="There 280 men of Verre were killed.")
    assert not of("figures.casualties", casualties2="280 killed", prose=f"{bound} 280 men of Verre were killed.")


def test_ranges_to_choose_from_are_no_multiples_of_the_right_one():
    (item,) = of("figures.range", casualties1="2,000–2,750 killed")
    firsts = [int(wrong.text.split()[0].replace(",", "")) for wrong in item.distractors]
    assert any(first < 2000 for first in firsts)
    assert any(first > 2750 for first in firsts)
    assert not any(first % 2000 == 0 or 2000 % first == 0 for first in firsts)


def test_who_lost_more_aircraft_is_not_said_to_have_had_more():
    found = of("figures.worse_losses", casualties1="151 aircraft", casualties2="20 aircraft")
    assert found
    assert all("lost" in item.stem for item in found)


def test_a_side_of_which_nothing_is_counted_is_denied_no_figure():
    found = of("figures.whose_strength", strength1="4 officers<br>900 men", strength2="800 men")
    assert found
    assert all("figure of" in item.stem and "given by the infobox" in item.stem for item in found)


def test_tanks_may_be_light_tanks():
    assert not [i for i in of("figures.whose_strength", strength1="6 light tanks", strength2="6 tanks") if "light" in i.stem]
    assert [i for i in of("figures.whose_strength", strength1="6 light tanks", strength2="9 tanks") if "light" in i.stem]


def test_a_wrong_number_is_not_near_one_that_the_prose_has_of_the_like():
    far = of("figures.strength", Format.MULTIPLE_CHOICE, strength1="50,000 soldiers")
    near = of("figures.strength", Format.MULTIPLE_CHOICE, strength1="50,000 soldiers", prose="Hals had put them at 30,000 soldiers.")
    numbers = [[int(wrong.text.replace(",", "")) for item in found for wrong in item.distractors] for found in (far, near)]
    assert any(26_000 < number < 34_500 for number in numbers[0])
    assert not any(26_000 < number < 34_500 for number in numbers[1])


@pytest.mark.parametrize(
    ("whole", "going_on"),
    [
        ("5 cutters sunk<br>1 yawl sunk", "5 cutters sunk<br>1 yawl sunk<br>(1 cutter sunk after the battle)"),
        ("5 cutters sunk", "5 cutters sunk (1 cutter sunk later)"),
        ("1,000 killed", "1,000 killed<br>(1,500 according to ''The Annals'')"),
        ("1,000 killed", "1,000 killed<br>200 killed afterwards"),
    ],
)
def test_a_loss_beside_which_its_field_gives_more_of_the_like_is_not_asked(whole, going_on):
    kinds = {"figures.losses", "figures.casualties", "figures.whose_losses"}
    first = {"5", "1,000"}
    for casualties, is_asked in ((whole, True), (going_on, False)):
        found = [item for item in asked(casualties1=casualties) if item.type in kinds]
        assert is_asked == any({*item.key} & first or any(f" {number} " in item.stem for number in first) for item in found)


@pytest.mark.parametrize(
    ("strength", "is_whole"),
    [("30,000 (Herodotus)", True), ("30,000 (Herodotus),<br>plus 5,000 Greek allies", False), ("900<br>9 guns", True)],
)
def test_a_strength_to_which_others_are_added_is_not_the_whole(strength, is_whole):
    assert is_whole == bool(of("figures.size", strength1=strength))


def test_a_range_is_asked_in_both_wordings():
    lost = "2,000–2,750 killed<br>3,000–4,000 wounded<br>600–900 missing<br>700–950 captured"
    stems = [item.stem for item in of("figures.range", casualties1=lost, casualties2=lost)]
    assert {stem.partition(" ")[0] for stem in stems} == {"According", "For"}
    assert len(stems) == 8


@pytest.mark.parametrize(("prose", "is_offered"), [("There 3,300 sheep of Verre grazed.", True), ("There 3,300 men of Verre fell.", False)])
def test_a_range_is_no_wrong_one_if_the_prose_counts_such_losses(prose, is_offered):
    (item,) = of("figures.range", casualties1="2,000–2,750 killed", prose=prose)
    ends = [[int(end.replace(",", "")) for end in wrong.text.split(" to ")] for wrong in item.distractors]
    assert is_offered == any(low <= 3300 <= high for low, high in ends)


def test_ranges_to_choose_from_are_of_like_size():
    (item,) = of("figures.range", casualties1="2,000–3,000 captured")
    ends = [[int(end.replace(",", "")) for end in wrong.text.split(" to ")] for wrong in item.distractors]
    assert all(500 <= high and low <= 12000 for low, high in ends)


def test_a_figure_of_guns_by_their_weight_is_not_asked():
    assert not [item for item in asked(strength1="6 6-pounders") if item.type.startswith("figures.") and "6-pounders" in item.stem]


def test_a_sum_of_a_side_is_not_asked_of_one_of_its_powers():
    lost = {"casualties1": "'''Germany:''' 157 killed<br>'''Italy:''' 60 killed<br>'''Total:''' 217 killed"}
    stems = [item.stem for item in asked(combatant1="[[Germany]]<br>[[Italy]] (from May)", **lost) if "217" in item.key]
    assert stems
    assert all("Germany and its allies" in stem for stem in stems)
    for powers in ("[[Germany]]", "[[Germany]]<br>'''Supported by:'''<br>[[Italy]]"):
        assert not [item for item in asked(combatant1=powers, **lost) if "217" in (*item.key, *item.stem.split())]
    assert [item for item in asked(combatant1="[[Germany]]", casualties1="157 killed") if "157" in item.key]


def test_no_wrong_number_of_men_lost_but_the_nearest_lies_above_the_strength():
    found = of("figures.casualties", strength1="3,000", casualties1="1,700 captured", form=Format.MULTIPLE_CHOICE)
    wrong = [int(wrong.text.replace(",", "")) for item in found for wrong in item.distractors]
    assert len([count for count in wrong if count > 1700]) == 1
    assert max(wrong) < 3000


def test_tons_told_of_no_day_beside_other_tons_are_not_asked():
    prose = "The SS Halm, a 7,500 tons coal ship, was sunk at the start of the Battle of Marn. "
    assert of("figures.told", prose=prose)
    assert not of("figures.told", prose=prose + "The 5,353 ton collier was 112 metres long.")


@pytest.mark.parametrize(
    ("notes", "asked_of"),
    [
        ("Verran losses do not include the wounded.", "neither"),
        ("German casualties do not include [[Killed in action|KIA]], or those that the 3rd Army took.", "Italy"),
        ("Both armies had been at sea.", "both"),
    ],
)
def test_losses_that_the_notes_of_the_box_say_to_be_of_some_are_not_asked(notes, asked_of):
    box = {"combatant1": "[[Germany]]", "combatant2": "[[Italy]]", "casualties1": "2,200 captured", "casualties2": "410 captured"}
    keys = {key for item in of("figures.casualties", **box, notes=notes) for key in item.key}
    assert ("2,200" in keys, "410" in keys) == (asked_of == "both", asked_of in ("both", "Italy"))
