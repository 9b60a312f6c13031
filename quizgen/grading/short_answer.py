"""A typed name → right if it is the key or another name for it, spelling forgiven within item rule 33."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.formats import Drawn
from quizgen.grading import Grade, Grader, not_understood
from quizgen.grading._words import find, find_people
from quizgen.grammar.alike import same
from quizgen.items import BLANK, Family
from quizgen.model import norm
from quizgen.wording import counted

_IN_A_SENTENCE = re.compile(r"^(?:(?:(?:he|she|it|they) )?(?:was|were|is|are|had been|has been)|he|she|they) ", re.IGNORECASE)

_SORT = re.compile(
    r"^(?:the )?(?:village|town|city|port|hamlet|district|heights?|hill|island|river|fortress|commune) of (?:the )?(?=[^\W\d_])",
    re.IGNORECASE,
)


_RIVER = re.compile(r"^(?:the )?river |(?<=\w) river$", re.IGNORECASE)


def grade_words(drawn: Drawn, typed: str, others: tuple[str, ...] = ()) -> Grade:
    """Grade a typed name or phrase."""
    if not norm(typed):
        return not_understood(drawn)
    item = drawn.item
    key = item.key[0]
    right, wrong = (*item.key, *item.accepted), (*(d.text for d in item.distractors), *others)
    match = next(filter(None, (find(way, right, wrong) for way in dict.fromkeys(_ways(typed, item.stem)))), None)
    if match is None and item.family is Family.SIDES:
        match = find_people(typed, right, wrong)
    if match and match.initials:
        return Grade(1, match.text, f"Accepted, initials for first names: {match.text}.")
    if match and match.typos:
        return Grade(1, match.text, f"Accepted with {match.typos} letter{'s' * (match.typos > 1)} off: {match.text}.")
    if match:
        return Grade(1, match.text, "" if same(match.text, key) else f"Accepted for {key}.")
    said = next((d for d in item.distractors if same(typed, d.text)), None)
    return Grade(0, said.text, said.why_false) if said else Grade(0)


def _ways(typed: str, stem: str) -> Iterator[str]:
    """What is typed, as it stands, without the words of a sentence, or what a place is ("the village of Halm"), or how the stem goes on."""
    plain = _IN_A_SENTENCE.sub("", typed)
    yield from (typed, plain, _SORT.sub("", plain))
    before, gap, after = stem.partition(BLANK)
    if gap and before.casefold().endswith("the "):
        yield _RIVER.sub("", plain)
    said, rest = plain.split(), norm(after).split()
    shared = next((n for n in range(len(said) - 1, 0, -1) if gap and norm(" ".join(said[-n:])).split() == rest[:n]), 0)
    if shared:
        yield " ".join(said[:-shared])  # "Camden, New Jersey" for "_, New Jersey"


def hint_words(drawn: Drawn) -> str:
    """Tell the first letter and the length of each word."""
    words = drawn.item.key[0].split()
    lengths = " and ".join(filter(None, (", ".join(str(len(word)) for word in words[:-1]), str(len(words[-1])))))
    return f"It begins with “{words[0][0]}”; {counted(len(words), 'word')}, of {lengths} letters."


GRADER = Grader("your answer", grade_words, hint_words)
