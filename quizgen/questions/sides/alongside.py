"""Which power fought on the same side as another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quizgen.items import Format
from quizgen.naming import the_title, with_article
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false, weighed
from quizgen.questions.sides._sides import OTHER_SIDE, again, are_nested, is_whole, listed_to_fight
from quizgen.relations import Relation
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """Each belligerent of a side with another of it; recalled freely only where the side lists just the two."""
    for campaign in world.campaigns:
        facts = weighed(listed_to_fight(world, campaign, Relation.BELLIGERENT))
        used = Counter[str]()
        for n, fact in enumerate(facts):
            friends = [other for other in facts if other.side == fact.side and other is not fact]
            friends = [other for other in friends if not are_nested(campaign, fact.subject, other.subject)]
            if friends:
                friend = friends[n % len(friends)]
                is_only = len(campaign.side(friend.side or "").belligerents) == 2
                free = {Format.SHORT_ANSWER} if is_only and is_whole(fact) else set()
                yield Case(
                    facts=(fact, friend),
                    slots={"thing": fact.subject, "campaign": the_title(campaign)},
                    key=(friend.subject,),
                    pool=tuple(other.subject for other in facts if other.side != fact.side),
                    explanation=f"The infobox lists {with_article(fact.subject)} and {with_article(friend.subject)} on the same side.",
                    formats=frozenset({Format.MULTIPLE_CHOICE, Format.TRUE_FALSE} | free),
                    minor=again(used, fact.side or ""),
                )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the two are listed on one side, each on one only."""
    campaign = world.campaign_named(slots["campaign"])
    own, other = world.fought_on(campaign, slots["thing"]), world.fought_on(campaign, option)
    if len(own) != 1 or len(other) != 1 or are_nested(campaign, slots["thing"], option):
        return UNSETTLED
    return (
        TRUE
        if own == other
        else false(OTHER_SIDE, f"the infobox lists {with_article(option)} on the other side from {with_article(slots['thing'])}")
    )


TYPE = QuestionType(
    summary="which power fought alongside another",
    stems={
        Format.MULTIPLE_CHOICE: (
            "Which of these powers fought on the same side as {the_thing} in {campaign}?",
            "In {campaign}, which of these fought alongside {the_thing}?",
        ),
        Format.SHORT_ANSWER: (
            "Which other power does the infobox on {campaign} list on the side of {the_thing}?",
            "According to the infobox, which power fought alongside {the_thing} in {campaign}?",
        ),
        Format.TRUE_FALSE: (
            "In {campaign}, {the_thing} fought on the same side as {the_option}.",
            "{the_thing} fought alongside {the_option} in {campaign}.",
        ),
    },
    cases=cases,
    judge=judge,
)
