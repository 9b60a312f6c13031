"""Typed answers: what a card accepts, and that it accepts nothing that the terminal would not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from anki.collection import Collection
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from quizgen.formats import draw
from quizgen.grading import grade
from quizgen.items import Format, Item
from quizgen.writers._notes.answers import folded, matches
from tests.writers.apkg.anki_collection import cards, faces
from tests.writers.apkg.fixtures import item
from tests.writers.apkg.reviewer import reviewer, show

COUNT = item(Format.SHORT_ANSWER, "Who led them?", ("Count Wa’el Điện",), accepted=("Wa’el Điện", "Dien"))
RANKED = item(Format.SHORT_ANSWER, "Who fell?", ("Brigadier General Ana Lukić",))
GROUP = item(Format.SHORT_ANSWER, "Which group?", ("Jaysh al-Islam",))
MEN = item(Format.NUMERIC, "How many men?", ("8,000",))
GUNS = item(Format.NUMERIC, "How many guns?", ("120–140",))
DAY = item(Format.DATE, "On which day of 1893?", ("4 May",), accepted=("4 May 1893",))

ACCEPTED = [
    (COUNT, "count wael dien"),
    (COUNT, "Wa'el Điện"),
    (COUNT, "  DIEN. "),
    (RANKED, "ana lukic"),
    (RANKED, "General Ana Lukić"),
    (GROUP, "the Jaysh al Islam"),
    (GROUP, "jaysh alislam"),
    (MEN, "8000"),
    (MEN, "8 000"),
    (MEN, "8.000"),
    (GUNS, "120-140"),
    (GUNS, "120 to 140"),
    (DAY, "may 4th"),
    (DAY, "4 MAY"),
    (DAY, "May 4, 1893"),
    (DAY, "the 4th of May"),
]
REFUSED = [
    (COUNT, "Count Orbán"),
    (COUNT, "Wael"),
    (COUNT, ""),
    (RANKED, "Brigadier General"),
    (GROUP, "Jaysh al-Islan"),
    (MEN, "800"),
    (MEN, "~8,000"),
    (MEN, "8,000+"),
    (MEN, "8,0000"),
    (GUNS, "120,140"),
    (GUNS, "120140"),
    (DAY, "5 May"),
    (DAY, "4 May 1894"),
    (DAY, "May"),
    (DAY, "4/5"),
]


@pytest.mark.parametrize(("each", "typed"), ACCEPTED)
def test_a_card_accepts_what_is_right_however_it_is_written(each: Item, typed: str) -> None:
    assert folded(typed) in matches(draw(each, ""))
    assert grade(draw(each, ""), typed).is_right


@pytest.mark.parametrize(("each", "typed"), REFUSED)
def test_a_card_accepts_nothing_wrong(each: Item, typed: str) -> None:
    assert folded(typed) not in matches(draw(each, ""))


def test_no_other_answer_is_among_the_matches() -> None:
    everything = [COUNT, RANKED, GROUP, MEN, GUNS, DAY]
    for each in everything:
        for other in everything:
            if other is not each:
                assert not {*matches(draw(each, ""))} & {*matches(draw(other, ""))}


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(text) == folded(folded(text))


@pytest.mark.parametrize(
    ("verdict", "compares", "typed"),
    [
        ("Right.", False, "Count Wa’el Điện"),
        ("Right.", False, "count wael dien"),
        ("Not accepted: compare the two.", True, "Count Orbán"),
        ("", False, ""),
    ],
)
def test_a_card_tells_what_became_of_the_answer(
    browser: Browser, plain_cards: Collection, verdict: str, compares: bool, typed: str
) -> None:
    (card,) = (card for card in cards(plain_cards, '"note:quizgen Typed"') if "wounded" in card.question())
    page = reviewer(browser)
    front, back = faces(card, typed=typed)
    show(page, front)
    assert page.locator("input#typeans").is_visible()
    show(page, back)
    assert (verdict, compares) == (page.locator(".verdict").inner_text(), page.locator("#typeans").is_visible())
    assert page.locator(".answer").is_visible()
    page.context.close()


@pytest.fixture(scope="module")
def folding(browser: Browser) -> Iterator[Page]:
    page = reviewer(browser)
    from quizgen.writers.apkg.models import _file

    back = '<div class="quizgen" data-matches="x"><p class="verdict"></p><code id=typeans><span class=typeBad>x</span></code></div>'
    show(page, f"{back}<script>{_file('typed.js')}</script>")
    yield page
    page.context.close()


SIGNS = st.text(alphabet=st.sampled_from("aAnthe 0123456789,.'’-–−+~/%éĐøŁıßΣς½ﬁЖدا\u0301\u00a0\t_!?"), max_size=12)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(SIGNS, st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cn", "Co"]), max_size=8)), min_size=10))
def test_the_card_folds_as_the_program_does(folding: Page, texts: list[str]) -> None:
    texts = [text for text in texts if "\x00" not in text]
    assert [folded(text) for text in texts] == folding.evaluate("(texts) => texts.map(quizgenFolded)", texts)
