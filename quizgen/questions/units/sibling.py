"""Which unit stands under the same formation as another."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Campaign, Side, Unit, norm
from quizgen.naming import the_title, with_article
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false, weighed
from quizgen.questions.units._orders import OTHER_PARENT, is_contested, listings, nearest, tops
from quizgen.relations import Relation
from quizgen.world import World

CHOSEN = 2  # of the units beside one


def cases(world: World) -> Iterator[Case]:
    """Each unit with one of those listed beside it; wrong: units listed under another formation, or under none."""
    for campaign in world.campaigns:
        facts = weighed(world.of(campaign, Relation.PARENT))
        for n, fact in enumerate(facts):
            beside = [other for other in facts if other.object == fact.object and other.side == fact.side and other is not fact]
            own = campaign.side(fact.side or "")
            below = {fact.object, *(other.subject for other in facts if other.object == fact.object)}
            for other in (beside * 2)[n % max(1, len(beside)) :][: min(CHOSEN, len(beside))]:
                yield Case(
                    facts=(fact, other),
                    slots={"thing": fact.subject, "campaign": the_title(campaign)},
                    key=(other.subject,),
                    pool=nearest(campaign, own, _units, but=below),
                    explanation=f"Both are listed directly under {with_article(fact.object)}.",
                )


def _units(side: Side) -> Iterator[str]:
    yield from (unit.name for unit in side.units if unit.parent and not unit.placeholder)
    yield from tops(side)


def _one(campaign: Campaign, name: str) -> Unit | None:
    found = listings(campaign, name)
    return found[0][1] if len(found) == 1 and not is_contested(campaign, found[0][1]) else None


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether both are listed directly under one formation; the formation itself, or one under it, settles nothing."""
    campaign = world.campaign_named(slots["campaign"])
    own, other = _one(campaign, slots["thing"]), _one(campaign, option)
    if own is None or other is None or not own.parent or norm(option) == norm(own.parent):
        return UNSETTLED
    if other.parent and norm(other.parent) == norm(own.parent):
        return TRUE
    where = f"directly under {with_article(other.parent)}" if other.parent else "under no other formation"
    return false(OTHER_PARENT, f"the infobox lists {with_article(other.name)} {where}")


TYPE = QuestionType(
    summary="which unit stands under the same formation",
    stems={
        Format.MULTIPLE_CHOICE: (
            "In the infobox on {campaign}, which of these is listed under the same formation as {the_thing}?",
            "Which of these shares its parent formation with {the_thing} in the infobox on {campaign}?",
        ),
    },
    cases=cases,
    judge=judge,
)
