"""JSON: the keys of the contract, unknown as null, sources as objects."""

import json
from pathlib import Path

import pytest

from quizgen import api, dump
from quizgen.diagnostics import Span, warning
from quizgen.items import Family, Finding, Format, Item, Level, Refused
from quizgen.model import (
    Aim,
    Belligerent,
    By,
    Campaign,
    Commander,
    Contradiction,
    Entity,
    EntityKind,
    Estimate,
    Event,
    EventKind,
    Page,
    Quote,
    Result,
    Sentence,
    Side,
    Sourced,
    Unit,
)

HERE = Quote("a.txt", 3, "Vale")
SOURCE = {"file": "a.txt", "line": 3, "quote": "Vale"}
FIGURE = {"low": 8, "high": 9, "at_least": True, "at_most": False, "approximate": False, "of": "men", "who": None, "claimed_by": "SOHR"}
FIGURE |= {"within": None, "text": "8–9+", "source": SOURCE}


def test_a_campaign_has_every_key_of_the_contract():
    figure = Estimate("8–9+", HERE, "killed", 8, 9, at_least=True, of="men", claimed_by="SOHR")
    sentence = Sentence("They came.", "Siege", HERE)
    side = Side(
        "1",
        Sourced("Valeans", By("Anna", "so")),
        (Sourced("we", HERE),),
        (Belligerent("Vale", HERE, note="north"),),
        (Commander("Ilse", HERE, rank="Gen."),),
        (Unit("Guard", HERE, parent="Army"),),
        (figure,),
        (figure,),
    )
    campaign = Campaign(
        "s",
        "n",
        Sourced("S", HERE),
        page=Page("en.wikipedia.org", "S", revision=7),
        aims=(Aim("win", "1", HERE),),
        result=Result("1", "victory", None, "Vale wins", HERE),
        outcomes=(Sourced("o", HERE),),
        sides=(side,),
        civilian_casualties=(figure,),
        events=(Event(EventKind.STATE, sentence, by=True, id="e", corrected=By("Ben")),),
        entities=(Entity("Marn", EntityKind.PLACE, HERE, aliases=("M.",)),),
        contradictions=(Contradiction("c", ("1", "2"), (HERE,)),),
        see_also=(Sourced("T", HERE),),
    )
    by = {"by": {"who": "Anna", "why": "so", "ref": ""}}
    casualty = {"kind": "killed", **FIGURE}
    assert dump.campaign(campaign, [warning(Span("a.txt", 3, 2), "R1", "m", "h")]) == {
        "id": "s",
        "name": "n",
        "title": "S",
        "page": {"site": "en.wikipedia.org", "title": "S", "page_id": None, "revision": 7, "url": None, "retrieved": None, "licence": None},
        "as_of": None,
        "date": None,
        "date_notes": [],
        "place": None,
        "part_of": [],
        "aims": [{"text": "win", "side": "1", "source": SOURCE}],
        "result": {"winner": "1", "verdict": "victory", "degree": None, "text": "Vale wins", "source": SOURCE},
        "outcomes": [{"text": "o", "source": SOURCE}],
        "sides": [
            {
                "id": "1",
                "label": "Valeans",
                "aliases": ["we"],
                "belligerents": [{"name": "Vale", "note": "north", "bloc": None, "source": SOURCE}],
                "commanders": [{"name": "Ilse", "rank": "Gen.", "role": None, "fate": None, "placeholder": False, "source": SOURCE}],
                "units": [{"name": "Guard", "parent": "Army", "placeholder": False, "source": SOURCE}],
                "strength": [FIGURE],
                "casualties": [casualty],
                "sources": {"label": by, "aliases": [SOURCE]},
            }
        ],
        "civilian_casualties": [casualty],
        "events": [
            {
                **{"id": "e", "kind": "state", "by": True, "side": None, "action": None, "object": None, "place": None, "hedge": None},
                **{"caption": None, "date": None, "text": "They came.", "section": "Siege"},
                "source": {"by": {"who": "Ben", "why": "", "ref": ""}},
            }
        ],
        "entities": [{"name": "Marn", "kind": "place", "aliases": ["M."], "maybe_same": [], "source": SOURCE}],
        "contradictions": [{"text": "c", "values": ["1", "2"], "sources": [SOURCE]}],
        "see_also": ["T"],
        "sources": {"title": SOURCE, "date": None, "place": None, "part_of": [], "see_also": [SOURCE]},
        "diagnostics": [{"severity": "warning", "line": 3, "column": 2, "code": "R1", "message": "m", "hint": "h"}],
    }


def test_a_fact_has_the_keys_of_the_contract():
    campaign = api.read(str(Path(__file__).parent / "campaigns" / "marn.yaml")).campaign
    told = dump.fact(api.facts(campaign)[0])
    assert list(told) == ["id", "relation", "subject", "object", "claimed_by", "disputed", "hedge", "importance", "source"]
    assert (told["relation"], told["object"], told["importance"]) == ("start", "3 April 1632", "core")


@pytest.mark.parametrize(("pairs", "key"), [((), ["Vale"]), ((("Ilse", "Vale"),), [["Ilse", "Vale"]])])
def test_an_item_has_the_keys_of_the_contract(pairs, key):
    level = Level("core", "it is")
    item = Item("i", "t", Family.SIDES, Format.CLOZE, "s", ("Vale",), ("f",), HERE, level, Level(2, "easy"), "e", "c", pairs=pairs)
    told = dump.refused(Refused(item, (Finding(9, "leaks"),)))
    keys = "id code type family format stem key accepted distractors facts source claimed_by importance difficulty explanation sensitive"
    assert [*keys.split(), "refused"] == list(told)
    assert (key, {"level": 2, "why": "easy"}, [{"rule": 9, "why": "leaks"}]) == (told["key"], told["difficulty"], told["refused"])
    assert json.loads(dump.text(told)) == told
