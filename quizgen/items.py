"""Facts → items: what a question asks, its key, and every distractor with the reason why it is false."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b

from quizgen.model import Source
from quizgen.relations import Importance


class Family(StrEnum):
    """What an item is about."""

    DATES = "dates"
    SIDES = "sides"
    OUTCOMES = "outcomes"
    UNITS = "units"
    PEOPLE = "people"
    FIGURES = "figures"
    PLACES = "places"
    EVENTS = "events"


class Format(StrEnum):
    """How an item is answered."""

    MULTIPLE_CHOICE = "multiple_choice"
    MULTIPLE_RESPONSE = "multiple_response"
    TRUE_FALSE = "true_false"
    CLOZE = "cloze"
    SHORT_ANSWER = "short_answer"
    NUMERIC = "numeric"
    DATE = "date"
    MATCHING = "matching"
    ORDERING = "ordering"
    SORTING = "sorting"
    OPEN = "open"


BLANK = "_____"  # the one blank of a cloze stem


@dataclass(frozen=True, slots=True)
class Distractor:
    """A wrong option, why it is false in words for a learner, and the ground of the disproof ("other side")."""

    text: str
    why_false: str
    ground: str


@dataclass(frozen=True, slots=True)
class Level:
    """A graded judgement and its cause in words."""

    level: str | int
    why: str


@dataclass(frozen=True, slots=True)
class Item:
    """One question, complete and undrawn. `key` and `distractors` depend on the format:

    multiple_choice   key (right,); distractors in rank order, most plausible first
    multiple_response key every right option; distractors the wrong ones
    true_false        key ("True",) or ("False",); the stem is the statement; no distractors
    cloze             key (deleted words,); the stem holds BLANK once
    short_answer, numeric, date  key (answer,); `accepted` lists other right answers
    matching          pairs (premise, response) in `pairs`; key empty; distractors are extra responses
    ordering          key the things in their right order
    sorting           pairs (thing, group); key empty
    open              key the marking notes, a line each: there is no single answer
    """

    id: str
    type: str
    family: Family
    format: Format
    stem: str
    key: tuple[str, ...]
    facts: tuple[str, ...]
    source: Source
    importance: Level
    difficulty: Level
    explanation: str
    campaign: str
    pairs: tuple[tuple[str, str], ...] = ()
    accepted: tuple[str, ...] = ()
    distractors: tuple[Distractor, ...] = ()
    claimed_by: str | None = None
    sensitive: bool = False

    @property
    def code(self) -> str:
        """What a learner sees of its id: short, opaque."""
        return code_of(self.id)


def code_of(item_id: str) -> str:
    """Make the short opaque code ("Q-7F3A2C") of an item's id."""
    return "Q-" + blake2b(item_id.encode(), digest_size=3).hexdigest().upper()


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that an item breaks, and how."""

    rule: int
    why: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A candidate that was not made an item, with every rule that it breaks."""

    item: Item
    findings: tuple[Finding, ...]


__all__ = ["BLANK", "Distractor", "Family", "Finding", "Format", "Importance", "Item", "Level", "Refused", "code_of"]
