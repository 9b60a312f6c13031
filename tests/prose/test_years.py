"""Which year and month a date that lacks them takes from what was told and from the campaign."""

import pytest

from quizgen.grammar.dates import find_dates
from quizgen.historical_date import HistoricalDate
from quizgen.prose.years import in_year_of, resolve

# words, the last date told, the campaign → the whole date, empty where they leave a choice
CASES = [
    ("on 4 July", "", "1944-06-22/1944-08-19", "1944-07-04"),
    ("on 4 July", "1941-06-30", "1944-06-22/1944-08-19", ""),  # 1941 goes on, or is left
    ("on 6 June", "1944-08", "1944-06-06/1944-08-06", "1944-06-06"),  # a step back is no leap of a year
    ("on 3 September", "1939-09-01", "1940-05-10/1940-06-25", "1939-09-03"),  # the story is clearly nearer
    ("in May", "1941-07/1941-10", "1942-05-26/1942-06-21", "1942-05"),  # the campaign is clearly nearer
    ("in May", "1941-06/1941-10", "1942-05-26/1942-06-21", ""),
    ("on 21 October", "", "1940-05-10/1940-06-25", ""),  # too far from the campaign
    ("on 9 April", "1939", "1940-06-28", "1940-04-09"),
    ("on 28 August", "1945", "1944-08-19/1944-08-25", ""),  # a bare year may be an aside
    ("on 12 May", "1942-06-07", "1942-06-07/1943-05-30", ""),  # a step back, or the last month of a long campaign
    ("in December", "1945-03-15", "", "1945-12"),
    ("in November", "1942-02-10", "", "1942-11"),
    ("in November", "1942-01-10", "", ""),
    ("in September", "1936-05", "1941-03-25/1941-07-06", ""),  # history is told in leaps
    ("in June", "1936-05", "1941-03-25/1941-07-06", ""),
    ("in June", "1936-05", "1941-11-25/1941-12-06", "1936-06"),
    ("on 3 September", "", "", ""),
    ("in 1985", "", "1944-06-26/1944-06-30", ""),
    ("in 1942", "", "1944-06-26/1944-06-30", "1942"),
    ("in June 1985", "", "1944-06-26/1944-06-30", "1985-06"),
    ("on 2 August 500", "", "1921-08-01/1921-08-09", "1921-08-02"),
    ("on 1 June", "-0215-05-20", "-0215", "-0215-06-01"),
    ("on 11 February", "1711-05-23", "1712-07-20", ""),  # months back in one year, or on to the next
]


@pytest.mark.parametrize(("words", "told", "campaign", "edtf"), CASES)
def test_a_date_takes_its_year_where_nothing_else_is_near(words, told, campaign, edtf):
    dated = next(iter(find_dates(words)))
    found = resolve(dated, HistoricalDate(told) if told else None, HistoricalDate(campaign) if campaign else None)
    assert edtf == (found.edtf if found else "")


@pytest.mark.parametrize(
    ("which", "told", "campaign", "edtf"),
    [
        ("that", "1941-01-17", "", "1941-12"),
        ("the following", "1941-01-17", "", "1942-12"),
        ("the previous", "1941-01-17", "", "1940-12"),
        ("that", "", "1941-01-17", "1941-12"),
        ("that", "", "1941-01-17/1942-03-01", ""),
        ("that", "", "", ""),
    ],
)
def test_that_year_is_the_year_told_last_or_the_one_of_the_campaign(which, told, campaign, edtf):
    dated = next(iter(find_dates("in December")))
    found = in_year_of(dated, HistoricalDate(told) if told else None, HistoricalDate(campaign) if campaign else None, which)
    assert edtf == (found.edtf if found else "")
