"""EDTF dates: their parts, days and words."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.historical_date import HistoricalDate, day_number, of_day

POINTS = [
    ("2016-07-31", "31 July 2016", 1),
    ("1942-09", "September 1942", 30),
    ("0480", "480", 366),
    ("-0326", "327 BC", 365),
    ("1190~", "about 1190", 365),
]
INTERVALS = [
    ("2016-07-31/2016-08-06", "31 July – 6 August 2016", 7),
    ("1914/1918", "1914 – 1918", None),
    ("1942-09/1942-10", "September – October 1942", None),
    ("1864-12-24/1865-01-15", "24 December 1864 – 15 January 1865", 23),
    ("2017-10-05/..", "from 5 October 2017", None),
    ("-0326-05/-0325-03", "May 327 BC – March 326 BC", None),
]


@pytest.mark.parametrize(("edtf", "words", "days"), POINTS)
def test_a_point_has_its_words_and_its_days(edtf, words, days):
    date = HistoricalDate(edtf)
    assert (words, days) == (date.words(), date.last - date.first + 1)


@pytest.mark.parametrize(("edtf", "words", "days"), INTERVALS)
def test_an_interval_counts_days_only_between_exact_ends(edtf, words, days):
    date = HistoricalDate(edtf)
    assert (words, days) == (date.words(), date.days)


@pytest.mark.parametrize(
    "text", ["", "2016-13", "2016-02-30", "31 July", "2016-08-06/2016-07-31", "2016/", "16-01-01", "../2016", "2016-00"]
)
def test_other_text_is_no_date(text):
    with pytest.raises(ValueError, match="not an EDTF date"):
        HistoricalDate(text)


@given(st.dates())
def test_days_are_numbered_as_the_standard_library_does(day):
    number = day_number(day.year, day.month, day.day)
    assert number == day.toordinal() - datetime.date(1970, 1, 1).toordinal()
    assert of_day(number).edtf == day.isoformat()


@given(st.integers(-2_000_000, 2_000_000))
def test_a_day_number_and_its_date_are_inverse_before_our_era_too(number):
    assert of_day(number).first == number


def test_an_open_interval_overlaps_all_that_follows():
    going_on = HistoricalDate("2017-10-05/..")
    assert going_on.overlaps(HistoricalDate("2031"))
    assert not going_on.overlaps(HistoricalDate("2016"))
    assert HistoricalDate("2016").before(going_on)
    assert going_on.end is None


def test_only_an_exact_point_is_a_day():
    assert [HistoricalDate(text).is_day for text in ("2016-07-31", "2016-07-31~", "2016-07", "2016-07-31/2016-08-01")] == [
        True,
        False,
        False,
        False,
    ]


def test_a_year_left_out_of_the_words_is_left_out_everywhere():
    assert HistoricalDate("2016-07-31/2016-08-06").words(year=False) == "31 July – 6 August"
    assert HistoricalDate("2016-07-31").words(year=False) == "31 July"
    assert HistoricalDate("2016").words(year=False) == "2016"
