"""Which of several groups fought on the other side from the rest."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.naming import side_phrase, the_title
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false, weighed
from quizgen.questions.sides._sides import OTHER_SIDE, is_told_by_name, listed_to_fight
from quizgen.relations import Relation
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """For each list and each of two sides: the weightiest member of the one against those of the other."""
    for campaign in world.campaigns:
        for relation in (Relation.BELLIGERENT, Relation.UNIT, Relation.COMMANDER):
            facts = [fact for fact in listed_to_fight(world, campaign, relation) if not getattr(fact.leaf, "parent", None)]
            for side in campaign.sides:
                own = weighed(fact for fact in facts if fact.side == side.id)
                rest = weighed(fact for fact in facts if fact.side != side.id)
                others = side_phrase(campaign.side(rest[0].side or "")) if rest else ""
                if own and len(rest) >= 3 and len({fact.side for fact in rest}) == 1:
                    yield Case(
                        facts=(own[0],),
                        slots={"campaign": the_title(campaign)},
                        key=(own[0].subject,),
                        pool=tuple(fact.subject for fact in rest),
                        explanation=f"{world.listed(campaign, own[0].subject)}; the others are listed with {others}.",
                        minor=is_told_by_name(side, own[0].subject),
                    )


def judge(world: World, slots: Slots, option: str, options: tuple[str, ...]) -> Verdict:
    """Whether the option alone among the options stands on its side."""
    campaign = world.campaign_named(slots["campaign"])
    sides = [world.fought_on(campaign, other) for other in options]
    own = world.fought_on(campaign, option)
    if len(own) != 1 or any(len(side) != 1 for side in sides):
        return UNSETTLED
    if sides.count(own) == 1:
        return TRUE
    return false(OTHER_SIDE, world.listed(campaign, option))


TYPE = QuestionType(
    summary="odd one out: who stood on the other side",
    stems={Format.MULTIPLE_CHOICE: ("Which of these is listed on a different side from the others in {campaign}?",)},
    cases=cases,
    judge=judge,
    most=3,
)
