"""Two steps: under which formation the unit of a commander is listed."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Campaign, Commander, Unit, norm
from quizgen.naming import the_title, with_article, with_title
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, each, false
from quizgen.questions.people._roles import group_of, named
from quizgen.questions.units._orders import OTHER_PARENT, is_contested, listings
from quizgen.relations import Relation
from quizgen.world import World


def _unit(campaign: Campaign, person: Commander) -> Unit | None:
    """The one unit of the name that the commander's role gives, if it is listed under another."""
    group = group_of(person)
    found = listings(campaign, group) if group else []
    return found[0][1] if len(found) == 1 and found[0][1].parent and not is_contested(campaign, found[0][1]) else None


def cases(world: World) -> Iterator[Case]:
    """Each commander of a unit that is listed under a formation."""
    for campaign, fact in each(world, Relation.GROUP):
        person = fact.leaf
        unit = _unit(campaign, person) if isinstance(person, Commander) else None
        if unit is None or unit.parent is None:
            continue
        (side, _), *_ = listings(campaign, unit.name)
        parents = [other.parent for other in side.units if other.parent]
        tops = [other.name for other in side.units if not other.parent and not other.placeholder]
        yield Case(
            facts=(fact, *(f for f in world.of(campaign, Relation.PARENT) if f.leaf is unit)),
            slots={"thing": fact.subject, "campaign": the_title(campaign)},
            key=(unit.parent,),
            pool=tuple(name for name in dict.fromkeys((*parents, *tops)) if name not in side.path(unit)),
            explanation=f"{_told(fact.subject, unit.name, unit.parent)}.",
        )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the unit in the commander's role is listed directly under the option."""
    campaign = world.campaign_named(slots["campaign"])
    entry = named(campaign, slots["thing"])
    unit = _unit(campaign, entry[1]) if entry else None
    if entry is None or unit is None or unit.parent is None:
        return UNSETTLED
    if norm(option) == norm(unit.parent):
        return TRUE
    if norm(option) in map(norm, entry[0].path(unit)):
        return UNSETTLED
    told = _told(entry[1].name, unit.name, unit.parent)
    return false(OTHER_PARENT, told)


def _told(person: str, unit: str, parent: str) -> str:
    return f"{with_title(person)} is listed with {with_article(unit)}, which stands under {with_article(parent)}"


QUESTION = (
    "In the infobox on {campaign}, directly under which formation is the unit listed that the role of {titled_thing} names?",
    "Directly under which formation does the infobox on {campaign} list the unit of which {titled_thing} was a commander?",
)
TYPE = QuestionType(
    summary="the formation above a commander's unit",
    stems={Format.MULTIPLE_CHOICE: QUESTION, Format.SHORT_ANSWER: QUESTION},
    cases=cases,
    judge=judge,
)
