"""Which days a sentence speaks of."""

import pytest

from tests.prose.telling import dates, rows

# prose → the days of each of its sentences; the campaign is 1–9 May 1921
CASES = {
    "a date rules its paragraph": ("On 2 May, they came. They dug in.", ["1921-05-02", "1921-05-02"]),
    "a paragraph inherits nothing": ("On 2 May, they came.\n\nThey dug in.", ["1921-05-02", ""]),
    "the next morning follows the last day": ("On 2 May, they came.\n\nThe next morning, they dug in.", ["1921-05-02", "1921-05-03"]),
    "no day is no anchor": ("The next day, they came.", [""]),
    "days later": ("On 2 May, they came. Three days later, they left.", ["1921-05-02", "1921-05-05"]),
    "days earlier": ("On 5 May, they came. Two days earlier, it had rained.", ["1921-05-05", "1921-05-03"]),
    "a night runs into the next day": ("On 2 May, they came. During the night, they dug in.", ["1921-05-02", "1921-05-02/1921-05-03"]),
    "the morning after a night": (
        "On 2 May, they came. During the night, they dug in. The next morning, they left.",
        ["1921-05-02", "1921-05-02/1921-05-03", "1921-05-03"],
    ),
    "dawn after a night": (
        "On 2 May, they came. During the night, they dug in. At dawn, they left.",
        ["1921-05-02", "1921-05-02/1921-05-03", "1921-05-03"],
    ),
    "dawn alone does not say which": ("On 2 May, they came. At dawn, they left.", ["1921-05-02", ""]),
    "a night of a day": ("On the night of 3 May, they came.", ["1921-05-03/1921-05-04"]),
    "a night over two days": ("On the night of 3/4 May, they came.", ["1921-05-03/1921-05-04"]),
    "a range": ("From 3 to 5 May, they came.", ["1921-05-03/1921-05-04/1921-05-05"]),
    "later in the day": ("On 2 May, they came. Later that day, they dug in.", ["1921-05-02", "1921-05-02"]),
    "vague time settles nothing until the next date": (
        "On 2 May, they came. Over the following days, it rained. It was cold. On 8 May, they left.",
        ["1921-05-02", "", "", "1921-05-08"],
    ),
    "weeks later": ("On 2 May, they came. Several weeks later, they left.", ["1921-05-02", ""]),
    "since": (
        "On 2 May, they came. Since the siege began, ten died. At the end of the day, they left.",
        ["1921-05-02", "", "1921-05-02"],
    ),
    "a side glance at the next day": (
        "On 2 May, they took Orl, as was seen on the next day. A note was found.",
        ["1921-05-02/1921-05-03", ""],
    ),
    "a look back does not move the story": (
        "On 5 May, they retook what they lost the previous day. They left.",
        ["1921-05-04/1921-05-05", "1921-05-05"],
    ),
    "a flashback": ("On 2 May, they came. They had seen fires on 25 April. They left.", ["1921-05-02", "1921-04-25", ""]),
    "a plan": ("On 2 May, they came. The plan was to attack on 6 May. They left.", ["1921-05-02", "1921-05-06", ""]),
    "after and before are no days": ("After 5 May, they came. They left before 7 May.", ["", ""]),
    "two days in a list": ("They were paid on 5 and 7 May.", [""]),
    "month first": ("On May 3, 1921, they came.", ["1921-05-03"]),
    "an ordinal": ("On 2 May, they came. By the 4th, they had gone.", ["1921-05-02", "1921-05-04"]),
    "a month": ("In June 1921, they left. It rained.", ["1921-06", ""]),
    "a count is no year": ("On 2 May 500 men came.", ["1921-05-02"]),
    "an hour is no year": ("By 1900 they had crossed.", [""]),
    "the year of the campaign": ("On 30 April, they came.", ["1921-04-30"]),
    "no year is near": ("On 3 December, they came.", [""]),
    "the year of the date before": ("On 3 September 1919, it began. On 5 October, it rained.", ["1919-09-03", "1919-10-05"]),
    "that year": ("In 1919, it began. In June of that year, it rained.", ["1919", "1919-06"]),
    "a date that is a noun's": ("The attack of 3 May failed.", [""]),
    "brackets are no time": ("Orde (died 3 May 1921) came.", [""]),
    "the next day with its date": ("On 2 May, they came. The next day, 3 May, they left.", ["1921-05-02", "1921-05-03"]),
    "at dawn the next day": ("On 2 May, they came. At dawn the next day, they left.", ["1921-05-02", "1921-05-03"]),
    "hours that go forward": ("On 2 May at 05:10, they came.\n\nAt 06:20 they left.", ["1921-05-02", "1921-05-02"]),
    "hours that go back": ("On 2 May at 19:10, they came. At 7:20 a.m. they left.", ["1921-05-02", ""]),
    "afternoon hours": ("On 2 May at 11:10, they came. At 1:20 p.m. they left.", ["1921-05-02", "1921-05-02"]),
    "a heading that is a day": ("==2 May==\nThey came.\n\nThey dug in.\n==Later==\nThey left.", ["1921-05-02", "1921-05-02", ""]),
}


@pytest.mark.parametrize(("prose", "found"), CASES.values(), ids=CASES)
def test_a_sentence_speaks_of_the_days_that_the_text_settles(prose, found):
    assert found == dates(prose)


def test_hours_of_a_campaign_of_one_day_are_its_hours_outside_the_background():
    prose = "==Background==\nAt 04:00 it rained.\n==Battle==\nAt 05:10 they came. They fired.\n\nAt 06:00 they left."
    assert ["", "1921-05-02", "1921-05-02", "1921-05-02"] == dates(prose, Date="2 May 1921")


@pytest.mark.parametrize(
    ("date", "prose", "found"),
    [
        ("14 July 1708", "On 14 July 1708, they came.", "1708-07-14"),
        ("31 BC", "On 2 September 31 BC, they came.", "-0030-09-02"),
        ("331 BC", "In 331 BC, they came.", "-0330"),
        ("9 December 1941 – 7 February 1942", "On 3 January, they came.", "1942-01-03"),
        ("9 December 1941 – 7 February 1942", "On 20 December, they came.", "1941-12-20"),
        ("1 January 1940 – 1 June 1942", "On 3 March, they came.", ""),
        ("5 October 2017 – present", "On 7 October, they came.", ""),
        ("", "On 7 October 1944, they came. On 9 October, they left.", "1944-10-07"),
    ],
)
def test_a_year_is_taken_only_where_no_other_is_possible(date, prose, found):
    assert found == dates(prose, Date=date)[0]


def test_without_a_date_of_the_campaign_the_last_date_told_gives_the_year():
    prose = "==Start==\nOn 28 October 1940, they came.\n==End==\nOn 9 November, they left."
    assert ["1940-10-28", "1940-11-09"] == dates(prose, Date="")


def test_by_a_day_is_marked_and_not_inherited():
    prose = "By 4 May, the League of the North had seized Orl village. The League of the North seized Dorn village. They still starved."
    assert [("1921-05-04", "True"), ("1921-05-04", "True")] == rows(prose, "date", "by")
