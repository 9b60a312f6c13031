"""What the questions on orders of battle share: who stands directly under whom, as listed."""

from __future__ import annotations

import re

from quizgen.model import Campaign, Side, Unit, norm
from quizgen.naming import with_article
from quizgen.questions import TRUE, UNSETTLED, Slots, Verdict, false
from quizgen.world import World

OTHER_PARENT = "another direct parent"


def listings(campaign: Campaign, name: str) -> list[tuple[Side, Unit]]:
    """Every place in the campaign's orders of battle where the name stands."""
    return [(side, unit) for side in campaign.sides for unit in side.units if norm(unit.name) == norm(name)]


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
    if unit.parent and norm(unit.parent) == norm(option):
        return TRUE
    if norm(option) in map(norm, side.path(unit)) or any(_spans(other.name, unit.name) for other in side.units if other.parent == option):
        return UNSETTLED
    where = f"directly under {with_article(unit.parent)}" if unit.parent else "under no other formation"
    return false(OTHER_PARENT, f"the infobox lists {with_article(unit.name)} {where}")


def judge_child(world: World, slots: Slots, option: str, options: tuple[str, ...]) -> Verdict:
    """Whether the option is listed directly under the formation that the stem names."""
    return judge_parent(world, {**slots, "thing": option}, slots["parent"], options)
