"""Dates of every era, as running text has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.grammar.dates import Partial, find_dates
from quizgen.historical_date import of_day

FOUND = [
    ("fought on 12 August 1687 near the town", "1687-08-12"),
    ("on the 5th of November 1605", "1605-11-05"),
    ("between 3 and 5 May 1866", "1866-05-03/1866-05-05"),
    ("from 3 to 5 May 1866", "1866-05-03/1866-05-05"),
    ("May 5–6, 1945", "1945-05-05/1945-05-06"),
    ("March 19-March 29, 1942", "1942-03-19/1942-03-29"),
    ("from 7 December 1939, to 13 March 1940,", "1939-12-07/1940-03-13"),
    ("on May 5 and 6, 1945", "1945-05-05/1945-05-06"),
    ("17/18 July 1941", "1941-07-17/1941-07-18"),
    ("30 December 1899 – 2 January 1900", "1899-12-30/1900-01-02"),
    ("September–November 1944", "1944-09/1944-11"),
    ("in 1941–42 and again", "1941/1942"),
    ("the winter of 1777–1778", "1777/1778"),
    ("Winter 1942/43", "1942/1943"),
    ("in 327–325 BC", "-0326/-0324"),
    ("in May 12 BC", "-0011-05"),
    ("in 1250–900 BC", "-1249/-0899"),
    ("15 March 44 BC", "-0043-03-15"),
    ("19 BC – 14 AD", "-0018/0014"),
    ("c. 1274 BC", "-1273~"),
    ("in 1264?", "1264~"),
    ("AD 43", "0043"),
    ("mid-July 1212", "1212-07"),
    ("late June – early July 1941", "1941-06/1941-07"),
    ("5 October 2017 – present", "2017-10-05/.."),
    ("Sept. 2, 1945", "1945-09-02"),
    ("1942-06-07", "1942-06-07"),
    ("Easter 1916 began in April 1916", "1916-04"),
]


@pytest.mark.parametrize(("text", "edtf"), FOUND)
def test_a_date_in_running_text_is_found(text, edtf):
    assert edtf in [dated.value.edtf for dated in find_dates(text) if dated.value]


NOT_FOUND = [
    "the 8th Brigade and 300 men",
    "they may march at dawn",
    "the 1930s",
    "in 1,200 cases and 12.5 of them",
    "327–26 BC",  # 326 or 26
    "10 February 1702/3",  # the year of two calendars
    "30 BC – 40 BC",  # runs backwards
    "5 ad-hoc groups",
    "0 BC",
]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_settles_no_date_is_no_date(text):
    assert [] == [dated for dated in find_dates(text) if dated.value]


def test_a_date_without_a_year_takes_it_from_its_context():
    (dated,) = find_dates("By 3 August, the")
    assert dated.value is None
    assert "2016-08-03" == dated.within(Partial(2016, 7)).value.edtf


def test_the_day_after_is_of_a_date_only_where_a_year_follows():
    text = "On 5 May and 6 guns were lost; on May 5 and 7, 1945, it rained; on May 8 and 9, 1945, it fell."
    assert ["5 May", "May 5", "May 8 and 9, 1945"] == [text[dated.start : dated.end] for dated in find_dates(text)]


def test_a_bare_day_takes_its_month_too():
    assert "2016-08-04" == Partial(day=4).within(Partial(2016, 8)).point.edtf


def test_a_day_that_no_month_has_is_no_date():
    (dated,) = find_dates("30 February 1712")
    assert dated.value is None


def test_a_day_in_an_iso_date_of_month_13_is_no_date():
    assert [] == list(find_dates("1942-13-07"))


def test_the_place_of_a_date_is_given():
    text = "On 2 August 1704 they met"
    (dated,) = find_dates(text)
    assert "2 August 1704" == text[dated.start : dated.end]
    assert not dated.is_bare


@given(st.integers(min_value=-500000, max_value=100000), st.booleans())
def test_every_day_that_is_written_is_read_back(number, month_first):
    day = of_day(number)
    words = day.words()
    if month_first and " BC" not in words:
        number_, month, year = words.split()
        words = f"{month} {number_}, {year}"
    if day.start.year > 99 or day.start.year <= 0:
        assert [day.edtf] == [found.value.edtf for found in find_dates(f"It began on {words}.") if found.value]
