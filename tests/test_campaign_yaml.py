"""Campaign YAML: the round trip, the look of it, and what is said of bad files."""

from dataclasses import fields, is_dataclass
from enum import Enum
from typing import get_args, get_origin, get_type_hints

from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.campaign_yaml import dump, load
from quizgen.historical_date import HistoricalDate
from quizgen.model import (
    By,
    Campaign,
    Commander,
    DatedText,
    Event,
    EventKind,
    Quote,
    Sentence,
    Side,
    Sourced,
)

ODD = ["NO", "yes", "1:30", "08", "0x1F", "null", "~", "", " lead", "trail ", "a: b", "#c", "- d", "{e}", "[f]", "'", '"', "1e3", "2016-07-31",
       "8", "\u2028", "\ttab", "line\nline", "Điện Biên Phủ", "Na’asani", "&a", "*a", "!t", "%", "@", "🏰", "a, b", "?", "=", "\\", "\x85", "\x07"]
TEXTS = st.one_of(st.sampled_from(ODD), st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12))
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
    return st.builds(cls, **({f.name: of_type(hints[f.name]) for f in fields(cls)} | given_values))


@st.composite
def campaigns(draw):
    sentences = draw(st.lists(records(Sentence), max_size=3, unique=True))
    events = [event for sentence in sentences for event in draw(st.lists(records(Event, sentence=st.just(sentence)), max_size=2))]
    texts = TEXTS.filter(bool)
    return draw(records(Campaign, id=texts, name=texts, sentences=st.just(tuple(sentences)), events=st.just(tuple(events))))


@settings(max_examples=150, deadline=None)
@given(campaigns())
def test_what_is_dumped_loads_as_it_was(campaign):
    assert campaign == load(dump(campaign), "campaign.yaml")
