"""The Markdown paper and its key."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.assembly import Quiz
from quizgen.writers import Material
from quizgen.writers.markdown import WRITER, escape
from tests.grading.cases import DRAWN

KEY = """\
# Vale \\*campaign\\*

Key, 2 questions, 2 points, seed 42

## Multiple choice

*Choose one answer.*

1. Which group held the mill at Orsk? (1 point, Q-EBD6AD)

   - a\\) Southern League
   - b\\) Northern League
   - c\\) Guard of Tamm
   - d\\) Free Rangers

   **Answer:** b\\) Northern League

   **Why:** The lead says so.

   **Source:** vale-1911.txt, line 12: “On 3 May the Northern League crossed the Vell and took the mill at Orsk.”

## Gaps

*Fill the gap.*

2. On 3 May the League took the mill at \\_\\_\\_\\_\\_. (1 point, Q-DA9E59)

   **Answer:** Kerrin

   **Why:** The lead says so.

   **Source:** vale-1911.txt, line 12: “On 3 May the Northern League crossed the Vell and took the mill at Orsk.”

From Vale.
"""


def test_a_key_looks_like_this() -> None:
    quiz = Quiz("42", (DRAWN["choice"], DRAWN["place"]), credits=("From Vale.",))
    assert KEY == WRITER.write(Material("Vale *campaign*", (), quiz=quiz, key=True)).decode()


def test_markup_of_a_source_is_shown_and_not_obeyed() -> None:
    sly = replace(DRAWN["choice"], item=replace(DRAWN["choice"].item, stem="<script>alert(1)</script> [x](http://y) `z` # & | ? ## No"))
    text = WRITER.write(Material("Vale", (), quiz=Quiz("1", (sly,)))).decode()
    assert "1. \\<script\\>alert(1)\\</script\\> \\[x\\](http://y) \\`z\\` \\# \\& \\| ? \\#\\# No (1 point" in text


CASES = (
    ("- no list", "\\- no list"),
    ("+ no list", "\\+ no list"),
    ("=== no heading", "\\=== no heading"),
    ("1. no list", "1\\. no list"),
    ("a) no list", "a\\) no list"),
    ("16th Division", "16th Division"),
    ("8,000–10,000+ fighters", "8,000–10,000+ fighters"),
    ("a_b\\c", "a\\_b\\\\c"),
    ("two\nlines", "two lines"),
)


@pytest.mark.parametrize(("text", "escaped"), CASES)
def test_a_text_is_escaped_where_markdown_would_change_it(text: str, escaped: str) -> None:
    assert escaped == escape(text)
