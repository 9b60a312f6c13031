"""Which side had an aim."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Campaign, norm
from quizgen.naming import side_name, the_title
from quizgen.questions import Case, QuestionType, Slots, Verdict, each
from quizgen.questions.sides._sides import judge_aim
from quizgen.relations import Fact, Relation
from quizgen.world import World

LONGEST = 14  # words of an aim that a stem can hold


def cases(world: World) -> Iterator[Case]:
    """Each aim of a side that names no other: whoever set out "to push back the rebel offensive" was no rebel."""
    for campaign, fact in each(world, Relation.AIM):
        if fact.side and len(fact.object.split()) <= LONGEST and not _tells(campaign, fact):
            own = campaign.side(fact.side)
            yield Case(
                facts=(fact,),
                slots={"campaign": the_title(campaign), "aim": fact.object},
                key=(side_name(own),),
                pool=tuple(side_name(side) for side in campaign.sides if side is not own),
                explanation=f"The article names it as an aim of {side_name(own)} to {fact.object}.",
            )


def _tells(campaign: Campaign, fact: Fact) -> bool:
    """Whether the words of an aim have a word of another side's name in them, in whatever number."""
    others = {word.rstrip("s") for side in campaign.sides if side.id != fact.side for word in norm(side_name(side)).split()}
    return bool((others - {"the", "and", "it", "allie", "their", "of", "force"}) & {word.rstrip("s") for word in norm(fact.object).split()})


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the article names the aim as that side's."""
    return judge_aim(world, world.campaign_named(slots["campaign"]), slots["aim"], option)


TYPE = QuestionType(
    summary="which side had an aim",
    stems={
        Format.MULTIPLE_CHOICE: (
            "In {campaign}, which side set out to {aim}?",
            "Which side in {campaign} had the aim to {aim}?",
        ),
        Format.TRUE_FALSE: (
            "In {campaign}, to {aim} was an aim of {option}.",
            "It was an aim of {option} in {campaign} to {aim}.",
        ),
    },
    cases=cases,
    judge=judge,
    closed=True,
)
