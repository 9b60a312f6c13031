"""Coverage: every word of the infobox is in the model or under a diagnostic, and each unused sentence says why."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizgen import api
from quizgen.coverage import Unused, cover
from quizgen.infobox import read_infobox
from quizgen.infobox.leftovers import unexplained
from quizgen.prose import read_prose
from quizgen.readers.flat import read

TESTS = Path(__file__).parent
OWN = [
    TESTS.parent / "seeds" / "aleppo-2016.txt",
    *sorted((TESTS / "articles").glob("*.txt")),
    *sorted((TESTS / "readers" / "wiki").glob("*.wiki")),
]
LONG = "On 3 May 1921 they came" + ", and they came" * 150 + "."


def flat(*box, prose=""):
    """A flat article with these lines in its box; its campaign; what was noticed of it."""
    article = read("\n".join(["= Siege of Vessen =", "", "Infobox", *(f"- {line}" for line in box), "", prose]), "vessen.txt", "vessen")
    boxed, found = read_infobox(article)
    return article, read_prose(article, boxed)[0], found


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.name)
def test_every_word_of_the_infobox_is_in_the_model_or_under_a_diagnostic(path):
    reading = api.read(str(path), fix=None)
    assert [] == list(unexplained(reading.article, reading.campaign, reading.diagnostics))


def test_a_word_that_the_model_lost_is_unexplained_at_its_place():
    article, campaign, found = flat("Date: 3 May 1921", "Commander1: Ivo Marn, Jan Tamm")
    lost = replace(campaign, sides=(replace(campaign.sides[0], commanders=campaign.sides[0].commanders[:1]),))
    assert [("Jan", 5, 25), ("Tamm", 5, 29)] == [(word, s.line, s.column) for word, s in unexplained(article, lost, found)]
    assert [] == list(unexplained(article, campaign, found))


@pytest.mark.parametrize("line", ["Commander1: Ivo MarnKIA", "Wether: cold and wet", "Image: vessen.png", "Combatant1: 18px Vessen"])
def test_what_is_glued_unknown_or_only_looks_is_explained(line):
    article, campaign, found = flat("Date: 3 May 1921", line)
    assert [] == list(unexplained(article, campaign, found))


def test_losses_of_no_side_are_looked_for_among_the_civilians():
    article, campaign, found = flat("Date: 3 May 1921", "Combatant1: A", "Combatant2: B", "Casualties3: 130 civilians killed")
    assert [] == list(unexplained(article, campaign, found))
    assert ["130", "civilians", "killed"] == [w for w, _ in unexplained(article, replace(campaign, civilian_casualties=()), found)]


@pytest.mark.parametrize(
    ("why", "prose"),
    [
        (Unused.LONG, LONG),
        (Unused.UNSETTLED, "In the days after 3 May the rain was heavy."),
        (Unused.NO_VERB, "On 3 May 1921, the feast of the town, the weather."),
        (Unused.OUTSIDE, "On 3 June 1921 an attack was planned by them."),
        (Unused.UNSURE, "On 3 May 1921 an attack was planned by them."),
    ],
)
def test_a_dated_sentence_that_gives_no_event_says_why(why, prose):
    article, campaign, found = flat("Date: 1–9 May 1921", "Combatant1: A", prose=prose)
    assert [why] == [reason for _, reason in cover(article, campaign, found).unused]


def test_coverage_counts_fields_spans_sentences_and_captions():
    prose = "On 3 May 1921 the Vessen Republic captured the village of Orl. On 4 May 1921, a feast."
    got = cover(*flat("Date: 1–9 May 1921", "Place: ", "Combatant1: Vessen Republic", "Wether: cold", prose=prose))
    assert (2, 3, 1, 2, 1) == (got.fields, got.known, len(got.spans), got.dated, len(got.unused))
    assert "infobox: 2 of 3 fields read, 1 spans not understood" == next(got.lines())
    lost = replace(got, unexplained=(("a", got.spans[0]),), unused=())
    assert ["1 words in neither the model nor a diagnostic", "prose: 2 of 2 dated sentences used"] == [
        line.split("understood, ")[-1] for line in lost.lines()
    ][:2]
