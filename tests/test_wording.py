"""Citations and counts."""

from __future__ import annotations

import pytest

from quizgen.model import By, Quote
from quizgen.wording import cite, counted


def test_a_quote_is_cited_with_its_file_and_line() -> None:
    assert "a.txt, line 3: “He fell.”" == cite(Quote("a.txt", 3, "He fell."))


def test_a_long_quote_is_cut_at_a_word() -> None:
    cited = cite(Quote("a.txt", 3, "word " * 100))
    assert cited.endswith("word …”")
    assert len(cited) < 270


@pytest.mark.parametrize(
    ("by", "cited"),
    [(By("Ann"), "set by Ann"), (By("Ann", "a misprint", "Smith 2019, p. 12"), "set by Ann, a misprint, Smith 2019, p. 12")],
)
def test_a_leaf_set_by_hand_is_cited_with_who_and_why(by: By, cited: str) -> None:
    assert cited == cite(by)


def test_one_thing_is_singular() -> None:
    assert ["0 points", "1 point", "2 points"] == [counted(n, "point") for n in range(3)]


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("{{start and end dates|1863|07|01|1863|07|03}}", "1 July 1863 – 3 July 1863"),
        ("held by the [[Ford of Orsk|ford]] of the [[Vell", "held by the ford of the Vell"),
        ("2,100''' total<br>({{nobold|300 killed}};<br>&nbsp;90 lost)", "2,100 total (300 killed; 90 lost)"),
        ("a {{small|(est", "a small (est"),
        ("{{", "{{"),
    ],
)
def test_a_source_in_wikitext_is_cited_without_its_markup(quote: str, words: str) -> None:
    assert f"vell.wiki, line 3: “{words}”" == cite(Quote("vell.wiki", 3, quote))
    assert f"vell.txt, line 3: “{quote}”" == cite(Quote("vell.txt", 3, quote))
