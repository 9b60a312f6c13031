"""Matching commanders with the groups that their roles name."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import norm
from quizgen.naming import the_title, with_article, with_title
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false, weighed
from quizgen.questions.people._roles import group_of, leaders, named
from quizgen.relations import Relation
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """One case for a campaign with four or more groups that one listed commander each has a role in."""
    for campaign in world.campaigns:
        facts = weighed(fact for fact in world.of(campaign, Relation.GROUP) if len(leaders(campaign, fact.object)) == 1)
        spare = dict.fromkeys(fact.object for fact in world.of(campaign, Relation.GROUP) if len(leaders(campaign, fact.object)) > 1)
        if len(facts) >= 4:
            yield Case(
                facts=tuple(facts),
                slots={"campaign": the_title(campaign)},
                key=(),
                pairs=tuple((fact.subject, fact.object) for fact in facts),
                pool=tuple(spare),
            )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the person's listed role names the group."""
    campaign = world.campaign_named(slots["campaign"])
    entry = named(campaign, slots["thing"]) if "thing" in slots else None
    if "thing" not in slots:
        return _extra(world, slots, option)
    if entry is None:
        return UNSETTLED
    group = group_of(entry[1])
    if norm(group or "") == norm(option):
        return TRUE
    return false("another group in the role listed", f"{with_title(entry[1].name)} is listed as “{entry[1].role}”")


def _extra(world: World, slots: Slots, option: str) -> Verdict:
    """Disprove an extra response: a group that the roles of several others name."""
    others = leaders(world.campaign_named(slots["campaign"]), option)
    if len(others) < 2:
        return UNSETTLED
    names = ", ".join(person.name for person in others)
    return false("another group in the role listed", f"{len(others)} others are listed with {with_article(option)}: {names}")


TYPE = QuestionType(
    summary="match commanders and groups",
    stems={Format.MATCHING: ("Match each commander with the group named in the commander’s role, as the infobox on {campaign} gives it.",)},
    cases=cases,
    judge=judge,
    most=2,
)
