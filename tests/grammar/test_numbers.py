"""Counts, and what only looks like one."""

import pytest

from quizgen.grammar.numbers import find_counts, is_rounded


def shown(count):
    return f"{count.low}-{count.high}" + "+" * count.at_least + "<" * count.at_most + "~" * count.approximate


COUNTS = [
    ("3,400 pikemen", ["3400-3400"]),
    ("8,000–10,000+ fighters", ["8000-10000+"]),
    ("100+ tanks", ["100-100+"]),
    ("c. 33,000 prisoners", ["33000-33000~"]),
    ("~ 21 damaged", ["21-21~"]),
    ("Roughly 10-12,000", ["10000-12000~"]),
    ("2–3 million", ["2000000-3000000"]),
    ("1.2 million men", ["1200000-1200000"]),
    ("between 300 and 400 killed", ["300-400"]),
    ("14,009 to 20,195 dead", ["14009-20195"]),
    ("at least 45 missing", ["45-45+"]),
    ("up to 500 men", ["500-500<"]),
    ("<2,935 aircraft", ["2935-2935<"]),
    ("71 lancers and 11 archers killed", ["71-71", "11-11"]),
    ("One priest killed", ["1-1"]),
    ("twenty-five boats", ["25-25"]),
    ("two thousand horsemen", ["2000-2000"]),
    ("12 000 men", ["12000-12000"]),
    ("4×10.5 cm guns", ["4-4"]),
    ("18 P-38G aircraft", ["18-18"]),
    ("500 in the fort", ["500-500"]),
]


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_a_count_is_read(text, expected):
    assert expected == [shown(count) for count in find_counts(text)]


NO_COUNTS = [
    "90th Light Division",
    "Fw 190",
    "No. 8 Commando",
    "Infantry Regiment 11",
    "88 mm battery",
    "20-gun ship",
    "approx. 85% of the garrison",
    "20–30 killed per day",
    "$5 million",
    "8 May 1945",
    "in 1941",
    "several hundred",
    "one-third wounded",
    "10–5 men",
    "out of an est. 300,000",
    "1234567890123 men",
    "U-853",
]


@pytest.mark.parametrize("text", NO_COUNTS)
def test_what_is_no_count_is_left_alone(text):
    assert [] == [shown(count) for count in find_counts(text)]


def test_the_place_of_a_count_is_given_with_its_qualifier():
    text = "lost about 500 men"
    (count,) = find_counts(text)
    assert "about 500" == text[count.start : count.end]


@pytest.mark.parametrize(
    ("rough", "exact", "rounded"),
    [(18_400, 18_384, True), (1_286_000, 1_286_049, True), (18_300, 18_384, False), (300, 324, False), (324, 324, False), (0, 3, False)],
)
def test_a_number_is_another_one_rounded(rough, exact, rounded):
    assert rounded is is_rounded(rough, exact)
