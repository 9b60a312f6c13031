"""Rules 30 to 42 on shapes: each case is an item, and for a bad one the rule that must find it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.formats import Drawn, draw
from quizgen.items import BLANK, Item, Level
from quizgen.model import By, Quote
from quizgen.rules import check, rules, shapes, warnings
from tests.rules.sound import (
    CHOICE,
    CLOZE,
    DATE,
    EVENTS,
    MATCHING,
    NAMED,
    NUMERIC,
    ORDERING,
    PLACE,
    RESPONSE,
    SHORT,
    SORTING,
    SOUND,
    STATEMENT,
    WORLD,
    broken,
    but,
    wrong,
)

MILL, BRIDGE, FERRY = ORDERING.key
SHELLED, QUARRY = "Government forces shell the Lanna road", "Rebels reach the Korra quarry"
TREES = ("Ash", "Elm", "Oak", "Fir", "Box", "Yew", "Ivy", "Fig", "Gum", "Haw", "Rue")
MANY = tuple((f"{name} Foot", f"{name[::-1].title()} Corps") for name in TREES)
BAD = {
    30: {
        "a key that is neither": but(STATEMENT, key=("Yes",)),
        "two keys": but(STATEMENT, key=("True", "False")),
        "options": but(STATEMENT, "the government forces"),
        "pairs": but(STATEMENT, pairs=(("Ash Foot", "Elm Corps"),)),
        "a second answer": but(STATEMENT, accepted=("Yes",)),
        "two statements with but": but(STATEMENT, stem=f"The Marsh Rangers fought in {NAMED}, but the Amber Hussars fled."),
        "two statements with a semicolon": but(STATEMENT, stem=f"The Marsh Rangers fought in {NAMED}; the Amber Hussars fled."),
        "a statement and its cause": but(STATEMENT, stem=f"The Marsh Rangers fled in {NAMED} because Orsk had fallen."),
        "a second clause with and": but(STATEMENT, stem=f"The Marsh Rangers fought in {NAMED}, and they fled."),
    },
    31: {
        "three premises": but(MATCHING, pairs=MATCHING.pairs[:3]),
        "eleven premises": but(MATCHING, pairs=MANY),
        "no extra response": but(MATCHING, distractors=()),
        "four extra responses": but(MATCHING, "Ash", "Elm", "Fir", "Oak"),
        "one response for two": but(MATCHING, pairs=(*MATCHING.pairs, ("Otter Foot", "River Guards"))),
        "one premise twice": but(MATCHING, pairs=(*MATCHING.pairs, ("Heron Company", "Ash Foot"))),
        "an extra response that belongs": but(MATCHING, "Lantern Guild"),
        "a key": but(MATCHING, key=("Marsh Rangers",)),
        "one group to sort into": but(SORTING, pairs=(("Marsh Rangers", "Rebels"), ("Sons of Lanna", "Rebels"))),
        "a thing in two groups": but(SORTING, pairs=(*SORTING.pairs, ("The Marsh Rangers", "Government forces"))),
        "two things to sort": but(SORTING, pairs=(("Marsh Rangers", "Rebels"), ("River Guards", "Government forces"))),
    },
    32: {
        "two things": but(ORDERING, key=(MILL, BRIDGE)),
        "eight things": but(ORDERING, key=(MILL, *(f"Rebels reach {name} Foot" for name, _ in MANY[:7]))),
        "one after the other in the wrong order": but(ORDERING, key=(BRIDGE, MILL, FERRY)),
        "one day": but(ORDERING, key=(MILL, FERRY, SHELLED)),
        "the end before the middle": but(ORDERING, key=(MILL, FERRY, BRIDGE)),
        "nothing": but(ORDERING, key=()),
    },
    33: {
        "another place": but(CLOZE, accepted=("Tarn ferry",)),
        "another place's other name, its key named too": but(SHORT, key=("Tarn ferry",), accepted=("Brenn mill",)),
        "another spelling of another place": but(CLOZE, accepted=("the SELLA bridge",)),
        "one right name and one wrong": but(CLOZE, accepted=("Brenn mill", "Tarn ferry")),
    },
    34: {
        "four members": but(SHORT, key=("Ash, Elm, Oak and Fir",)),
        "four with semicolons": but(SHORT, key=("Ash; Elm; Oak; Fir",)),
        "five in a cloze": but(CLOZE, key=("Ash, Elm, Oak, Fir, and Yew",)),
        "two keys": but(SHORT, key=("Ash", "Elm")),
        "no key": but(NUMERIC, key=()),
        "four with ands": but(SHORT, key=("Ash and Elm and Oak and Fir",)),
    },
    35: {
        "the answer twice": but(CLOZE, stem=f"On 28 May 1911, rebels left the Orsk mill for the {BLANK}."),
        "the answer in another case": but(CLOZE, stem=f"ORSK MILL: on 28 May 1911, rebels captured the {BLANK}."),
        "another name of the answer": but(CLOZE, stem=f"On 28 May 1911, at the Brenn mill, rebels captured the {BLANK}."),
        "two gaps": but(CLOZE, stem=f"On {BLANK} 1911, rebels captured the {BLANK}."),
        "no gap": but(CLOZE, stem="On 28 May 1911, rebels captured the mill."),
        "a short gap more": but(CLOZE, stem=f"On __ May 1911, rebels captured the {BLANK}."),
        "a longer gap": but(CLOZE, stem=f"On 28 May 1911, rebels captured the {BLANK}___."),
    },
    38: {
        "no id": but(CHOICE, id=""),
        "an id with spaces": but(CHOICE, id="sides of the rebels"),
        "no facts": but(CHOICE, facts=()),
        "a fact that is not loaded": but(CHOICE, facts=("vale/start/elsewhere",)),
        "no explanation": but(CHOICE, explanation=""),
        "no quote": but(CHOICE, source=Quote("vale-1911.txt", 3, "")),
        "no line": but(CHOICE, source=Quote("vale-1911.txt", 0, "Northern League")),
        "nobody who set it": but(CHOICE, source=By("")),
        "an unknown importance": but(CHOICE, importance=Level("high", "the lead names it")),
        "an importance without a cause": but(CHOICE, importance=Level("core", "")),
        "difficulty six": but(CHOICE, difficulty=Level(6, "far apart")),
        "difficulty in words": but(CHOICE, difficulty=Level("easy", "far apart")),
        "a difficulty without a cause": but(CHOICE, difficulty=Level(2, "")),
        "no campaign": but(CHOICE, campaign=""),
    },
}
GOOD = {
    30: {
        "a true statement": STATEMENT,
        "a false one": but(STATEMENT, key=("False",)),
        "two names with and": but(STATEMENT, stem=f"The Marsh Rangers and the Sons of Lanna fought on one side in {NAMED}."),
        "a list of names": but(STATEMENT, stem=f"Orsk, Tarn, and Pelm fell in {NAMED}."),
        "a name with while in it": but(STATEMENT, stem=f"The Whileaway Foot fought for the rebels in {NAMED}."),
        "a choice": CHOICE,
        "a question with because": but(SHORT, stem=f"Who fled because Orsk fell in {NAMED}?"),
    },
    31: {
        "four premises": MATCHING,
        "ten premises": but(MATCHING, pairs=MANY[:10]),
        "three extra responses": but(MATCHING, "Ash Foot", "Elm Foot", "Fir Foot"),
        "four things": SORTING,
        "three groups": but(SORTING, pairs=(*SORTING.pairs, ("Swiss Guides", "Neither side"))),
        "ten things": but(SORTING, pairs=tuple((name, "Rebels" if i % 2 else "Crown") for i, (name, _) in enumerate(MANY[:10]))),
        "a choice": CHOICE,
    },
    32: {
        "three events": ORDERING,
        "seven things": but(ORDERING, key=tuple(f"Rebels reach {name} Foot" for name, _ in MANY[:7])),
        "events that the model does not know": but(ORDERING, key=(MILL, "Rebels capture Tarn", FERRY)),
        "an event by a day": but(ORDERING, key=(MILL, QUARRY, BRIDGE)),
        "a campaign not loaded": but(ORDERING, key=(BRIDGE, MILL, FERRY), campaign="elsewhere"),
        "a choice": EVENTS,
    },
    33: {
        "another name of the key": but(CLOZE, accepted=("Brenn mill", "Old Mill of Orsk")),
        "a name that the model does not know": but(CLOZE, accepted=("the old mill",)),
        "a key that the model does not know": but(SHORT, key=("Fenwick",), accepted=("Gen. Fenwick",)),
        "a choice": CHOICE,
    },
    34: {
        "one answer": SHORT,
        "a place in its country": but(SHORT, key=("Vale, Lannoy",)),
        "three members": but(SHORT, key=("Ash, Elm and Oak",)),
        "a figure with commas": but(NUMERIC, key=("8,000–10,000,000",)),
        "a date": DATE,
        "four right options": but(RESPONSE, key=("Ash", "Elm", "Oak", "Fir")),
    },
    35: {
        "one gap": CLOZE,
        "a gap at the head": but(CLOZE, stem=f"{BLANK} fell on 28 May 1911."),
        "a gap in quotes": but(CLOZE, stem=f'On 28 May 1911, rebels captured "{BLANK}".'),
        "an accepted word inside a name": but(CLOZE, accepted=("mill",), stem=f"On 28 May 1911, Mill Foot men took the {BLANK}."),
        "part of the answer inside a word": but(CLOZE, key=("Ors",), accepted=(), stem=f"On 28 May 1911, Orsk men took {BLANK}."),
        "a figure inside another": but(CLOZE, key=("28",), accepted=(), stem=f"In {NAMED}, {BLANK} of 1280 men fell."),
        "a choice": CHOICE,
    },
    38: {
        "all": CHOICE,
        "set by a person": but(CHOICE, source=By("A. Teacher", ref="Smith 2019, p. 12")),
        "useful": but(CHOICE, importance=Level("useful", "the prose names it")),
        "hardest": but(CHOICE, difficulty=Level(5, "near in time")),
        "easiest": but(CHOICE, difficulty=Level(1, "two options")),
        "of two facts": but(CHOICE, facts=tuple(fact.id for fact in WORLD.facts[:2])),
    },
}


@pytest.mark.parametrize(("rule", "case"), [(rule, case) for rule, cases in BAD.items() for case in cases])
def test_faulty_shape_is_found(rule: int, case: str) -> None:
    assert rule in broken(BAD[rule][case])


@pytest.mark.parametrize(("rule", "case"), [(rule, case) for rule, cases in GOOD.items() for case in cases])
def test_right_shape_passes(rule: int, case: str) -> None:
    assert rule not in broken(GOOD[rule][case])


@pytest.mark.parametrize("name", SOUND)
def test_sound_item_breaks_nothing(name: str) -> None:
    assert {} == broken(SOUND[name])


def test_detail_is_reported_not_refused() -> None:
    detail = but(CHOICE, importance=Level("detail", "stands only in an infobox list"))
    assert {42: "it asks a detail: stands only in an infobox list"} == broken(detail, refuses=False)
    assert 42 not in broken(detail)
    assert 42 not in broken(CHOICE, refuses=False)


def test_findings_come_by_rule_number() -> None:
    lists = [tuple(rule.number for rule in rules())]
    assert lists == [tuple(sorted(lists[0]))]


@pytest.fixture
def _blind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the rules on truth, which want a question type for the item."""
    import quizgen.rules

    told = tuple(rule for rule in rules() if not rule.check.__module__.endswith(".truth"))
    monkeypatch.setattr(quizgen.rules, "rules", lambda: told)


@pytest.mark.usefixtures("_blind")
def test_check_gives_refusals_and_warnings_apart() -> None:
    faulty = but(replace(PLACE, importance=Level("detail", "a list")), distractors=wrong("Ostra"))
    assert [14, 18] == sorted({finding.rule for finding in check(faulty, WORLD)})
    assert ["it asks a detail: a list"] == [finding.why for finding in warnings(faulty, WORLD)]


@pytest.mark.parametrize("name", SOUND)
def test_the_key_of_a_sound_item_survives_the_draw(name: str) -> None:
    assert 39 not in broken(SOUND[name])


def test_a_draw_that_loses_the_key_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(item: Item, seed: str) -> Drawn:
        drawn = draw(item, seed)
        assert isinstance(drawn.answer, int)
        return replace(drawn, answer=(drawn.answer + 1) % len(drawn.options))

    monkeypatch.setattr(shapes, "draw", lost)
    assert "is not the key" in broken(CHOICE)[39]
