"""Seeded faults: every sound item of every format, spoilt in one way, is caught by the rule that forbids it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from quizgen.items import BLANK, Format, Item, Level
from quizgen.model import Quote
from tests.rules.sound import SOUND, broken, wrong

Spoil = Callable[[Item], Item]
ALL = frozenset(Format) - {Format.OPEN}  # it has its own: tests/formats/test_open.py
CHOICES = frozenset((Format.MULTIPLE_CHOICE, Format.MULTIPLE_RESPONSE))
TYPED = frozenset((Format.CLOZE, Format.SHORT_ANSWER, Format.NUMERIC, Format.DATE))
LISTS = frozenset((Format.MATCHING, Format.ORDERING, Format.SORTING))
ROWS = frozenset((Format.MATCHING, Format.SORTING))
QUESTIONS = frozenset((Format.MULTIPLE_CHOICE, Format.MULTIPLE_RESPONSE, Format.SHORT_ANSWER, Format.NUMERIC, Format.DATE))


def end(stem: str) -> tuple[str, str]:
    return stem[:-1], stem[-1]


def more(item: Item, *texts: str) -> Item:
    return replace(item, distractors=(*item.distractors, *wrong(*texts)))


def restem(item: Item, words: str) -> Item:
    head, sign = end(item.stem)
    return replace(item, stem=f"{head} {words}{sign}")


FAULTS: tuple[tuple[int, str, frozenset[Format], Spoil], ...] = (
    (8, "placeholder option", CHOICES, lambda item: more(item, "Unknown others")),
    (8, "placeholder typed", TYPED, lambda item: replace(item, key=("several unknown men",))),
    (8, "placeholder row", ROWS, lambda item: replace(item, pairs=(*item.pairs, ("Unknown wardens", item.pairs[0][1])))),
    (8, "nobody's brigade", CHOICES, lambda item: more(item, "8th Brigade")),
    (8, "nobody's guard asked about", QUESTIONS | {Format.TRUE_FALSE}, lambda item: restem(item, "with the Republican Guard")),
    (8, "counted noun", TYPED, lambda item: replace(item, key=("two hills",))),
    (9, "key in the stem", CHOICES | TYPED, lambda item: restem(item, f"at {item.key[0]}")),
    (9, "row that tells", ROWS, lambda item: replace(item, pairs=((f"Old {item.pairs[0][1]}", item.pairs[0][1]), *item.pairs[1:]))),
    (
        12,
        "plural against singular",
        frozenset({Format.MULTIPLE_RESPONSE}),
        lambda item: replace(item, stem="Which of these was in Vale in 1911?"),
    ),
    (
        14,
        "longest key",
        frozenset({Format.MULTIPLE_CHOICE}),
        lambda item: replace(item, key=(f"{item.key[0]} of {'Upper Tarn ' * 4}Valley",)),
    ),
    (15, "brackets in one option", CHOICES, lambda item: replace(item, key=(f"{item.key[0]} (of Tarn)", *item.key[1:]))),
    (15, "percent in one option", CHOICES, lambda item: more(item, "all 30%")),
    (16, "absolute word", CHOICES, lambda item: more(item, "never those")),
    (17, "key again", CHOICES, lambda item: more(item, item.key[0].upper())),
    (17, "key with an article", CHOICES, lambda item: more(item, f"The {item.key[0]}")),
    (17, "key and more", CHOICES, lambda item: more(item, f"{item.key[0]} perhaps")),
    (17, "thing again", frozenset({Format.ORDERING}), lambda item: replace(item, key=(*item.key, item.key[0]))),
    (17, "row again", ROWS, lambda item: replace(item, pairs=(*item.pairs, item.pairs[0]))),
    (18, "no distractors", CHOICES, lambda item: replace(item, distractors=())),
    (19, "date among others", CHOICES, lambda item: more(item, "31 December 1999")),
    (20, "all of the above", CHOICES, lambda item: more(item, "All of the above")),
    (20, "none of these", CHOICES, lambda item: more(item, "None of these")),
    (24, "no end", ALL, lambda item: replace(item, stem=end(item.stem)[0])),
    (24, "small letter", ALL, lambda item: replace(item, stem=f"and {item.stem}")),
    (24, "second question", QUESTIONS, lambda item: replace(item, stem=f"{item.stem} And why?")),
    (24, "second gap", frozenset({Format.CLOZE}), lambda item: restem(item, f"and {BLANK}")),
    (25, "negation", ALL, lambda item: restem(item, "and not elsewhere")),
    (26, "long option", CHOICES, lambda item: more(item, " ".join(["Tarn"] * 21))),
    (26, "long thing", frozenset({Format.ORDERING}), lambda item: replace(item, key=(*item.key, " ".join(["Tarn"] * 21)))),
    (27, "connective", ALL, lambda item: replace(item, stem=f"However, {item.stem}")),
    (27, "relative time", ALL, lambda item: restem(item, "the next morning")),
    (27, "back-pointing word", ALL, lambda item: restem(item, "once again")),
    (27, "this battle", ALL, lambda item: restem(item, "during this battle")),
    (27, "bare Army", ALL, lambda item: restem(item, "against the Army")),
    (27, "option that points back", CHOICES, lambda item: more(item, "men of the base")),
    (29, "double space", ALL, lambda item: replace(item, stem=item.stem.replace(" ", "  ", 1))),
    (29, "image size", ALL, lambda item: restem(item, "18px flag")),
    (29, "link", ALL, lambda item: restem(item, "at [[Tarn]]")),
    (29, "empty brackets", ALL, lambda item: restem(item, "()")),
    (29, "lone quote", ALL, lambda item: restem(item, '"Tarn')),
    (29, "glued fate", CHOICES, lambda item: more(item, "Emil TrostKIA")),
    (29, "markup in the explanation", ALL, lambda item: replace(item, explanation="It stands {{there}}.")),
    (30, "key Maybe", frozenset({Format.TRUE_FALSE}), lambda item: replace(item, key=("Maybe",))),
    (30, "second proposition", frozenset({Format.TRUE_FALSE}), lambda item: restem(item, "but Tarn held")),
    (31, "no extra response", frozenset({Format.MATCHING}), lambda item: replace(item, distractors=())),
    (31, "few rows", ROWS, lambda item: replace(item, pairs=item.pairs[:3])),
    (31, "many to one", frozenset({Format.MATCHING}), lambda item: replace(item, pairs=(*item.pairs, ("Ash Foot", item.pairs[0][1])))),
    (32, "reversed", frozenset({Format.ORDERING}), lambda item: replace(item, key=item.key[::-1])),
    (32, "two events", frozenset({Format.ORDERING}), lambda item: replace(item, key=item.key[:2])),
    (34, "list", TYPED, lambda item: replace(item, key=("Ash, Elm, Oak and Fir",))),
    (35, "answer left", frozenset({Format.CLOZE}), lambda item: restem(item, f"near {item.key[0]}")),
    (38, "no source", ALL, lambda item: replace(item, source=Quote("", 0, ""))),
    (38, "no facts", ALL, lambda item: replace(item, facts=())),
    (38, "no explanation", ALL, lambda item: replace(item, explanation="")),
    (38, "no difficulty", ALL, lambda item: replace(item, difficulty=Level(0, ""))),
)
CASES = [
    pytest.param(rule, spoil, item, id=f"{rule}-{fault}-{name}")
    for rule, fault, formats, spoil in FAULTS
    for name, item in SOUND.items()
    if item.format in formats
]


@pytest.mark.parametrize(("rule", "spoil", "item"), CASES)
def test_spoilt_item_is_caught_by_its_rule(rule: int, spoil: Spoil, item: Item) -> None:
    assert rule in broken(spoil(item))


def test_faults_are_many_and_reach_every_format() -> None:
    assert len(CASES) >= 200
    assert ALL == {item.format for item in SOUND.values()}
