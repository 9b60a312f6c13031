"""Open questions: where they stand, and where not; what a prompt must be; what the key tells him who marks them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.assembly import Quiz, assemble, sections
from quizgen.clashes import Deck
from quizgen.diagnostics import QuizgenError
from quizgen.formats import draw, is_open
from quizgen.hand import Hand
from quizgen.items import Format, Item
from quizgen.printing import Printing
from quizgen.recipes import Kind, Recipe
from quizgen.report import survey
from quizgen.rules import check
from quizgen.selection import Blueprint, eligible, left_out
from quizgen.teaching import notes
from quizgen.writers import Material
from quizgen.writers._notes.faces import note_type
from quizgen.writers._print.blocks import Stack
from quizgen.writers._print.style import type_for
from quizgen.writers.worksheet import write
from quizgen.writers.worksheet.layouts import Frame, layout_of
from tests.asked import SEED, asked
from tests.samples import CHOICE, OPEN, SAMPLES, item, pool

OPEN_ONES = tuple(found for found in asked(SEED).items if is_open(found))


def others(n: int) -> tuple[Item, ...]:
    return tuple(
        item(Format.OPEN, f"Why did camp {n} fall, do you think? Give two reasons.", f"Notes {n}", name=str(n), type=f"sides.why{n}")
        for n in range(n)
    )


def test_aleppo_has_open_questions_on_claims_aims_and_outcomes() -> None:
    assert {"figures.open_claims", "outcomes.open_aim", "outcomes.open_outcome"} == {found.type for found in OPEN_ONES}


@pytest.mark.parametrize("recipe", [Recipe(Kind.DECK, "d", ("s",)), Recipe(Kind.SHEET, "s", ("s",), is_printed=False)])
def test_no_deck_and_no_screen_has_one(recipe: Recipe) -> None:
    assert () == eligible([OPEN], recipe.blueprint)
    assert {} == left_out([OPEN], recipe.blueprint)
    asked_for = replace(recipe, formats=("open",))
    assert {"open, on sheets only": 1} == left_out([OPEN], asked_for.blueprint)
    assert () == notes([OPEN], asked_for.blueprint, None, "1")


def test_a_sheet_has_two_at_its_end() -> None:
    (quiz,) = assemble((*others(5), *pool(20)), Blueprint(n=10, formats=("open", "multiple_choice"), is_printed=True), 1)
    assert [Format.OPEN, Format.OPEN] == [one.item.format for one in quiz.items if is_open(one)]
    assert "Open questions" == sections(quiz)[-1].title
    assert 8 == sections(quiz)[-1].points


def test_three_cannot_stand_on_one_sheet() -> None:
    with pytest.raises(QuizgenError, match="only 2 can stand together"):
        assemble(others(3), Blueprint(n=3, is_printed=True), 1)


def test_three_cannot_be_included() -> None:
    three = others(3)
    with pytest.raises(QuizgenError, match="3 open questions are included"):
        assemble((*three, *SAMPLES), Blueprint(n=9, include=tuple(one.id for one in three), is_printed=True), 1)


def test_none_is_put_in_the_place_of_another_item_on_a_screen() -> None:
    (quiz,) = assemble((CHOICE, OPEN), Blueprint(n=1), 1, swap={CHOICE.id: OPEN.id})
    assert [CHOICE] == [one.item for one in quiz.items]


def test_no_printed_card_has_one() -> None:
    assert () == Recipe(Kind.SHEET, "cards", ("s",), formats=("open",)).of_deck([OPEN])


def test_a_deck_that_must_have_one_is_an_error() -> None:
    recipe = Recipe(Kind.DECK, "deck", ("s",), hand=Hand(include=(OPEN.id,)))
    with pytest.raises(QuizgenError, match="an open question stands on no card"):
        recipe.of_deck((*SAMPLES, OPEN))


def test_it_has_no_card() -> None:
    with pytest.raises(ValueError, match="on no card"):
        note_type(Format.OPEN)


def test_its_notes_give_nothing_away_and_count_as_no_key() -> None:
    card = Deck([OPEN]).card(OPEN, "1")
    assert 1 == len(card.texts)
    assert frozenset() == card.answers | card.keys | card.wrong


@pytest.mark.parametrize("found", OPEN_ONES, ids=lambda found: found.id)
def test_its_notes_quote_the_source_with_lines_and_claim_no_single_answer(found: Item) -> None:
    assert any(" (line " in note for note in found.key)
    assert found.key[-1].startswith("Points: ")
    assert found.key[-1].endswith("4 in all. No single answer is the right one.")
    assert () == check(found, asked(SEED).world)


def test_a_prompt_that_asks_for_no_reasons_is_refused() -> None:
    spoilt = replace(OPEN_ONES[0], stem=f"{OPEN_ONES[0].stem.partition(': ')[0]}: what are the figures?")
    assert 24 in {finding.rule for finding in check(spoilt, asked(SEED).world)}


def test_the_report_solves_all_but_open_questions() -> None:
    found = asked(SEED)
    (told,) = (line for line in survey(found.world, found.campaign, found.items, ()).summary if line.startswith("Self-solve"))
    assert f"{len(found.items) - len(OPEN_ONES)} of {len(found.items) - len(OPEN_ONES)} items" in told


@pytest.mark.parametrize("key", [False, True])
def test_the_largest_print_has_open_questions_too(key: bool) -> None:
    look = Printing(large_print=True, wide=True, explain=True)
    quiz = Quiz("1", (draw(replace(OPEN, key=OPEN.key * 6), "1"),))
    data = write(Material("Vale", (), quiz=quiz, key=key, printing=look, paper="Letter"))
    assert b"%PDF" in data[:9]


@pytest.mark.parametrize("said", [OPEN.key, OPEN.key * 30], ids=["few notes", "many notes"])
def test_paper_and_key_take_the_same_room_and_five_lines_or_more(said: tuple[str, ...]) -> None:
    drawn = draw(replace(OPEN, key=said), "1")
    paper, key = (layout_of(drawn).build(drawn, Frame(420.0, key, (drawn,), type_for(Printing()))) for key in (False, True))
    assert isinstance(paper, Stack)
    assert paper.height == key.height
    assert paper.height >= 5 * 23
    assert "see the marking notes" == layout_of(drawn).answer(drawn)
