"""Laws of reading prose, whatever it says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.model import Quote
from quizgen.prose.words import words
from tests.prose.telling import CIVIL, told

pytestmark = pytest.mark.no_cover

WORDS = words(
    "the rebels government forces Army captured was were by had in an attempt to on 2 May 3–4 June 1921 next morning during night Orl "
    'village Hill 12 and , . ; ( ) " “ ” which after while 500 men killed civilians at least most of it them reportedly launched '
    "assault with being The Aim aim offensive siege 05:10 – ' é 18px * == a also known as"
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(sorted(WORDS)), max_size=60))
def test_no_prose_stops_the_reader_and_all_it_gives_stands_in_the_text(chosen):
    prose = "x " + " ".join(chosen)
    campaign = told(prose, **CIVIL, Strength1="900 fighters", Casualties3="130 civilians killed")
    assert all(isinstance(s.source, Quote) and s.text in prose for s in campaign.sentences)
    assert len({e.id for e in campaign.events}) == len(campaign.events)
    assert all(e.sentence in campaign.sentences for e in campaign.events)
    assert all(e.date and e.date.first <= max(d.last for d in e.sentence.dates) for e in campaign.events)


def test_a_sentence_too_long_to_be_one_is_kept_and_not_read():
    campaign = told("On 2 May, the rebels captured Orl village " + "and more " * 300 + ".", **CIVIL)
    assert 1 == len(campaign.sentences)
    assert ((), ()) == (campaign.events, campaign.sentences[0].dates)
