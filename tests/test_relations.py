"""A campaign gives single statements whose ids hang on no wording and no order."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.draw import ordered
from quizgen.historical_date import HistoricalDate
from quizgen.model import (
    Aim,
    Belligerent,
    Campaign,
    Commander,
    Contradiction,
    DatedText,
    Entity,
    EntityKind,
    Estimate,
    Event,
    EventKind,
    Quote,
    Result,
    Sentence,
    Side,
    Sourced,
    Unit,
)
from quizgen.relations import Importance, Relation, facts
from tests.asked import SEED, SELM, VELMARK, asked


def at(text):
    return Quote("orlo-1632.txt", 4, text)


def said(text):
    return Sourced(text, at(text))


def people(*roles):
    return tuple(Commander(f"Person {n}", at(role), role=role) for n, role in enumerate(roles, 1))


def campaign(**parts):
    return Campaign("siege-of-orlo", "orlo-1632", said("Siege of Orlo"), **parts)


def side(**parts):
    return campaign(sides=(Side("1", said("Valeans"), **parts),))


def told(subject):
    return [(fact.relation.value, fact.subject, fact.object) for fact in facts(subject)]


ROLES = {
    "no role": (None, None, []),
    "a replaced head and his heir": (
        "Head of the Orlo council, replaced",
        "Replacement head of the Orlo council",
        [("replaced", "Person 2", "Person 1")],
    ),
    "brackets around it": ("Head of the council (replaced)", "Replacement head of the council", [("replaced", "Person 2", "Person 1")]),
    "another office": ("Head of the Orlo council, replaced", "Replacement head of the Orlo mint", []),
    "an heir alone": ("Head of the Orlo council", "Replacement head of the Orlo council", []),
}


@pytest.mark.parametrize("case", ROLES)
def test_a_replacement_is_read_from_a_pair_of_roles(case):
    old, new, expected = ROLES[case]
    pair = tuple(replace(person, role=role) for person, role in zip(people("", ""), (old, new), strict=True))
    assert expected == [fact for fact in told(side(commanders=pair)) if fact[0] == "replaced"]


def test_two_heirs_of_one_office_give_no_replacement():
    three = people("Head of the council, replaced", "Replacement head of the council", "Replacement head of the council")
    assert not [fact for fact in told(side(commanders=three)) if fact[0] == "replaced"]


def test_the_frame_of_a_campaign_comes_first_and_in_order():
    whole = campaign(
        date=DatedText(HistoricalDate("1632-04-03/1632-05-11"), at("date")),
        place=said("Orlo, Vale"),
        part_of=(said("War of the Two Rivers"),),
        aims=(Aim("take the bridge", "1", at("aim")), Aim("hold the bridge", None, at("aim"))),
        result=Result("1", "victory", None, "Valean victory", at("result")),
        outcomes=(said("Vale keeps the bridge"),),
        sides=(Side("1", said("Valeans")),),
    )
    assert [
        ("start", "Siege of Orlo", "3 April 1632"),
        ("end", "Siege of Orlo", "11 May 1632"),
        ("place", "Siege of Orlo", "Orlo, Vale"),
        ("part_of", "Siege of Orlo", "War of the Two Rivers"),
        ("aim", "Siege of Orlo", "take the bridge"),
        ("aim", "Siege of Orlo", "hold the bridge"),
        ("result", "Siege of Orlo", "the Valeans"),
        ("outcome", "Siege of Orlo", "Vale keeps the bridge"),
    ] == told(whole)
    assert {Importance.CORE} == {fact.importance for fact in facts(whole)}


def test_a_campaign_that_goes_on_has_no_end():
    assert ["start"] == [kind for kind, _, _ in told(campaign(date=DatedText(HistoricalDate("2017-10-05/.."), at("date"))))]


def test_a_result_without_a_winner_gives_no_fact():
    assert [] == told(campaign(result=Result(None, "inconclusive", None, "Indecisive", at("result"))))


def test_placeholders_and_unknown_figures_give_no_fact():
    nothing = side(
        commanders=(Commander("Unknown ferryman", at("x"), placeholder=True),),
        units=(Unit("Others", at("x"), placeholder=True),),
        strength=(Estimate("Unknown", at("x")),),
        casualties=(Estimate("Unknown", at("x"), "killed"),),
    )
    assert [] == told(nothing)
    assert [] == told(campaign(civilian_casualties=(Estimate("Unknown", at("x"), "killed"),)))


AMOUNTS = [
    (Estimate("", at("x"), low=500, high=500), "500"),
    (Estimate("", at("x"), low=8000, high=10000), "8,000–10,000"),
    (Estimate("", at("x"), low=8000, high=10000, at_least=True), "8,000–10,000+"),
    (Estimate("", at("x"), low=100, high=100, at_least=True), "100+"),
    (Estimate("", at("x"), low=100, at_least=True), "100+"),
]


@pytest.mark.parametrize(("figure", "shown"), AMOUNTS)
def test_a_figure_is_shown_with_its_range_and_its_open_end(figure, shown):
    assert [("strength", "the Valeans", shown)] == told(side(strength=(figure,)))


def test_figures_without_a_claimant_that_differ_are_disputed():
    rivals = (Estimate("900 (Gazette)", at("x"), "killed", 900, 900), Estimate("1,400 (Bulletin)", at("x"), "killed", 1400, 1400))
    (fact,) = facts(side(casualties=rivals))
    assert ("900", True) == (fact.object, fact.disputed)


def test_a_fact_told_twice_is_one_fact():
    twice = (Estimate("900 men", at("x"), low=900, high=900, of="men"), Estimate("900 men", at("y"), low=900, high=900, of="men"))
    (fact,) = facts(side(strength=twice))
    assert not fact.disputed


def test_a_leaf_in_a_contradiction_is_disputed_and_an_event_is_not():
    quote = at("500 killed")
    event = Event(EventKind.ACTION, Sentence("500 died.", "The siege", quote), side="1", id="x")
    figure = Estimate("500 killed", quote, "killed", 500, 500)
    sides = (Side("1", said("Valeans"), casualties=(figure,)),)
    found = facts(campaign(sides=sides, events=(event,), contradictions=(Contradiction("killed", ("500", "800"), (quote, at("800"))),)))
    assert [("casualties", True), ("event", False)] == [(fact.relation.value, fact.disputed) for fact in found]


def event(text, caption=None, thing=None, section="The siege", **parts):
    return Event(EventKind.ACTION, Sentence(text, section, at(text)), caption=caption, object=thing, **parts)


def test_an_event_without_an_id_is_known_by_its_slots():
    slots = {"date": HistoricalDate("1632-04-20"), "by": True, "side": "2", "action": "capture", "thing": "Mill Redoubt"}
    (fact,) = facts(campaign(events=(event("They took it.", "The mill falls", hedge="reportedly", **slots),)))
    assert "siege-of-orlo/event/1632-04-20-2-capture-mill-redoubt" == fact.id
    assert ("The mill falls", "by 20 April 1632", "2", "reportedly") == (fact.subject, fact.object, fact.side, fact.hedge)


def test_an_undated_event_says_so_in_its_id_and_tells_its_sentence():
    (fact,) = facts(campaign(events=(event("They fled."),)))
    assert ("siege-of-orlo/event/undated", "They fled.", "") == (fact.id, fact.subject, fact.object)


WEIGHTS = {
    "the lead names it": (event("The mill fell.", "The mill falls", "Mill Redoubt"), Importance.CORE),
    "no one of note names it": (event("The Tarn ford fell.", "The ford falls", "Tarn ford"), Importance.USEFUL),
    "nothing has a name": (event("They fled."), Importance.DETAIL),
}


@pytest.mark.parametrize("case", WEIGHTS)
def test_an_event_weighs_by_what_it_names(case):
    happened, weight = WEIGHTS[case]
    lead = Sentence("The siege of the Mill Redoubt began.", "", at("lead"))
    things = tuple(Entity(name, EntityKind.PLACE, at(name)) for name in ("Mill Redoubt", "Tarn ford"))
    (fact,) = facts(campaign(sentences=(lead, happened.sentence), events=(happened,), entities=things))
    assert weight is fact.importance


def test_a_listed_name_is_useful_where_the_prose_names_it_and_a_detail_elsewhere():
    lists = side(belligerents=(Belligerent("Vale", at("Vale")),), units=(Unit("Ford Guard", at("x")), Unit("Mill Guard", at("x"))))
    found = facts(replace(lists, sentences=(Sentence("The Mill Guard fled.", "The siege", at("x")),)))
    assert [("Vale", "core"), ("Ford Guard", "detail"), ("Mill Guard", "useful")] == [(f.subject, f.importance.value) for f in found]


def test_a_corrected_spelling_keeps_its_key():
    commander = Commander("Wa’el Diab", at("x"), id="wa-el-diyab", role="Vale Guard leader", fate="WIA")
    power, unit = Belligerent("Wale", at("x"), id="vale"), Unit("Ford Gard", at("x"), id="ford-guard", parent="Army of Vale")
    keys = {fact.id.split("/")[2] for fact in facts(side(commanders=(commander,), belligerents=(power,), units=(unit,)))}
    assert {"wa-el-diyab", "vale", "ford-guard"} == keys


def test_a_power_is_known_by_its_name():
    (fact,) = facts(side(belligerents=(Belligerent("Free Vale", at("x")),)))
    assert "siege-of-orlo/belligerent/free-vale/1" == fact.id


def test_a_unit_is_known_by_its_path():
    units = (Unit("Army of Vale", at("x")), Unit("Ford Guard", at("x"), "Army of Vale"))
    ids = [fact.id.removeprefix("siege-of-orlo/") for fact in facts(side(units=units))]
    assert ["unit/army-of-vale/1", "unit/army-of-vale/ford-guard/1", "parent/army-of-vale/ford-guard"] == ids


def shuffled(subject, seed):
    """The campaign with its lists in another order."""

    def mixed(things):
        return tuple(ordered(seed, things, key=repr))

    lists = ("belligerents", "commanders", "units", "strength", "casualties")
    sides = tuple(replace(side, **{name: mixed(getattr(side, name)) for name in lists}) for side in subject.sides)
    frame = ("part_of", "aims", "outcomes", "events", "entities", "contradictions")
    return replace(subject, sides=sides, **{name: mixed(getattr(subject, name)) for name in frame})


@given(st.integers(0, 999))
@settings(max_examples=5, deadline=None)
def test_fact_ids_hang_on_no_order(seed):
    for source in (SEED, VELMARK):
        known = asked(source)
        assert {fact.id for fact in known.world.facts} == {fact.id for fact in facts(shuffled(known.campaign, seed))}


def test_fact_ids_are_unique_and_begin_with_campaign_and_relation():
    found = asked().world.facts
    assert len(found) == len({fact.id for fact in found})
    assert all(fact.id.startswith(f"{asked().campaign.id}/{fact.relation}/") for fact in found)


def test_every_relation_but_a_winner_stands_in_the_seed():
    told = {fact.relation for source in (SEED, SELM) for fact in asked(source).world.facts}
    assert {*Relation} - {Relation.RESULT} <= told


@pytest.mark.parametrize(
    ("value", "level", "why"),
    [
        ("forty", Importance.USEFUL, "the narrative tells it of what it names"),
        ("Grey Hills", Importance.USEFUL, "the lead tells it"),
        ("3 August 1811", Importance.DETAIL, "told beside the campaign's own story"),
        ("25", Importance.DETAIL, "a distance or a time told in passing"),
    ],
)
def test_what_a_sentence_tells_matters_by_where_it_is_told(value, level, why):
    found = [fact for fact in asked(SELM).world.facts if fact.relation is Relation.TOLD and fact.object == value]
    assert {(fact.importance, fact.importance_why) for fact in found} == {(level, why)}


def test_a_told_fact_is_known_by_what_the_sentence_names_and_not_by_its_number():
    (fact,) = (fact for fact in asked(SELM).world.facts if fact.object == "forty")
    assert fact.id == "battle-of-selm/told/figure/1811-05-09-red-hussars-lipnik-guns"
    assert fact.subject == "The Red Hussars captured … guns near Lipnik on 9 May 1811."
