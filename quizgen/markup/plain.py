"""A quote of wikitext → its words, for a reader who knows no markup; what a quote cuts in two, its marks are dropped."""

from __future__ import annotations

import re
from functools import lru_cache

from quizgen.article import laid_in_lines
from quizgen.markup.marks import find_marks
from quizgen.markup.shown import Show

_LEFT = re.compile(r"\[\[(?:[^\[\]|]*\|)?|\]\]|\{\{(?:[^{}|]*\|)?|\}\}|'{2,}|<[^<>]*>|<ref.*")


@lru_cache(maxsize=1 << 12)
def plain(quote: str) -> str:
    """Give what a reader sees of a quote, on one line; the quote itself where that is nothing."""
    source = laid_in_lines("", quote)
    show = Show(source, marks=find_marks(source), is_box=False, has_heads=False)
    show.walk(0, len(quote))
    laid = show.laid()
    words = " ".join(_LEFT.sub(" ", laid.value if laid else quote).replace("|", " ").split())
    return words or quote
