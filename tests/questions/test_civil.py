"""A coup or a protest has leading figures who took part: no stem speaks of commanders who fought."""

import re

import pytest

from quizgen import api
from quizgen.asking import ask
from quizgen.campaign_yaml import dump, load
from quizgen.questions._civil import worded
from quizgen.solver import types
from quizgen.world import load as load_world

BOX = """{{{{Infobox {box}
| {title} = Orlo protests
| date = 3 May 1911 – 9 June 1911
| place = [[Orlo]], Tamm
| {side}1 = {{{{flag|Kingdom of Tamm|name=Tamm}}}}<br>[[Home Guard (Tamm)|Home Guard]]
| {side}2 = [[Weavers' League]]<br>[[Student Front]]<br>[[Millers' Union]]
| {leader}1 = [[Jan Osk]]<br>[[Otto Voss]] (Minister of the Interior)<br>[[Piet Harrow]]
| {leader}2 = [[Ada Holm]] {{{{POW}}}}<br>[[Emil Stroop]]<br>[[Ilsa Marek]] {{{{WIA}}}}
| {many}1 = 2,000 policemen
| {many}2 = 9,000 marchers
}}}}
The '''Orlo protests''' began on 3 May 1911. Jan Osk and Ada Holm met on 9 May 1911.
"""
CIVIL = BOX.format(box="civil conflict", title="title", side="side", leader="leadfigures", many="howmany")
MILITARY = BOX.format(box="military conflict", title="conflict", side="combatant", leader="commander", many="strength")


def read(text):
    return api.understand(text, "orlo", ".wiki", "orlo.wiki", "orlo.wiki", None, None, ()).campaign


def told(text):
    items, _ = ask(load_world(read(text)))
    return {item.id: " ".join((item.stem, item.explanation, *(wrong.why_false for wrong in item.distractors))) for item in items}


def test_box_says_whether_a_conflict_is_civil_and_yaml_keeps_it():
    assert (True, False) == (read(CIVIL).civil, read(MILITARY).civil)
    assert read(CIVIL) == load(dump(read(CIVIL)), "orlo.yaml")


def test_both_boxes_give_the_same_questions_each_in_its_own_words():
    civil, military = told(CIVIL), told(MILITARY)
    assert {*civil} == {*military}
    assert not [text for text in civil.values() if re.search(r"\b(?:commander|commanded|fought|fight|power|belligerent)", text)]
    assert [text for text in civil.values() if "leading figures of" in text]
    assert [text for text in civil.values() if "took part on the same side as" in text or "took part alongside" in text]
    assert [text for text in military.values() if "commanders of" in text]
    assert not [text for text in civil.values() if re.search(r"\b(?:of|in|did) Orlo protests", text)]


@pytest.mark.parametrize("name", types())
def test_no_template_keeps_a_word_of_war(name):
    told = [worded(stem, read(CIVIL)) for stems in types()[name].stems.values() for stem in stems]
    assert not [stem for stem in told if re.search(r"\b(?:commanders?|fought|fight|fighting|powers?)\b", stem)]
