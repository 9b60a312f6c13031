"""Sources read and asked once for all tests that look at the items."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from quizgen import api, world
from quizgen.items import Item, Refused
from quizgen.model import Campaign
from quizgen.relations import Fact
from quizgen.world import World

ROOT = Path(__file__).parents[1]
SEED = "seeds/aleppo-2016.txt"
VESSEN = "tests/articles/siege-of-vessen.txt"
KARSA = "tests/articles/siege-of-karsa.txt"
VELMARK = "tests/articles/velmark-raids.txt"
SELM = "tests/articles/battle-of-selm.txt"
MARN = "tests/campaigns/marn.yaml"
ORLO = "tests/campaigns/orlo.yaml"
KELL = "tests/campaigns/kell.yaml"
ARDEL = "tests/campaigns/ardel.yaml"


@dataclass(frozen=True)
class Asked:
    """A source's campaign, the world of it alone, and all that can be asked of it."""

    campaign: Campaign
    world: World
    items: tuple[Item, ...]
    refused: tuple[Refused, ...]

    def of(self, *types: str) -> list[Item]:
        """The items of these types."""
        return [item for item in self.items if item.type in types]

    def refused_and_asked(self) -> list[Item]:
        """Every candidate, sound or not."""
        return [*self.items, *(refused.item for refused in self.refused)]

    def fact(self, end: str) -> Fact:
        """The one fact whose id ends so."""
        (found,) = (fact for fact in self.world.facts if fact.id.endswith(end))
        return found


@cache
def asked(source: str = SEED) -> Asked:
    """Read a source, with the corrections beside it, and ask it."""
    return of(api.read(str(ROOT / source)).campaign)


@cache
def together(*sources: str) -> Asked:
    """Read several sources and ask them together; the campaign is that of the first."""
    return of(*(api.read(str(ROOT / source)).campaign for source in sources))


def of(*campaigns: Campaign) -> Asked:
    """Ask a campaign, or several loaded together."""
    loaded = world.load(*campaigns)
    return Asked(loaded.campaigns[0], loaded, *api.ask(*campaigns))
