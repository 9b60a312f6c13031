"""Which aim a side had, among those of the others."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.naming import side_name, the_title
from quizgen.questions import Case, QuestionType, Slots, Verdict, each
from quizgen.questions.sides._sides import judge_aim
from quizgen.relations import Relation
from quizgen.world import World

LONGEST = 14  # words of an aim that is read as an option


def cases(world: World) -> Iterator[Case]:
    """Each aim of a side."""
    for campaign, fact in each(world, Relation.AIM):
        if fact.side and len(fact.object.split()) <= LONGEST:
            own = campaign.side(fact.side)
            yield Case(
                facts=(fact,),
                slots={"campaign": the_title(campaign), "side": side_name(own)},
                key=(f"to {fact.object}",),
                pool=tuple(f"to {other.object}" for other in world.of(campaign, Relation.AIM) if other.side != fact.side),
                explanation=f"The article names it as an aim of {side_name(own)} to {fact.object}.",
            )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the article names the aim as that side's."""
    return judge_aim(world, world.campaign_named(slots["campaign"]), option.removeprefix("to "), slots["side"])


TYPE = QuestionType(
    summary="which aim a side had",
    stems={
        Format.MULTIPLE_CHOICE: (
            "In {campaign}, which of these was an aim of {side}?",
            "What did {side} set out to do in {campaign}?",
        ),
    },
    cases=cases,
    judge=judge,
    closed=True,
)
