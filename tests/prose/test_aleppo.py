"""The first article, read whole: what its prose says, checked sentence by sentence against the text."""

from functools import cache
from pathlib import Path

import pytest

from quizgen.infobox import read_infobox
from quizgen.model import Quote
from quizgen.prose import read_prose
from quizgen.prose.actions import Tense, clause
from quizgen.readers.flat import read

SEED = Path(__file__).parents[2] / "seeds" / "aleppo-2016.txt"
TABLE = (Path(__file__).parent / "aleppo_events.tsv").read_text(encoding="utf-8").splitlines()


@cache
def campaign():
    article = read(SEED.read_text(encoding="utf-8"), SEED.name, SEED.stem)
    return read_prose(article, read_infobox(article)[0])[0]


def on(day):
    return [e for e in campaign().events if e.date.edtf == day]


def test_every_event_is_as_the_table_says():
    slots = [
        (e.date.edtf, "by" * e.by, e.kind, e.side, e.actor, e.action, e.object, e.place, e.hedge, e.caption) for e in campaign().events
    ]
    assert TABLE[1:] == ["\t".join(str(slot or "") for slot in event) for event in slots]


def test_every_quote_stands_on_its_line():
    lines = SEED.read_text(encoding="utf-8").splitlines()
    told = campaign()
    labels = [label for side in told.sides for label in (side.label, *side.aliases)]
    leaves = [*told.sentences, *told.events, *told.entities, *told.aims, *told.see_also, *labels]
    sources = [leaf.source for leaf in leaves] + [source for found in told.contradictions for source in found.sources]
    assert all(isinstance(s, Quote) and s.quote and s.quote in lines[s.line - 1] for s in sources)


def test_ids_are_unique_and_hold_date_side_action_and_object():
    ids = [e.id for e in campaign().events]
    assert len(set(ids)) == len(ids)
    assert "2016-07-31-1-capture-al-hikma-school" in ids
    assert "2016-07-31--2016-08-01-1-capture-1070-al-hamadaniyah-housing-project" in ids


def test_huwayz_and_amariyah_change_hands():
    hands = [(e.date.edtf, e.side, e.action) for e in campaign().events if e.object == "Huwayz"]
    assert [("2016-08-02", "1", "capture"), ("2016-08-02", "2", "recapture")] == hands
    assert ["1", "2", "1", "2"] == [e.side for e in campaign().events if e.object == "Al-'Amariyah"]


def test_ramouseh_is_entered_four_days_before_it_is_captured():
    assert [("2016-08-02", "launch"), ("2016-08-02", "advance"), ("2016-08-02", "None"), ("2016-08-02", "repel")] == [
        (e.date.edtf, str(e.action)) for e in on("2016-08-02") if e.place == "Ramouseh"
    ]
    assert ["2016-08-06"] == [e.date.edtf for e in campaign().events if (e.action, e.object) == ("capture", "Ramouseh")]


@pytest.mark.parametrize(
    "part", ["Fatah Halab issued", "were preparing", "at least 130 civilians", "500 fighters", "Some speculated", "had been used as"]
)
def test_what_has_no_day_of_its_own_is_no_event(part):
    assert [] == [e for e in campaign().events if part in e.sentence.text]


def test_the_last_statement_has_no_date_and_the_aftermath_its_own():
    undated = next(s for s in campaign().sentences if s.text.startswith("Fatah Halab"))
    assert () == undated.dates
    assert ["2016-09-04"] == [d.edtf for d in campaign().sentences[-1].dates]


def test_captions_stand_alone():
    back = ("it", "its", "they", "their", "the army", "the base", "the complex", "another", "once", "former")
    shown = [f" {(e.caption or '').lower()} ".replace("the army of conquest", "") for e in campaign().events]
    assert [] == [words for words in shown if any(f" {word} " in words for word in back)]


def test_every_caption_can_be_said_in_the_past_and_asked_for():
    told = campaign()
    for event in (e for e in told.events if e.caption):
        present, past = clause(event, told, Tense.PRESENT), clause(event, told, Tense.PAST)
        assert past is not None
        assert past != present or event.action == "cut"
        assert clause(event, told, Tense.BASE) or event.side is None


def test_sides_are_named_as_the_prose_names_them():
    names = [[label.value for label in (side.label, *side.aliases)] for side in campaign().sides]
    assert [["rebels", "rebel forces"], ["government forces", "government troops", "Army", "military"]] == names


ALIASES = {
    "Ramouseh": {"Ramouseh district", "Ramouseh neighborhood"},
    "Al-'Amariyah": {"Al-'Amariyah village"},
    "1070 Al-Hamadaniyah Housing Project": {"1070 Housing Project", "1070 Housing Project neighborhood", "1070 complex"},
    "Al-Assad Military Academy": {"Military Academy", "Military Academy base"},
    "Mushrifah village": {"Sharfa"},
    "Artillery school": set(),
    "Armament school": set(),
}


@pytest.mark.parametrize(("name", "aliases"), ALIASES.items())
def test_a_place_has_all_its_names(name, aliases):
    entity = campaign().entity(name)
    assert (name, aliases) == (entity.name, set(entity.aliases))


LOOK_ALIKES = [
    ("Castello Road", "Al-Castillo Highway", True),
    ("Artillery Academy", "Artillery school", True),
    ("Jabhat Fateh", "Al-Nusra Front", True),
    ("Armament school", "Artillery school", False),
    ("16th Division", "13th Division", False),
    ("Ahrar al-Sham", "Ajnad al-Sham", False),
]


@pytest.mark.parametrize(("one", "other", "alike"), LOOK_ALIKES)
def test_look_alikes_are_marked_and_not_joined(one, other, alike):
    assert alike == (other in campaign().entity(one).maybe_same)
    assert alike == (one in campaign().entity(other).maybe_same)


def test_aims_are_kept_with_their_side():
    aims = [(aim.side, aim.text) for aim in campaign().aims]
    assert ("1", "establish a new supply line into Aleppo city") in aims
    assert ("1", "lift the siege on the rebel-held areas of the city") in aims


def test_contradictions_are_kept():
    assert [
        ("130 civilians killed", "at least 130 civilians"),
        ("8,000–10,000+ fighters", "8,000–10,000 fighters"),
        ("500 killed (SOHR claim)", "500 fighters on both sides"),
    ] == [found.values for found in campaign().contradictions]


def test_see_also_gives_titles():
    assert ["East Aleppo offensive (2015–16)", "2016 Southern Aleppo campaign"] == [campaign().see_also[i].value for i in (0, -1)]


RENAMED = {
    "Aleppo": "Vessen", "Ramouseh": "Dornik", "Huwayz": "Pelka", "Al-Hikma": "Al-Noora", "Al-'Amariyah": "Al-'Berisha",
    "Syria": "Ostria", "Al-Hamadaniyah": "Al-Torgoviya", "Al-Assad": "Al-Merk", "Mushrifah": "Kolpina", "Sharfa": "Ziga",
    "Handarat": "Molvi", "Minyan": "Orsa", "Castello": "Bardello", "Castillo": "Bardillo", "Rashidin": "Vorkin",
    "Russian": "Zornish", "Kurdish": "Belvish", "Fatah Halab": "Dawn Host", "Jabhat Fateh": "Mountain Host",
    "Steel Factory": "Paper Factory", "Armament": "Engineering", "Army of Conquest": "Army of Victory",
}  # fmt: skip


def test_other_names_make_the_same_events_under_those_names():
    def renamed(text):
        for name, other in RENAMED.items():
            text = text.replace(name, other)
        return text

    article = read(renamed(SEED.read_text(encoding="utf-8")), "vessen.txt", "vessen")
    other = read_prose(article, read_infobox(article)[0])[0]
    assert [renamed(e.caption or "") for e in campaign().events] == [e.caption or "" for e in other.events]
    assert [(e.date, e.side, e.action) for e in campaign().events] == [(e.date, e.side, e.action) for e in other.events]
    assert [renamed(e.name) for e in campaign().entities] == [e.name for e in other.entities]
