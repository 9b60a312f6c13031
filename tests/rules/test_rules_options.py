"""Rules 12 to 20 and 22: each case is an item, and for a bad one the rule that must find it."""

from __future__ import annotations

import pytest

from quizgen.items import BLANK, Format
from quizgen.relations import Relation
from tests.rules.sound import (
    CHOICE,
    CLAIMS,
    CLOZE,
    DAYS,
    EVENTS,
    FIGURES,
    MATCHING,
    NAMED,
    ORDERING,
    PHASE,
    PLACE,
    RESPONSE,
    SHORT,
    SIDES,
    SORTING,
    WORLD,
    broken,
    but,
)

FIRST = tuple(fact.id for fact in WORLD.facts if fact.relation is Relation.START)
CAPTURE = tuple(fact.id for fact in WORLD.facts if fact.relation is Relation.EVENT)[:1]
GAZETTE = but(
    CHOICE,
    "Vale Courier",
    key=("Daily Gazette",),
    facts=CLAIMS,
    stem=f"Which source gives the lower figure of rebels killed in {NAMED}?",
)
PLACES = but(CHOICE, "Tarn ferry", "Sella bridge", "Korra quarry", key=("Orsk mill",), stem=f"What did rebels capture first in {NAMED}?")
BAD = {
    12: {
        "an before a consonant": but(CLOZE, stem=f"On 28 May 1911, rebels captured an {BLANK}.", key=("mill",)),
        "a before a vowel": but(CLOZE, stem=f"On 28 May 1911, rebels captured a {BLANK}.", key=("old mill",)),
        "a that fits one option": but(PLACES, "Old mill", "Abbey", key=("Ferry",), stem=f"In {NAMED}, rebels took a {BLANK}."),
        "an article in one option": but(PLACES, "a draw", "defeat", key=("victory",)),
        "a preposition in one option": but(PLACES, "Tarn ferry", "Korra", key=("at Orsk",)),
        "an infinitive in one option": but(PLACES, "to take Tarn", "to burn Korra", key=("relief of Orsk",)),
        "a full stop in one option": but(EVENTS, "Rebels capture Tarn", "Rebels capture Orsk", key=("Rebels capture Pelm.",)),
        "plural for one answer": but(CHOICE, stem=f"Which of these groups were rebels in {NAMED}?"),
        "singular for several answers": but(RESPONSE, stem=f"Which of these groups was on the rebels' side in {NAMED}?"),
    },
    13: {
        "the key is the mean of the others": but(
            EVENTS, "Rebels burn Tarn", "Crown take Tarn", "Rebels take Orsk", key=("Rebels take Tarn",)
        ),
        "the key has the words of all": but(PLACES, "Ash Tower", "Elm Bridge", "Fir Gate", key=("Ash Elm Tower Gate",)),
        "in some draw": but(EVENTS, "ash box", "elm ivy", "big rat", "sly fox", "odd cat", key=("ash box elm ivy",)),
        "two shared words against none": but(PLACES, "red hill", "old mill", "far ford", key=("red old ford",)),
        "days that share the month or the year": but(DAYS, "1 May 1912", "2 July 1912", "1 July 1911", key=("1 July 1912",)),
        "names in common": but(PLACES, "Ash River Post", "Elm River Camp", "Ash Hill Camp", key=("Ash River Camp",)),
    },
    14: {
        "three times as long": but(CHOICE, "Ash Men", "Elm Men", "Oak Men"),
        "a third as long": but(CHOICE, key=("Ash",)),
        "twice as long in one draw": but(CHOICE, "Ash Men", "Elm Men", "River Guards of Tarn", "Amber Hussars of Pelm"),
        "half a name": but(CHOICE, "Grand River Guard of the Vell", "Royal Amber Hussars of Tarn", key=("Watch",)),
        "a long caption": but(EVENTS, "Rebels fail", "Rebels flee", "Rebels land"),
        "a short place": but(PLACE, "Ostra in the Tarn valley", "Pelm in the Tarn valley", key=("Gorl",)),
    },
    15: {
        "digits in the key alone": but(CHOICE, "River Guards", "Amber Hussars", key=("3rd Marsh Foot",)),
        "digits in one distractor": but(CHOICE, "River Guards", "7th Hussars"),
        "parentheses": but(CHOICE, "River Guards", "Hussars (Amber)"),
        "a rank": but(CHOICE, "Emil Trost", "Jan Osk", key=("Gen. Piet Harrow",)),
        "a rank in full": but(CHOICE, "Emil Trost", "Jan Osk", key=("Colonel Harrow",)),
        "an honorific": but(CHOICE, "Emil Trost", "Sir Jan Osk", key=("Piet Harrow",)),
        "an heir's title": but(CHOICE, "Emil Trost", "Crown Prince Jan", key=("Piet Harrow",)),
        "a unit symbol": but(FIGURES, "20", "30", key=("25 km",)),
    },
    16: {
        word: but(CHOICE, "River Guards", text)
        for word, text in {
            "all": "took all bridges",
            "never": "never left Tarn",
            "always": "Always held Tarn",
            "none": "took none of them",
            "usually": "usually in Tarn",
            "sometimes": "sometimes there",
        }.items()
    },
    17: {
        "equal but for case": but(CHOICE, "River Guards", "RIVER GUARDS"),
        "equal but for accents": but(CHOICE, "Márşh Rangers", "Amber Hussars"),
        "aliases": but(PLACES, "Old Mill of Orsk", "Tarn ferry"),
        "captions that differ in an alias": but(
            EVENTS, "Rebels capture the Orsk mill", "Rebels shell Tarn", key=("Rebels capture the Brenn mill",)
        ),
        "perhaps the same": but(PLACES, "Sella bridge", "Upper Sella crossing"),
        "a unit and the one above it": but(CHOICE, "River Guards", "Castle Watch"),
        "a name within a name": but(CHOICE, "Amber Hussars", "Amber Hussars of Tarn"),
        "a day within an interval": but(DAYS, "1 June", "28 May – 9 June", key=("10 July",)),
        "the first day of a month": but(DAYS, "1 June 1911", "June 1911", key=("10 July 1911",)),
        "the last day of a year": but(DAYS, "31 December 1911", "1911", key=("10 July 1912",)),
        "the first month of a year": but(DAYS, "January 1911", "1911", key=("July 1912",)),
        "a day within an interval over New Year": but(DAYS, "3 May 1912", "30 December 1911 – 2 January 1912", key=("1 January 1912",)),
        "a month within a year": but(DAYS, "May 1911", "1911"),
        "a range within a range": but(FIGURES, "100–500", "800–900", key=("200–300",)),
        "jointly exhaustive": but(CHOICE, "not wounded", "captured", key=("wounded",)),
        "things to sort": but(SORTING, pairs=(*SORTING.pairs, ("The Marsh Rangers", "Rebels"))),
        "events to order": but(ORDERING, key=(*ORDERING.key, "Rebels capture the Old Mill of Orsk")),
        "extra responses": but(MATCHING, "Thistle Riders"),
    },
    18: {
        "no distractor": but(CHOICE, distractors=()),
        "one distractor": but(CHOICE, "River Guards"),
        "one claimant among others": but(GAZETTE, "Evening Post"),
        "half a pair of sides": but(SIDES, "the Swiss"),
        "one right option": but(RESPONSE, key=("Marsh Rangers",)),
        "one wrong option": but(RESPONSE, "River Guards"),
        "two options of a campaign not loaded": but(SIDES, campaign="elsewhere"),
    },
    19: {
        "a day among months": but(DAYS, "April 1911", "June 1911"),
        "a day with its year": but(DAYS, "1 June 1911", "4 June 1911"),
        "a name among days": but(DAYS, "Monday", "Easter"),
        "a range among figures": but(FIGURES, "200–250", "700"),
        "a figure with its unit": but(FIGURES, "200 rebels", "700"),
        "a person among groups": but(CHOICE, "River Guards", "Emil Trost"),
        "a place among groups": but(CHOICE, "River Guards", "Tarn ferry"),
        "a person to sort among groups": but(SORTING, pairs=(*SORTING.pairs, ("Jan Osk", "Rebels"))),
        "premises of two kinds": but(MATCHING, pairs=(*MATCHING.pairs[1:], ("Tarn ferry", "Marsh Rangers"))),
    },
    22: {
        "the least of the figures": but(FIGURES, "450", "600", "900", facts=CLAIMS),
        "the greatest of the figures": but(FIGURES, "100", "200", "250", facts=CLAIMS),
        "the first of the days": but(DAYS, "29 May", "1 June", "4 June", facts=FIRST),
    },
    20: {
        "all of the above": but(CHOICE, "All of the above", "River Guards"),
        "none of these": but(CHOICE, "None of these", "River Guards"),
        "both": but(CHOICE, "Both sides", "River Guards"),
        "neither": but(SIDES, "neither"),
        "letters": but(CHOICE, "A and B", "River Guards"),
        "no answer": but(CHOICE, "I don't know", "River Guards"),
        "any of them": but(MATCHING, "Any of them"),
    },
}
GOOD = {
    12: {
        "an that fits": but(CLOZE, stem=f"In 1911, rebels of Vale took an {BLANK}.", key=("outpost",)),
        "a that fits a long u": but(CLOZE, stem=f"In 1911, rebels of Vale formed a {BLANK}.", key=("union",)),
        "an that fits a silent h": but(CLOZE, stem=f"In 1911, rebels of Vale held out for an {BLANK}.", key=("hour",)),
        "names": CHOICE,
        "articles in all": but(PLACES, "a draw", "a defeat", key=("a victory",)),
        "events": EVENTS,
        "plural for several answers": RESPONSE,
        "singular for one answer": but(CHOICE, stem=f"Which of these groups was on the rebels' side in {NAMED}?"),
    },
    13: {
        "names": CHOICE,
        "days": DAYS,
        "events": EVENTS,
        "every option shares the same": but(PLACES, "Ash Tower", "Elm Tower", "Fir Tower", key=("Oak Tower",)),
        "one word more": but(EVENTS, "Rebels take Orsk", "Crown takes Tarn", "Crown burns Pelm", key=("Rebels take Tarn",)),
        "a distractor converges": but(EVENTS, "Rebels take Tarn", "Rebels burn Tarn", "Crown takes Tarn", key=("Rebels shell Pelm",)),
        "typed": SHORT,
    },
    14: {
        "names": CHOICE,
        "sides": SIDES,
        "claimants": but(GAZETTE, key=("Vale Courier",)),
        "half as long": but(CHOICE, "Ash Guards", "Elm Guards", "Oak Guards", key=("Moors",)),
        "half more": but(CHOICE, "Ash Guards", "Elm Guards", "Oak Guards", key=("Moor Guards Men",)),
        "phases": PHASE,
        "several right options": but(RESPONSE, key=("Thistle Riders of the Marsh and Moor", "Sons of Lanna")),
    },
    15: {
        "digits in all": but(CHOICE, "7th Hussars", "9th Lancers", key=("3rd Foot",)),
        "days": DAYS,
        "ranks in all": but(CHOICE, "Gen. Emil Trost", "Col. Jan Osk", key=("Maj. Piet Harrow",)),
        "a general staff": but(CHOICE, "General Staff", "War Office"),
        "a name that begins like a rank": but(CHOICE, "Colbert Foot", "Marshlands Foot"),
        "rows to sort": but(SORTING, pairs=(*SORTING.pairs, ("7th Lancers", "Rebels"))),
        "a count of years": but(CHOICE, "Count Emil Trost", "Duke Jan Osk", key=("Prince Piet Harrow",)),
    },
    16: {
        "names": CHOICE,
        "a quoted name": but(CHOICE, '"all or none" men', "River Guards"),
        "a capitalized name": but(CHOICE, "All Saints Company", "River Guards"),
        "part of a word": but(CHOICE, "Tall Hussars", "River Guards"),
        "part of a name": but(CHOICE, "Bank-all-Tarn", "River Guards"),
        "a statement": but(SHORT, stem=f"Who held all bridges in {NAMED}?"),
    },
    17: {
        "names": CHOICE,
        "days": DAYS,
        "figures": FIGURES,
        "events at two places": EVENTS,
        "ranges apart": but(FIGURES, "400–500", "800–900", key=("200–300",)),
        "months apart": but(DAYS, "April 1911", "June 1911", key=("May 1911",)),
        "years BC": but(DAYS, "326 BC", "325 BC", key=("327 BC",)),
        "a day and a figure": but(DAYS, "12", "13"),
        "units of one formation": but(CHOICE, "Castle Watch", "Amber Hussars", key=("Heron Company",)),
        "rows": MATCHING,
        "a campaign not loaded": but(CHOICE, campaign="elsewhere"),
    },
    18: {
        "three distractors": CHOICE,
        "two distractors": but(CHOICE, "River Guards", "Amber Hussars"),
        "two sides": SIDES,
        "sides in other order": but(SIDES, "The rebels", key=("Government forces",)),
        "two claimants": GAZETTE,
        "seven distractors to draw from": but(CHOICE, *(f"{name} Guards" for name in ("Ash", "Elm", "Oak", "Fir", "Bay", "Yew", "Box"))),
        "several right and wrong ones": RESPONSE,
        "typed": SHORT,
    },
    19: {
        "names": CHOICE,
        "days": DAYS,
        "figures": FIGURES,
        "figures with units": but(FIGURES, "1 tank", "1,000 tanks", key=("900 tanks",)),
        "intervals": but(DAYS, "1 June – 4 June 1911", "2 June – 7 June 1911", key=("28 May – 9 June 1911",)),
        "numbered units": but(CHOICE, "7th Hussars", "9th Lancers", key=("3rd Foot",)),
        "groups known and unknown": but(CHOICE, "River Guards", "Otter Battery"),
        "places": PLACES,
        "events": ORDERING,
        "pairs": MATCHING,
    },
    22: {
        "a figure amid others": but(FIGURES, facts=CLAIMS),
        "a day amid others": but(DAYS, facts=FIRST),
        "an event's day": but(DAYS, "29 May", "1 June", "4 June", facts=CAPTURE),
        "a range": but(FIGURES, "400 to 500", "600 to 900", "1,000 to 1,200", key=("200 to 300",), facts=CLAIMS),
        "names": CHOICE,
    },
    20: {
        "names": CHOICE,
        "a name with all": but(CHOICE, "All Saints Company", "Noneso Foot"),
        "a name of one letter": but(CHOICE, "A Company", "B Company"),
        "losses on both sides": but(EVENTS, "Fighters on both sides die", "Rebels withdraw"),
        "sides": SIDES,
        "typed": but(SHORT, key=("both",)),
        "extra responses": MATCHING,
    },
}


@pytest.mark.parametrize(("rule", "case"), [(rule, case) for rule, cases in BAD.items() for case in cases])
def test_faulty_option_is_found(rule: int, case: str) -> None:
    assert rule in broken(BAD[rule][case])


@pytest.mark.parametrize(("rule", "case"), [(rule, case) for rule, cases in GOOD.items() for case in cases])
def test_fair_options_pass(rule: int, case: str) -> None:
    assert rule not in broken(GOOD[rule][case])


def test_message_counts_the_options() -> None:
    assert broken(but(CHOICE, "River Guards", "7th Hussars"))[15] == "1 of 3 options have digits"


def test_message_names_both_options() -> None:
    assert broken(but(PLACES, "Old Mill of Orsk", "Tarn ferry"))[17] == '"Orsk mill" and "Old Mill of Orsk" are names of one thing'


def test_message_tells_the_kinds() -> None:
    assert broken(but(CHOICE, "Emil Trost", "Otter Battery"))[19] == (
        'the options are of different kinds: "Marsh Rangers" is a group, "Emil Trost" is a person'
    )


def test_item_with_two_keys_is_no_multiple_choice_to_measure() -> None:
    assert not {13, 14} & broken(but(CHOICE, key=("Ash", "Marsh Rangers"))).keys()
    assert Format.MULTIPLE_CHOICE is CHOICE.format


def test_group_that_only_a_role_names_is_a_group() -> None:
    assert 19 in broken(but(PLACES, "Sons of Lanna", "Tarn ferry"))
