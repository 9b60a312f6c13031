"""Which side an outcome speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import norm
from quizgen.naming import side_name, the_title
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions.outcomes._clauses import clauses
from quizgen.questions.sides._sides import OTHER_SIDE, side_called
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """Each outcome clause that opens with a side."""
    for campaign, fact, side, did in clauses(world):
        yield Case(
            facts=(fact,),
            slots={"campaign": the_title(campaign), "did": did},
            key=(side_name(side),),
            pool=tuple(side_name(other) for other in campaign.sides if other is not side),
            explanation=f"The infobox gives as a result: “{fact.object}”.",
        )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the result says it of that side; of a clause said of two sides nothing is settled."""
    campaign = world.campaign_named(slots["campaign"])
    said = [side for of, _, side, did in clauses(world) if of is campaign and norm(did) == norm(slots["did"])]
    side = side_called(campaign, option)
    if side is None or len({s.id for s in said}) != 1:
        return UNSETTLED
    return TRUE if side is said[0] else false(OTHER_SIDE, f"the infobox says so of {side_name(said[0])}")


TYPE = QuestionType(
    summary="which side an outcome speaks of",
    stems={
        Format.MULTIPLE_CHOICE: ("In the result given for {campaign}, which side is said to {did}?",),
    },
    cases=cases,
    judge=judge,
    closed=True,
)
