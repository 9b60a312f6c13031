"""Which side won, where the result names a victor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Campaign
from quizgen.naming import side_name, the_title
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, each, false
from quizgen.questions.sides._sides import OTHER_SIDE, side_called
from quizgen.relations import Relation
from quizgen.world import World

# Titles that tell how it ended for whom: "Fall of Orlam", "Hama massacre".
_TELLS = re.compile(
    r"\b(?:fall|captures?|sack|conquest|massacres?|liberation|surrender|destruction|relief|annexation|subjugation|defeat|disaster|"
    r"last stand|genocide|annihilation|recapture|reconquest)\b",
    re.IGNORECASE,
)


def cases(world: World) -> Iterator[Case]:
    """Each campaign whose result names the victor (rule 5), unless its title tells him."""
    for campaign, fact in each(world, Relation.RESULT):
        if _TELLS.search(campaign.title.value):
            continue
        side = campaign.side(fact.side or "")
        yield Case(
            facts=(fact,),
            slots={"campaign": the_title(campaign), "won": _won(campaign)},
            key=(side_name(side),),
            pool=tuple(side_name(other) for other in campaign.sides if other is not side),
            explanation=f"The result given is “{campaign.result.text if campaign.result else ''}”.",
        )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the result names that side as the victor."""
    campaign = world.campaign_named(slots["campaign"])
    side, winner = side_called(campaign, option), campaign.result.winner if campaign.result else None
    if side is None or winner is None or campaign.result is None:
        return UNSETTLED
    if side.id == winner:
        return TRUE
    return false(OTHER_SIDE, f"the result given is “{campaign.result.text}”, which is for the side of {side_name(campaign.side(winner))}")


def _won(campaign: Campaign) -> str:
    """Say of a side that it won, with the degree that the result gives to it (rule 5)."""
    degree = campaign.result.degree if campaign.result else None
    return f"won {'an' if degree[0] in 'aeiou' else 'a'} {degree} victory in" if degree else "won"


TYPE = QuestionType(
    summary="which side won",
    stems={
        Format.MULTIPLE_CHOICE: ("According to the infobox, which side {won} {campaign}?",),
        Format.TRUE_FALSE: ("According to the infobox, {option} {won} {campaign}.",),
    },
    cases=cases,
    judge=judge,
    closed=True,
)
