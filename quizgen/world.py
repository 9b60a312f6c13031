"""The campaigns loaded together, their facts, and the look-ups that asking and checking share."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.model import Campaign
from quizgen.relations import Fact


@dataclass(frozen=True, slots=True)
class World:
    """What is loaded: items are asked of it, and their truth is judged by it alone."""

    campaigns: tuple[Campaign, ...]
    facts: tuple[Fact, ...]
