"""What a side set out to do, and figures that do not agree."""

import pytest

from tests.prose.telling import CIVIL, told

LEAD = "The Vessen offensive was launched by {} in Ostria. "
NAMED = "The rebels met government forces."

AIMS = {
    "a side's": ("The aim of the rebels was to take Orl, which fell.", [("1", "take Orl")]),
    "the campaign's, by who began it": (
        LEAD.format("rebel forces") + "The aim of the offensive was to take Orl. " + NAMED,
        [("1", "take Orl")],
    ),
    "the campaign's, of nobody known": ("The goal of the operation was to take Orl. " + NAMED, [(None, "take Orl")]),
    "the campaign's, by whom it was against": (
        "The Vessen offensive was an operation in Ostria against the rebels. The aim of the offensive was to take Orl. " + NAMED,
        [("2", "take Orl")],
    ),
    "of another thing": ("The purpose of the bridge was to cross the river. " + NAMED, []),
    "of another operation": ("It rained.\n==Fighting==\nThe aim of the raid was to take Orl.", []),
    "of what led to it": ("It rained.\n==Background==\nThe aim of the rebels was to take Orl.", []),
    "of what followed": ("It rained.\n==Aftermath==\nThe intention of the rebels was to keep the prisoners.", []),
    "an attempt": ("On 2 May, the rebels launched an attack in an attempt to free Orl. " + NAMED, [("1", "free Orl")]),
    "an attempt of nobody known": ("On 2 May, the Zorns launched an attack in an attempt to free Orl. " + NAMED, []),
}


@pytest.mark.parametrize(("prose", "found"), AIMS.values(), ids=AIMS)
def test_an_aim_has_its_words_and_its_side(prose, found):
    assert found == [
        (aim.side, aim.text)
        for aim in told(f"{NAMED}\n\n{prose}" if "launched by" not in prose and "an operation" not in prose else prose, **CIVIL).aims
    ]


def test_the_first_attack_told_does_not_say_whose_the_campaign_is():
    prose = f"{NAMED}\n\nThe aim of the offensive was to take Orl.\n\nOn 2 May, the rebels launched an air raid on Orl village."
    assert [None] == [aim.side for aim in told(prose, **CIVIL).aims]


FIGURES = {
    "civilians": (
        {"Casualties3": "130 civilians killed"},
        "At least 130 civilians were killed.",
        [("130 civilians killed", "At least 130 civilians")],
    ),
    "the same": ({"Casualties3": "130 civilians killed"}, "In all, 130 civilians were killed.", []),
    "a part": ({"Casualties3": "130 civilians killed"}, "On 2 May, 12 civilians were killed.", []),
    "not killed": ({"Casualties3": "130 civilians killed"}, "About 140 civilians stayed.", []),
    "strength": ({"Strength1": "900 fighters"}, "The rebels had 1,000 fighters.", [("900 fighters", "1,000 fighters")]),
    "a range": ({"Strength1": "900 fighters"}, "The rebels had 800–1,000 fighters.", [("900 fighters", "800–1,000 fighters")]),
    "a detachment": ({"Strength1": "900 fighters"}, "The rebels marched on Orl with 1,000 fighters.", []),
    "a sort of force": ({"Strength1": "900 fighters"}, "Rebel divisions generally had 1,000 fighters.", []),
    "another time": ({"Strength1": "900 fighters"}, "At the start of the war the rebels had 1,000 fighters.", []),
    "what led to it": ({"Strength1": "900 fighters"}, "\n== Background ==\nThe rebels had 1,000 fighters.", []),
    "lost": ({"Strength1": "900 fighters"}, "The rebels lost 1,000 fighters.", []),
    "an end of a range": ({"Strength1": "900–1,200 fighters"}, "The rebels had 1,200 fighters.", []),
    "beside a leader of the others": ({"Strength1": "900 soldiers"}, "The rebels, whom Marn met, had 1,000 soldiers.", []),
    "another thing": ({"Strength1": "900 fighters"}, "The rebels had 1,000 tanks.", []),
    "the other side's": ({"Strength1": "900 soldiers"}, "There were 1,000 government soldiers.", []),
    "on both sides": ({"Casualties1": "500 killed"}, "500 fighters on both sides died.", [("500 killed", "500 fighters on both sides")]),
    "another number on both sides": ({"Casualties1": "500 killed"}, "600 fighters on both sides died.", []),
    "unknown": ({"Strength1": "Unknown"}, "The rebels had 1,000 fighters.", []),
}


@pytest.mark.parametrize(("box", "prose", "found"), FIGURES.values(), ids=FIGURES)
def test_figures_of_one_thing_that_differ_are_kept_both(box, prose, found):
    campaign = told(f"{NAMED} {prose}", **CIVIL, **box)
    assert found == [one.values for one in campaign.contradictions]


LEADS = {
    "another day": ("The siege was fought on 3 May 1921.", [("1 May – 9 May 1921", "3 May 1921")]),
    "other days": ("The siege took place from 2 to 9 May 1921.", [("1 May – 9 May 1921", "2 May 1921 – 9 May 1921")]),
    "two days": ("The siege was fought on May 8 and 9, 1921.", [("1 May – 9 May 1921", "8 May 1921 – 9 May 1921")]),
    "the same days": ("The siege took place from 1 to 9 May 1921.", []),
    "a bound": ("The siege took place from 2 May 1921.", []),
    "days apart": ("The siege was fought on 2 May and on 9 May 1921.", []),
    "another thing's day": ("The siege was fought after the landings of 3 May 1921.", []),
    "no longer the lead": ("It rained.\n==Battle==\nThe siege was fought on 3 May 1921.", []),
}


@pytest.mark.parametrize(("prose", "found"), LEADS.values(), ids=LEADS)
def test_a_lead_that_tells_other_days_than_the_box_is_kept_beside_it(prose, found):
    assert found == [one.values for one in told(prose).contradictions]


def test_see_also_lists_titles_and_no_descriptions():
    prose = "It rained.\n==See also==\n* Battle of Orl, the battle before\n- Siege of Dorn – in 1920\n==References==\nOn 2 May, they wrote."
    campaign = told(prose)
    assert ["Battle of Orl", "Siege of Dorn"] == [title.value for title in campaign.see_also]
    assert ["It rained."] == [sentence.text for sentence in campaign.sentences]
