"""What stands in parentheses or before a colon beside a figure → whose claim the figure is."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

from quizgen.model import slug

_PER = re.compile(
    r"(?:per|according to|as claimed by|claimed by|source:|cited by|(?:as )?reported by|from)\s+(?:the\s+)?(.+)", re.IGNORECASE
)
_CLAIM = re.compile(r"(?:by\s+)?(.*\S)\s+claims?(?:ed)?", re.IGNORECASE)
_OWN = re.compile(
    r"(?:by\s+)?(.*\S\s+(?:estimates?|est\.?|figures?|sources?|reports?|records?|data|counts?|accounts?|historians?|scholars?))",
    re.IGNORECASE,
)
_BODY = re.compile(
    r".*\b(?:source|observatory|ministry|agency|news|network|times|center|centre|institute|un|united nations|press|historian"
    r"|prosecutor|commission|inquiry)\b.*",
    re.IGNORECASE,
)
_AND = re.compile(r",? (?:and|&) |, ")
_SHORTENED = re.compile(r"\b\w\.\w\.$")  # "U.S."
_OWNER = re.compile(r"(?:the\s)?((?:[^\W\d][\w.-]*\s)*[^\W\d][\w.-]*?)(?:(?P<one>['’]s)|(?<=s)['’])")
_IN_YEAR = re.compile(r"\s\((?:1\d|20)\d\d\)$")  # when it was said: "Kellish prosecutor (2017)"
_NOT = re.compile(r"(?:low|high|lower|higher|total|official total|initial|final|rough|conservative|minimum|maximum)\b.*", re.IGNORECASE)
_ESTIMATE = re.compile(r"(?:estimate[ds]?|est\.?|approx(?:imate(?:ly)?|\.)?|circa|c\.|rough estimate)", re.IGNORECASE)


def claimant(words: str) -> str | None:
    """Give the claimant that words name: "SOHR claim" is SOHR's, "Thai figures" are theirs; None if they name none."""
    words = _IN_YEAR.sub("", words.strip(" .:;,"))
    if ";" in words:  # "by 29 March; per CENTCOM"
        return next(filter(None, map(claimant, words.split(";"))), None)
    if re.search(r"\d", words) and not _PER.fullmatch(words):
        return None
    match = _PER.fullmatch(words) or _CLAIM.fullmatch(words)
    if match is None and not _NOT.fullmatch(words):
        match = _OWN.fullmatch(words)
    if match and (owner := _OWNER.fullmatch(match[1])):
        is_one = owner["one"] or slug(owner[1]) in _historians() or re.search(r"(?:us|is|es|as|os)$", owner[1])
        return owner[1] if is_one else f"the {owner[1]}"  # "Knights' claim"
    if match:
        return match[1].strip() if _SHORTENED.search(match[1]) else match[1].strip(" .")
    is_known = all(slug(name) in _historians() for name in _AND.split(words)) or (_BODY.fullmatch(words) and words[:1].isupper())
    return words if is_known else None


@cache
def _historians() -> frozenset[str]:
    """The writers of library/historians.csv, who stand beside the figures of their time without a word that says so.

    From Wikipedia's "List of historians", those that tell of wars of their own or an earlier age.
    """
    text = files("quizgen").joinpath("library", "historians.csv").read_text(encoding="utf-8")
    return frozenset(slug(row["name"]) for row in csv.DictReader(text.splitlines()))


def is_estimate(words: str) -> bool:
    """Whether words say no more than that a figure is estimated."""
    return bool(_ESTIMATE.fullmatch(words.strip(" .")))


def is_acronym(words: str) -> bool:
    """Whether words are an acronym that is no fate: "SOHR"."""
    return bool(re.fullmatch(r"[A-Z]{3,7}", words)) and words not in ("KIA", "WIA", "MIA", "POW", "POWS", "DOW", "EST")
