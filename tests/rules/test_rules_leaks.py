"""Rules 9 to 11: each case is an item, and for a bad one the rule that must find it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.items import BLANK, Family, Format, Item
from quizgen.model import Entity, EntityKind
from quizgen.relations import Relation
from quizgen.world import load
from tests.rules.sound import (
    CAMPAIGN,
    CHOICE,
    CLOZE,
    DATE,
    DAYS,
    EVENTS,
    FIGURES,
    MATCHING,
    NAMED,
    NUMERIC,
    PHASE,
    PLACE,
    RESPONSE,
    SHORT,
    SIDES,
    SORTING,
    STATEMENT,
    WORLD,
    broken,
    but,
    wrong,
)

START = next(fact.id for fact in WORLD.facts if fact.relation is Relation.START)
BAD = {
    9: {
        "key in the stem": but(CHOICE, stem=f"Which group, such as the Marsh Rangers, fought for the rebels in {NAMED}?"),
        "key in the stem, other spelling": but(CHOICE, stem=f"What was the MÁRSH-RANGERS' other name in {NAMED}?"),
        "key within a word of the stem": but(SHORT, stem=f"Which king led the Lannoyans in {NAMED}?", key=("Lannoy",)),
        "an accepted answer in the stem": but(SHORT, stem=f"Which formation (Guards) did the Castle Watch stand under in {NAMED}?"),
        "another name of the key in the stem": but(
            SHORT, accepted=("Otters",), stem=f"Which formation (of Otters) did the Castle Watch stand under in {NAMED}?"
        ),
        "a figure in the stem": but(NUMERIC, stem="How many of the 13 days of fighting in Vale in 1911 had rain?"),
        "key in the title": but(CHOICE, "Orsk", "Lannoy", "Pelm", key=("Vale",), stem="Which valley did the rebels attack in 1911?"),
        "key in the file name": but(DATE, key=("1911",), stem="In which year did the Vale offensive begin?"),
        "key in the tag": but(CHOICE, key=("Sides",)),
        "an army word": but(CHOICE, key=("Marsh Forces",), stem=f"Which of the rebel forces fought under Piet Harrow in {NAMED}?"),
        "one word of the key in the stem": but(SHORT, key=("River Guards",), stem=f"Which body watched the river in {NAMED}?"),
        "a word of the key in a cloze": but(CLOZE, stem=f"On 28 May 1911, rebels captured the {BLANK} and another mill."),
        "the place in the title, asked for the place": but(PLACE, stem="Where did the Northern Vale offensive of 1911 take place?"),
        "the larger campaign's word": but(
            PLACE, key=("Lannoy Civil War",), stem="Which civil struggle was the attack of 28 May 1911 part of?"
        ),
        "a larger campaign that begins with its year": but(
            PLACE, key=("1911 Vale summer campaign",), stem="Which summer campaign was the attack of 28 May part of?"
        ),
        "a premise that tells": but(MATCHING, pairs=(*MATCHING.pairs[1:], ("Marsh Heron Company", "Marsh Rangers"))),
        "a thing that tells": but(SORTING, pairs=(*SORTING.pairs, ("Rebel Youth", "Rebels"))),
    },
    10: {
        "month in the stem": but(DATE, stem="On which day of May 1911 did the Northern Vale offensive begin?"),
        "year in the stem": but(DATE, key=("28 May 1911",)),
        "short month in the stem": but(
            DATE, key=("28 September",), stem="On which day (Sept. 1911) did the Northern Vale offensive begin?"
        ),
        "day in the stem": but(DATE, stem="In 1911, what followed on the 28th of the month, 28 June, in the Vale offensive?"),
        "bare day in the stem": but(DATE, key=("28",), stem="In 1911, on which day before 28 June did the Vale offensive begin?"),
        "month of a choice": but(DAYS, stem="On which day in May 1911 did rebels capture the Orsk mill in the Northern Vale offensive?"),
        "year of an interval": but(DATE, key=("28 May – 9 June 1911",), stem="When did the Vale offensive of 1911 take place?"),
        "a statement by a title that tells the month": but(
            STATEMENT, facts=(START,), stem="The Northern Vale offensive (May–June 1911) began on 28 May."
        ),
        "a shortened title alone": but(CHOICE, stem="Which group fought on the side of the rebels in the Northern Vale offensive?"),
    },
    11: {
        "only the key repeats the stem": but(CHOICE, key=("Marsh Watch",), stem=f"Which group held the marsh in {NAMED}?"),
        "a single distractor repeats and may not be drawn": but(
            CHOICE,
            "River Guards",
            "Amber Hussars",
            "Castle Watch",
            "Marsh Hussars",
            key=("Marsh Foot",),
            stem=f"Who held the marsh in {NAMED}?",
        ),
        "a plural of the stem": but(CHOICE, key=("Marsh Rangers",), stem=f"Which of the ranger groups fought for the rebels in {NAMED}?"),
        "an actor": but(
            EVENTS, "Government forces shell Tarn", "Government forces fall back", stem="What did the rebels do on 28 May 1911?"
        ),
        "one right option of several": but(RESPONSE, stem=f"Which of these groups were rangers or rebels in {NAMED}?"),
        "a kind of campaign": but(
            PLACE, "Ostra", "Pelm", "Gorl", key=("Siege of Ost",), stem="Which siege was laid from 28 May to 9 June 1911?"
        ),
    },
}
GOOD = {
    9: {
        "digits inside a year": but(NUMERIC, key=("11",)),
        "a short name inside a word": but(SHORT, key=("Ren",), stem=f"Which prince rented horses in {NAMED}?", accepted=()),
        "all options in the stem": PHASE,
        "a word of the campaign's title": but(
            CHOICE, key=("Northern Guild",), stem="Which group fought in the Northern Vale offensive of 1911?"
        ),
        "a word of every option": but(CHOICE, "Hill Watch", "Sea Watch", key=("Moor Watch",), stem=f"Which watch held Tarn in {NAMED}?"),
        "an accepted word inside a name": but(SHORT, accepted=("watch",)),
        "a statement": STATEMENT,
        "a figure with its unit": but(NUMERIC, key=("13 days",), stem=f"How many days did {NAMED} last?"),
        "a word that all groups have": but(SORTING, pairs=(("Vale Guards", "Vale rebels"), ("Moor Riders", "Vale Crown"))),
        "a word like with": but(SHORT, key=("Men with Pikes",), accepted=(), stem=f"Which group came with horses in {NAMED}?"),
        "an accepted number": but(
            CLOZE, key=("two thousand",), accepted=("2000",), stem=f"The fighting of 1911 in Vale cost {BLANK} (2000?) lives."
        ),
    },
    10: {
        "the year that is not asked": DATE,
        "a month as a verb": but(DATE, stem="When did the Vale offensive of 1911, which may have been planned in March, begin?"),
        "a number that is no date": but(DATE, stem="When in 1911 did 28 companies open the Northern Vale offensive?"),
        "a unit's number": but(DATE, stem="When in 1911 did the 28th Foot open the Northern Vale offensive?"),
        "another day": but(DATE, stem="How was the Northern Vale offensive of 1911 timed before 9 June?"),
        "a shortened title with its war": but(
            CHOICE, stem="Which group was on the rebels' side in the Northern Vale offensive of the Lannoy Civil War?"
        ),
        "a statement by a title that tells no month": but(
            STATEMENT, facts=(START,), stem="The offensive in Vale, Lannoy, of 1911 began on 28 May."
        ),
        "a statement on days": but(STATEMENT, facts=(START,), stem="The Northern Vale offensive (May–June 1911) began within 30 days."),
        "a name that is no date": but(SHORT, key=("May Fenn",), stem=f"Who spoke for the rebels in {NAMED} in May 1911?"),
    },
    11: {
        "nobody repeats": CHOICE,
        "a typed answer": but(SHORT, "Amber Hussars", "Elm Guard", key=("Marsh Watch",), stem=f"Which group held the marsh in {NAMED}?"),
        "two options repeat": but(CHOICE, "Marsh Guards", "Marsh Foot", key=("Marsh Rangers",), stem=f"Who held the marsh in {NAMED}?"),
        "only distractors repeat": but(CHOICE, stem=f"Which group of rebels fought the River Guards in {NAMED}?"),
        "the campaign's own words": but(CHOICE, key=("Northern League",)),
        "army words": but(CHOICE, key=("Marsh Brigade",), stem=f"Which rebel brigade fought in {NAMED}?"),
        "two sides": SIDES,
        "figures": FIGURES,
        "several right and wrong ones": but(
            RESPONSE, "River Guards", "Hill Rangers", stem=f"Which of these groups were rangers in {NAMED}?"
        ),
    },
}


@pytest.mark.parametrize(("rule", "case"), [(rule, case) for rule, cases in BAD.items() for case in cases])
def test_leak_is_found(rule: int, case: str) -> None:
    assert rule in broken(BAD[rule][case])


@pytest.mark.parametrize(("rule", "case"), [(rule, case) for rule, cases in GOOD.items() for case in cases])
def test_what_is_no_leak_passes(rule: int, case: str) -> None:
    assert rule not in broken(GOOD[rule][case])


def test_item_of_a_campaign_that_is_not_loaded_is_judged_by_its_stem_alone() -> None:
    stray: Item = but(CHOICE, campaign="elsewhere", family=Family.SIDES, stem="Which group held the marsh?")
    assert {9, 11} <= broken(stray).keys()
    assert 10 not in broken(but(stray, format=Format.DATE, key=("28",), stem="On which day did it begin?"))


def test_campaign_without_place_and_date_is_named_by_its_title() -> None:
    bare = load(replace(CAMPAIGN, place=None, date=None))
    named = but(
        SHORT, stem="Which formation did the Castle Watch stand under in the Northern Vale offensive of the Lannoy Civil War?", facts=()
    )
    assert {38} == broken(named, bare).keys()
    assert {10, 38} == broken(but(named, stem=f"Which formation did the Castle Watch stand under in {NAMED}?"), bare).keys()


def test_word_of_the_campaign_that_only_the_key_repeats_is_reported() -> None:
    vale = but(CHOICE, key=("Vale Rangers",))
    assert broken(vale, refuses=False) == {11: 'the key "Vale Rangers" alone repeats "vale" of the campaign\'s name'}
    assert 11 not in broken(but(vale, "Vale Guards", "Amber Hussars"), refuses=False)
    assert 11 not in broken(but(SHORT, key=("Vale Rangers",)), refuses=False)


def test_code_that_spells_the_key_is_a_leak() -> None:
    code = CHOICE.code.removeprefix("Q-")
    assert broken(but(CHOICE, key=(code,)))[9] == f'the code "{CHOICE.code}" contains the key "{code}"'


def test_extra_response_that_shares_the_word_excuses_a_pair() -> None:
    pairs = tuple((f"{a} Foot", f"{b} Wing") for a, b in (("Ash", "Oak"), ("Elm", "Yew"), ("Fir", "Bay"), ("Box", "Ivy")))
    assert 9 not in broken(but(MATCHING, pairs=pairs, distractors=wrong("Fig Wing")))
    assert 9 in broken(but(MATCHING, pairs=(("Fig Cross Foot", "Fig Cross"), *pairs[1:])))


def test_other_name_of_the_key_in_the_stem_is_a_leak() -> None:
    guild = Entity("River Guards", EntityKind.GROUP, SHORT.source, ("Harrow Company",))
    world = load(replace(CAMPAIGN, entities=(*CAMPAIGN.entities, guild)))
    told = but(SHORT, stem=f"Which formation did the Castle Watch of Harrow Company stand under in {NAMED}?")
    assert broken(told, world)[9] == 'the stem contains "Harrow Company", which is the key "River Guards"'
    assert 9 not in broken(told)
