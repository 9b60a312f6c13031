"""Past findings of `make fuzz`, and a few hundred new inputs for each target: text of the signs that its format knows."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.targets import FINDINGS, TARGETS, attempt

pytestmark = pytest.mark.no_cover

FOUND = sorted(path.relative_to(FINDINGS).as_posix() for path in FINDINGS.glob("*/*"))
YAML = (
    "quizgen: |campaign/1|deck/1|sheet/1|fix/1|ledger/1|title: |sides:\n|- |id: 1|{|}|[|]|, |\n|  |name: |a|: |text: |at: 3|by: |n: 5"
    "|'|\"|#|&a |*a|!!x |~|-1|99999999999999999999|2016-07-31|notes:\n|corrections:\n|set: |value: |who: |why: "
)
WORDS = (
    "3 |May |31|/|-|–|.|BC|AD|1900|99999|c. |XIV|half |million|, |(|)|: |a|b|? |and |١|²|½|the |1,000|\u202e|\x1b[2J| killed|'''|{{|}}"
    "|[[|]]|*|\n|<ref>|victory"
)
XML = (
    "<mediawiki>|<page>|<title>|</title>|<revision>|<text>|</text>|</revision>|</page>|</mediawiki>|&amp;|&#0;|<!--|-->|<![CDATA[|]]>|a"
    "|<?xml version='1.0' encoding='x'?>|<!DOCTYPE a>|{{Infobox battle|}}|\x00"
)
SIGNS = {"campaign": YAML, "fix": YAML, "recipe": YAML, "ledger": YAML, "export": XML, "packed": XML}


@pytest.mark.parametrize("name", FOUND)
def test_what_was_found_once_is_mended(name):
    attempt(name.partition("/")[0], (FINDINGS / name).read_bytes())


@pytest.mark.parametrize("target", TARGETS)
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_nothing_but_an_error_with_a_place_leaves_a_reader(target, data):
    signs = st.lists(st.sampled_from(SIGNS.get(target, WORDS).split("|")), max_size=40).map("".join)
    text = data.draw(st.one_of(signs, st.text(max_size=80)))
    head = {"campaign": "quizgen: campaign/1\n", "fix": "quizgen: fix/1\n", "recipe": "quizgen: sheet/1\n", "ledger": "quizgen: ledger/1\n"}
    attempt(target, (head.get(target, "") * data.draw(st.booleans()) + text).encode(errors="surrogatepass"))
