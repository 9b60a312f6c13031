"""How blocks fall on pages and words on lines."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.printing import Printing
from quizgen.writers._print.fonts import Face, clean, runs, settable, width
from quizgen.writers._print.pages import Flow, Page, TooTallError, paginate
from quizgen.writers._print.pen import Pen
from quizgen.writers._print.setting import text_lines, words
from quizgen.writers._print.style import LAST, type_for

BODY = type_for(Printing()).body


@dataclass(frozen=True)
class Brick:
    height: float
    name: str = ""

    def draw(self, pen: Pen, x: float, top: float) -> None:
        raise AssertionError("not drawn here")


def flows(*heights: float, gap: float = 0.0) -> list[Flow]:
    return [Flow(Brick(height), gap) for height in heights]


def heights(pages: tuple[Page, ...]) -> list[list[float]]:
    return [[flow.block.height for _, flow in page.placed] for page in pages]


def test_blocks_fill_a_page_before_the_next() -> None:
    assert [[40, 60], [50, 50]] == heights(paginate(flows(40, 60, 50, 50), 100))


def test_a_head_goes_with_what_it_heads() -> None:
    assert [[70], [10, 30]] == heights(paginate([Flow(Brick(70)), Flow(Brick(10), keep=True), Flow(Brick(30))], 100))


def test_the_gap_above_a_block_vanishes_at_the_head_of_a_page() -> None:
    pages = paginate(flows(90, 95, gap=10), 100)
    assert [0.0, 0.0] == [page.placed[0][0] for page in pages]


def test_tighter_gaps_save_a_near_empty_last_page() -> None:
    assert [[30, 30, 29]] == heights(paginate(flows(30, 30, 29, gap=6), 100))


def test_a_near_empty_last_page_gets_more_from_the_page_before() -> None:
    assert [[20, 20, 20, 20], [20, 20]] == heights(paginate(flows(20, 20, 20, 20, 20, 20), 101))


def test_a_last_page_that_cannot_be_filled_stays_short() -> None:
    assert [[95], [10]] == heights(paginate(flows(95, 10), 100))


def test_no_page_is_added_to_fill_the_last() -> None:
    assert heights(paginate(flows(50, 50, 50, 50, 5), 100)) == [[50, 50], [50, 50], [5]]


def test_gaps_share_what_is_left_of_a_page_but_the_last() -> None:
    first, last = paginate(flows(30, 30, 30, 60, gap=2), 100)
    assert [0.0, 35.0, 70.0] == [at for at, _ in first.placed]
    assert [0.0] == [at for at, _ in last.placed]


def test_a_block_taller_than_a_page_is_an_error() -> None:
    with pytest.raises(TooTallError, match="120 points on a page of 100"):
        paginate(flows(120), 100)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.floats(1, 30), st.floats(0, 20), st.booleans()), min_size=1, max_size=60))
def test_pages_keep_every_block_in_order_and_apart(bricks: list[tuple[float, float, bool]]) -> None:
    stream = [Flow(Brick(height), gap, keep=keep and n % 3 == 0, number=n) for n, (height, gap, keep) in enumerate(bricks)]
    pages = paginate(stream, 120)
    assert list(range(len(stream))) == [flow.number for page in pages for _, flow in page.placed]
    for page in pages:
        ends = [at + flow.block.height for at, flow in page.placed]
        assert ends[-1] <= 120 + 1e-6
        assert all(end <= at + 1e-6 for end, (at, _) in zip(ends, page.placed[1:], strict=False))
        if page is not pages[-1]:
            assert not page.placed[-1][1].keep


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab cĐ-'ω \n\t", max_size=200), st.floats(30, 300))
def test_lines_keep_every_letter_within_the_measure(content: str, measure: float) -> None:
    lines = text_lines(content, BODY, measure)
    assert clean(content) == "".join(piece.text for line in lines for piece in line)
    assert all(piece.x + piece.width <= measure + 0.01 for line in lines for piece in line)


@pytest.mark.parametrize(
    ("content", "expected"),
    [("on 5 August 2016", ["on", "5 August", "2016"]), ("1 2 3", ["1", "2", "3"]), ("1070 Housing", ["1070", "Housing"])],
)
def test_a_day_stays_with_its_month(content: str, expected: list[str]) -> None:
    assert [atom.text for atom in words(content, BODY)] == expected


def test_a_word_wider_than_the_measure_is_broken() -> None:
    assert "W" * 40 == "".join(piece.text for line in text_lines("W" * 40, BODY, 100) for piece in line)
    assert len(text_lines("W" * 40, BODY, 100)) > 3


def test_a_measure_narrower_than_a_letter_still_sets_it() -> None:
    assert len(text_lines("WW", BODY, 1)) == 2


def test_runs_change_font_where_one_lacks_a_character() -> None:
    found = [(run.font.name, "".join(glyph.text for glyph in run.glyphs)) for run in runs("aḲb", Face.REGULAR, LAST)]
    assert [("FiraGO-Regular", "a"), ("NotoSans-Regular", "Ḳ"), ("FiraGO-Regular", "b")] == found


def test_accents_are_composed_and_invisible_characters_dropped() -> None:
    assert clean("e\u0301\u00ad\u200e\u00a0 x") == "é x"


def test_bold_is_measured_as_bold() -> None:
    assert width("Orsk", Face.BOLD, LAST) > width("Orsk", Face.REGULAR, LAST)


def test_what_cannot_be_set_is_left_out_of_a_quotation_visibly() -> None:
    assert settable("a 漢字 b", Face.REGULAR, LAST) == "a […] b"
