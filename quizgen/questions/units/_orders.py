"""What the questions on orders of battle share: who stands directly under whom, as listed."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from quizgen.model import Campaign, Side, Unit, norm
from quizgen.naming import with_article
from quizgen.questions import TRUE, UNSETTLED, Slots, Verdict, false
from quizgen.world import World

OTHER_PARENT = "another direct parent"
ENOUGH = 3  # wrong options, one of which a rule may still refuse


def listings(campaign: Campaign, name: str) -> list[tuple[Side, Unit]]:
    """Every place in the campaign's orders of battle where the name stands."""
    return [(side, unit) for side in campaign.sides for unit in side.units if norm(unit.name) == norm(name)]


def is_contested(campaign: Campaign, unit: Unit) -> bool:
    """Whether a list or a sentence of the article puts a unit under another formation than the infobox does."""
    return any(unit.source in found.sources for found in campaign.contradictions)


def nearest(campaign: Campaign, own: Side, names: Callable[[Side], Iterable[str]], *, but: Collection[str] = ()) -> tuple[str, ...]:
    """Names of a side's order of battle; with those of the other sides only where its own are too few to choose among.

    That a Japanese division did not stand under an American corps is no knowledge of the order of battle.
    """
    within = [name for name in dict.fromkeys(names(own)) if name not in but]
    others = (name for side in campaign.sides if side is not own for name in names(side) if name not in but)
    return tuple(within if len(within) >= ENOUGH else dict.fromkeys((*within, *others)))


def tops(side: Side) -> Iterator[str]:
    """The units of a side that stand under no other."""
    return (unit.name for unit in side.units if not unit.parent and not unit.placeholder)


_NUMBERED = re.compile(r"(\d+)(?:st|nd|rd|th)(?:\s?[–-]\s?(\d+)(?:st|nd|rd|th))? (.+)")


def _spans(several: str, one: str) -> bool:
    """Whether a name of several units may be of one among others: "1st–4th Brigades", "2nd Brigade"."""
    whole, part = _NUMBERED.fullmatch(several), _NUMBERED.fullmatch(one)
    if not whole or not part or not whole[2] or part[2]:
        return False
    return int(whole[1]) <= int(part[1]) <= int(whole[2]) and norm(whole[3]).rstrip("s") == norm(part[3]).rstrip("s")


def judge_parent(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the unit is listed directly under the option; one higher up in its own line settles nothing."""
    campaign = world.campaign_named(slots["campaign"])
    found = listings(campaign, slots["thing"])
    if len(found) != 1:
        return UNSETTLED
    side, unit = found[0]
    if is_contested(campaign, unit):
        return UNSETTLED
    if unit.parent and norm(unit.parent) == norm(option):
        return TRUE
    if norm(option) in map(norm, side.path(unit)) or any(_spans(other.name, unit.name) for other in side.units if other.parent == option):
        return UNSETTLED
    where = f"directly under {with_article(unit.parent)}" if unit.parent else "under no other formation"
    return false(OTHER_PARENT, f"the infobox lists {with_article(unit.name)} {where}")


def judge_child(world: World, slots: Slots, option: str, options: tuple[str, ...]) -> Verdict:
    """Whether the option is listed directly under the formation that the stem names."""
    return judge_parent(world, {**slots, "thing": option}, slots["parent"], options)
