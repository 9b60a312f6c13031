"""Who replaced whom in an office."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Commander, norm
from quizgen.naming import with_article
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, each, false
from quizgen.questions.people._roles import OTHER_SIDE, commanders, named, with_rank
from quizgen.relations import Relation
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """Each replacement that the roles record."""
    for campaign, fact in each(world, Relation.REPLACED):
        yield Case(
            facts=(fact,),
            slots={"thing": fact.object, "campaign": with_article(campaign.title.value)},
            key=(fact.subject,),
            accepted=with_rank(fact.leaf) if isinstance(fact.leaf, Commander) else (),
            pool=tuple(other.name for side, other in commanders(campaign) if side.id != fact.side),
            explanation=f"{world.listed(campaign, fact.subject)}; {fact.object} is marked as replaced.",
        )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the option took the office over; one of the same side settles nothing."""
    campaign = world.campaign_named(slots["campaign"])
    entry, old = named(campaign, option), named(campaign, slots["thing"])
    if entry is None or old is None:
        return UNSETTLED
    pairs = {(norm(fact.object), norm(fact.subject)) for fact in world.of(campaign, Relation.REPLACED)}
    if (norm(slots["thing"]), norm(option)) in pairs:
        return TRUE
    if entry[0] is old[0]:
        return UNSETTLED
    return false(OTHER_SIDE, world.listed(campaign, entry[1].name))


QUESTION = ("According to the infobox on {campaign}, by whom was {thing} replaced?",)
TYPE = QuestionType(
    summary="who replaced whom",
    stems={Format.MULTIPLE_CHOICE: QUESTION, Format.SHORT_ANSWER: QUESTION},
    cases=cases,
    judge=judge,
)
