"""Every form of a sheet keeps the rules on sheets, and a form that breaks one is told so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.assembly import Blueprint, Quiz, assemble, prove
from quizgen.fairness import lopsided, unfair
from quizgen.formats import Drawn, draw
from quizgen.items import BLANK, Format, Item
from tests.asked import KARSA, MARN, asked
from tests.samples import CHOICE, FALSEHOOD, MATCHING, RESPONSE, SAMPLES, SHORT, SORTING, STATEMENT, item, pool, wrong

ALL = ("core", "useful", "detail")


def form(*drawn: Drawn) -> Quiz:
    return Quiz("1", drawn)


def told(*items: Item, slots: tuple[int, ...] = ()) -> list[tuple[int, str]]:
    """What is unfair about a form of these items, the keys of the choices at these places."""
    places = iter(slots)
    drawn = [draw(found, "1", next(places, None) if found.format is Format.MULTIPLE_CHOICE else None) for found in items]
    return [(finding.rule, finding.why) for finding in unfair(form(*drawn), items)]


@pytest.mark.no_cover
@pytest.mark.parametrize("n", [20, 40, 60])
def test_every_form_of_the_first_article_keeps_every_rule(n: int) -> None:
    found = asked()
    for seed in range(3):
        for quiz in assemble(found.items, Blueprint(n=n, levels=ALL), seed, 3, (found.campaign,)):
            assert n == len(quiz.items)
            assert () == unfair(quiz, found.items, (found.campaign,))
            assert "" == lopsided(quiz, (found.campaign,))


@pytest.mark.parametrize(("source", "n"), [(MARN, 6), (KARSA, 9)])
def test_every_form_of_a_small_article_keeps_every_rule(source: str, n: int) -> None:
    found = asked(source)
    for seed in range(8):
        for quiz in assemble(found.items, Blueprint(n=n, levels=ALL), seed, 2, (found.campaign,)):
            assert () == unfair(quiz, found.items, (found.campaign,))


def test_fair_forms_raise_nothing() -> None:
    assert [] == told(*SAMPLES, slots=(0, 2))


LONGEST = [
    item(Format.MULTIPLE_CHOICE, f"Who held ford {n}?", f"Baron{n} of the Fords", name=str(n), distractors=wrong(f"a{n}", f"b{n}", f"c{n}"))
    for n in range(4)
]
UNFAIR = (
    (14, LONGEST, (0, 1, 2, 3), "the longest option is right 4 times of 4"),
    (22, pool(8), (0, 0, 0, 1, 2, 0, 1, 3), "option 1 is right 4 times, not about 2.0"),
    (22, pool(12), (0, 1, 2, 3, 0, 1, 2, 3, 3, 2, 1, 0), "the keys repeat every 4 from choice 1 on"),
    (23, [replace(found, key=("Baron",)) for found in pool(3)], (0, 1, 2), '"baron" is a key 3 times'),
    (23, [replace(found, distractors=wrong("Duke", "Earl", "Lord")) for found in pool(4)], (0, 1, 2, 3), '"duke" is a distractor 4 times'),
    (30, [STATEMENT, item(Format.TRUE_FALSE, "Rain fell on Tamm all of May.", "True", name="rain")], (), "2 of 2 statements are true"),
    (36, [CHOICE, replace(RESPONSE, facts=CHOICE.facts)], (0,), "rest on a fact that is asked already"),
    (36, [SHORT, item(Format.CLOZE, f"Colonel Diyab took {BLANK}.", "Tamm", name="x")], (), "would give away an answer, or be given away"),
)


@pytest.mark.parametrize(("rule", "items", "slots", "why"), UNFAIR)
def test_an_unfair_form_is_told_which_rule_it_breaks(rule: int, items: list[Item], slots: tuple[int, ...], why: str) -> None:
    assert any(number == rule and why in said for number, said in told(*items, slots=slots))


def test_a_key_that_is_not_the_items_is_told() -> None:
    drawn = draw(CHOICE, "1", 0)
    assert [39] == [finding.rule for finding in unfair(form(replace(drawn, answer=1)), [CHOICE])]


def test_a_form_with_another_answer_than_the_solver_finds_is_a_bug() -> None:
    found = asked(MARN)
    drawn = [draw(each, "1", None) for each in found.items]
    prove(drawn, (found.campaign,))
    prove([draw(each, "1") for each in SAMPLES], (found.campaign,))  # stems that no template reads
    changed = [replace(one, answer=not one.answer) for one in drawn if one.item.format is Format.TRUE_FALSE]
    changed += [replace(one, answer=(one.answer + 1) % len(one.options)) for one in drawn if one.item.format is Format.MULTIPLE_CHOICE]
    for one in changed:
        with pytest.raises(ValueError, match="is not sound"):
            prove([one], (found.campaign,))


def test_a_sheet_on_one_side_is_told() -> None:
    found = asked()
    one = [each for each in found.items if each.type == "sides.of_unit" and each.facts[0].endswith("/2")][:4]
    assert "items by side: 0 on side 1, 4 on side 2" == lopsided(form(*(draw(each, "1") for each in one)), (found.campaign,))
    assert "" == lopsided(form(draw(MATCHING, "1"), draw(SORTING, "1"), draw(FALSEHOOD, "1")), ())
