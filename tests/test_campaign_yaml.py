"""Campaign YAML: the round trip, the look of it, and what is said of bad files."""

from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.campaign_yaml import dump, load
from quizgen.campaign_yaml.shape import leaves
from quizgen.historical_date import HistoricalDate
from quizgen.model import Belligerent, By, Campaign, Event, EventKind, Quote, Sentence, Side, Sourced

SIDES = ("1", "NO")
ODD = [
    "NO",
    "yes",
    "1:30",
    "08",
    "0x1F",
    "null",
    "~",
    "",
    " lead",
    "trail ",
    "a: b",
    "#c",
    "- d",
    "{e}",
    "[f]",
    "'",
    '"',
    "1e3",
    "2016-07-31",
    "8",
    "\u2028",
    "\ttab",
    "line\nline",
    "Điện Biên Phủ",
    "Na’asani",
    "&a",
    "*a",
    "!t",
    "%",
    "@",
    "🏰",
    "a, b",
    "?",
    "=",
    "\\",
    "\x85",
    "\x07",
]
TEXTS = st.one_of(st.sampled_from(ODD), st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12))
DAY = (HistoricalDate("2016-07-31"),)
DATES = st.sampled_from(["2016-07-31", "2016-07", "-0326-05/-0325-03", "2017-10-05/..", "1708~"]).map(HistoricalDate)
SOURCES = st.one_of(
    st.builds(Quote, st.sampled_from(["a.txt", "b.txt"]), st.integers(1, 999), TEXTS),
    st.builds(By, TEXTS.filter(bool), TEXTS, TEXTS),
)


def of_type(hint):
    """Values of a field's declared type."""
    if get_origin(hint) is tuple:
        return st.lists(of_type(get_args(hint)[0]), max_size=2).map(tuple)
    options = get_args(hint)
    if type(None) in options:
        return st.none() | of_type(next(option for option in options if option is not type(None)))
    if Quote in options:
        return SOURCES
    if hint is HistoricalDate:
        return DATES
    if is_dataclass(hint):
        return records(hint)
    plain = {str: TEXTS, int: st.integers(-(10**12), 10**12), bool: st.booleans()}
    return st.sampled_from(list(hint)) if isinstance(hint, type) and issubclass(hint, Enum) else plain[hint]


def records(cls, **given_values):
    """Values of a dataclass of the model."""
    hints = get_type_hints(cls)
    told = {f.name: of_type(hints[f.name]) for f in fields(cls)}
    told |= {name: st.sampled_from([None, *SIDES]) for name in ("side", "winner") if name in told}
    return st.builds(cls, **(told | given_values))


@st.composite
def campaigns(draw):
    sentences = draw(st.lists(records(Sentence), max_size=3, unique=True))
    events = [event for sentence in sentences for event in draw(st.lists(records(Event, sentence=st.just(sentence)), max_size=2))]
    texts, sides = TEXTS.filter(bool), st.tuples(*(records(Side, id=st.just(id_)) for id_ in SIDES))
    names = st.from_regex(r"[\w .-]{1,30}[\w-]", fullmatch=True)
    return draw(records(Campaign, id=texts, name=names, sides=sides, sentences=st.just(tuple(sentences)), events=st.just(tuple(events))))


@pytest.mark.no_cover
@settings(max_examples=80, deadline=None)
@given(campaigns())
def test_what_is_dumped_loads_as_it_was(campaign):
    assert campaign == load(dump(campaign), "campaign.yaml")


MARN = Path(__file__).parent / "campaigns" / "marn.yaml"
TITLE = Sourced("Aleppo offensive", Quote("aleppo.txt", 1, "Aleppo offensive"))
SENTENCE = Sentence("On 31 July the rebels attacked.", "The offensive", Quote("aleppo.txt", 25, "On 31 July the rebels attacked."), DAY)


def test_the_yaml_says_each_thing_once():
    powers = (
        Belligerent("Ahrar al-Sham", Quote("aleppo.txt", 9, "Ahrar al-Sham"), id="ahrar-al-sham"),
        Belligerent("Sham Legion", Quote("units.txt", 3, "* Sham Legion"), note="from 2014", id="sham"),
        Belligerent("Levant Front", By("Anna", "it is in the text", "line 30"), id="levant-front"),
    )
    event = Event(EventKind.ACTION, SENTENCE, DAY[0], side="1", action="attack", caption="The rebels attack")
    state = Event(EventKind.STATE, SENTENCE, corrected=By("Ben"))
    sides = (Side("1", belligerents=powers),)
    campaign = Campaign("aleppo-offensive", "aleppo", TITLE, sides=sides, sentences=(SENTENCE,), events=(event, state))
    expected = """\
quizgen: campaign/1  # output: correct it in aleppo.fix.yaml, not here
id: aleppo-offensive
name: aleppo
file: aleppo.txt
title: {text: Aleppo offensive, at: 1}

sides:
- id: 1
  belligerents:
  - {name: Ahrar al-Sham, at: 9}
  - {name: Sham Legion, note: from 2014, id: sham, at: 3, quote: '* Sham Legion', in: units.txt}
  - {name: Levant Front, by: {who: Anna, why: it is in the text, ref: line 30}}

narrative:
- section: The offensive
  sentences:
  - text: On 31 July the rebels attacked.
    dates: [2016-07-31]
    at: 25
    events:
    - {side: 1, action: attack, caption: The rebels attack}
    - {kind: state, date: null, corrected: Ben}
"""
    assert expected == dump(campaign)
    assert campaign == load(expected, "x.yaml")


def test_a_campaign_written_by_hand_needs_its_author_only_once():
    campaign = load(MARN.read_text(encoding="utf-8"), "folder/marn.yaml")
    author = By("Anna", ref="Textbook, p. 12")
    assert (campaign.id, campaign.name) == ("siege-of-marn", "marn")
    assert {author} == {source for _, source in leaves(campaign)}
    assert campaign == load(dump(campaign), "marn.yaml")
    assert "#" not in dump(campaign)


@pytest.mark.parametrize(
    ("leaf", "expected"),
    [
        ("Vale", By("Anna", "w", "r")),
        ("{text: Vale, ref: p. 3}", By("Anna", "w", "p. 3")),
        ("{text: Vale, by: Ben}", By("Ben")),
        ("{text: Vale, by: Ben, why: a slip, ref: p. 4}", By("Ben", "a slip", "p. 4")),
        ("{text: Vale, by: {who: Ben, ref: p. 4}}", By("Ben", "", "p. 4")),
        ("{text: Vale, at: 7, in: a.txt}", Quote("a.txt", 7, "Vale")),
        ("{text: Vale, at: 7, in: a.txt, quote: ''}", Quote("a.txt", 7, "")),
    ],
)
def test_a_leaf_says_where_it_comes_from(leaf, expected):
    text = f"quizgen: campaign/1\nby: {{who: Anna, why: w, ref: r}}\ntitle: X\nplace: {leaf}\n"
    assert Sourced("Vale", expected) == load(text, "x.yaml").place


def test_events_out_of_order_are_no_campaign():
    other = Sentence("Later.", "", Quote("aleppo.txt", 26, "Later."))
    with pytest.raises(ValueError, match="order"):
        dump(Campaign("a", "a", TITLE, sentences=(SENTENCE,), events=(Event(EventKind.ACTION, other),)))
