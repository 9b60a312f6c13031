"""Examiners' findings on places and larger campaigns: what else is right is accepted, what is not sure is not to be chosen."""

import re

import pytest

from quizgen import world
from quizgen.asking import ask
from quizgen.infobox import read_infobox
from quizgen.items import Format
from quizgen.model import Campaign, Quote, Sentence, Sourced
from quizgen.prose import read_prose
from quizgen.questions.places._forms import forms_of
from quizgen.readers import wikitext
from tests.questions.test_as_examined import of

pytestmark = pytest.mark.no_cover


def test_where_the_lead_may_have_another_land_the_infobox_is_named():
    for prose in ("", "It was fought in south-western Ethiopia."):
        (item,) = of("places.where", place="Off Halm, Pacific Ocean", prose=prose)
        assert item.stem.startswith("The infobox gives “off Halm, _____” as the place of")
        assert "Ethiopia" not in item.accepted


def test_a_quarter_of_the_sky_in_a_name_keeps_its_capital():
    (sea,) = of("places.where", place="South Sea, west of Halm, Orrland")
    (near,) = of("places.where", place="South of Halm, Orrland")
    assert ("“South Sea, west of Halm, _____”" in sea.stem, "“south of Halm, _____”" in near.stem) == (True, True)


def test_a_place_in_another_leaves_a_gap_as_one_with_a_comma_does():
    (item,) = of("places.where", place="Halm in the Gulf of Orr")
    assert (item.stem, item.key) == ("The infobox gives “Halm in _____” as the place of the Battle of Marn.", ("Gulf of Orr",))


def test_an_operation_goes_by_its_code_word():
    (item,) = of("places.part_of", Format.SHORT_ANSWER, partof="[[Operation Overture]]")
    assert "Overture" in item.accepted


@pytest.mark.parametrize(
    ("place", "prose", "told"),
    [
        ("Off Halm Point, [[Mediterranean Sea]]", "They met off Halm Point, Tunisia, at night.", {"Mediterranean", "Tunisia"}),
        ("Halm, [[British Burma|Burma]]", "It lies in Burma (now Myanmar) still.", {"British Burma", "Myanmar"}),
        ("Halm, [[Kingdom of Italy|Italy]]", "They reached Halm, Tamm and Lund.", {"Kingdom of Italy"}),
        ("Halm, Pacific Ocean", "They reached Halm, Italian by then, and Halm, May 1940.", {"Pacific"}),
    ],
)
def test_a_land_that_the_article_names_for_the_place_is_right_and_nothing_else(place, prose, told):
    (item,) = of("places.where", place=place, prose=prose)
    assert told == {*item.accepted}


@pytest.mark.parametrize(
    ("partof", "prose", "told"),
    [
        ("the [[Orlan Campaign]] of [[World War II]]", "", {"Orlan Campaign of World War II", "Orlan Campaign of WWII"}),
        (
            "the [[Orlan Campaign]]",
            "It opened the Orlan Campaign in World War II.",
            {"Orlan Campaign of World War II", "Orlan Campaign of WWII"},
        ),
        ("the [[Vandic Theater (World War II)]]", "", {"Vandic"}),
        ("the [[Eastern Theater (X)|Vandic Theater]]", "", {"Vandic"}),
        ("the [[Battle of Lund]]", "", {"Lund"}),
        ("the [[Winter War]]", "It was the first fight of the Soviet–Finnish Winter War.", {"Soviet–Finnish Winter War"}),
    ],
)
def test_a_larger_campaign_goes_by_what_the_article_puts_around_its_name(partof, prose, told):
    items = of("places.part_of", Format.SHORT_ANSWER, partof=partof, prose=prose)
    assert told <= {form for item in items for form in item.accepted}


def test_the_second_world_war_does_not_give_its_campaigns_to_the_first():
    told = of("places.part_of", Format.SHORT_ANSWER, partof="the [[Orlan Campaign]]", prose="It opened the Orlan Campaign in World War II.")
    assert not [form for item in told for form in item.accepted if form.endswith((" World War I", "WWI"))]


def gaps(prose, form=Format.MULTIPLE_CHOICE):
    return {item.key[0]: item for item in of("places.told", form, prose=prose)}


TOWNS = "They left Brenn, Kell, Osk and Tarn. On 7 May 1940 they entered Brenn. Later they entered Kell. They held Osk. They took Tarn. "


@pytest.mark.parametrize(
    ("at", "chosen", "typed"),
    [
        ("The Verran Rifles held a mill at Lund on 6 May 1940.", True, True),
        ("The Verran Rifles held a mill near Lund on 6 May 1940.", False, True),
        ("The Verran Rifles held a mill north of Lund on 6 May 1940.", False, False),
        ("The Verran Rifles held a mill 7 mi north of Lund on 6 May 1940.", False, True),
        ("The Verran Rifles held a mill at Lund, Denmark on 6 May 1940.", False, True),
        ("The Verran Rifles held the Danish towns of Lund on 6 May 1940.", False, True),
        ("The Verran Rifles held out in heavy fighting at Lund on 6 May 1940.", False, True),
    ],
)
def test_a_gap_that_many_places_fit_or_whose_land_is_told_is_not_to_be_chosen(at, chosen, typed):
    assert (chosen, typed) == ("Lund" in gaps(TOWNS + at), "Lund" in gaps(TOWNS + at, Format.CLOZE))


def test_a_gap_is_not_to_be_filled_freely_where_the_text_tells_the_like_of_another_place():
    told = "The Verran Rifles hit radar stations at Lund on 6 May 1940."
    assert "Lund" in gaps(TOWNS + told, Format.CLOZE)
    assert "Lund" not in gaps(f"{TOWNS}{told} The radar station at Brenn was spared.", Format.CLOZE)


def test_places_to_choose_from_are_of_one_sort():
    told = "The Verran Rifles took Mount Lund on 6 May 1940. They entered the Marn Headquarters. They went to Mount Kell i Brennt. "
    assert "Mount Lund" not in gaps(TOWNS + told)
    more = "On 7 May 1940 they took Mount Osk. On 8 May 1940 they took Mount Vell. On 9 May 1940 they took Mount Ibb."
    assert {"Mount Osk", "Mount Vell", "Mount Ibb"} == {wrong.text for wrong in gaps(TOWNS + told + more)["Mount Lund"].distractors}


@pytest.mark.parametrize(
    ("prose", "name", "told"),
    [
        ("They crossed the Lund River on the Crimean peninsula.", "the Lund", {"Lund River"}),
        ("They crossed the Lund River on the Crimean peninsula.", "Lund", set()),
        ("They crossed the Lund River on the Crimean peninsula.", "Crimea", {"Crimean peninsula"}),
        ("They held Osk Ridge (Ibb Ridge to the Verrans).", "Osk Ridge", {"Ibb Ridge"}),
        ("They held the Oskar (Ibb) Ridge.", "Oskar Ridge", {"Ibb Ridge", "Oskar (Ibb) Ridge", "Oskar"}),
        ("They held Osk Ridge (Verrans of the guard).", "Osk Ridge", set()),
        ("The Lunden salient fell. No more was seen of the Lunden bulge.", "Lunden salient", {"Lunden bulge", "Lunden"}),
        ("They took Lunden, and the Lunden salient.", "Lunden salient", set()),
        ("They flew over the Sicily-Lund strait, the Strait of Sicily.", "Sicily-Lund strait", {"Strait of Sicily", "Sicily-Lund"}),
        ("The Vesser River valley was wet. They crossed the Vesser.", "Vesser River valley", {"Vesser River", "Vesser"}),
        ("Ibben Ridge and Lunden Ridge stood. Colonel Lunden came.", "Lunden Ridge", set()),
        ("Ibben and Lunden Ridges stood.", "Ibben Ridge", {"Ibben"}),
        ("They landed at [[Halm Beach|Halm]].", "Halm", {"Halm Beach"}),
        ("They landed at [[Battle of Halm|Halm]].", "Halm", set()),
        ("They landed at [[Halm Airport|Halm]].", "Halm", set()),
        ("They landed at [[Halm District|Halm]].", "Halm", set()),
        ("They slept in the Good Hope convent.", "Good Hope", {"Good Hope convent"}),
    ],
)
def test_a_place_may_be_typed_as_the_prose_calls_it_unless_that_is_another(prose, name, told):
    plain = re.sub(r"\[\[[^|]+\|([^]]+)\]\]", r"\1", prose)
    sentences = (Sentence(plain, "", Quote("marn.wiki", 4, prose)),)
    campaign = Campaign("marn", "marn", Sourced("Marn", sentences[0].source), sentences=sentences)
    assert told == {*forms_of(world.load(campaign), campaign, name.removeprefix("the "), has_the=name.startswith("the "))}


def test_a_place_of_the_background_alone_is_no_choice_among_places_fought_for():
    told = "The Verran Rifles held a mill at Lund on 6 May 1940."
    there = {wrong.text for wrong in gaps(f"{TOWNS}They entered Vell. {told}")["Lund"].distractors}
    before = f"{TOWNS}{told}\n\n== Background ==\nThe envoys met in Vell."
    assert "Vell" in there
    assert "Vell" not in {wrong.text for wrong in gaps(before)["Lund"].distractors}


def test_a_front_a_theatre_and_an_invasion_are_asked_beside_the_war():
    parts = "the [[Western Front (Vandic War)|Western Front]] of the [[Vandic War]]<br>[[Invasion of Verre]]"
    found = {item.key[0]: item for item in of("places.part_of", Format.SHORT_ANSWER, partof=parts)}
    assert {"Western Front", "Vandic War", "Invasion of Verre"} == {*found}
    assert "of which front did" in found["Western Front"].stem
    assert "of which invasion did" in found["Invasion of Verre"].stem


@pytest.mark.parametrize(
    ("at", "prose", "is_asked"),
    [
        ("held a mill at Lund", "", True),
        ("held a mill in the port of Lund", "", False),
        ("held a mill in the port of Lund", "The port of Kell and the port of Osk burned, as did the port of Tarn.", True),
        ("held a mill at Lund", "Men slept in the Lund convent.", False),
        ("held a mill at [[Lund Beach|Lund]]", "", False),
    ],
)
def test_places_to_choose_from_are_what_the_words_around_the_gap_say(at, prose, is_asked):
    assert is_asked == ("Lund" in gaps(f"{TOWNS}The Verran Rifles {at} on 6 May 1940. {prose}"))


@pytest.mark.parametrize("name", ["''Kella''", "Panzergruppe Kella"])
def test_a_word_in_italics_and_an_army_are_no_places(name):
    plain = f"{TOWNS}The Verran Rifles held a mill at Lund on 6 May 1940. They held out in "
    assert "Kella" in {wrong.text for wrong in gaps(f"{plain}Kella.")["Lund"].distractors}
    assert not [wrong.text for wrong in gaps(f"{plain}{name}.")["Lund"].distractors if "Kella" in wrong.text]


@pytest.mark.parametrize(
    ("part", "prose", "form"),
    [
        ("[[Eastern Front (World War II)]]", "", "Eastern Front of WWII"),
        ("[[Western Front]] of the [[European theatre]] of [[World War II]]", "", "Western Front of the European theatre of World War II"),
    ],
)
def test_the_infobox_s_own_words_name_what_it_was_part_of(part, prose, form):
    assert [item for item in of("places.part_of", partof=part, prose=prose) if form in item.accepted]


def test_the_lead_s_own_words_name_what_it_was_part_of():
    lead = "It was part of the larger North African Campaign of the Second World War."
    box = "{{Infobox military conflict\n| conflict = Battle of Marn\n| partof = the [[Tunisia Campaign]]\n| date = 4 May 1943\n}}\n"
    article = wikitext.read(f"{box}The '''Battle of Marn''' was fought in 1943. {lead}\n", "marn.wiki", "marn")
    found = [item for item in ask(world.load(read_prose(article, read_infobox(article)[0])[0]))[0] if item.type == "places.part_of"]
    assert found
    assert all("North African Campaign" in item.accepted for item in found)


def test_a_land_that_the_article_puts_one_end_of_the_place_in_is_accepted():
    box = {
        "place": "Sector between [[Tamm]] and [[Orl]], [[Nazi Germany]]",
        "prose": "They came to a point near Orl, France, on 5 May.",
    }
    assert all("France" in item.accepted for item in of("places.where", **box))
    assert of("places.where", **box)


def test_a_state_that_is_called_an_island_goes_by_no_half_of_its_name():
    (item,) = of("places.where", place="Off Point Halm, Lund Island", prose="She patrolled the coast off Lund Island.")
    assert "Lund" not in item.accepted


def test_a_place_that_only_a_service_or_nothing_ties_to_its_sentence_is_not_chosen():
    told = "The Red Army held out in {} with impunity. They left Brenn, Kell, Osk and Tarn."
    assert not [item for item in of("places.told", prose=told.format("Brenn")) if item.format is Format.MULTIPLE_CHOICE]
