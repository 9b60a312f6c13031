"""Dated statements: whose day it is, who acts, and what is no fall of a place."""

import pytest

from tests.prose.telling import rows

# prose → date, side, action and place of each event; side 1 is Vessen, side 2 the League
SAID = {
    "the day of a noun's past is not the sentence's": ("Orl was the first great fight since the Allied landings at Kell on 4 May.", []),
    "what followed a battle has another day": ("The siege followed the earlier defeat on 4 May at Kell.", []),
    "the day after a manner is the act's": (
        "On 4 May the King was taken prisoner, and Orl village surrendered without a fight on 9 May.",
        [("1921-05-09", "None", "surrender", "None"), ("1921-05-04", "None", "None", "None")],
    ),
    "a day counted from an unknown one": (
        "They arrived on 2 May. The first assault, on the third day, failed.",
        [("1921-05-02", "None", "arrive", "None")],
    ),
    "the subject is that of the main clause": (
        "On 2 May, as the League of the North advanced to the flanks in strength, Karl Marn sent in his guard.",
        [("1921-05-02", "1", "None", "None")],
    ),
    "no subject where the main clause has an unknown one": (
        "On 2 May, as the League of the North moved up, some bombers scattered.",
        [("1921-05-02", "None", "None", "None")],
    ),
    "another clause's day has another subject": (
        "The League of the North kept Orl so that all came by a track that turned to mud on 8 May.",
        [("1921-05-08", "None", "None", "None")],
    ),
    "nor is the day of the clause that opens it the subject's": (
        "Although the island was declared secure on 6 May, the League of the North still faced its guard.",
        [("1921-05-06", "None", "None", "None")],
    ),
    "the colon of a time of day opens no clause": (
        "Although the island was declared secure at 18:00 on 6 May, the League of the North still faced its guard.",
        [("1921-05-06", "None", "None", "None")],
    ),
    "a bound has no subject": ("The League of the North stayed there until the evening of 6 May.", [("1921-05-06", "2", "None", "None")]),
    "losses are one event": (
        "On 4 May the League of the North suffered two officers and 97 men killed.",
        [("1921-05-04", "2", "suffer", "None")],
    ),
    "a place falls": ("On 2 May, Orl village fell.", [("1921-05-02", "None", "fall", "None")]),
    "a town falls": ("The town fell on 2 May.", [("1921-05-02", "None", "fall", "None")]),
    "part of a wall is no place": ("On 2 May part of the wall fell.", [("1921-05-02", "None", "None", "None")]),
    "men are no place": ("On 2 May some sixty of the Guards fell.", [("1921-05-02", "None", "None", "None")]),
    "a man is no place": ("Karl Marn fell at Kell on 2 May.", [("1921-05-02", "1", "None", "Kell")]),
    "of two days each has its own place": (
        "Marn was wounded at the ford on 2 May, and his son was hurt at Kell on 9 May.",
        [("1921-05-02", "None", "None", "None"), ("1921-05-09", "None", "None", "Kell")],
    ),
}


@pytest.mark.parametrize(("prose", "events"), SAID.values(), ids=SAID)
def test_a_dated_statement_is_of_its_own_day_and_subject(prose, events):
    assert events == rows(prose, "date", "side", "action", "place", Commander1="Karl Marn")
