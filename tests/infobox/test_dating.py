"""The date field in all its forms."""

import pytest

from quizgen.article import Text
from quizgen.infobox.dating import read_date


def read(value):
    date, notes, remarks = read_date(Text(value, "box.txt", 5))
    return date and date.value.edtf, [note.value for note in notes], [remark.code for remark in remarks]


CASES = [
    ("31 July – 6 August 2016 ()", "2016-07-31/2016-08-06", []),
    ("30 May – 8 June 2015, ()", "2015-05-30/2015-06-08", []),
    ("14 July 1712", "1712-07-14", []),
    ("April 1 – June 22, 1945", "1945-04-01/1945-06-22", []),
    ("1346–47", "1346/1347", []),
    ("480 BC", "-0479", []),
    ("September 480 BC", "-0479-09", []),
    ("Spring 73 BC – 71 BC", "-0072/-0070", []),
    ("c. 1274 BC", "-1273~", []),
    ("September AD 9", "0009-09", []),
    ("5 October 2017 – present", "2017-10-05/..", []),
    ("since 15 March 2011", "2011-03-15/..", []),
    ("10 May – 25 June 1940 (46 days)", "1940-05-10/1940-06-25", ["46 days"]),
    ("23–27 September and 6–9 October 1942", "1942-09-23/1942-10-09", ["23–27 September", "6–9 October 1942"]),
    ("First phase: 3–5 March 1799, second phase: 7 April 1799", "1799-03-03/1799-04-07", ["3–5 March 1799", "7 April 1799"]),
    ("8 July 1709 [O.S. 27 June]", "1709-07-08", ["O.S. 27 June"]),
    (
        "27 June 1709 (Julian calendar), 28 June 1709 (Swedish calendar), 8 July 1709 (Gregorian calendar)",
        "1709-07-08",
        ["27 June 1709 (Julian calendar)", "28 June 1709 (Swedish calendar)"],
    ),
    ("July 11, 1690 (N.S.); July 1, 1690 (O.S.)", "1690-07-11", ["July 1, 1690 (O.S.)"]),
    ("11 July 1690 N.S.; 1 July 1690 O.S.", "1690-07-11", ["1 July 1690"]),
    ("1 July 1690, 11 July 1690 (N.S.)", "1690-07-11", ["1 July 1690"]),
    ("16 June 1487 (N.S. 25 June)", "1487-06-25", ["N.S. 25 June", "16 June 1487"]),
    ("1 July 1690 (O.S.)", "1690-07-01", ["1 July 1690 (O.S.)"]),
    ("18 June 1815, 11:30–20:00", "1815-06-18", []),
    ("Saturday, 4 July 1187", "1187-07-04", []),
    ("?? August 1264", "1264-08", []),
    ("5 May 1200, 7 June 1205 – present", "1200-05-05/..", ["5 May 1200", "7 June 1205 – present"]),
]


@pytest.mark.parametrize(("value", "edtf", "notes"), CASES)
def test_a_date_field_gives_its_date_and_notes(value, edtf, notes):
    assert (edtf, notes, []) == read(value)


@pytest.mark.parametrize(
    "value", ["after 1200", "The 14th century", "20 Ramadan 8 AH", "29 February 1700", "30 July", "3 May – 31 June 1200, 4 July 1200"]
)
def test_what_settles_no_date_is_reported(value):
    edtf, _, codes = read(value)
    assert edtf is None
    assert {"R240"} == set(codes)


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("12 August or 12 September 490 BC", "-0489"),
        ("3 May 1200 or 3–9 May 1200", "1200-05"),
        ("1264 or 1264", "1264"),
        ("June 22 or 23, 207 BC", "-0206-06"),
    ],
)
def test_of_rival_dates_only_what_they_share_is_kept(value, edtf):
    found, _, codes = read(value)
    assert (edtf, ["R242"]) == (found, codes)


def test_rival_dates_that_share_nothing_give_none():
    assert (None, ["R242", "R240"]) == (read("10 August 1264 or 1265")[0], read("10 August 1264 or 1265")[2])


@pytest.mark.parametrize("length", ["13 days", "ten days", "45 days", "49 days"])
def test_a_length_that_does_not_fit_is_reported(length):
    assert ("1940-05-10/1940-06-25", [length], ["R241"]) == read(f"10 May – 25 June 1940 ({length})")


def test_an_empty_field_says_nothing():
    assert (None, [], []) == read(", ()")
