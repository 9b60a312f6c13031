"""Against which power another fought."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quizgen.items import Format
from quizgen.naming import the_title, with_article
from quizgen.questions import Case, QuestionType, weighed
from quizgen.questions.sides._sides import again, is_whole, judge_opposed, listed_to_fight
from quizgen.relations import Relation
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """Each belligerent of two sides against one of the other side; recalled freely only where the other side lists but one."""
    for campaign in world.campaigns:
        facts = weighed(listed_to_fight(world, campaign, Relation.BELLIGERENT))
        if len({fact.side for fact in facts}) != 2 or len(campaign.sides) != 2:
            continue
        used = Counter[str]()
        for n, fact in enumerate(facts):
            enemies = [other for other in facts if other.side != fact.side]
            enemy = enemies[n % len(enemies)]
            is_only = len(campaign.side(enemy.side or "").belligerents) == 1
            free = {Format.SHORT_ANSWER} if is_only and is_whole(fact) else set()
            yield Case(
                facts=(fact, enemy),
                slots={"thing": fact.subject, "campaign": the_title(campaign)},
                key=(enemy.subject,),
                pool=tuple(own.subject for own in facts if own.side == fact.side and own is not fact),
                explanation=f"The infobox lists {with_article(fact.subject)} and {with_article(enemy.subject)} on different sides.",
                formats=frozenset({Format.MULTIPLE_CHOICE, Format.TRUE_FALSE} | free),
                minor=again(used, enemy.id),
            )


TYPE = QuestionType(
    summary="against which power another fought",
    stems={
        Format.MULTIPLE_CHOICE: (
            "Against which of these powers did {the_thing} fight in {campaign}?",
            "In {campaign}, which of these was on the side opposed to that of {the_thing}?",
        ),
        Format.SHORT_ANSWER: (
            "Against which power did {the_thing} fight in {campaign}, according to the infobox?",
            "According to the infobox on {campaign}, which power stood against {the_thing}?",
        ),
        Format.TRUE_FALSE: (
            "In {campaign}, {the_thing} fought against {the_option}.",
            "{the_thing} fought against {the_option} in {campaign}.",
        ),
    },
    cases=cases,
    judge=judge_opposed(World.fought_on, with_article),
)
