"""Whatever stands in an infobox, of each field and in both forms, is in the model or under a diagnostic that points at it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.diagnostics import note
from quizgen.infobox import read_infobox
from quizgen.infobox.leftovers import unexplained
from quizgen.readers import flat, wikitext
from tests.infobox import test_context, test_dating, test_figures, test_orders, test_people, test_powers, test_results

pytestmark = pytest.mark.no_cover

FIELDS = {
    "date": [row[0] for row in test_dating.CASES],
    "place": [row[0] for row in test_context.PLACES],
    "partof": [row[0] for row in test_context.PARTS],
    "result": [row[0] for row in test_results.CASES],
    "combatant": [row[0] for row in test_powers.CASES],
    "commander": [row[0] for row in (*test_people.CASES, *test_people.NOBODY)],
    "units": [row[0] for row in (*test_orders.CASES, *test_orders.REPORTED)],
    "strength": [row[0] for row in test_figures.STRENGTH],
    "casualties": [row[0] for row in test_figures.LOSSES],
}
PIECES = {key: sorted({piece for value in values for piece in value.split(", ") if piece.strip(" *")}) for key, values in FIELDS.items()}
SIDED = ("combatant", "commander", "units", "strength", "casualties")
MARKED = ["{}", "[[{}]]", "[[A|{}]]", "'''{}'''", "''{}''", "{}<ref>Marn 1900</ref>", "{{{{nowrap|{}}}}}", "{{{{flag|{}}}}}", "{}<!--x-->"]
LINES = ["<br>", "<br />\n", "\n* ", "\n", ", ", "\n----\n", "; ", " "]


def lines_of(pieces, joints):
    """One value: the pieces in their order, what parts them drawn for each."""
    listed = st.lists(pieces, max_size=6)
    return st.builds(lambda some, joint: joint.join(some), listed, joints)


def boxes(form):
    """Fields with values for them, as a form has them."""
    sets = {}
    for key, pieces in PIECES.items():
        plain = st.sampled_from(pieces)
        piece = plain if form == "flat" else st.builds(lambda words, mark: mark.format(words), plain, st.sampled_from(MARKED))
        joints = st.sampled_from([", ", ", * ", ", ** ", " ", "; "] if form == "flat" else LINES)
        for number in ("1", "2", "3") if key in SIDED else ("",):
            sets[key + number] = lines_of(piece, joints)
    return st.fixed_dictionaries({}, optional={**sets, "conflict": st.sampled_from(["Siege of Orlam", "The Long Siege"])})


def wiki_of(box):
    """A wikitext article with these fields."""
    fields = "".join(f"| {key} = {value}\n" for key, value in box.items())
    return wikitext.read(f"{{{{Infobox military conflict\n| conflict = Siege of Orlam\n{fields}}}}}\nIt fell.\n", "orlam.wiki", "orlam")


def flat_of(box):
    """A flat article with these fields."""
    fields = "".join(f"- {key}: {value}\n" for key, value in box.items())
    return flat.read(f"= Siege of Orlam =\n\nInfobox\n- Scope: local\n- Date: May 1900\n{fields}\nIt fell.\n", "orlam.txt", "orlam")


def check(article):
    """The law: each word is explained, and each diagnostic points into a line of the article."""
    campaign, found = read_infobox(article)
    told = (*article.diagnostics, *found)
    assert [] == list(unexplained(article, campaign, told))
    for diagnostic in told:
        span = diagnostic.span
        assert 1 <= span.column <= span.column + span.length <= len(article.lines[span.line - 1]) + 1


@pytest.mark.parametrize(
    ("line", "code", "place"),
    [
        ("Conflict: The Long Siege", "R207", (5, 13, 14)),
        ("Conflict: siege of ORLAM", None, None),
        ("Place: Château d’Île", None, None),
        ("Strength1: Cavalry:, 300 hoplites", "R208", (5, 14, 7)),
        ("Commander1: 15–20 April:, Garrison:, Jan Vos", "R208", (5, 15, 11)),
    ],
)
def test_what_no_grammar_speaks_of_is_told_where_it_stands(line, code, place):
    article = flat.read(f"= Siege of Orlam =\n\nInfobox\n- Date: May 1900\n- {line}\n", "orlam.txt", "orlam")
    told = [d for d in read_infobox(article)[1] if d.code in ("R207", "R208")]
    assert ([code], [place]) == ([d.code for d in told], [(d.span.line, d.span.column, d.span.length) for d in told]) if code else not told


def test_of_a_name_and_a_fate_glued_together_both_have_to_be_in_the_model():
    article = flat.read("= Siege of Orlam =\n\nInfobox\n- Date: May 1900\n- Commander1: Jan VosKIA, Karl MohrWIA\n", "a.txt", "a")
    campaign, _ = read_infobox(article)
    vos, mohr = campaign.sides[0].commanders
    wrong = replace(campaign, sides=(replace(campaign.sides[0], commanders=(replace(vos, name="Jan"), replace(mohr, fate=None))),))
    assert ["VosKIA", "MohrWIA"] == [word for word, _ in unexplained(article, wrong, ())]


def test_what_diagnostics_that_overlap_point_at_is_explained():
    article = flat.read("= Siege of Orlam =\n\nInfobox\n- Date: May 1900\n- Result: alpha beta gamma delta epsilon\n", "a.txt", "a")
    result = article.fields[-1].value
    told = [note(result.span(start, length), "R212", "") for start, length in ((0, 16), (6, 4), (11, 11))]
    nothing = replace(read_infobox(article)[0], result=None, outcomes=())
    assert ["epsilon"] == [word for word, _ in unexplained(article, nothing, told)]


def test_words_in_one_line_that_stand_in_two_lines_of_the_source_are_told_in_both():
    check(wiki_of({"commander3": 'and others\n("Lions" commander)\n("Lions" commander)'}))


@settings(max_examples=120, deadline=None)
@given(boxes("flat"))
def test_no_word_of_a_flat_box_is_lost_in_silence(box):
    check(flat_of(box))


@settings(max_examples=120, deadline=None)
@given(boxes("wiki"))
def test_no_word_of_a_marked_up_box_is_lost_in_silence(box):
    check(wiki_of(box))
