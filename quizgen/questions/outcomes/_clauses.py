"""What the questions on outcomes share: an outcome clause split into the side it speaks of and what it says of that side."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.model import Campaign, Side, norm
from quizgen.naming import side_name
from quizgen.prose.actions import forms, is_plural
from quizgen.questions import each
from quizgen.relations import Fact, Relation
from quizgen.world import World


def split(campaign: Campaign, text: str) -> tuple[Side, str] | None:
    """Split "Army uses the road" into the side and "use the road", its verb in the base form; None if no side opens it.

    A power's name stands for its side only where it is alone on it: what is said of one ally is not said of the others.
    """
    words = text.split()
    for length in range(min(4, len(words) - 2), 0, -1):
        subject = norm(" ".join(words[:length]))
        for side in campaign.sides:
            labels = [label.value for label in (side.label, *side.aliases) if label]
            powers = [power.name for power in side.belligerents if len(side.belligerents) == 1]
            if subject in map(norm, (side_name(side), *labels, *powers)):
                return side, " ".join((_base(words[length]), *words[length + 1 :]))
    return None


def _base(verb: str) -> str:
    """The base form of a verb in the present: "uses" → "use", "carries" → "carry"."""
    stems = (verb[:-1], verb[:-2], f"{verb[:-3]}y") if verb.endswith("s") and len(verb) > 3 else ()
    return next((stem for stem in stems if forms(stem)["third"] == verb), verb)


def told(side: Side, did: str) -> str:
    """The outcome as a statement whose verb agrees: "the rebels capture …", "Germany captures …"."""
    verb, _, rest = did.partition(" ")
    return f"{side_name(side)} {verb if is_plural(side_name(side)) else forms(verb)['third']} {rest}"


def clauses(world: World) -> Iterator[tuple[Campaign, Fact, Side, str]]:
    """Give every outcome that speaks of a side, with what it says in the base form."""
    for campaign, fact in each(world, Relation.OUTCOME):
        found = split(campaign, fact.object)
        if found:
            yield campaign, fact, *found


def statements(world: World) -> Iterator[tuple[Campaign, Fact, str]]:
    """Give every outcome as a statement: one that speaks of a side names it; any other stands as the infobox has it."""
    for campaign, fact in each(world, Relation.OUTCOME):
        found = split(campaign, fact.object)
        yield campaign, fact, told(*found) if found else fact.object
