"""The plain-text paper and its key."""

from __future__ import annotations

import pytest

from quizgen.assembly import Quiz
from quizgen.writers import Material
from quizgen.writers.text import WRITER
from tests.grading.cases import DRAWN

QUIZ = Quiz("42", (DRAWN["choice"], DRAWN["place"]), form="B", credits=("From “Vale”, CC BY-SA 4.0.",))

PAPER = """\
Vale campaign
=============
Form B, 2 questions, 2 points, seed 42

Multiple choice
---------------
Choose one answer.

1. Which group held the mill at Orsk? (1 point) [Q-EBD6AD]
   a) Southern League
   b) Northern League
   c) Guard of Tamm
   d) Free Rangers

Gaps
----
Fill the gap.

2. On 3 May the League took the mill at _____. (1 point) [Q-DA9E59]
   Answer: ______________________________

From “Vale”, CC BY-SA 4.0.
"""


def paper(*, key: bool = False, quiz: Quiz = QUIZ) -> str:
    return WRITER.write(Material("Vale campaign", (), quiz=quiz, key=key)).decode()


def test_a_paper_looks_like_this() -> None:
    assert PAPER == paper()


def test_a_key_is_the_paper_with_its_answers() -> None:
    key = paper(key=True)
    assert [line for line in PAPER.splitlines() if "Form" not in line and "Answer:" not in line] == [
        line for line in key.splitlines() if not line.startswith(("   Answer", "   Why", "   Source", "      ", "Form"))
    ]
    assert "Form B, Key, 2 questions" in key
    assert "   Answer: b) Northern League\n   Why: The lead says so.\n   Source: vale-1911.txt, line 12: “On 3 May" in key


def test_a_key_lists_what_else_is_right() -> None:
    assert "   Answer: Wa’el Diyab\n   Also right: Diyab; Colonel Wa’el Diyab\n" in paper(key=True, quiz=Quiz("1", (DRAWN["person"],)))


def test_a_paper_tells_no_source() -> None:
    assert "vale-1911.txt" not in paper()


def test_every_format_is_set_within_80_columns() -> None:
    quiz = Quiz("1", tuple(DRAWN.values()))
    for key in (False, True):
        text = paper(key=key, quiz=quiz)
        assert max(map(len, text.splitlines())) <= 80
        assert all(
            part in " ".join(text.split()) for drawn in DRAWN.values() for part in (drawn.item.stem, *drawn.options, *drawn.premises)
        )


def test_material_without_a_quiz_is_a_bug() -> None:
    with pytest.raises(ValueError, match="no drawn quiz"):
        WRITER.write(Material("Vale campaign", ()))
