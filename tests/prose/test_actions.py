"""Events said as clauses, and the verbs they come from."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.model import Event, EventKind, Quote, Sentence, Sourced
from quizgen.prose.actions import ACTIONS, Tense, actor, clause, is_plural
from quizgen.prose.verbs import forms, verbs
from tests.prose.telling import CIVIL, told

CAMPAIGN = told("Rebels met government forces near the Steel Factory. The 5th Corps was at the village of Orl.", **CIVIL)
EVENT = Event(
    EventKind.ACTION,
    Sentence("They fought at the Steel Factory.", "", Quote("f", 1, "q")),
    side="1",
    action="capture",
    object="Steel Factory",
)

CLAUSES = {
    "a plural": ({}, "rebels capture the Steel Factory", "rebels capture the Steel Factory", "rebels captured the Steel Factory"),
    "a singular": (
        {"actor": "5th Corps", "action": "cut", "object": "the road from Orl to Dorn"},
        "the 5th Corps cuts the road from Orl to Dorn",
        "the 5th Corps cut the road from Orl to Dorn",
        "the 5th Corps cut the road from Orl to Dorn",
    ),
    "hedges": (
        {"hedge": "reportedly, most of"},
        "rebels reportedly capture most of the Steel Factory",
        "rebels reportedly capture most of the Steel Factory",
        "rebels reportedly captured most of the Steel Factory",
    ),
    "a place": (
        {"action": "withdraw", "object": None, "place": "Steel Factory"},
        "rebels withdraw at the Steel Factory",
        "rebels withdraw at the Steel Factory",
        "rebels withdrew at the Steel Factory",
    ),
    "a place that its sentence does not have": (
        {"action": "begin", "object": "an attack", "place": "Orl"},
        "rebels begin an attack at Orl",
        "rebels begin an attack at Orl",
        "rebels began an attack at Orl",
    ),
    "of itself": (
        {"side": None, "action": "resume", "object": "the siege of Orl"},
        "the siege of Orl resumes",
        "the siege of Orl resume",
        "the siege of Orl resumed",
    ),
    "passive": ({"side": None}, "the Steel Factory is captured", None, "the Steel Factory was captured"),
    "passive, hedged": (
        {"side": None, "hedge": "parts of"},
        "parts of the Steel Factory are captured",
        None,
        "parts of the Steel Factory were captured",
    ),
    "announced": (
        {"kind": EventKind.ANNOUNCEMENT, "action": "announce", "object": "the siege of Orl has been broken"},
        "rebels announce that the siege of Orl has been broken",
        "rebels announce that the siege of Orl had been broken",
        "rebels announced that the siege of Orl had been broken",
    ),
    "nobody reaches": ({"side": None, "action": "reach"}, None, None, None),
    "nobody announces": ({"kind": EventKind.ANNOUNCEMENT, "side": None, "action": "announce", "object": "x has been y"}, None, None, None),
    "no action": ({"action": None}, None, None, None),
    "no object": ({"object": None}, None, None, None),
    "a bare object": ({"object": "two hills"}, None, None, None),
    "a counted object": ({"object": "three Zornish tanks"}, None, None, None),
    "no place": ({"action": "advance", "object": None}, None, None, None),
    "an offer": ({"action": "reject", "object": "an offer"}, None, None, None),
    "an attack by nobody nowhere": ({"side": None, "action": "repel", "object": "the attack"}, None, None, None),
    "an interval's land": ({"side": None, "action": "arrive", "object": None, "place": "Orl"}, None, None, None),
}


@pytest.mark.parametrize(("slots", "present", "base", "past"), CLAUSES.values(), ids=CLAUSES)
def test_an_event_is_said_in_each_tense_or_in_none(slots, present, base, past):
    event = replace(EVENT, **slots)
    assert [present, base, past] == [clause(event, CAMPAIGN, tense) for tense in (Tense.PRESENT, "base", "past")]


def test_the_actor_is_narrower_than_the_side_or_its_label():
    assert "rebels" == actor(EVENT, CAMPAIGN)
    assert "the 5th Corps" == actor(replace(EVENT, actor="5th Corps"), CAMPAIGN)
    assert "two rebel tanks" == actor(replace(EVENT, actor="two rebel tanks"), CAMPAIGN)
    assert "200 rebel men" == actor(replace(EVENT, actor="200 rebel men"), CAMPAIGN)
    assert "" == actor(replace(EVENT, side=None), CAMPAIGN)
    assert "" == actor(EVENT, replace(CAMPAIGN, sides=tuple(replace(side, label=None) for side in CAMPAIGN.sides)))
    label = Sourced("Western Army", Quote("f", 1, "q"))
    assert "the Western Army" == actor(EVENT, replace(CAMPAIGN, sides=(replace(CAMPAIGN.sides[0], label=label),)))


@pytest.mark.parametrize(
    "phrase",
    [
        "rebels",
        "rebels inside Orl",
        "the French",
        "parts of Orl",
        "A village and B village",
        "Polish troops",
        "most of the hills",
        "Orlan fedayeen",
        "the Free French",
        "the Patriots",
    ],
)
def test_these_are_many(phrase):
    assert is_plural(phrase)


@pytest.mark.parametrize("phrase", ["the 5th Corps", "Collins", "Ypres", "the road between Orl and Dorn", "most of Orl", "the pass"])
def test_these_are_one(phrase):
    assert not is_plural(phrase)


FORMS = {
    "repel": "repels repelled repelled repelling",
    "carry out": "carries out|carried out|carried out|carrying out",
    "take control of": "takes control of|took control of|taken control of|taking control of",
    "push back": "pushes back|pushed back|pushed back|pushing back",
    "seize": "seizes seized seized seizing",
    "begin": "begins began begun beginning",
    "cut": "cuts cut cut cutting",
}


@pytest.mark.parametrize(("verb", "found"), FORMS.items())
def test_a_verb_has_its_forms(verb, found):
    found = found.split("|") if "|" in found else found.split()
    assert [verb, *found] == [forms(verb)[form] for form in ("base", "third", "past", "participle", "ing")]


def test_verbs_are_found_with_their_particles_and_adverbs_and_no_others():
    text = "They were still in control of Orl, took part, had recaptured Dorn, and re-took it; cut-off men took over."
    assert [("hold", "past"), ("recapture", "past"), ("recapture", "past")] == [(v.action, v.form) for v in verbs(text)]


@given(
    st.sampled_from(ACTIONS),
    st.sampled_from(["Steel Factory", "an attack", None]),
    st.sampled_from(["Orl", None]),
    st.sampled_from(["1", None]),
)
def test_a_clause_never_begins_in_upper_case_and_has_no_gap(action, thing, place, side):
    for tense in Tense:
        said = clause(replace(EVENT, action=action, object=thing, place=place, side=side), CAMPAIGN, tense)
        assert said is None or (said == " ".join(said.split()) and said[0].islower())


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("The king seized the reins of power.", []),
        ("The guards fell upon the rear.", []),
        ("The guards fell on the left flank.", []),
        ("300 rounds landed in the camp.", []),
        ("Orl fell on the 5th.", ["fall"]),
        ("Orl fell on the next day.", ["fall"]),
        ("The guards landed at Orl and seized the town.", ["land", "capture"]),
    ],
)
def test_turns_of_speech_are_no_actions(text, actions):
    assert actions == [verb.action for verb in verbs(text)]
