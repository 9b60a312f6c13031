"""Corrections: what they change, who signs it, and what is said when they do not fit."""

from dataclasses import replace

import pytest

from quizgen import asking, world
from quizgen.campaign_yaml import dump, fix, load
from quizgen.diagnostics import QuizgenError
from quizgen.historical_date import HistoricalDate
from quizgen.model import (
    By,
    Campaign,
    Commander,
    Contradiction,
    DatedText,
    Entity,
    EntityKind,
    Event,
    EventKind,
    Quote,
    Result,
    Sentence,
    Side,
    Sourced,
    Unit,
)
from quizgen.relations import Relation, facts
from tests.asked import MARN, asked

ANNA = By("Anna", "it is so")


def quote(text):
    return Quote("a.txt", 3, text)


FIRST = Sentence("On 2 August the rebels took Huwayz.", "Fighting", quote("On 2 August"), (HistoricalDate("2016-08-02"),))
SIDE = Side(
    "1",
    commanders=(
        Commander("Wa’el Diyab", quote("Wa’el DiyabWIA"), fate="WIA"),
        Commander("A/B", quote("A/B")),
        Commander("Twin", quote("Twin")),
    ),
    units=(Unit("Levant Front", quote("Levant Front")), Unit("Sedov Brigade", quote("Sedov"), parent="Levant Front")),
)
CAMPAIGN = Campaign(
    "a",
    "a",
    Sourced("A", quote("A")),
    date=DatedText(HistoricalDate("2016"), quote("2016")),
    place=Sourced("Aleppo", quote("Aleppo")),
    result=Result(None, None, None, "Rebels win", quote("Rebels win")),
    sides=(SIDE, Side("2", commanders=(Commander("Twin", quote("Twin")), Commander("Twin", quote("Twin"))))),
    sentences=(FIRST,),
    events=(Event(EventKind.ACTION, FIRST, action="capture", caption="The rebels capture Huwayz"),),
    entities=(Entity("Sharfa", EntityKind.PLACE, quote("Sharfa"), aliases=("Mushrifah", "the base")),),
)


def corrected(change):
    """The campaign after one correction."""
    return fix.apply(CAMPAIGN, fix.load(f"quizgen: fix/1\ncorrections:\n- {{{change}, who: Anna, why: it is so}}\n", "a.fix.yaml"))


def test_a_changed_field_is_signed_and_the_rest_of_its_leaf_stays():
    expected = Commander("Wa’el Diyab", ANNA, fate="KIA")
    assert expected == corrected("set: sides/1/commanders/Wa’el Diyab/fate, value: KIA").sides[0].commanders[0]


def test_a_path_may_name_things_by_slug():
    assert corrected("set: sides/1/commanders/a-b/rank, value: Maj.").sides[0].commanders[1] == Commander("A/B", ANNA, rank="Maj.")


def test_a_renamed_thing_keeps_its_key():
    assert corrected("set: sides/1/commanders/wa-el-diyab/name, value: Wael").sides[0].commanders[0].id == "wa-el-diyab"
    assert corrected("set: sides/1/commanders/wa-el-diyab, value: Wael").sides[0].commanders[0] == Commander("Wael", ANNA, id="wa-el-diyab")


def test_a_unit_follows_its_renamed_parent():
    assert corrected("set: sides/1/units/levant-front/name, value: Shamiya").sides[0].units[1] == Unit(
        "Sedov Brigade", quote("Sedov"), parent="Shamiya"
    )


def test_a_whole_leaf_can_be_set_where_there_was_none():
    assert corrected("set: sides/1/label, value: rebels").sides[0].label == Sourced("rebels", ANNA)
    assert corrected("set: result/winner, value: 1").result == Result("1", None, None, "Rebels win", ANNA)
    assert corrected("set: date, value: 2016-08").date == DatedText(HistoricalDate("2016-08"), ANNA)
    assert corrected("set: part_of, value: [X]").part_of == (Sourced("X", ANNA),)


def test_lists_grow_and_shrink():
    assert corrected("add: sides/1/aliases, value: opposition").sides[0].aliases == (Sourced("opposition", ANNA),)
    assert [c.name for c in corrected("drop: sides/1/commanders/Twin").sides[0].commanders] == ["Wa’el Diyab", "A/B"]
    assert corrected("drop: entities/Sharfa/aliases/the base").entities == (
        Entity("Sharfa", EntityKind.PLACE, ANNA, aliases=("Mushrifah",)),
    )
    assert corrected("drop: place").place is None
    assert corrected("drop: sides/1/units").sides[0].units == ()


def test_a_corrected_event_says_so_and_keeps_its_sentence():
    event = corrected("set: events/The rebels capture Huwayz/place, value: Huwayz").events[0]
    assert (event.place, event.source, event.sentence) == ("Huwayz", ANNA, FIRST)


def test_an_added_event_brings_its_sentence():
    value = "{sentence: {text: They left., section: End}, kind: action, date: 2016-08-06, side: 1}"
    after = corrected(f"add: events, value: {value}")
    assert after.sentences == (FIRST, Sentence("They left.", "End", ANNA))
    assert after.events[1] == Event(EventKind.ACTION, after.sentences[1], HistoricalDate("2016-08-06"), side="1")


def test_names_of_sides_are_told_apart_for_the_prose_reader():
    text = "quizgen: fix/1\ncorrections:\n- {drop: sides/1/label, who: A, why: b}\n- {drop: place, who: A, why: b}\n"
    assert [fix.is_about_names(correction) for correction in fix.load(text, "f")] == [True, False]


def entities(change):
    """The entities of a campaign with look-alikes, after one correction."""
    alike = Entity("Sharfah", EntityKind.PLACE, quote("Sharfah"), ("Sharfa hill",), ("Sharfa", "Sharfa Base"), id="hill")
    told = Entity("Sharfa", EntityKind.PLACE, quote("Sharfa"), maybe_same=("Sharfah",), id="sharfa")
    base = Entity("Sharfa Base", EntityKind.PLACE, quote("Sharfa Base"), maybe_same=("Sharfah", "Sharfa"), id="base")
    text = f"quizgen: fix/1\ncorrections:\n- {{{change}, who: Anna, why: it is so}}\n"
    return fix.apply(replace(CAMPAIGN, entities=(told, alike, base)), fix.load(text, "a.fix.yaml")).entities


def test_joined_entities_are_one_under_the_id_of_the_first_and_no_longer_look_alike():
    joined = Entity("Sharfa", EntityKind.PLACE, ANNA, ("Sharfah", "Sharfa hill"), id="sharfa")
    base = Entity("Sharfa Base", EntityKind.PLACE, quote("Sharfa Base"), maybe_same=("Sharfa",), id="base")
    assert (joined, base) == entities("join: entities/Sharfa, value: Sharfah")


def test_an_entity_to_join_may_be_called_by_its_id():
    assert ("Sharfa", "Sharfa Base") == tuple(entity.name for entity in entities("join: entities/sharfa, value: hill"))


def test_a_disputed_leaf_keeps_its_place_and_stands_in_a_contradiction_with_who_and_why():
    after = corrected("dispute: date, value: '1916'")
    assert (CAMPAIGN.date, CAMPAIGN.sides) == (after.date, after.sides)
    told = 'Anna disputes "date": it is so'
    by = By("Anna", 'disputes "date": it is so')
    assert (Contradiction(told, ("2016", "1916"), (quote("2016"), by)),) == after.contradictions


def test_a_disputed_event_is_not_asked_while_others_of_its_sentence_are():
    twin = replace(CAMPAIGN.events[0], object="Huwayz", place="North", caption="The rebels capture the north")
    text = "quizgen: fix/1\ncorrections:\n- {dispute: events/The rebels capture Huwayz, who: Anna, why: it is so}\n"
    after = fix.apply(replace(CAMPAIGN, events=(*CAMPAIGN.events, twin)), fix.load(text, "a.fix.yaml"))
    assert [True, False] == [fact.disputed for fact in facts(after) if fact.relation is Relation.EVENT]


def test_a_disputed_leaf_of_a_person_is_not_asked_and_the_rest_of_that_person_is():
    marn = asked(MARN).campaign
    text = "quizgen: fix/1\ncorrections:\n- {dispute: date, who: Bea, why: the annals say May, ref: Annals}\n"
    after = fix.apply(marn, fix.load(text, "a.fix.yaml"))
    assert {Relation.START, Relation.END} == {fact.relation for fact in facts(after) if fact.disputed}
    items, _ = asking.ask(world.load(after))
    disputed = {fact.id for fact in facts(after) if fact.disputed}
    assert [item for item in asked(MARN).items if disputed & set(item.facts)]
    assert ([], True) == ([item.id for item in items if disputed & set(item.facts)], bool(items))
    assert 'Bea disputes "date" (Anna, Textbook, p. 12): the annals say May' == after.contradictions[0].text


@pytest.mark.parametrize("change", ["dispute: date", "dispute: place, value: Idlib", "dispute: events/The rebels capture Huwayz"])
def test_a_disputed_campaign_is_read_again_as_it_was_written(change):
    whole = replace(corrected(change), entities=(), sides=())
    assert whole == load(dump(whole), "a.yaml")


def test_one_of_several_of_a_name_is_told_by_its_place_among_them():
    after = corrected("set: 'sides/2/commanders/Twin[2]/fate', value: KIA")
    assert [None, "KIA"] == [commander.fate for commander in after.sides[1].commanders]


@pytest.mark.parametrize(
    "change",
    [
        "set: sides/1/commanders/wa-el-diyab/fate, value: KIA, was: WIA",
        "set: place, value: Idlib, was: Aleppo",
        "set: date, value: 2016-08, was: '2016'",
        "set: result/winner, value: 1, was: ''",
        "drop: sides/1/units/levant-front, was: Levant Front",
        "drop: sides/1/units, was: 'Levant Front, Sedov Brigade'",
        "drop: entities/Sharfa/aliases/the base, was: the base",
        "set: events/The rebels capture Huwayz/by, value: true, was: 'false'",
    ],
)
def test_a_correction_holds_while_that_stands_which_it_replaces(change):
    assert CAMPAIGN != corrected(change)


def test_events_name_what_was_joined_by_its_new_name():
    base = Entity("the hill", EntityKind.PLACE, quote("the hill"), ("Hill 12",))
    event = replace(CAMPAIGN.events[0], id="x", object="Hill 12", place="Sharfa")
    text = "quizgen: fix/1\ncorrections:\n- {join: entities/Sharfa, value: the hill, who: Anna, why: it is so}\n"
    after = fix.apply(replace(CAMPAIGN, entities=(*CAMPAIGN.entities, base), events=(event,)), fix.load(text, "a.fix.yaml"))
    assert [("x", "Sharfa", "Sharfa", FIRST)] == [(e.id, e.object, e.place, e.sentence) for e in after.events]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("set: place, value: Idlib, was: Hama", ("C207", 'remove the correction, or if it still holds, write was: "Aleppo"')),
        (
            "set: sides/1/commanders/Twin/rank, value: Maj., was: Capt.",
            ("C207", 'remove the correction, or if it still holds, write was: ""'),
        ),
        ("drop: sides/1/label, was: rebels", ("C102", "leave it out: the prose is read by the corrected names")),
        ("dispute: place, was: Aleppo", ("C102", "only set and drop change what was there")),
        ("set: plase, value: X", ("C201", 'did you mean "place"?')),
        ("set: place/name/x, value: X", ("C201", "it takes text, aliases")),
        ("set: sides/1/commanders/Wael Diyab/fate, value: KIA", ("C201", 'did you mean "Wa’el Diyab"?')),
        ("set: sides/1/label/text, value: X", ("C201", "set the whole: give it a value of its own")),
        ("drop: entities/Sharfa/aliases/the base/x", ("C201", "set the whole: give it a value of its own")),
        ("drop: sides/2/commanders/Twin", ("C202", 'name one by its place among them, "Twin[1]"')),
        ("drop: 'sides/2/commanders/Twin[3]'", ("C201", 'did you mean "Twin"?')),
        ("join: entities/Sharfa, value: Mushrifah", ("C206", "remove this correction")),
        ("join: entities/Sharfa, value: Sharfe", ("C201", 'did you mean "Sharfa"?')),
        ("join: entities/Sharfe, value: Sharfa", ("C201", 'did you mean "Sharfa"?')),
        ("join: sides/1, value: Sharfa", ("C206", "write join: entities/NAME")),
        ("dispute: plase", ("C201", 'did you mean "place"?')),
        ("dispute: title", ("C205", "dispute what a question can ask, a date or a figure")),
        ("dispute: sides/1/label", ("C205", "dispute what a question can ask, a date or a figure")),
        ("dispute: sides/1/units", ("C205", "name the thing that holds it, as in sides/1/commanders/NAME")),
        ("dispute: sides/1/commanders/a-b/fate", ("C205", "name the thing that holds it, as in sides/1/commanders/NAME")),
        ("add: place, value: X", ("C203", "write set instead of add")),
        ("drop: title", ("C204", "set it to another value")),
        ("set: result/winner, value: 3", ("Y109", "it takes 1, 2")),
        ("set: date, value: soon", ("Y111", "write it as 2016-07-31, 2016-07, or 2016-07-31/2016-08-06")),
    ],
)
def test_a_correction_that_does_not_fit_says_what_would(change, expected):
    with pytest.raises(QuizgenError) as caught:
        corrected(change)
    assert [(d.code, d.hint) for d in caught.value.diagnostics] == [expected]
    assert caught.value.diagnostics[0].span.line == 3


def test_all_stale_corrections_are_told_at_once():
    text = "quizgen: fix/1\ncorrections:\n- {drop: x, who: A, why: b}\n- {drop: place, who: A, why: b}\n- {drop: y, who: A, why: b}\n"
    with pytest.raises(QuizgenError) as caught:
        fix.apply(CAMPAIGN, fix.load(text, "f"))
    assert [d.span.line for d in caught.value.diagnostics] == [3, 5]
