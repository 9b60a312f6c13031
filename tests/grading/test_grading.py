"""Grading: right, wrong, partly right and no answer at all, format by format."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizgen.asking import RECALLED
from quizgen.formats import Drawn, all_formats, draw
from quizgen.grading import all_graders, grade, hint, how_to_answer
from quizgen.historical_date import MONTHS
from quizgen.items import Family, Format
from quizgen.model import norm
from quizgen.world import all_names
from tests.asked import KARSA, MARN, VESSEN, asked
from tests.grading.cases import DRAWN, NO_ANSWER, PARTIAL, RIGHT, UNCLEAR, WRONG, typed_item


@pytest.mark.parametrize(("asked", "typed", "taken_for"), RIGHT)
def test_a_fair_teacher_accepts(asked: str, typed: str, taken_for: str) -> None:
    assert (1.0, taken_for) == (grade(DRAWN[asked], typed).score, grade(DRAWN[asked], typed).accepted)


@pytest.mark.parametrize(("asked", "typed", "taken_for"), WRONG)
def test_a_fair_teacher_gives_nothing(asked: str, typed: str, taken_for: str) -> None:
    graded = grade(DRAWN[asked], typed)
    assert (0.0, taken_for, True) == (graded.score, graded.accepted, graded.understood)


@pytest.mark.parametrize(("asked", "typed", "share"), PARTIAL)
def test_a_fair_teacher_gives_a_part(asked: str, typed: str, share: float) -> None:
    graded = grade(DRAWN[asked], typed)
    assert share == pytest.approx(graded.score)
    assert graded.why or asked == "response"


@pytest.mark.parametrize(("asked", "typed"), NO_ANSWER)
def test_no_answer_is_told_how_to_answer(asked: str, typed: str) -> None:
    graded = grade(DRAWN[asked], typed)
    assert (graded.score, graded.understood) == (0.0, False)
    assert how_to_answer(DRAWN[asked]) in graded.why


@pytest.mark.parametrize(("asked", "typed", "share"), UNCLEAR)
def test_what_can_be_read_in_two_ways_is_asked_back(asked: str, typed: str, share: float) -> None:
    graded = grade(DRAWN[asked], typed)
    assert (share, True) == (graded.score, graded.understood)
    assert "please write the month as a word" in graded.unclear


@pytest.mark.parametrize(
    ("others", "score"),
    [
        (("French 55th Division", "French Army", "French Expeditionary Force"), 1.0),
        (("Free French",), 0.0),
        (("French Republic",), 0.0),
    ],
)
def test_a_people_is_its_power_s_though_forces_of_it_bear_its_name(others: tuple[str, ...], score: float) -> None:
    assert score == grade(DRAWN["power"], "the French", others).score


@pytest.mark.parametrize(("others", "score"), [(("Britain",), 1.0), (("Britain", "British Empire"), 0.0)])
def test_land_is_its_power_s_though_the_prose_names_it_as_a_place(others: tuple[str, ...], score: float) -> None:
    asked = typed_item(Format.SHORT_ANSWER, "United Kingdom", rivals=("Nazi Germany",), family=Family.SIDES)
    assert score == grade(asked, "Britain", others).score


def test_there_are_three_hundred_cases() -> None:
    assert 300 <= len({(asked, typed) for asked, typed, *_ in (*RIGHT, *WRONG, *PARTIAL, *NO_ANSWER, *UNCLEAR)})


def test_every_format_but_open_questions_has_a_grader() -> None:
    assert {name for name, form in all_formats().items() if not form.is_open} == set(all_graders())


def test_every_grader_has_cases() -> None:
    assert set(all_graders()) == {str(drawn.item.format) for drawn in DRAWN.values()}


def test_a_wrong_option_is_told_why_it_is_false() -> None:
    assert grade(DRAWN["choice"], "a").why == "Southern League fought on the other side."


def test_a_wrong_letter_among_several_is_told_why() -> None:
    assert grade(DRAWN["response"], "a b").why == "b) Grey Lancers fought on the other side."


def test_a_typed_distractor_is_told_why_it_is_false() -> None:
    assert grade(DRAWN["figure"], "9 500").why == "9,500 fought on the other side."
    assert grade(DRAWN["day"], "July 30").why == "30 July 1911 fought on the other side."


def test_a_typo_is_named() -> None:
    assert grade(DRAWN["place"], "Kerin").why == "Accepted with 1 letter off: Kerrin."


def test_another_name_is_named_with_the_one_of_the_key() -> None:
    assert grade(DRAWN["person"], "diyab").why == "Accepted for Wa’el Diyab."


def test_a_typo_nearer_to_another_name_of_the_model_is_wrong() -> None:
    assert grade(DRAWN["place"], "Kerran").score == 1
    assert grade(DRAWN["place"], "Kerran", ("Kerra", "Kerrin")).score == 0


def test_a_date_that_is_a_distractor_in_its_first_reading_is_wrong() -> None:
    item = DRAWN["bare day"].item
    rival = replace(DRAWN["choice"].item.distractors[0], text="8 March")
    assert grade(replace(DRAWN["bare day"], item=replace(item, distractors=(rival,))), "8/3").score == 0


@pytest.mark.parametrize(
    ("asked", "hinted"),
    [
        ("choice", "It is not d) Free Rangers."),
        ("response", "3 of the 6 are right."),
        ("statement", ""),
        ("ordering", "It begins with b)."),
        ("matching", "1 goes with b."),
        ("sorting", "1 goes to a) League."),
        ("person", "It begins with “W”; 2 words, of 5 and 5 letters."),
        ("figure", "It has 4 digits and begins with 8."),
        ("day", "It was in July."),
        ("month", "It was in the 2000s."),
        ("ancient", "It was in the 300s BC."),
        ("gap date", "It was in August."),
        ("gap number", "It has 2 digits and begins with 9."),
    ],
)
def test_a_hint_helps_and_does_not_tell(asked: str, hinted: str) -> None:
    assert hinted == hint(DRAWN[asked])


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(DRAWN)), st.text(max_size=40))
def test_no_answer_breaks_the_grader_or_leaves_the_scale(asked: str, typed: str) -> None:
    graded = grade(DRAWN[asked], typed)
    assert 0 <= graded.score <= 1
    assert graded.understood or graded.score == 0


@cache
def recalled() -> tuple[tuple[Drawn, tuple[str, ...]], ...]:
    """What is typed of three articles, each with the names of its world."""
    sources = [asked(source) for source in (KARSA, VESSEN, MARN)]
    return tuple((draw(i, "1"), all_names([one.campaign])) for one in sources for i in one.items if i.format in RECALLED)


def plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


@pytest.mark.no_cover
@settings(max_examples=200, deadline=None)
@given(
    st.data(), st.lists(st.sampled_from([str.upper, str.lower, str.title, plain, lambda text: f" the {text}. "]), max_size=3, unique=True)
)
def test_a_key_in_any_accepted_form_is_right(data: st.DataObject, changes: list[Callable[[str], str]]) -> None:
    drawn, names = data.draw(st.sampled_from(recalled()))
    typed = data.draw(st.sampled_from((*drawn.item.key, *drawn.item.accepted)))
    for change in changes:
        typed = change(typed)
    assert grade(drawn, typed, names).is_right


@pytest.mark.no_cover
@settings(max_examples=300, deadline=None)
@given(st.data(), st.sampled_from([str, str.upper, plain]))
def test_another_name_of_the_model_is_never_right(data: st.DataObject, change: Callable[[str], str]) -> None:
    drawn, names = data.draw(st.sampled_from(recalled()))
    own = {norm(text) for text in (*drawn.item.key, *drawn.item.accepted)}
    typed = data.draw(st.sampled_from(names))
    assume(norm(typed) not in own)
    assert not grade(drawn, change(typed), names).is_right


TITLES = ("", " (1941–1942)", " of {0}", " ({0}–{1})", " of {1} and {0}", " ({0}/{1})")
DAYS = st.dates(min_value=date(1100, 1, 1), max_value=date(2024, 12, 31))


def _told(day: date, *, year: bool = True) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}" + f" {day.year}" * year


@settings(max_examples=150, deadline=None)
@given(DAYS, st.integers(1100, 2024), st.sampled_from(TITLES), st.booleans())
def test_a_day_of_another_year_is_never_right(day: date, other: int, title: str, has_year: bool) -> None:
    assume(other != day.year)
    stem = f"On which day did the Siege of Osk{title.format(day.year, other)} end?"
    asked = typed_item(Format.DATE, _told(day, year=has_year), _told(day), stem=stem)
    assert grade(asked, _told(day)).is_right
    for typed in (day.replace(day=min(day.day, 28), year=other), date(other, day.month, 1)):
        graded = grade(asked, _told(typed))
        assert (graded.score, graded.accepted) == (0, "")


KEYED = ("person", "place", "group", "figure", "day", "accents", "range")


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(KEYED), st.sampled_from([str.upper, str.lower, str.title, str]))
def test_the_key_is_right_in_any_case(asked: str, change: Callable[[str], str]) -> None:
    drawn = DRAWN[asked]
    assert all(grade(drawn, change(text)).is_right for text in (*drawn.item.key, *drawn.item.accepted))
