"""Figures that their field or a note calls disputed."""

import pytest

from quizgen.infobox import read_infobox
from quizgen.readers import flat, wikitext
from quizgen.relations import facts

WIKI = """{{Infobox military conflict
| conflict = Siege of Orlam
| date = 5 May 1704
| combatant1 = Verre
| combatant2 = Lowmark
| casualties1 = %s
| casualties2 = 70 killed
| casualties3 = 9 civilians killed
}}
The siege."""
FLAT = """= Siege of Orlam =

Infobox
- Date: 5 May 1704
- Combatant1: Verre
- Casualties1: %s
- Casualties3: 9 civilians killed

The siege."""


def disputed(campaign):
    return [text for found in campaign.contradictions for text in found.values[:1]]


@pytest.mark.parametrize(
    ("field", "texts"),
    [
        ("300 killed", []),
        ("300 killed{{efn|All figures are disputed.}}", ["300 killed"]),
        ("300 killed<br>40 guns lost<ref>Historians disagree on both.</ref>", ["300 killed", "40 guns lost"]),
        ("300 killed{{disputed inline}}", ["300 killed"]),
        ("300 killed<ref>Maas, ''The disputed island'', p. 4</ref>", []),
        ("300 killed (disputed)<br>40 guns lost", ["300 killed (disputed)"]),
        ("300 killed<br>40 wounded<br>''Figures disputed''", ["300 killed", "40 wounded"]),
        ("300 killed{{refn|group=lower-alpha|Of these, about 120 were taken in Orl on the day after.}}", []),
        ("300 killed{{efn|Of these, 120 died in Orl. Maas estimates 500.}}", ["300 killed"]),
        ("300 killed<br>900 captured<br>'''Total''': 1,100 casualties", ["300 killed", "900 captured", "1,100 casualties"]),
        ("300 killed<br>900 captured<br>'''Total''': 1,200 casualties", []),
        ("300 killed<br>900 captured<br>800 casualties", []),
        ("300 killed<br>900 captured<br>'''Total''': 2,100 casualties", []),
        ("300 killed (Maas claim){{efn|Estimates vary.}}<br>200 killed", ["200 killed"]),
    ],
)
def test_a_note_casts_doubt_on_the_figures_of_its_field(field, texts):
    campaign, diagnostics = read_infobox(wikitext.read(WIKI % field, "a.wiki", "a"))
    assert texts == disputed(campaign)
    assert {"R250"}.isdisjoint(d.code for d in diagnostics)
    assert texts == [fact.leaf.text for fact in facts(campaign) if fact.disputed]


def test_a_flat_field_says_so_itself():
    campaign, _ = read_infobox(flat.read(FLAT % "300 killed, 40 guns lost, All figures are disputed", "a.txt", "a"))
    assert ["300 killed", "40 guns lost"] == disputed(campaign)


def test_civilian_figures_are_disputed_too():
    campaign, _ = read_infobox(flat.read(FLAT.replace("civilians killed", "civilians killed (disputed)") % "3 killed", "a.txt", "a"))
    assert ["9 civilians killed (disputed)"] == disputed(campaign)


@pytest.mark.parametrize(
    ("note", "are_barred"),
    [
        ("{{#tag:ref|These stood around Orlam; the unit that fought is not known|group=nb}}", True),
        ("{{efn|Only some of the battalions of each fought.}}", True),
        ("<ref group=n>Which of them came is unclear.</ref>", True),
        ("{{efn|Raised in May.}}", False),
        ("<ref>{{cite book|title=It is not known|year=1950}}</ref>", False),
        ("", False),
    ],
)
def test_a_note_casts_doubt_on_an_order_of_battle(note, are_barred):
    box = (WIKI % "300 killed").replace("| casualties2", f"| units1 = 1st Division<br>2nd Division{note}\n| casualties2")
    campaign, _ = read_infobox(wikitext.read(box, "a.wiki", "a"))
    assert [are_barred, are_barred] == [unit.placeholder for unit in campaign.sides[0].units]


@pytest.mark.parametrize(
    "note", ["All figures are approximate.", "The numbers are not known for certain.", "Casualties are rough guesses."]
)
def test_a_note_that_calls_figures_guesses_settles_none(note):
    campaign, _ = read_infobox(wikitext.read(WIKI % f"300 killed{{{{efn|{note}}}}}", "a.wiki", "a"))
    assert ["300 killed"] == disputed(campaign)
