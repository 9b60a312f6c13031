"""Paragraphs → sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.prose.sentences import sentences

CASES = {
    "plain": ("They came. They saw.", ["They came.", "They saw."]),
    "ranks": ("Maj. Gen. Orde met Lt. Col. Falk. He left.", ["Maj. Gen. Orde met Lt. Col. Falk.", "He left."]),
    "initials": ("J. F. C. Orde wrote it. It sold.", ["J. F. C. Orde wrote it.", "It sold."]),
    "decimals": ("It lay 3.5 km away. No. 8 Company went.", ["It lay 3.5 km away.", "No. 8 Company went."]),
    "initialisms": ("The U.S. Army left the U.S. The rest stayed.", ["The U.S. Army left the U.S.", "The rest stayed."]),
    "an initialism in brackets": ("It fell on 2 May (O.S.). Marn's army left.", ["It fell on 2 May (O.S.).", "Marn's army left."]),
    "a time of day": ("It fell at 8:15 p.m. Coming down he ran.", ["It fell at 8:15 p.m.", "Coming down he ran."]),
    "a time of day that a name follows": ("At 8 p.m. Fleming left.", ["At 8 p.m. Fleming left."]),
    "quotes": ('"It is over. We go," he said. They went.', ['"It is over. We go," he said.', "They went."]),
    "a closing quote": ('He said "Go." They went.', ['He said "Go."', "They went."]),
    "brackets": ("It fell (as told. Later). It burnt.", ["It fell (as told. Later).", "It burnt."]),
    "an open bracket that never closes": ("It fell (as told. It burnt.", ["It fell (as told.", "It burnt."]),
    "marks": ("Halt! Who goes? Friends… All slept.", ["Halt!", "Who goes?", "Friends…", "All slept."]),
    "accents": ("Es fiel. Émile kam. Đặng too.", ["Es fiel.", "Émile kam.", "Đặng too."]),
    "lower case goes on": ("They took approx. 500 men, etc. and left.", ["They took approx. 500 men, etc. and left."]),
    "nothing": ("  ", []),
}


@pytest.mark.parametrize(("text", "found"), CASES.values(), ids=CASES)
def test_a_sentence_ends_where_a_reader_stops(text, found):
    assert found == list(sentences(text))


@given(st.text(alphabet='aA. !?"“”()[]1é', max_size=60))
def test_no_character_but_white_space_is_lost(text):
    assert text.replace(" ", "") == "".join(sentences(text)).replace(" ", "")
