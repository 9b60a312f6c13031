"""What two examiners found in items of articles that the code had never seen: each kind of fault in a box made for it."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest

from quizgen import naming, world
from quizgen.infobox import read_infobox
from quizgen.items import Format, Item
from quizgen.model import Commander, Estimate, Quote
from quizgen.naming import label_sides
from quizgen.questions.figures._claims import claimant
from quizgen.questions.figures._numbers import apart, are_apart, number
from quizgen.questions.outcomes._fates import fates_of
from quizgen.questions.places.near import is_told
from quizgen.readers.wikitext import READER
from tests.asked import Asked, of

pytestmark = pytest.mark.no_cover

BOX = """{{{{Infobox military conflict
| conflict = {title}
| partof = [[World War II]]
| date = 3 May 1632 – 9 May 1632
| place = Sorel, Upper Vale, {place}
| result = Orland victory
| combatant1 = {{{{plainlist|
* [[Orland]]
* [[Tamm]]
* [[Vell]]
'''Supported by:'''
* [[Kellmark]]
}}}}
| combatant2 = {{{{plainlist|
* [[Marnland]]
* [[Sarn Guild]] (humanitarian corridor)
* [[Duchy of Brell]]
'''Alleged:'''
* [[Veld Order]]
}}}}
| commander1 = [[Jan Velder]] {{{{surrendered}}}}<br>[[Otto de Brill]] {{{{WIA}}}}{{{{POW}}}}<br>[[Karl Venn]] (Governor of Sorel)
| commander2 = [[Emil Stroop]] {{{{KIA}}}}<br>[[Ada Stroop]] {{{{WIA}}}}
| units1 = {{{{plainlist|
* [[Army of the Vale]]
** [[I Corps]]
** [[Lancer Corps]]
}}}}
| units2 = {{{{plainlist|
* [[Army of Brell]]
** [[First Corps]]
** [[Rifle Corps]]
}}}}
| casualties1 = 300 killed<br>40 officers killed<br>5 other ships sunk
| casualties2 = 1,250 killed (various estimates)<br>2,500 wounded
| casualties3 = 170 civilians killed
}}}}
The '''siege of Sorel''' was fought in 1632.
"""


@cache
def sorel(title: str = "Siege of Sorel", place: str = "U.S.") -> Asked:
    article = READER.read(BOX.format(title=title, place=place), "sorel.wiki", "sorel")
    return of(label_sides(read_infobox(article)[0]))


def texts(item: Item) -> list[str]:
    return [item.stem, *item.key, *(d.text for d in item.distractors), *(text for pair in item.pairs for text in pair)]


@pytest.mark.parametrize("power", ["Kellmark", "Sarn Guild", "Veld Order"])
def test_who_is_listed_with_a_reserve_is_not_said_to_have_fought(power):
    sides = [item for item in sorel().items if item.family == "sides"]
    assert sides
    assert not [item.stem for item in sides if any(power in text for text in texts(item))]


@pytest.mark.parametrize("power", ["Orland", "Tamm", "Marnland", "Duchy of Brell"])
def test_who_is_listed_without_one_is_asked_about(power):
    assert [item for item in sorel().items if item.family == "sides" and any(power in text for text in texts(item))]


@pytest.mark.parametrize(
    ("bloc", "note", "fought"),
    [
        ("Allies", None, True),
        ("Ground forces", None, True),
        ("Seventh Coalition", "naval", True),
        ("Pro-government civilians", None, True),
        ("----Supported by", None, False),
        ("Non-combat support", None, False),
        ("Claimed by Orland", None, False),
        ("Suspected", None, False),
        ("Also", None, False),
        ("Until 1918", None, False),
        (None, "from 10 June", False),
        (None, "2019–2020", False),
        (None, "disputed", False),
        (None, "one company", True),
    ],
)
def test_headings_and_notes_of_support_doubt_and_time_are_reserves(bloc, note, fought):
    assert naming.has_fought(naming.Belligerent("Kell", Quote("a.wiki", 1, "Kell"), note, bloc)) is fought


def test_a_side_named_after_some_of_its_powers_is_not_recalled():
    made = [item for item in sorel().of("sides.of_belligerent") if item.key[0] not in ("True", "False")]
    assert made
    assert not [item for item in made if item.format is Format.CLOZE]


def test_surrendered_and_taken_prisoner_accept_each_other():
    (item,) = (i for i in sorel().of("outcomes.fate") if "Velder" in i.stem)
    assert item.key == ("surrendered",)
    assert {"captured", "taken prisoner"} <= {*item.accepted}
    assert item.explanation == "The infobox marks Jan Velder as surrendered."


def test_who_bears_two_marks_is_not_asked_his_fate():
    assert not [item for item in sorel().of("outcomes.fate") if "Brill" in item.stem]
    man = Commander("Otto de Brill", Quote("a.wiki", 1, "Otto de Brill {{WIA}} {{POW}} (executed)"), fate="executed")
    assert fates_of(man) == {"WIA", "POW", "executed"}
    assert fates_of(Commander("Ann POWys", Quote("a.wiki", 1, "Ann POWys {{KIA}}"), fate="KIA")) == {"KIA"}


def test_a_surname_that_only_one_bears_is_accepted():
    (holder,) = (item for item in sorel().of("people.holder") if item.format is Format.SHORT_ANSWER)
    assert "Venn" in holder.accepted
    killed = [item for item in sorel().of("people.with_fate") if item.key == ("Emil Stroop",) and item.format is Format.SHORT_ANSWER]
    assert killed
    assert all("Stroop" not in item.accepted for item in killed)


def test_a_war_and_a_country_are_accepted_under_their_other_names():
    parts = sorel().of("places.part_of")
    assert parts
    assert all("Second World War" in item.accepted and "According to the infobox" in item.stem for item in parts)
    assert all({"USA", "United States"} <= {*item.accepted} for item in sorel().of("places.where"))
    assert not sorel(place="Vale:, Ostrel").of("places.where")


def test_numbers_that_are_one_name_are_not_two_things():
    units = [item for item in sorel().items if item.family in ("units", "sides")]
    for item in units:
        assert not {"I Corps", "First Corps"} <= {*texts(item)}, item.stem
        if "I Corps" in texts(item)[1:]:
            assert "Army of the Vale" in item.stem


def test_the_dead_are_asked_for_by_what_they_were():
    stems = " ".join(item.stem for item in sorel().of("figures.casualties") if item.format is Format.NUMERIC)
    assert "how many officers on the side of Orland and its allies were killed" in stems
    assert "how many civilians were killed" in stems
    assert "1,250" not in [text for item in sorel().items if item.family == "figures" for text in item.key]
    assert not [item for item in sorel().items if item.family == "figures" and any("other ships" in text for text in texts(item))]


@pytest.mark.parametrize("title", ["Fall of Sorel", "Capture of Sorel", "Sorel massacre"])
def test_the_winner_is_not_asked_where_the_title_tells(title):
    assert sorel().of("outcomes.winner")
    assert not sorel(title).of("outcomes.winner")


def test_a_side_that_goes_by_its_power_is_not_said_to_be_on_its_own_list():
    alone = BOX.format(title="Raid on Sorel", place="Vale").replace("* [[Tamm]]\n* [[Vell]]\n'''Supported by:'''\n* [[Kellmark]]\n", "")
    campaign = label_sides(read_infobox(READER.read(alone, "raid.wiki", "raid"))[0])
    assert world.load(campaign).listed(campaign, "Orland") == "Orland is one side, against Marnland and the Duchy of Brell"


@pytest.mark.parametrize(
    ("name", "verb"),
    [
        ("ISIL", "is"),
        ("Gauls", "are"),
        ("United States", "is"),
        ("Internal Troops", "are"),
        ("Military of ISIL", "is"),
        ("Vale and Ford Front", "is"),
        ("Athens", "is"),
    ],
)
def test_a_listing_agrees_in_number(name, verb):
    assert world._is(name).endswith(f" {verb}")


@pytest.mark.parametrize(
    ("claimed_by", "shown"),
    [
        ("Iraqi Army estimate", "an Iraqi Army estimate"),
        ("Ukrainian estimate", "a Ukrainian estimate"),
        ("UN report", "UN report"),
        ("Modern estimate", "a modern estimate"),
        ("Republican", "Republican sources"),
        ("SOHR", "SOHR"),
        (None, "the infobox"),
    ],
)
def test_a_claimant_is_told_in_words_that_fit(claimed_by, shown):
    assert claimant(Estimate("300", Quote("a.wiki", 1, "300"), low=300, high=300, claimed_by=claimed_by)) == shown


@pytest.mark.parametrize("value", [2, 3, 5, 8, 12, 95, 100, 400, 1_756_000, 12_500, 23_049])
def test_wrong_numbers_stand_on_uneven_rungs_about_the_right_one(value):
    wrong = [number(text) for text in apart(value)]
    every = sorted([value, *wrong])
    assert all(are_apart(one, other) for one, other in pairwise(every))
    assert value < 8 or len({round(other / one, 1) for one, other in pairwise(every)}) > 1
    assert min(every) < value
    assert len([one for one in every if one > value]) >= 3


@pytest.mark.parametrize(("place", "is_given_away"), [("Varnholm", False), ("Sorelskie Pole", True)])
def test_a_title_gives_a_place_away_by_its_stem(place, is_given_away):
    assert is_given_away is is_told(sorel().campaign, place)


def test_a_country_that_is_plain_from_its_place_is_a_detail():
    told = {str(item.importance.level) for item in sorel(place="Varnholm, France").of("places.where")}
    assert told == {"detail"}
