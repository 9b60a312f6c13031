"""A count in a sentence → the side that has it: its subject, or the people counted; never a side that is only named beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.demonyms import demonyms
from quizgen.grammar.names import surname_of
from quizgen.model import Campaign, Side
from quizgen.prose.words import found_at

# "Orlan officials put the dead at 300": who says so.
_SPEAKER = re.compile(
    r"\w*(?:['’]s?)? (?:\w+ )?(?:officials?|authorit(?:y|ies)|sources?|governments?|minist(?:ry|ries|ers?)|media|spokes\w+|reports?|"
    r"records|claims?|estimates?|intelligence|historians?|newspapers?|press|television|accounts?|investigat\w+)\b"
)
_CLAUSE = re.compile(r"[;:]\s")
_SOMEBODY = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im)\b")
_COUNTED = re.compile(  # "killed on the Orlan side"
    r"(?:[\s,]+[\w-]+){0,6}?[\s,]+(?:of|from|among|on|were|was)(?: (?:all|the))*(?: [\w-]+)?\s$"
)


def is_held(campaign: Campaign, side: Side, sentence: str, start: int, end: int) -> bool:
    """Whether the count at a place of a sentence is a side's: the sentence names no other, nor a leader of one."""
    leaders = {surname_of(p.name) or p.name for s in campaign.sides if s is not side for p in s.commanders if p.name and not p.placeholder}
    if any(len(name) > 3 and [*found_at(name, sentence)] for name in leaders):
        return False
    named = {one.id: [*_places(one, sentence)] for one in campaign.sides}
    return [one for one in named if named[one]] == [side.id] and _is_own(sentence, named[side.id], start, end)


def _is_own(sentence: str, places: list[int], start: int, end: int) -> bool:
    """Whether a side named at these places is the subject before a count, or has what is counted."""
    opened = max((found.end() for found in _CLAUSE.finditer(sentence, 0, start)), default=0)
    if any(opened <= at < start for at in places) and not _SOMEBODY.search(sentence, opened, start):
        return True
    return any(at >= end and _COUNTED.fullmatch(sentence, end, at) for at in places)


def _places(side: Side, sentence: str) -> Iterator[int]:
    """Where a sentence names a side, and not who speaks for it."""
    for word in _words(side):
        for at in found_at(word, sentence):
            if not _SPEAKER.match(sentence, at + len(word)):
                yield at


def _words(side: Side) -> Iterator[str]:
    for label in (side.label, *side.aliases):
        if label:
            yield re.sub(r"(?:s|\s(?:forces|troops|fighters))$", "", label.value)
    for power in side.belligerents:
        yield from (power.name, *demonyms(power.name))
