"""Sorting groups into the sides that they fought on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, zip_longest

from quizgen.items import Format
from quizgen.naming import side_name, the_title
from quizgen.questions import Case, QuestionType, weighed
from quizgen.questions.sides._sides import judge_side, listed_to_fight
from quizgen.relations import Relation
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """One case for each list, belligerents, top units and commanders, the sides by turns."""
    for campaign in world.campaigns:
        for relation in (Relation.BELLIGERENT, Relation.UNIT, Relation.COMMANDER):
            facts = [fact for fact in listed_to_fight(world, campaign, relation) if not getattr(fact.leaf, "parent", None)]
            rows = [weighed(fact for fact in facts if fact.side == side.id) for side in campaign.sides]
            chosen = [fact for fact in chain.from_iterable(zip_longest(*rows)) if fact]
            if len(chosen) >= 4 and len({fact.side for fact in chosen}) >= 2:
                yield Case(
                    facts=tuple(chosen),
                    slots={"campaign": the_title(campaign)},
                    key=(),
                    pairs=tuple((fact.subject, side_name(campaign.side(fact.side or ""))) for fact in chosen),
                )


TYPE = QuestionType(
    summary="sort groups into sides",
    stems={Format.SORTING: ("Sort these by the side on which they are listed in {campaign}.",)},
    cases=cases,
    judge=judge_side,
)
