"""Campaign → facts: single statements with an id that depends on no wording and no order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quizgen.model import Aim, Belligerent, Commander, DatedText, Estimate, Event, Result, Source, Sourced, Unit


class Relation(StrEnum):
    """What a fact says of its subject."""

    START = "start"
    END = "end"
    PLACE = "place"
    PART_OF = "part_of"
    AIM = "aim"
    RESULT = "result"
    OUTCOME = "outcome"
    BELLIGERENT = "belligerent"
    UNIT = "unit"
    COMMANDER = "commander"
    GROUP = "group"
    PARENT = "parent"
    ROLE = "role"
    FATE = "fate"
    REPLACED = "replaced"
    STRENGTH = "strength"
    CASUALTIES = "casualties"
    EVENT = "event"


class Importance(StrEnum):
    """How much a fact matters (contracts.md)."""

    CORE = "core"
    USEFUL = "useful"
    DETAIL = "detail"


Leaf = Aim | Belligerent | Commander | DatedText | Estimate | Event | Result | Sourced | Unit


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement: `subject` stands in `relation` to `object`, both as a reader sees them; `leaf` is what it rests on.

    `side` is the side it speaks of, where it speaks of one. `disputed`: part of a contradiction that nothing settles.
    """

    id: str
    campaign: str
    relation: Relation
    subject: str
    object: str
    leaf: Leaf
    importance: Importance
    importance_why: str
    source: Source
    side: str | None = None
    claimed_by: str | None = None
    disputed: bool = False
    hedge: str | None = None
