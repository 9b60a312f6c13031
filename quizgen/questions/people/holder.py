"""Who is listed in an office."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Commander
from quizgen.naming import with_article
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, each, false
from quizgen.questions.people._roles import OTHER_SIDE, commanders, group_of, holders, is_office, named, with_rank
from quizgen.relations import Relation
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """Each office (a role that names no group) that one listed commander holds."""
    for campaign, fact in each(world, Relation.ROLE):
        person = fact.leaf
        if isinstance(person, Commander) and is_office(fact.object) and not group_of(person) and len(holders(campaign, fact.object)) == 1:
            yield Case(
                facts=(fact,),
                slots={"role": fact.object, "campaign": with_article(campaign.title.value)},
                key=(fact.subject,),
                pool=tuple(other.name for side, other in commanders(campaign) if side.id != fact.side),
                accepted=with_rank(person),
                explanation=f"The infobox lists {fact.subject} as “{fact.object}”.",
            )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the option is listed in the role; the holder's own side may have had another."""
    campaign = world.campaign_named(slots["campaign"])
    entry, own = named(campaign, option), holders(campaign, slots["role"])
    if entry is None or len(own) != 1:
        return UNSETTLED
    side, person = entry
    if person in own:
        return TRUE
    if own[0] in side.commanders:
        return UNSETTLED
    return false(OTHER_SIDE, world.listed(campaign, person.name))


QUESTION = ("Who is listed as “{role}” in the infobox on {campaign}?",)
TYPE = QuestionType(
    summary="who is listed in an office",
    stems={Format.MULTIPLE_CHOICE: QUESTION, Format.SHORT_ANSWER: QUESTION},
    cases=cases,
    judge=judge,
)
