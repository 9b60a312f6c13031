"""What a sentence tells is one plain number, place, day or commander of it, and only where the sentence stands alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen import api
from quizgen.model import ToldKind
from quizgen.prose.places import places
from quizgen.prose.told import told

BOX = """= Battle of Selm =

Infobox
- Conflict: Battle of Selm
- Date: 4 – 29 May 1811
- Place: Selm
- Combatant1: Kingdom of Vardia
- Combatant2: Republic of Norland
- Commander1: Josef Arendt, Paul von Wenzel
- Commander2: Henrik Dahl, Jan Lund, Nils Lund

Selm stands in Vardia.

==The march==
"""


def of(tmp_path: Path, prose: str, kind: ToldKind) -> list[str]:
    path = tmp_path / "battle-of-selm.txt"
    path.write_text(BOX + prose + "\n", encoding="utf-8")
    return [one.value for one in told(api.read(str(path)).campaign) if one.kind is kind]


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("Dahl led 4,500 men from Tarnow to Brod.", "4,500"),
        ("Dahl led forty Norland guns from Tarnow to Brod.", "forty"),
        ("Dahl marched 12 miles (19 km) from Tarnow to Brod.", "12"),
        ("Dahl lost about 500 men at Brod.", "500"),
        ("Dahl lost  500 men at Brod.", "500"),  # a note was taken out
    ],
)
def test_a_plain_count_is_told(tmp_path: Path, sentence: str, figure: str) -> None:
    assert of(tmp_path, sentence, ToldKind.FIGURE) == [figure]


def test_two_of_a_kind_are_told_of_a_sentence_the_most_telling_first(tmp_path: Path) -> None:
    prose = "Dahl marched 12 miles to Brod with 300 men, six guns and the 7th Jaeger Regiment of the 9th Norland Division."
    assert of(tmp_path, prose, ToldKind.FIGURE) == ["300", "six"]
    assert of(tmp_path, prose, ToldKind.UNIT) == ["7th Jaeger Regiment", "9th Norland Division"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dahl lost at least 500 men at Brod.",
        "Dahl lost between 500 and 600 men at Brod.",
        "Dahl lost 500–600 men at Brod on 5 May.",
        "Dahl lost five or six guns at Brod.",
        "Dahl lost 20 of the 30 guns at Brod.",
        "Dahl lost two guns at the village of Brod.",
        "In 1811 men of Norland came to Brod with Dahl.",
        "Dahl lost three guns, Anna, Berta and Clara at Brod.",
        "Dahl sent 60 letters to the village of Brod.",
        "Dahl lost 300 men at Brod and 300 guns at Tarnow.",
        "Officially, Dahl led 300 men to the village of Brod.",
        "Historians think that Dahl led 300 men to Brod.",
        "Three German guns and 40 British guns were lost.",
        "On the 5th, Dahl led 300 men to Brod.",
        "Encouraged, Dahl led 300 men from Tarnow to Brod.",
        "Dahl ordered Brandt to do just that, with 300 men.",
    ],
)
def test_what_is_no_plain_count_is_not(tmp_path: Path, sentence: str) -> None:
    assert of(tmp_path, sentence, ToldKind.FIGURE) == []


def test_a_long_sentence_is_cut_before_a_clause_that_adds_to_it(tmp_path: Path) -> None:
    path = tmp_path / "battle-of-selm.txt"
    long = "On 5 May 1811 Dahl led 300 men of the Blue Fusiliers from Tarnow to Brod, where Brandt kept watch over Vesna."
    path.write_text(f"{BOX}{long}\n", encoding="utf-8")
    (figure,) = (one for one in told(api.read(str(path)).campaign) if one.kind is ToldKind.FIGURE)
    assert figure.text == "On 5 May 1811 Dahl led 300 men of the Blue Fusiliers from Tarnow to Brod."
    assert "Vesna" not in figure.named


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("General Dahl reached the village of Brod in May.", ["Dahl"]),
        ("Henrik Dahl reached the village of Brod in May.", ["Henrik Dahl"]),
        ("Von Wenzel reached the village of Brod in May.", []),
        ("Hans Dahl reached the village of Brod in May.", ["Dahl"]),
        ("Lund reached the village of Brod late in May.", []),
        ("Dahl reached Brod, and Dahl left Tarnow in May.", []),
    ],
)
def test_a_commander_is_told_by_a_name_that_is_his_alone(tmp_path: Path, sentence: str, who: list[str]) -> None:
    assert of(tmp_path, sentence, ToldKind.PERSON) == who


@pytest.mark.parametrize(
    ("prose", "who"),
    [
        ("Captain Otto Dahl led 300 men to Brod. On 5 May 1811 Dahl came to Tarnow.", []),  # which Dahl?
        ("Otto the Dahl led 300 men to Brod. On 5 May 1811 Dahl came to Tarnow.", []),
        ("Josef Dahl led 300 men to Brod. On 5 May 1811 Dahl came to Tarnow.", []),  # a given name of the lists
        ("Captain Henrik Dahl led 300 men to Brod.", ["Henrik Dahl"]),
        ("Captain H. Dahl led 300 men to Brod.", ["Dahl"]),
        ("Captain Erik Falk led 300 men from Tarnow to Brod.", ["Erik Falk"]),  # of no list, but with his rank
        ("Captain Erik D. Falk led 300 men from Tarnow to Brod.", ["Erik D. Falk"]),
        ("On 5 May 1811, Captain Erik Falk led 300 men to Brod.", ["Erik Falk"]),
        ("Captain Erik Falk, chief of the Fusiliers, agreed.", []),
        ("Erik Falk led 300 men from Tarnow to Brod.", []),
        ("Captain Erik Falk's Blue Fusiliers reached Brod with 300 men.", []),
    ],
)
def test_a_surname_is_told_of_him_alone_whom_it_means(tmp_path: Path, prose: str, who: list[str]) -> None:
    assert of(tmp_path, prose, ToldKind.PERSON) == who


def test_the_day_of_each_sentence_is_told_though_several_are_of_one_day(tmp_path: Path) -> None:
    prose = "On 5 May 1811 Dahl led 300 men of Norland to Brod. On 5 May 1811 Arendt built forty rafts on the Orr at Tarnow."
    assert of(tmp_path, prose, ToldKind.DATE) == ["5 May 1811", "5 May 1811"]


def test_places_are_those_that_things_were_done_at(tmp_path: Path) -> None:
    path = tmp_path / "battle-of-selm.txt"
    prose = (
        "Dahl reached Tarnow on foot, came to the Orr river and fought at Brod. Arendt fought at Selm and in Germany. "
        "Horka was occupied by Norland from the Port of Brod. Arendt was captured near Horka. "
        "The Anna fired at Lipnik. Dahl embarked on Berta. "
        "Berta sailed to Brod. Brandt met with Churchill at Brod. "
        "Winston Churchill left. It ended in Vardia's Founding Day. On Founding Day he rode to Lipnik."
    )
    path.write_text(f"{BOX}{prose}\n", encoding="utf-8")
    found = places(api.read(str(path)).campaign)
    assert {"Tarnow", "Brod", "Lipnik"} <= {*found}
    assert found["Horka"] == 2
    assert not {"Selm", "Germany", "Berta", "Churchill", "Founding Day", "Vardia's Founding Day"} & {*found}
    assert found["Brod"] == 3
