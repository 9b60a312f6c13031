"""Flashcards: backs that lie behind their fronts, cut lines that are the same on every page."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from quizgen.diagnostics import QuizgenError
from quizgen.items import Item
from quizgen.printing import Flip, Printing
from quizgen.writers import Material
from quizgen.writers.cards import WRITER
from tests import samples
from tests.writers.worksheet import pdf

TEN = tuple(
    replace(samples.SHORT, id=f"short/{n}", stem=f"Who led raid number {n}?", key=(f"Captain {n}",), accepted=()) for n in range(1, 11)
)


def cards(items: tuple[Item, ...] = TEN, flip: Flip = Flip.LONG, paper: str = "A4", **look: object) -> bytes:
    return WRITER.write(Material("Vale", (), items, paper=paper, printing=Printing(flip=flip, **look)))


def cell(data: bytes, page: int, words: str) -> tuple[int, int]:
    """The row and column, from the upper left, in which a text stands."""
    width, height = pdf.sizes(data)[page]
    x, y = pdf.where(data, page, words)
    return int((height - y - 36) * 4 // (height - 72)), int(x * 2 // width)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize(
    ("flip", "behind"), [(Flip.LONG, lambda row, column: (row, 1 - column)), (Flip.SHORT, lambda row, column: (3 - row, column))]
)
def test_a_back_lies_behind_its_front_when_the_sheet_is_turned(flip: Flip, behind: object, paper: str) -> None:
    data = cards(flip=flip, paper=paper)
    for number in range(1, 9):
        front = cell(data, 0, f"Question {number} ")
        assert front == divmod(number - 1, 2)
        assert behind(*front) == cell(data, 1, f"Answer {number} ")  # type: ignore[operator]


def test_a_folded_card_has_its_answer_beside_its_question() -> None:
    data = cards(flip=Flip.FOLD)
    assert len(pdf.texts(data)) == 3
    assert [(n, 0) for n in range(4)] == [cell(data, 0, f"Question {n + 1} ") for n in range(4)]
    assert [(n, 1) for n in range(4)] == [cell(data, 0, f"Answer {n + 1} ") for n in range(4)]


@pytest.mark.parametrize("flip", list(Flip))
def test_cut_lines_are_the_same_on_every_page_and_cards_have_one_size(flip: Flip) -> None:
    pages = pdf.marks(cards(flip=flip))
    lines = [sorted((m.left, m.bottom, m.right, m.top) for m in page if not m.is_text) for page in pages]
    assert all(page == lines[0] for page in lines)
    heights = sorted({round(m.top) for m in pages[0] if not m.is_text and m.right - m.left > 300})
    assert len(heights) == 5
    assert 1 >= max(abs((b - a) - (heights[1] - heights[0])) for a, b in pairwise(heights))


@pytest.mark.parametrize(
    ("flip", "said"), [(Flip.LONG, "flip on the long edge"), (Flip.SHORT, "flip on the short edge"), (Flip.FOLD, "then fold")]
)
def test_every_page_says_how_to_print_it(flip: Flip, said: str) -> None:
    assert all(said in page for page in pdf.texts(cards(flip=flip)))


def test_every_format_fits_on_a_card_and_is_accessible(tmp_path: Path) -> None:
    data = cards(samples.SAMPLES, fonts=("hyperlegible",))
    pdf.assert_accessible(data, tmp_path)
    text = pdf.all_text(data)
    for item in samples.SAMPLES:
        assert all(pdf.squeezed(part) in text for part in item.stem.split("_____"))
        assert text.count(item.code) == 2


def test_long_words_get_smaller_type_before_they_are_refused() -> None:
    long = replace(TEN[0], stem="Who led the raid on the mill? " * 12)
    assert pdf.all_text(cards((long,))).count("Wholedtheraid") == 12
    with pytest.raises(QuizgenError, match=f'W102 item "{TEN[0].code}" takes'):
        cards((replace(TEN[0], stem="word " * 600), replace(TEN[1], stem="漢?")))


def test_an_unknown_paper_is_refused() -> None:
    with pytest.raises(QuizgenError, match='W103 no paper is called "A9"'):
        cards(paper="A9")


def test_two_builds_are_byte_identical() -> None:
    assert cards() == cards()
