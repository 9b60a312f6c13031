"""Whether the result that the infobox gives leaves open who won: what a source does not settle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Campaign
from quizgen.naming import side_phrase, the_title
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.relations import Relation
from quizgen.world import World

NAMED, OPEN = "says which side prevailed", "leaves open which side prevailed"
_MAY_NAME = re.compile(
    r"victor|success|\bw[io]n|flight|fle[de]|oust|overthr|remov|resign|defeat|triumph|repuls|repel|fail|surrender|captur|destr"
    r"|see |retreat|occup|annex|liberat|commenc|establish|conque|seiz|taken|capitulat|gain|control|cede|cession|restor|withdr|evacuat",
    re.IGNORECASE,
)
_CLAIMS = re.compile(r"\bvictor|\bsuccess|\bdefeat|\btriumph|\bwin\b|\bwon\b", re.IGNORECASE)


def _truth(campaign: Campaign) -> str | None:
    """What the result does; None if there is none, or one that may mean a victor."""
    result = campaign.result
    if result is None:
        return None
    if result.winner:
        return NAMED
    if any(_CLAIMS.search(outcome.value) for outcome in campaign.outcomes) or _CLAIMS.search(result.text):
        return None  # "Inconclusive", and below it "Tactical victory of ..."
    return OPEN if result.verdict in ("inconclusive", "stalemate") or not _MAY_NAME.search(result.text) else None


def cases(world: World) -> Iterator[Case]:
    """Each campaign with a result that says nothing of who won; where it names the victor, he is asked for."""
    for campaign in world.campaigns:
        facts = world.of(campaign, Relation.RESULT, Relation.OUTCOME)
        truth = _truth(campaign)
        if truth == OPEN and facts and campaign.result and not facts[0].disputed:
            yield Case(
                facts=(facts[0],),
                slots={"campaign": the_title(campaign)},
                key=(OPEN,),
                pool=(NAMED,),
                explanation=f"The result given is “{campaign.result.text}”.",
            )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the result does what the option says."""
    campaign = world.campaign_named(slots["campaign"])
    truth = _truth(campaign)
    if truth is None or option not in (NAMED, OPEN) or campaign.result is None:
        return UNSETTLED
    if option == truth:
        return TRUE
    winner = campaign.result.winner
    told = f"names {side_phrase(campaign.side(winner))} as the victor" if winner else f"is “{campaign.result.text}”, with no victor"
    return false("the result as given", f"the result given {told}")


TYPE = QuestionType(
    summary="whether the result names a victor",
    stems={
        Format.TRUE_FALSE: (
            "The result given for {campaign} in the infobox {option}.",
            "In the infobox on {campaign}, the result given {option}.",
        ),
    },
    cases=cases,
    judge=judge,
    closed=True,
)
