"""The gap in an order-of-battle tree: which formation stands between two others."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Campaign, Unit, norm
from quizgen.naming import the_title, with_article
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions.units._orders import OTHER_PARENT, is_contested, listings
from quizgen.relations import Relation
from quizgen.world import World


def _above(campaign: Campaign, unit: Unit | None) -> Unit | None:
    found = listings(campaign, unit.parent) if unit and unit.parent else []
    return found[0][1] if len(found) == 1 and not is_contested(campaign, found[0][1]) else None


def _unit(campaign: Campaign, name: str) -> Unit | None:
    found = listings(campaign, name)
    return found[0][1] if len(found) == 1 and not is_contested(campaign, found[0][1]) else None


def cases(world: World) -> Iterator[Case]:
    """Each unit whose formation is itself listed under another."""
    for campaign in world.campaigns:
        for fact in world.of(campaign, Relation.PARENT):
            middle = _above(campaign, _unit(campaign, fact.subject))
            if middle and middle.parent:
                names = [unit.name for side in campaign.sides for unit in side.units if not unit.placeholder]
                yield Case(
                    facts=(fact,),
                    slots={"thing": fact.subject, "top": middle.parent, "campaign": the_title(campaign)},
                    key=(middle.name,),
                    pool=tuple(name for name in names if name not in (fact.subject, middle.name, middle.parent)),
                    explanation=f"The order is {middle.parent} – {middle.name} – {fact.subject}.",
                )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the option stands directly above the one and directly under the other."""
    campaign = world.campaign_named(slots["campaign"])
    unit = _unit(campaign, slots["thing"])
    middle = _above(campaign, unit)
    if unit is None or middle is None or norm(middle.parent or "") != norm(slots["top"]):
        return UNSETTLED
    if norm(option) == norm(middle.name):
        return TRUE
    return false(OTHER_PARENT, f"the infobox lists {with_article(unit.name)} directly under {with_article(middle.name)}")


QUESTION = (
    "In the infobox on {campaign}, which formation stands between {the_top} and {the_thing}?",
    "Which formation does the infobox on {campaign} list under {the_top} and above {the_thing}?",
)
TYPE = QuestionType(
    summary="the gap in an order-of-battle tree",
    stems={
        Format.MULTIPLE_CHOICE: QUESTION,
        Format.SHORT_ANSWER: QUESTION,
        Format.CLOZE: (
            "Order of battle in the infobox on {campaign}, from top to bottom: {top} – {option} – {thing}.",
            "From top to bottom, the infobox on {campaign} has {top} – {option} – {thing}.",
        ),
    },
    cases=cases,
    judge=judge,
)
