"""As what a commander is listed."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import norm
from quizgen.naming import side_name, the_title, with_title
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, each, false
from quizgen.questions.people._roles import OTHER_SIDE, commanders, holders, is_office, named, quoted
from quizgen.relations import Relation
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """Each listed role; wrong: roles that only commanders of other sides have."""
    for campaign, fact in each(world, Relation.ROLE):
        if not is_office(fact.object) or '"' in fact.object:
            continue
        roles = [person.role for side, person in commanders(campaign) if side.id != fact.side and person.role and is_office(person.role)]
        yield Case(
            facts=(fact,),
            slots={"thing": fact.subject, "campaign": the_title(campaign)},
            key=(fact.object,),
            pool=tuple(dict.fromkeys(roles)),
            explanation=f"The infobox lists {with_title(fact.subject)} as {quoted(fact.object)}.",
        )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the person is listed in the role; a role that his own side knows may be his too."""
    campaign = world.campaign_named(slots["campaign"])
    entry = named(campaign, slots["thing"])
    if entry is None:
        return UNSETTLED
    side, person = entry
    if norm(person.role or "") == norm(option):
        return TRUE
    others = [(at, other) for at, other in commanders(campaign) if other in holders(campaign, option)]
    listed = next(((at, other) for at, other in others if norm(other.role or "") == norm(option)), None)
    if not listed or any(at is side for at, _ in others):
        return UNSETTLED
    at, other = listed
    return false(OTHER_SIDE, f"that is how {with_title(other.name)} is listed, on the side of {side_name(at)}")


TYPE = QuestionType(
    summary="the role of a commander",
    stems={
        Format.MULTIPLE_CHOICE: ("In the infobox on {campaign}, what is {titled_thing} listed as?",),
        Format.TRUE_FALSE: ("The infobox on {campaign} lists {titled_thing} as “{option}”.",),
    },
    cases=cases,
    judge=judge,
)
