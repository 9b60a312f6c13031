"""What the questions on people share: who is listed in which role, and how many share it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from quizgen.model import Campaign, Commander, Side, norm
from quizgen.naming import role_group
from quizgen.questions import TRUE, UNSETTLED, Verdict, false
from quizgen.world import World

OTHER_SIDE = "other side"
INNER = re.compile(r'"(.*?)"')
OFFICE = re.compile(
    r"\b(?:commande\w+|commandant|commanding|in command"
    r"|chief|head|minister|leader|governor|king|queen|emperor|sultan|president|director|secretary|cleric|emir|officer|captain|"
    r"general|admiral|marshal|commissar|adviser|advisor|deputy|chairman|prince|duke|count|consul|tribune|satrap|khan|inspector)\b",
    re.IGNORECASE,
)


def commanders(campaign: Campaign) -> list[tuple[Side, Commander]]:
    """Every named commander with the side that lists him."""
    return [(side, person) for side in campaign.sides for person in side.commanders if not person.placeholder]


def named(campaign: Campaign, name: str) -> tuple[Side, Commander] | None:
    """The one commander of this name; None if there is none or more than one."""
    found = [entry for entry in commanders(campaign) if norm(name) in (norm(entry[1].name), norm(f"{entry[1].rank} {entry[1].name}"))]
    return found[0] if len(found) == 1 else None


def across(campaign: Campaign, side: str | None) -> tuple[str, ...]:
    """The commanders of every other side: whoever leads there holds no post here."""
    return tuple(person.name for own, person in commanders(campaign) if own.id != side)


def judge_person(world: World, campaign: Campaign, option: str, right: Sequence[Commander]) -> Verdict:
    """Whether the option is one of the right persons; another of their own side may have held the post unlisted."""
    entry = named(campaign, option)
    if entry is None or not right:
        return UNSETTLED
    side, person = entry
    if person in right:
        return TRUE
    if any(other in side.commanders for other in right):
        return UNSETTLED
    return false(OTHER_SIDE, world.listed(campaign, person.name))


def quoted(role: str) -> str:
    """A role in quotation marks, quotes within it single: “‘Inghimassiyeen’ commander”."""
    return "“" + INNER.sub(r"‘\1’", role) + "”"


def is_office(role: str) -> bool:
    """Whether a note on a commander is an office or rank of command, and not the unit that he is listed with ("II Corps")."""
    return bool(OFFICE.search(role))


def group_of(person: Commander) -> str | None:
    """The group that a commander's role names."""
    return role_group(person.role or "")


@lru_cache(maxsize=4096)
def content(text: str) -> frozenset[str]:
    """The words of a role that tell it apart: "Head of X, replaced" and "Replacement head of X" share theirs (rule 41)."""
    return frozenset(word for word in norm(text).split() if len(word) >= 4 and not word.startswith("replace"))


def holders(campaign: Campaign, role: str) -> list[Commander]:
    """Every commander with a role of the same content words."""
    return [person for _, person in commanders(campaign) if person.role and content(person.role) == content(role)]


def leaders(campaign: Campaign, group: str) -> list[Commander]:
    """Every listed commander whose role names the group."""
    return [person for _, person in commanders(campaign) if norm(group_of(person) or "") == norm(group)]
