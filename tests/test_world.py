"""The look-ups that asking and checking share: sides, aliases, what the text tells of a day."""

import pytest

from quizgen.historical_date import HistoricalDate
from quizgen.model import (
    Belligerent,
    By,
    Campaign,
    Commander,
    Entity,
    EntityKind,
    Event,
    EventKind,
    Quote,
    Sentence,
    Side,
    Sourced,
    Unit,
)
from quizgen.prose.actions import Tense
from quizgen.relations import Relation
from quizgen.world import event_of, is_exact, load, names_side, side_members


def at(text):
    return Quote("orlo-1632.txt", 4, text)


def said(text):
    return Sourced(text, at(text))


def told(text, *days):
    return Sentence(text, "The siege", at(text), tuple(map(HistoricalDate, days)))


def event(words, date, **parts):
    slots = {"side": "1", "action": "capture", "object": words.split(" the ")[-1], "caption": words, "id": words} | parts
    return Event(EventKind.ACTION, told(f"{words}.", date), HistoricalDate(date), **slots)


VALEANS = Side(
    "1",
    said("rebels"),
    (said("insurgents"),),
    belligerents=(Belligerent("Vale Front", at("x")), Belligerent("Twin Forces", at("x"))),
    commanders=(
        Commander("Piet Harrow", at("x"), role="Marsh Rangers commander"),
        Commander("Otto Voss", at("x")),
        Commander("Unknown ferryman", at("x"), placeholder=True),
    ),
    units=(Unit("Ford Guard", at("x")), Unit("Others", at("x"), placeholder=True)),
)
CROWN = Side("2", said("Army"), belligerents=(Belligerent("Kingdom of Tamm", at("x")), Belligerent("Twin Forces", at("x"))))
NAMELESS = Side("3", commanders=(Commander("Jan Velder", at("x")),))
BYHAND = Side("4", belligerents=(Belligerent("Kell", By("Anna")), Belligerent("Sarn", By("Anna"))))
MILL = Entity("Orlo mill", EntityKind.PLACE, at("x"), ("Old Mill",), ("Upper Mill",))
FRONT = Entity("Vale Front", EntityKind.GROUP, at("x"), ("Front of Vale",))
ORLO = Campaign(
    "siege-of-orlo",
    "orlo-1632",
    said("Siege of Orlo"),
    sides=(VALEANS, CROWN, NAMELESS, BYHAND),
    sentences=(told("The rebels took the Old Mill.", "1632-04-03"), told("Orlo burnt."), told("They left.", "1632-05-01/1632-05-09")),
    events=(
        event("Rebels capture the Orlo mill", "1632-04-03"),
        event("Rebels capture the Tarn ford", "1632-04"),
        event("Rebels capture the Kell ford", "1632-04-05", by=True),
        event("Rebels flee", "1632-04-06", caption=None),
    ),
    entities=(MILL, FRONT),
)
KELL = Campaign("raid-on-kell", "kell-1633", said("Raid on Kell"))
WORLD = load(ORLO, KELL)


@pytest.mark.parametrize("phrase", ["Siege of Orlo", "the siege of Orlo", "THE SIEGE OF ORLO"])
def test_a_campaign_is_found_by_a_phrase_that_names_it(phrase):
    assert WORLD.is_campaign(phrase)
    assert ORLO is WORLD.campaign_named(phrase)


def test_an_unknown_campaign_is_a_key_error():
    assert not WORLD.is_campaign("Siege of Marn")
    with pytest.raises(KeyError):
        WORLD.campaign_named("Siege of Marn")


def test_a_fact_leads_to_its_campaign():
    assert {ORLO.id} == {WORLD.campaign_of(fact).id for fact in WORLD.facts}


def test_facts_come_by_the_relations_asked_for():
    found = WORLD.of(ORLO, Relation.UNIT, Relation.COMMANDER)
    assert ["Ford Guard", "Piet Harrow", "Otto Voss", "Jan Velder"] == [fact.subject for fact in found]
    assert () == WORLD.of(KELL, Relation.UNIT)


SIDES = [
    ("Vale Front", {"1"}),
    ("front of vale", {"1"}),
    ("Ford Guard", {"1"}),
    ("Otto Voss", {"1"}),
    ("Marsh Rangers", {"1"}),
    ("Kingdom of Tamm", {"2"}),
    ("Twin Forces", {"1", "2"}),
    ("Unknown ferryman", set()),
    ("Others", set()),
    ("Lion Guard", set()),
]


@pytest.mark.parametrize(("name", "sides"), SIDES)
def test_a_member_is_sought_over_all_lists_and_names(name, sides):
    assert sides == WORLD.sides_of(ORLO, name)


LISTED = [
    ("Vale Front", "the Vale Front is listed among the belligerents of the rebels"),
    ("Twin Forces", "the Twin Forces are listed among the belligerents of the rebels"),
    ("Ford Guard", "the Ford Guard is listed among the units of the rebels"),
    ("Otto Voss", "Otto Voss is listed among the commanders of the rebels"),
    ("Piet Harrow", "Piet Harrow (Marsh Rangers commander) is listed among the commanders of the rebels"),
    ("Marsh Rangers", "the Marsh Rangers are named in the role of a commander of the rebels"),
    ("Kingdom of Tamm", "the Kingdom of Tamm is listed among the belligerents of the Army"),
    ("Jan Velder", "Jan Velder is listed among the commanders of the other side"),
    ("Kell", "Kell is on the side that bears this name, Kell and its allies"),
]


@pytest.mark.parametrize(("name", "words"), LISTED)
def test_a_listing_is_told_in_words_that_agree(name, words):
    assert words == WORLD.listed(ORLO, name)


def test_aliases_are_all_names_that_are_or_may_be_the_same_things():
    assert {"the Old Mill", "Old Mill", "Orlo mill", "Upper Mill"} == WORLD.aliases(ORLO, "the Old Mill")
    assert {"Tarn ford"} == WORLD.aliases(ORLO, "Tarn ford")
    assert {"Old Mill"} == WORLD.aliases(KELL, "Old Mill")


def test_a_clause_leads_back_to_its_event():
    (found,) = WORLD.saying(ORLO, "rebels captured the Orlo mill", Tense.PAST)
    assert ORLO.events[0] is found
    assert (found,) == WORLD.saying(ORLO, "Rebels capture the Orlo mill", Tense.PRESENT)
    assert () == WORLD.saying(KELL, "Rebels capture the Orlo mill", Tense.PRESENT)


def test_what_may_speak_of_a_day_is_dated_so_or_not_dated():
    spoken = [sentence.text for sentence in WORLD.told(ORLO, HistoricalDate("1632-05-03"))]
    assert ["Orlo burnt.", "They left."] == spoken


NAMED = [("Orlo mill", True), ("Upper Mill", True), ("Tarn ford", False), ("Rebels", True), ("Siege of Orlo", False)]


@pytest.mark.parametrize(("name", "is_named"), NAMED)
def test_a_thing_is_named_under_any_alias_but_not_by_the_title(name, is_named):
    assert is_named == WORLD.is_named(ORLO, name, ORLO.sentences[:1])


def test_exact_events_have_a_day_and_a_caption():
    assert [True, False, False, False] == [is_exact(happened) for happened in ORLO.events]


def test_an_event_fact_rests_on_its_event():
    assert list(ORLO.events) == [event_of(fact) for fact in WORLD.of(ORLO, Relation.EVENT)]


TELLING = [
    ("The rebels fled.", True),
    ("A rebel fled.", True),
    ("The insurgents fled.", True),
    ("Otto Voss fled.", True),
    ("The Marsh Rangers fled.", True),
    ("The crew fled.", False),
]


@pytest.mark.parametrize(("text", "names"), TELLING)
def test_a_side_is_named_by_its_label_an_alias_or_a_member(text, names):
    assert names == names_side(VALEANS, told(text))


def test_the_members_of_a_side_are_no_placeholders():
    assert ["Vale Front", "Twin Forces", "Ford Guard", "Piet Harrow", "Marsh Rangers", "Otto Voss"] == list(side_members(VALEANS))


def test_two_worlds_are_equal_only_if_they_are_one():
    assert load(ORLO) != load(ORLO)
    assert load(ORLO).facts == load(ORLO).facts
