"""Each format's layout, and the laws that hold for any quiz."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from papers import ALL, QUIZ, TIMELINE, TREE, choice, drawn, material

from quizgen.formats import Drawn
from quizgen.items import BLANK, Format
from quizgen.printing import Printing
from quizgen.questions import Figure
from quizgen.writers._print.blocks import columns
from quizgen.writers._print.style import type_for
from quizgen.writers.worksheet import write
from quizgen.writers.worksheet.layouts import Frame, indices, layout_of, layouts, letter
from quizgen.writers.worksheet.layouts._pairs import groups, pairs
from quizgen.writers.worksheet.sections import sections

MEASURE = 440.0
TYPE = type_for(Printing())


def test_every_format_has_one_layout() -> None:
    assert sorted(Format) == sorted(form for layout in layouts() if not layout.figure for form in layout.formats)


def test_every_figure_has_one_layout() -> None:
    assert sorted(figure for figure in Figure if figure) == sorted(layout.figure for layout in layouts() if layout.figure)


@pytest.mark.parametrize("one", [*ALL, TIMELINE, TREE], ids=lambda one: f"{one.item.type}/{one.item.format}")
def test_paper_and_key_take_the_same_room(one: Drawn) -> None:
    layout = layout_of(one)
    paper, key = (layout.build(one, Frame(MEASURE, key, ALL, TYPE)) for key in (False, True))
    assert paper.height == key.height


@pytest.mark.parametrize("look", [{}, {"large_print": True, "wide": True}], ids=str)
def test_a_timeline_and_a_tree_are_drawn_with_gaps_that_the_key_fills(look: dict[str, object], tmp_path: Path) -> None:
    paper, key = (write(material(*ALL[-3:], TIMELINE, TREE, key=key, **look)) for key in (False, True))
    for data in (paper, key):
        pdf.assert_accessible(data, tmp_path)
        pdf.assert_sound(data)
    said = [pdf.all_text(data) for data in (paper, key)]
    for words in (*TIMELINE.premises, *TIMELINE.responses, *TREE.options, *TREE.groups):
        assert pdf.squeezed(words) in said[0]
    for words in (*(TIMELINE.responses[n] for n in (0, 2, 3, 4) if not look), *TREE.options):
        assert said[1].count(pdf.squeezed(words)) > said[0].count(pdf.squeezed(words))
    assert "1C,2A,3D,4E" in said[1]


def test_figures_have_sections_of_their_own() -> None:
    assert ["Matching", "Timeline", "Order of battle"] == [s.layout.title for s in sections(replace(QUIZ, items=(ALL[13], TIMELINE, TREE)))]


@pytest.mark.parametrize(
    ("widths", "expected"), [((10, 20), 4), ((99.5, 1), 4), ((99.6, 1), 2), ((213, 213), 2), ((214, 1), 1), ((900,), 1), ((), 4)]
)
def test_options_stand_in_as_many_columns_as_fit(widths: tuple[float, ...], expected: int) -> None:
    assert columns(widths, MEASURE, (4, 2, 1))[0] == expected


def test_three_options_are_never_set_as_two_and_one() -> None:
    options = ("while it went on", "before it began", "after it ended")
    assert "A while it went on B before it began C after it ended" in pdf.texts(write(material(choice("When?", options, 0))))[0]


def test_no_number_of_columns_is_an_error() -> None:
    with pytest.raises(ValueError, match="no number of columns"):
        columns((1.0,), MEASURE, ())


@pytest.mark.parametrize(("index", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (52, "BA")])
def test_options_have_letters(index: int, name: str) -> None:
    assert letter(index) == name


def test_letters_of_many_options_do_not_touch_their_words() -> None:
    many = drawn(Format.MULTIPLE_RESPONSE, "Which?", (25, 26), options=tuple(f"{i} km" for i in range(40)))
    data = write(material(many, key=True))
    pdf.assert_sound(data)
    assert "Z, AA" in "\n".join(pdf.texts(data))


def test_a_matching_may_have_fewer_responses_than_premises() -> None:
    one = drawn(Format.MATCHING, "Match.", ((0, 0), (1, 0), (2, 0)), premises=("Orsk", "Vell", "Huwayz"), responses=("village",))
    assert "1 A, 2 A, 3 A" in " ".join("\n".join(pdf.texts(write(material(one, key=True)))).split())


def lines_of(*items: Drawn) -> list[float]:
    """The lengths of the lines to write on, by their weight and place: below the head, within the text."""
    page = pdf.marks(write(material(*items)))[0]
    return sorted(round(m.right - m.left) for m in page if not m.is_text and m.top - m.bottom < 2 and 70 < m.left < 500 and m.top < 690)


def test_lines_of_a_section_have_one_length_that_does_not_tell_the_answer() -> None:
    short, long = (drawn(Format.SHORT_ANSWER, f"Who {n}?", answer) for n, answer in enumerate(("Bo", "Abdel Qader Na’asani")))
    first, second = lines_of(short, long)
    assert first == second


def test_a_long_answer_gets_several_lines() -> None:
    assert len(lines_of(drawn(Format.SHORT_ANSWER, "Who?", "name " * 20))) == 2


def test_a_blank_as_long_as_the_page_is_wide_gets_several_lines() -> None:
    one = drawn(Format.CLOZE, f"It was {BLANK}.", "name " * 40)
    key = write(material(one, key=True))
    pdf.assert_sound(key)
    assert "name" * 40 in pdf.all_text(key)


def test_a_blank_clings_to_its_bracket_and_its_full_stop() -> None:
    one = drawn(Format.CLOZE, f"({BLANK}).", "Orsk")
    page = pdf.marks(write(material(one)))[0]
    blank = next(m for m in page if not m.is_text and 85 < m.right - m.left < 95 and m.left < 100)
    assert any(abs(m.right - blank.left) < 2 for m in page if m.is_text)
    assert any(abs(m.left - blank.right) < 2 for m in page if m.is_text)


@pytest.mark.parametrize(
    ("one", "read"),
    [
        (drawn(Format.MULTIPLE_CHOICE, "x?", "B"), indices),
        (drawn(Format.MULTIPLE_CHOICE, "x?", answer=True), indices),
        (drawn(Format.MATCHING, "x?", 1), pairs),
        (drawn(Format.SORTING, "x?", 1), groups),
    ],
)
def test_an_answer_of_another_shape_is_a_type_error(one: Drawn, read: object) -> None:
    with pytest.raises(TypeError, match=one.item.id.replace("?", r"\?")):
        read(one)


def test_a_format_without_a_layout_is_an_error_for_no_item_may_be_lost() -> None:
    one = choice("x?", ("a", "b"), 0)
    odd = replace(one, item=replace(one.item, format="riddle"))
    with pytest.raises(ValueError, match='no worksheet layout for the format "riddle"'):
        sections(replace(material().quiz, items=(odd,)))


WORD = st.text("abcdefghij'’–ĐЖω<&-.(", min_size=1, max_size=40)
PHRASE = st.lists(WORD, min_size=1, max_size=8).map(" ".join)
STEM = st.lists(WORD, min_size=1, max_size=40).map(" ".join)


def phrases(least: int, most: int) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(PHRASE, min_size=least, max_size=most).map(tuple)


@st.composite
def any_drawn(draw: st.DrawFn) -> Drawn:
    form = draw(st.sampled_from(Format))
    name, stem, points = str(draw(st.integers(0, 10**6))), draw(STEM), draw(st.integers(1, 12))
    match form:
        case Format.MULTIPLE_CHOICE:
            return drawn(form, stem, 1, name=name, points=points, options=draw(phrases(2, 8)))
        case Format.MULTIPLE_RESPONSE:
            return drawn(form, stem, (0, 1), name=name, points=points, options=draw(phrases(2, 8)))
        case Format.TRUE_FALSE:
            return drawn(form, stem, draw(st.booleans()), name=name, points=points)
        case Format.MATCHING:
            return drawn(form, stem, ((0, 1), (1, 0)), name=name, premises=draw(phrases(2, 6)), responses=draw(phrases(2, 7)))
        case Format.ORDERING:
            options = draw(phrases(3, 7))
            return drawn(form, stem, tuple(reversed(range(len(options)))), name=name, options=options)
        case Format.SORTING:
            sides = draw(phrases(2, 3))
            return drawn(form, stem, {sides[0]: (0,), sides[-1]: (1,)}, name=name, options=draw(phrases(2, 6)), groups=sides)
        case Format.CLOZE:
            return drawn(form, f"{stem} {BLANK} {draw(WORD)}", draw(PHRASE), name=name)
        case _:
            return drawn(form, stem, draw(PHRASE), name=name)


@pytest.mark.no_cover
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(any_drawn(), min_size=1, max_size=8, unique_by=lambda one: one.item.id), st.booleans(), st.sampled_from(["A4", "Letter"]))
def test_no_quiz_is_lost_overlapped_or_cut(items: list[Drawn], key: bool, paper: str) -> None:
    data = write(material(*items, key=key, paper=paper))
    pdf.assert_sound(data)
    text = pdf.all_text(data)
    for one in items:
        for part in (*one.item.stem.split(BLANK), *one.options):
            assert all(word in text for word in part.split())


@pytest.mark.no_cover
def test_three_hundred_items_lay_out() -> None:
    items = [replace(one, item=replace(one.item, id=f"{one.item.id}/{n}")) for n in range(19) for one in ALL][:300]
    data = write(material(*items))
    pdf.assert_sound(data)
    assert 300 == len({one.item.code for one in items})
    text = "".join(pdf.texts(data))
    assert all(one.item.code in text for one in items)
