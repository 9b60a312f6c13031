"""Which units are listed under a formation."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Side
from quizgen.naming import the_title
from quizgen.questions import Case, QuestionType, weighed
from quizgen.questions.units._orders import judge_child, nearest
from quizgen.relations import Relation
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """One case for each formation with two units or more, and others that stand elsewhere to be wrong."""
    for campaign in world.campaigns:
        facts = world.of(campaign, Relation.PARENT)
        for parent in dict.fromkeys(fact.object for fact in facts):
            own = weighed(fact for fact in facts if fact.object == parent)
            side = campaign.side(own[0].side or "")
            below = {unit.name for unit in side.units if parent in side.path(unit)}
            elsewhere = nearest(campaign, side, _units, but=below)
            if len(own) >= 2:
                nested = {fact.subject for fact in facts}
                yield Case(
                    facts=tuple(own),
                    slots={"parent": parent, "campaign": the_title(campaign)},
                    key=tuple(fact.subject for fact in own),
                    pool=tuple(sorted(elsewhere, key=lambda name: name not in nested)),
                )


def _units(side: Side) -> Iterator[str]:
    return (unit.name for unit in side.units if not unit.placeholder)


TYPE = QuestionType(
    summary="which units are listed under a formation",
    stems={Format.MULTIPLE_RESPONSE: ("Which of these are listed directly under {the_parent} in the infobox on {campaign}?",)},
    cases=cases,
    judge=judge_child,
    most=3,
    rows=3,
)
