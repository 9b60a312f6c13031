"""Which of several groups fought on a side."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.naming import side_name, the_title
from quizgen.questions import Case, QuestionType, weighed
from quizgen.questions.sides._sides import judge_member, listed_to_fight, tells_side
from quizgen.relations import Relation
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """One case for the belligerents and one for the top units of each side that has two or more."""
    for campaign in world.campaigns:
        for relation in (Relation.BELLIGERENT, Relation.UNIT):
            facts = [fact for fact in listed_to_fight(world, campaign, relation) if not getattr(fact.leaf, "parent", None)]
            facts = [fact for fact in facts if relation is not Relation.UNIT or not tells_side(campaign, fact)]
            for side in campaign.sides:
                own = weighed(fact for fact in facts if fact.side == side.id)
                others = [fact for fact in facts if fact.side != side.id]
                if len(own) >= 2:
                    yield Case(
                        facts=tuple(own),
                        slots={"side": side_name(side), "campaign": the_title(campaign)},
                        key=tuple(fact.subject for fact in own),
                        pool=tuple(fact.subject for fact in others),
                    )


TYPE = QuestionType(
    summary="which of these fought for a side",
    stems={Format.MULTIPLE_RESPONSE: ("Which of these fought on the side of {side} in {campaign}?",)},
    cases=cases,
    judge=judge_member,
    most=3,
    rows=3,
)
