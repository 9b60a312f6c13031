"""Filling in an order of battle: under which formation each unit stands."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Campaign, Unit
from quizgen.naming import the_title
from quizgen.questions import Case, Figure, QuestionType
from quizgen.questions.units._orders import judge_parent
from quizgen.relations import Fact, Relation
from quizgen.world import World

LEAST = 4  # units


def cases(world: World) -> Iterator[Case]:
    """One case for a campaign with two formations or more that have units directly under them, and none further down."""
    for campaign in world.campaigns:
        facts = [fact for fact in world.of(campaign, Relation.PARENT) if not fact.disputed and _is_leaf(campaign, fact)]
        if len(facts) >= LEAST and len({fact.object for fact in facts}) >= 2:
            yield Case(
                facts=tuple(facts),
                slots={"campaign": the_title(campaign)},
                key=(),
                pairs=tuple((fact.subject, fact.object) for fact in facts),
            )


def _is_leaf(campaign: Campaign, fact: Fact) -> bool:
    """Whether the formation above has no units but those directly under it: any other would stand under it too."""
    side = campaign.side(fact.side or "")
    own = isinstance(fact.leaf, Unit) and not fact.leaf.placeholder
    return own and not any(fact.object in side.path(unit)[:-2] for unit in side.units)


TYPE = QuestionType(
    summary="fill in an order of battle",
    stems={
        Format.SORTING: (
            "Put each unit in its place in the order of battle that the infobox on {campaign} gives.",
            "Place each unit under the formation that the infobox on {campaign} lists it under.",
        ),
    },
    cases=cases,
    judge=judge_parent,
    figure=Figure.TREE,
)
