"""What a campaign was meant to achieve: a name in its aim."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Campaign, names_of, norm
from quizgen.naming import the_title
from quizgen.questions import TRUE, Case, QuestionType, Slots, Verdict, each, false
from quizgen.relations import Relation
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """Each name of an entity that stands once in an aim."""
    for campaign, fact in each(world, Relation.AIM):
        for name in _names(campaign, fact.object):
            before, _, after = fact.object.partition(name)
            entity = campaign.entity(name)
            if entity and not entity.maybe_same:
                yield Case(
                    facts=(fact,),
                    slots={"campaign": the_title(campaign), "before": before, "after": after},
                    key=(name,),
                    accepted=tuple(names_of(entity)),
                    explanation=f"The aim named is to {fact.object}.",
                    slot=norm(name).replace(" ", "-"),
                )


def _names(campaign: Campaign, text: str) -> list[str]:
    """The longest entity names that stand in the text once, none within another."""
    names = sorted({name for entity in campaign.entities for name in names_of(entity) if text.count(name) == 1}, key=len, reverse=True)
    return [name for i, name in enumerate(names) if not any(name in longer for longer in names[:i])]


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether an aim says it with that name."""
    campaign = world.campaign_named(slots["campaign"])
    entity = campaign.entity(option)
    said = {norm(f"{slots['before']}{name}{slots['after']}") for name in (names_of(entity) if entity else (option,))}
    if any(norm(fact.object) in said for fact in world.of(campaign, Relation.AIM)):
        return TRUE
    return false("another name in the aim", "the aim that the article names has another name here")


TYPE = QuestionType(
    summary="a name in the aim of a campaign",
    stems={
        Format.CLOZE: (
            "One aim of {campaign} was to {before}{option}{after}.",
            "{campaign} was meant to {before}{option}{after}.",
        ),
    },
    cases=cases,
    judge=judge,
)
