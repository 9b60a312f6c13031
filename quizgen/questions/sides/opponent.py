"""Which commander stood against another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quizgen.items import Format
from quizgen.naming import the_title, with_title
from quizgen.questions import Case, QuestionType, weighed
from quizgen.questions.sides._sides import again, judge_opposed
from quizgen.relations import Relation
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """Each commander against one of the other of two sides; wrong: those of his own."""
    for campaign in world.campaigns:
        facts = weighed(world.of(campaign, Relation.COMMANDER))
        if len({fact.side for fact in facts}) != 2 or len(campaign.sides) != 2:
            continue
        used = Counter[str]()
        for n, fact in enumerate(facts):
            others = [other for other in facts if other.side != fact.side]
            enemy = others[n % len(others)]
            yield Case(
                facts=(fact, enemy),
                slots={"thing": fact.subject, "campaign": the_title(campaign)},
                key=(enemy.subject,),
                pool=tuple(own.subject for own in facts if own.side == fact.side and own is not fact),
                explanation=f"The infobox lists {with_title(fact.subject)} and {with_title(enemy.subject)} on different sides.",
                minor=again(used, enemy.id),
            )


TYPE = QuestionType(
    summary="who commanded against a commander",
    stems={
        Format.MULTIPLE_CHOICE: (
            "In {campaign}, which of these commanders is listed on the side opposed to that of {titled_thing}?",
            "Which of these commanders is listed as fighting against {titled_thing} in {campaign}?",
        ),
        Format.TRUE_FALSE: (
            "In {campaign}, {titled_thing} and {titled_option} are listed as commanders of opposing sides.",
            "{titled_thing} and {titled_option} are listed as commanders of opposing sides in {campaign}.",
        ),
    },
    cases=cases,
    judge=judge_opposed(World.sides_of, with_title),
)
