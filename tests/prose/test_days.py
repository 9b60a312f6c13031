"""Which days a sentence speaks of."""

import pytest

from quizgen.historical_date import HistoricalDate
from quizgen.prose.days import nearby
from tests.prose.telling import dates, rows

# prose → the days of each of its sentences; the campaign is 1–9 May 1921
CASES = {
    "a date rules its paragraph": ("On 2 May, they came. They dug in.", ["1921-05-02", "1921-05-02"]),
    "a look at what stood there ends the story of a day": (
        "On 2 May, they came. They dug in. The force consisted of two brigades. They stormed Orl, while others went round it.",
        ["1921-05-02", "1921-05-02", "1921-05-02", ""],
    ),
    "what begins on a day goes on": ("They stormed the hill, beginning on 2 May. The attack was beaten off.", ["1921-05-02", ""]),
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
    "a look back gives no year to the next paragraph": (
        "In April 1921 they met. The fleet that left on 3 March 1920 had burnt Orl.\n\nThey landed on 20 March.",
        ["1921-04", "1920-03-03", "1921-03-20"],
    ),
    "after a look back a year is sure where both stories give it": (
        "In April 1921 they met. The fleet that left on 3 March 1920 had burnt Orl. They landed on 20 March.",
        ["1921-04", "1920-03-03", ""],
    ),
    "a later year ends the last one told": (
        "On 3 October 1918, they met. In 1919, they met again. On 4 November, they left.",
        ["1918-10-03", "1919", "1919-11-04"],
    ),
    "a later year in passing leaves the next date open": (
        "On 3 October 1918, they met. They ended the year 1919 in Orl. On 4 November, they left.",
        ["1918-10-03", "1919", ""],
    ),
    "the year of a book does not": (
        "On 3 October 1918, they met. In 1919, Marn wrote of it. On 4 November, they left.",
        ["1918-10-03", "1919", "1918-11-04"],
    ),
    "a day of that month takes the month in brackets": (
        "They reached Orl by 27 April. A second attack at Lorn (5–7 May) failed; Orl fell on the 28th of that month.",
        ["1921-04-27", "1921-05-28"],
    ),
    "a bare day two months before is none of the campaign": (
        "The plan called for a landing on 22 March, and was given up by the 5th.",
        ["1921-03-22"],
    ),
    "a length of time opens no clause": (
        "On 2 May, they came. The guns did little, but after three days, on 5 May, a wall fell.",
        ["1921-05-02", "1921-05-05"],
    ),
    "a morning hour after an evening hour is of another day": (
        "At 11 pm on 2 May, they came. At 3:30 a.m. they met a picket.",
        ["1921-05-02", ""],
    ),
    "a day of that month": ("On 2 May, they came, and Orl fell on the 6th of that month.", ["1921-05-02/1921-05-06"]),
    "a day of the month told last": ("On 2 May, they came.\n\nOn the third of the month, they left.", ["1921-05-02", "1921-05-03"]),
    "the last day of a month": ("On 2 May, they came. They left on the last day of the month.", ["1921-05-02", "1921-05-31"]),
    "no month has so many days": ("On 2 June, they came. On the 31st of that month, they left.", ["1921-06-02", ""]),
    "a month without a day is enough": ("In June 1921, they came. On the 5th of that month, they left.", ["1921-06", "1921-06-05"]),
    "the last of some days": ("They met between 2 and 4 May and signed on the last of these days.", ["1921-05-02/1921-05-03/1921-05-04"]),
    "one of some days is not known": (
        "They met on 2 May and 4 May. On the second of these days, it rained.",
        ["1921-05-02/1921-05-04", ""],
    ),
    "later than a beginning": ("It stood from the 3rd; it fell two days later, and they left on 8 May.", ["1921-05-05/1921-05-08"]),
    "a number before a name": ("On 2 May, they came, and on the 4th Vos left.", ["1921-05-02/1921-05-04"]),
    "the morrow of the battle": ("On the morrow of the battle, they left.", ["1921-05-10"]),
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
    "between two days": ("Between 3 and 5 May, it rained.", ["1921-05-03/1921-05-04/1921-05-05"]),
    "a day and the next": ("On 3 and 4 May, it rained.", ["1921-05-03/1921-05-04"]),
    "a day of the week": ("On 3 May, they came. On Friday, they left.", ["1921-05-03", "1921-05-06"]),
    "the same day of the week": ("On 3 May, they came. On Tuesday, they left.", ["1921-05-03", ""]),
    "a day with its day of the week": ("On 3 May, a Tuesday, they came. They dug in.", ["1921-05-03", "1921-05-03"]),
    "the following year": ("On 3 May 1921, they came. In June of the following year, it rained.", ["1921-05-03", "1922-06"]),
    "a month that is a name": ("On 2 May, it rained. Captain May wrote home.", ["1921-05-02", "1921-05-02"]),
    "a name that opens a sentence": ("May wrote home. It rained.", ["", ""]),
    "a count that looks like a year": ("On 2 May, their speed fell to 300 knots.", ["1921-05-02"]),
    "a formation is no day": ("On 2 May, they came. It was led by the 7th and 8th Corps.", ["1921-05-02", "1921-05-02"]),
    "a bare day of the campaign": ("By the 7th, they had come.", ["1921-05-07"]),
    "backwards within a year": ("On 9 May, they left. They had left on 6 April.", ["1921-05-09", "1921-04-06"]),
    "over the new year": ("On 3 December 1922, it began. On 5 January, it rained.", ["1922-12-03", "1923-01-05"]),
    "far history goes on at once": ("In May 1815, they came. In November, they left.", ["1815-05", ""]),
    "by noon they had": ("On 2 May, they came. By noon, they had gone. It rained.", ["1921-05-02", "1921-05-02", "1921-05-02"]),
    "soon is some day": ("On 2 May, they came. They were soon gone.", ["1921-05-02", ""]),
    "a year as a heading": ("==1919==\nIn March, they came.", ["1919-03"]),
    "a month as a heading": ("==June 1920==\nOn the 4th, they came.", ["1920-06-04"]),
    "a day above the heading": ("==2 May==\nIt rained.\n===Hill===\nThey came.", ["1921-05-02", "1921-05-02"]),
    "a lead leaps": ("On 2 May, they came. They won.\n==Battle==\nOn 3 May, it rained.", ["1921-05-02", "", "1921-05-03"]),
    "weeks and days counted in words": (
        "On 2 May, they came. A week later, they left. Thirteen days after that, they came back.",
        ["1921-05-02", "1921-05-09", "1921-05-22"],
    ),
    "the day after next": ("On 2 May, they came, and the day after next they left.", ["1921-05-02/1921-05-04"]),
    "the day told last in a sentence of several": (
        "On 2 May, they came, and by the river they met on 4 May. The next day, they left.",
        ["1921-05-02/1921-05-04", "1921-05-05"],
    ),
    "the day after a date that settles nothing": (
        "On 2 May, they came. After the 4 May attack, they left the next day.",
        ["1921-05-02", ""],
    ),
    "the day after a bound": ("On 2 May, they came. From 4 May, it rained, and the next day they left.", ["1921-05-02", "1921-05-05"]),
    "that day of a look back": ("They had come on 2 May. That evening, they ate.", ["1921-05-02", "1921-05-02"]),
    "an aside does not move the story": ("On 2 May, they came, and Orde died the next day. They dug in.", ["1921-05-02/1921-05-03", ""]),
    "before dawn is no clause": ("They broke camp before dawn on 4 May and left.", ["1921-05-04"]),
    "hours are no new day": ("On 2 May, they came. They fought for three hours. It rained.", ["1921-05-02", "1921-05-02", "1921-05-02"]),
    "24 hours are": ("On 2 May, they came. Within 24 hours, they left.", ["1921-05-02", ""]),
    "the morning of an ordinal": ("On 2 May, they came. On the morning of the 4th Orde's men left.", ["1921-05-02", "1921-05-04"]),
    "an ordinal before a name": ("On 2 May, they came. On the 4th Orde left.", ["1921-05-02", "1921-05-04"]),
    "a numbered regiment": ("On 2 May, they came. They fell on the 4th Marn Infantry.", ["1921-05-02", "1921-05-02"]),
    "the day of a feast": ("They left on Christmas Day 1921.", ["1921-12-25"]),
    "a thing's date gives the year": (
        "In 1919, it began. A letter of 3 September 1920 called for men. On 7 December, they came.",
        ["1919", "", "1920-12-07"],
    ),
    "a year and its days": ("In the spring of 1919, they came. On 2 June, they left.", ["1919", "1919-06-02"]),
    "a heading that is a day": ("==2 May==\nThey came.\n\nThey dug in.\n==Later==\nThey left.", ["1921-05-02", "1921-05-02", ""]),
}


@pytest.mark.parametrize(("prose", "found"), CASES.values(), ids=CASES)
def test_a_sentence_speaks_of_the_days_that_the_text_settles(prose, found):
    assert found == dates(prose)


COUNTED = {
    "after it": ("Two days after the battle, they left.", "5 May 1921", "1921-05-07"),
    "after it, of several days": ("The day after the siege, they left.", "1–9 May 1921", "1921-05-10"),
    "before it": ("Two days before the battle, on 3 May, they came.", "5 May 1921", "1921-05-03"),
    "its eve": ("On the eve of the battle, they came.", "5 May 1921", "1921-05-04"),
    "a day of it": ("On the third day of the siege, they attacked.", "1–9 May 1921", "1921-05-03"),
    "its last day": ("On the last day of the battle, they left.", "1–9 May 1921", "1921-05-09"),
    "more days than it had": ("On the third day of the battle, they left.", "1–2 May 1921", ""),
    "another battle": ("On 3 March, they fought at Orl. The day after the battle, they left.", "5 May 1921", ""),
    "a named battle": ("Two days after the battle of Orl, they left.", "5 May 1921", ""),
    "no exact day": ("Two days after the battle, they left.", "May 1921", ""),
}


@pytest.mark.parametrize(("prose", "date", "found"), COUNTED.values(), ids=COUNTED)
def test_days_are_counted_from_those_of_the_campaign(prose, date, found):
    assert found == dates(prose, Date=date)[-1]


def test_the_next_day_follows_a_fight_of_one_day_in_its_aftermath():
    prose = "==Battle==\nThey fought.\n==Aftermath==\nThe king slept. The next morning, they left. On the 8th they were home."
    assert ["", "1921-05-06", "1921-05-08"] == dates(prose, Date="5 May 1921")[1:]


def test_a_year_of_two_digits_stands_behind_a_day_of_antiquity():
    assert ["0017-05-26"] == dates("On 26 May 17 Orde held his triumph.", Date="September AD 9")
    assert ["1921-05-02"] == dates("On 2 May 17 ships came.")


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


ONE_DAY = {
    "each paragraph comes back": ("==Battle==\nThey came. Two months later, they left.\n\nThey fired.", ["1921-05-02", "", ""]),
    "eventually is the same day": ("==Battle==\nEventually, they came. In the evening, they left.", ["1921-05-02", "1921-05-02"]),
    "another day ends it": ("==Battle==\nThey came. On 3 May, they left. They slept.\n\nThey woke.", ["1921-05-02", "1921-05-03", "", ""]),
    "until the day is named again": (
        "==Battle==\nOn 1 May, they slept. They woke.\n\nOn 2 May, they came. They fired.",
        ["1921-05-01", "", "1921-05-02", "1921-05-02"],
    ),
    "what leads up goes forward into it": (
        "==Prelude==\nAt 22:10 they slept. At 03:00 they woke.\n==Battle==\nAt 04:00 they came.",
        ["", "1921-05-02", "1921-05-02"],
    ),
    "a prelude with a date is its own": (
        "==Prelude==\nIn April, it rained. At 03:00 they woke.\n==Battle==\nAt 04:00 they came.",
        ["1921-04", "", "1921-05-02"],
    ),
    "hours go on past a heading": ("==Battle==\nAt 04:00 they came.\n==Aftermath==\nAt 06:00 they left.", ["1921-05-02", "1921-05-02"]),
    "a little back is the same day": ("==Battle==\nAt 06:00 they came. At 05:50 it had rained.", ["1921-05-02", "1921-05-02"]),
    "past midnight is another": ("==Battle==\nAt 23:00 they came. At 00:30 they left.", ["1921-05-02", ""]),
    "what surrounds it is not of the day": ("==Legacy of the battle==\nThey came.", [""]),
}


@pytest.mark.parametrize(("prose", "found"), ONE_DAY.values(), ids=ONE_DAY)
def test_the_sections_of_the_fighting_of_one_day_tell_that_day(prose, found):
    assert found == dates(prose, Date="2 May 1921")


@pytest.mark.parametrize(("date", "edtf"), [("490 BC", "-0489"), ("September 1302", "1302-09"), ("c. 490 BC", "")])
def test_a_battle_of_a_known_year_is_told_as_of_that_year(date, edtf):
    assert [edtf, edtf] == dates("==The battle==\nThe horse charged.\n\nIn the evening, the line broke.", Date=date)


@pytest.mark.parametrize(
    ("path", "edtf"),
    [("Background", "1920-05-01"), ("Aftermath", "1921-04-30"), ("Battle", "1920-05-01/1921-04-30"), ("Plans > Legacy", "")],
)
def test_dates_stand_near_the_end_of_a_campaign_that_their_section_is_nearer_to(path, edtf):
    campaign = HistoricalDate("1920-05-01/1921-04-30")
    assert HistoricalDate(edtf or campaign.edtf) == nearby(path, campaign)
