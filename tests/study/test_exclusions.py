"""Flagged items written into a recipe's `exclude`: (the recipe, what becomes of its exclude)."""

from __future__ import annotations

import pytest

from quizgen import recipes
from quizgen.diagnostics import QuizgenError
from quizgen.study.exclusions import exclude

HEAD = "quizgen: deck/1\nsources: [vale.txt]  # the second edition\n"
BAD = {"sides/x+y": 'says "both": wrong', "dates/z": "tēst"}
ADDED = '"sides/x+y": "says \\"both\\": wrong"\n{0}"dates/z": "tēst"'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (HEAD, f"{HEAD}exclude:\n  {ADDED.format('  ')}\n"),
        (HEAD.rstrip(), f"{HEAD}exclude:\n  {ADDED.format('  ')}\n"),
        (f"{HEAD}exclude: {{}}\nn: 5\n", f"{HEAD}exclude:\n  {ADDED.format('  ')}\nn: 5\n"),
        (
            f"{HEAD}exclude: # mine\n    # why\n    a: b\nn: 5\n",
            f"{HEAD}exclude: # mine\n    {ADDED.format('    ')}\n    # why\n    a: b\nn: 5\n",
        ),
    ],
)
def test_exclusions_are_added_and_nothing_else_changes(before: str, after: str) -> None:
    assert after == exclude(before, "r.yaml", BAD)
    assert set(BAD) <= {item for item, _ in recipes.load(after, "r.yaml").hand.exclude}


def test_what_is_excluded_already_keeps_its_reason() -> None:
    text = f"{HEAD}exclude:\n  dates/z: mine\n"
    assert text == exclude(text, "r.yaml", {"dates/z": "theirs"})


def test_an_exclude_on_one_line_is_left_alone() -> None:
    with pytest.raises(QuizgenError, match="S104"):
        exclude(f"{HEAD}exclude: {{a: b}}\n", "r.yaml", BAD)
