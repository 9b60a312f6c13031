"""Rules 1–7 and 41: the key follows and is alone, every distractor is disproved, figures and dates are asked as they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen import rules
from quizgen.items import Distractor, Format, Item
from quizgen.rules import _words, figures, truth
from quizgen.world import load
from tests.asked import KARSA, MARN, VELMARK, VESSEN, Asked, asked


def one(kind: str, form: Format, key: str = "", source: str = "") -> Item:
    """The first item of a type and format, and with that key where one is given."""
    found = (asked(source) if source else asked()).of(kind)
    return next(item for item in found if item.format is form and (not key or key in item.key))


def wrong(*texts: str) -> tuple[Distractor, ...]:
    return tuple(Distractor(text, "It is another.", "another") for text in texts)


def broken(item: Item, where: Asked | None = None) -> dict[int, str]:
    """The breaches of the rules on truth: number → how."""
    world = (where or asked()).world
    of_truth = [rule for rule in rules.rules() if rule.check.__module__ in (truth.__name__, figures.__name__)]
    return {rule.number: why for rule in of_truth for why in rule.check(item, world)}


CHOICE, STATEMENT, CLOZE = Format.MULTIPLE_CHOICE, Format.TRUE_FALSE, Format.CLOZE
START = one("dates.start", CHOICE)
SIDE = one("sides.of_unit", CHOICE)
MEMBERS = one("sides.who_fought_for", Format.MULTIPLE_RESPONSE)
LISTED = one("units.parent", Format.SHORT_ANSWER)
CLAIM = one("figures.casualties", CHOICE, "469")
MINIMUM = one("figures.strength", CHOICE, "400")
HEDGED = next(item for item in asked().items if "reportedly" in item.stem)
TRUE = one("sides.of_unit", STATEMENT, "True")
MATCH = one("people.match", Format.MATCHING)
SORT = one("sides.sort", Format.SORTING)
ORDER = one("dates.order", Format.ORDERING)
RESULT = one("outcomes.result", CHOICE)
WINNER = one("outcomes.winner", CHOICE, source=MARN)
KIN = one("units.commander", Format.SHORT_ANSWER)

BAD = {
    "a wrong key": (1, replace(START, key=("1 August",), distractors=wrong("31 July", "30 July"))),
    "a second right option": (1, replace(MEMBERS, key=MEMBERS.key[1:], distractors=(*MEMBERS.distractors, *wrong(MEMBERS.key[0])))),
    "an option that is not settled": (1, replace(MEMBERS, distractors=(*MEMBERS.distractors, *wrong("Lion Guard of Orlo")))),
    "a stem that cannot be read": (1, replace(START, stem="When did it begin?")),
    "a typed key that is not found": (1, replace(LISTED, key=("Sham Legion",))),
    "a statement marked the other way": (1, replace(TRUE, key=("False",))),
    "rows that changed partners": (
        1,
        replace(MATCH, pairs=((MATCH.pairs[0][0], MATCH.pairs[1][1]), (MATCH.pairs[1][0], MATCH.pairs[0][1]), *MATCH.pairs[2:])),
    ),
    "a row in the wrong group": (
        1,
        replace(SORT, pairs=((SORT.pairs[0][0], next(g for _, g in SORT.pairs if g != SORT.pairs[0][1])), *SORT.pairs[1:])),
    ),
    "an order turned round": (1, replace(ORDER, key=ORDER.key[::-1])),
    "a distractor without a reason": (2, replace(START, distractors=(Distractor("1 August", "", "another date"),))),
    "a distractor without a ground": (2, replace(START, distractors=(Distractor("1 August", "It began before.", ""),))),
    "another answer that is right": (3, replace(one("events.cloze", CLOZE), accepted=())),
    "a disputed fact": (
        4,
        replace(CLAIM, facts=(asked().fact("side-1/killed-sohr").id,), stem=CLAIM.stem.replace("The Inside Source", "SOHR")),
    ),
    "a claim without its claimant": (4, replace(CLAIM, stem=CLAIM.stem.replace("The Inside Source", "one source"))),
    "a hedge that is lost": (4, replace(HEDGED, stem=HEDGED.stem.replace("reportedly ", ""))),
    "a winner of no one": (5, replace(RESULT, stem="Which side won the battle?", facts=START.facts)),
    "the losing side": (5, replace(RESULT, stem="Which side was defeated?", facts=START.facts)),
    "a plus in the key": (6, replace(MINIMUM, key=("400+",))),
    "a plus in a distractor": (6, replace(MINIMUM, distractors=wrong("200+", "800"))),
    "a minimum asked as a number": (6, replace(MINIMUM, stem="How many BMPs did the government forces have?")),
    "numbers that lie close": (6, replace(CLAIM, distractors=wrong("480", "700"))),
    "wrong numbers that lie close": (6, replace(CLAIM, distractors=wrong("700", "750"))),
    "a date with its year among days": (7, replace(START, distractors=wrong("1 August 2016", "2 August"))),
    "a month among days": (7, replace(START, distractors=wrong("August", "2 August"))),
    "the commander": (41, replace(KIN, stem="Who was the commander of the Army of Mujahideen?")),
    "who led": (41, replace(KIN, stem="Who led the Army of Mujahideen?")),
}


@pytest.mark.parametrize("case", BAD)
def test_breach_is_found(case: str) -> None:
    rule, item = BAD[case]
    assert rule in broken(item)


GOOD = {
    "a date": START,
    "a choice of sides": SIDE,
    "several right options": MEMBERS,
    "a typed answer": LISTED,
    "a typed answer with other names": one("events.cloze", CLOZE),
    "a claim": CLAIM,
    "a minimum": MINIMUM,
    "the side of a minimum": replace(SIDE, facts=(*SIDE.facts, *MINIMUM.facts)),
    "a hedged event": HEDGED,
    "a statement": TRUE,
    "rows to match": MATCH,
    "things to sort": SORT,
    "events to order": ORDER,
    "an outcome": RESULT,
    "a listed commander": KIN,
}


@pytest.mark.parametrize("case", GOOD)
def test_sound_item_passes(case: str) -> None:
    assert {} == broken(GOOD[case])


def test_a_winner_that_the_result_names_may_be_asked() -> None:
    assert {} == broken(WINNER, asked(MARN))


def test_a_qualified_victory_is_told_so_in_the_question_who_won() -> None:
    known = asked(MARN)
    assert known.campaign.result
    campaign = replace(known.campaign, result=replace(known.campaign.result, degree="pyrrhic"))
    where = Asked(campaign, load(campaign), (), ())
    assert 'the result says "pyrrhic"' == broken(WINNER, where)[5]
    assert 5 not in broken(replace(WINNER, stem=f"{WINNER.stem[:-1]}, at a pyrrhic price?"), where)
    assert "the result names no winner" == broken(replace(WINNER, facts=one("dates.start", CHOICE, source=MARN).facts), where)[5]


def test_every_other_source_passes_too() -> None:
    for source in (KARSA, MARN, VELMARK, VESSEN):
        assert [] == [item.id for item in asked(source).items if broken(item, asked(source))]


def test_the_facts_of_an_item_are_those_that_it_names() -> None:
    assert START.facts == tuple(fact.id for fact in _words.facts_of(START, asked().world))
    assert () == _words.facts_of(replace(START, facts=("none",)), asked().world)


MESSAGES = {
    "the key": (replace(LISTED, key=("Sham Legion",)), 1, 'the solver does not find the key "Sham Legion"'),
    "a rival": (BAD["another answer that is right"][1], 3, '"1070 Housing Project" may be right too'),
    "a claimant": (BAD["a claim without its claimant"][1], 4, 'the claimant "The Inside Source" is not named'),
    "a hedge": (BAD["a hedge that is lost"][1], 4, 'the hedge "reportedly" is lost'),
    "two numbers": (replace(CLAIM, distractors=wrong("480")), 6, "480 and 469 lie within 15%"),
}


@pytest.mark.parametrize("case", MESSAGES)
def test_message_names_what_is_wrong(case: str) -> None:
    item, rule, why = MESSAGES[case]
    assert why == broken(item)[rule]
