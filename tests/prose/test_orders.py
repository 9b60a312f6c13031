"""Which units the prose puts under another formation than the infobox does."""

import pytest

from quizgen.infobox import read_infobox
from quizgen.prose import read_prose
from quizgen.prose.orders import is_alike
from quizgen.readers import wikitext

UNITS = """'''I Coast Corps'''
* 2nd Marn Division
* 7th Marn Division
'''Third Marn Fleet'''
* 41st Naval Building Battalion
* 52nd Naval Building"""


def misplaced(prose):
    box = f"{{{{Infobox military conflict\n| conflict = Battle of Marn\n| units1 = {UNITS}\n}}}}\n"
    article = wikitext.read(f"{box}The battle was fought at Marn.\n\n== Forces ==\n{prose}\n", "marn.wiki", "marn")
    campaign = read_prose(article, read_infobox(article)[0])[0]
    return {tuple(found.values) for found in campaign.contradictions if found.text.startswith("order of battle: ")}


@pytest.mark.parametrize(
    ("prose", "other"),
    [
        ("'''Third Marn Fleet'''\nAdmiral Ann Vos\n* 2nd Marn Division", "Third Marn Fleet"),
        ("I Coast Corps\n\nGeneral Bo Ek\n* Chief of Staff: Ivo Berg\n** 52nd Beavers", "I Coast Corps"),
        ("* '''7th Marn Division'''\n** Division Commander: Bo Ek\n*** 3rd Marn Pioneers and 41st Beavers", "7th Marn Division"),
        ("* 9th Shore Regiment (5th Pioneers and 52nd Beavers)", "9th Shore Regiment"),
        ("The 2nd Marn Division was attached to the Second Coast Corps on 4 May.", "Second Coast Corps"),
    ],
)
def test_a_unit_that_a_list_or_a_sentence_puts_elsewhere_is_contested(prose, other):
    assert {other} == {found[1] for found in misplaced(prose)}


@pytest.mark.parametrize(
    "prose",
    [
        "'''1st Coast Corps'''\n* 2nd Marn Division: Bo Ek\n* 7th Marn Division (900 men)",
        "Northern sector (green beach):\n* '''2nd Marn Division'''",
        "'''3rd Fleet'''\n* 41st Naval Building Battalion",
        "'''I Coast Corps'''\n* 41st Infantry Regiment\n* 52nd Beavers Regiment",
        "The 2nd Marn Division was part of the I Coast Corps.",
        "The 2nd Marn Division was attached to the reserve.",
        "* 41st Naval Building Battalion\n* 52nd Naval Building",
    ],
)
def test_a_unit_that_stands_where_the_infobox_has_it_or_nowhere_told_is_not(prose):
    assert not misplaced(prose)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("109th Division", "109th IJA Division", True),
        ("U.S. 5th Fleet", "Fifth Fleet", True),
        ("V Amphibious Corps", "5th Amphibious Corps", True),
        ("5th Marine Division", "5th Tank Battalion", False),
        ("3rd Division", "4th Division", False),
        ("Coast Force", "Attack Force", False),
    ],
)
def test_two_names_are_of_one_formation_if_neither_has_what_the_other_lacks(one, other, alike):
    assert alike == is_alike(one, other) == is_alike(other, one)
