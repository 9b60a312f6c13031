"""A plain dated sentence is told in its own words; what needs its context is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen import api
from quizgen.model import Campaign
from quizgen.prose.plain import plain

BOX = """= Siege of Harn =

Infobox
- Conflict: Siege of Harn
- Date: 3 June – 20 July 1762
- Combatant1: Kingdom of Orrland
- Combatant2: Duchy of Veld
- Commander1: Anton Marek
- Commander2: Karl Brandis

The siege was watched from Brenn and Tarnau by Lohm. The rebels lost.

==The siege==
"""


def read(tmp_path: Path, prose: str) -> Campaign:
    path = tmp_path / "siege-of-harn.txt"
    path.write_text(BOX + prose + "\n", encoding="utf-8")
    return api.read(str(path)).campaign


def told(tmp_path: Path, prose: str) -> list[str]:
    campaign = read(tmp_path, prose)
    return list(dict.fromkeys(said.text for event in campaign.events if (said := plain(event, campaign))))


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Tarnau surrendered on 5 June 1762.", "Tarnau surrendered"),
        ("On 5 June 1762, the Orrish Guards stormed the Molen Redoubt.", "The Orrish Guards stormed the Molen Redoubt"),
        ("At dawn on 5 June Brandis reached Lindow.", "Brandis reached Lindow"),
        ("On the morning of 5 June Lohm entered Lindow.", "Lohm entered Lindow"),
        ("Marek and Lohm reached Lindow on 5 June and visited the sappers.", "Marek and Lohm reached Lindow"),
        ("On 5 June 2nd Division attacked.", "2nd Division attacked"),
        ("Brandis resigned on 5 June, having lost his army.", "Brandis resigned"),
        ("On 5 June Lohm crossed the Orr with 1,500 men.", "Lohm crossed the Orr with 1,500 men"),
        ("Lohm took the mouth of the Orr on 5 June.", "Lohm took the mouth of the Orr"),
        ("The storm lasted two days, and Brenn yielded on 5 June.", "Brenn yielded"),
        ("Anker Battery was silenced on 5 June by mortars.", "Anker Battery was silenced"),
    ],
)
def test_a_plain_sentence_is_told_without_its_time(tmp_path: Path, sentence: str, said: str) -> None:
    assert told(tmp_path, sentence) == [said]


def test_a_day_named_by_its_number_is_the_time_of_its_sentence(tmp_path: Path) -> None:
    assert told(tmp_path, "On 5 June Lohm crossed the Orr. Tarnau surrendered on the 21st.")[-1] == "Tarnau surrendered"


def test_two_clauses_with_a_day_each_are_told_apart(tmp_path: Path) -> None:
    found = told(tmp_path, "Lohm took Lindow on 7 June, and Tarnau fell on 8 July.")
    assert sorted(found) == ["Lohm took Lindow", "Tarnau fell"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The fort surrendered on 5 June.",  # which fort?
        "On 5 June the Orrish fort surrendered.",
        "On 5 June they crossed the Orr.",
        "On 5 June Lohm attacked it.",
        "On 5 June Lohm took the city's Roman walls.",
        "On 5 June Lohm returned to Lindow.",
        "On 5 June Lohm reportedly entered Lindow.",
        "According to Brandis, Lohm entered Lindow on 5 June.",
        "On 5 June Lohm did not enter Lindow.",
        "On 5 June Lohm planned to enter Lindow.",
        "On 5 June Lohm would enter Lindow.",
        "By 5 June Lohm reached Lindow.",
        "Lohm reached Lindow two days later.",
        "Lohm had reached Lindow on 5 June.",
        "Troops entered Lindow on 5 June.",  # a name by its place only
        "Two ships of Brandis reached Lindow on 5 June.",
        "On 5 June Lohm took a small, walled town.",
        "On 5 June Lohm held Lindow.",
        "Lohm, who reached Lindow on 5 June, was ill.",
        "On 5 June troops led by Lohm entered Lindow.",
        "Lohm was at Lindow on 5 June.",
        "Lohm entered Lindow on 5 June unless the annals err.",
        "Lohm was put on 5 June in command.",
        "Lohm was in Lindow between 5 June and 9 June.",
        "On 5 June Lohm entered Lindow (Veld).",
        "Discussion of Lindow opened in Tarnau on 5 June.",
        "On 5 June, Lohm.",
        "On 5 June Lohm arrived.",  # where?
        "On 5 June Lohm attacked.",
        "Troops of Lohm entered Lindow on 5 June.",
        "On 5 June the Orrish Guards took Lindow at 1600.",
        "On 5 June Lohm and Marek wanted to enter Lindow.",
    ],
)
def test_what_leans_on_its_context_is_left_out(tmp_path: Path, sentence: str) -> None:
    assert told(tmp_path, sentence) == []


def test_the_clause_keeps_its_words_and_lowers_only_the_article(tmp_path: Path) -> None:
    campaign = read(tmp_path, "The Orrish Guards stormed the Molen Redoubt on 5 June.")
    (said,) = (found for event in campaign.events if (found := plain(event, campaign)))
    assert (said.inside, said.verb) == ("the Orrish Guards stormed the Molen Redoubt", "stormed")
