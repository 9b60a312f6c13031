"""Which of two claimants gives the higher figure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from quizgen.items import Format
from quizgen.model import Estimate, norm
from quizgen.naming import the_title
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions.figures._claims import claimant, figures, says
from quizgen.questions.figures._wording import total
from quizgen.relations import Relation
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """One case for each pair of claims on one thing where one is surely higher."""
    for campaign in world.campaigns:
        claims = [(fact, figure) for of, fact, figure in figures(world, Relation.CASUALTIES) if of is campaign and figure.claimed_by]
        for one, other in combinations(claims, 2):
            if _topic(one[1]) != _topic(other[1]) or one[0].side != other[0].side:
                continue
            (fact, high), (rival, low) = sorted((one, other), key=lambda claim: claim[1].low or 0, reverse=True)
            if _is_higher(high, low):
                yield Case(
                    facts=(fact, rival),
                    slots={
                        "campaign": the_title(campaign),
                        "total": total(campaign, fact, high),
                        **dict(zip(("one", "other"), sorted((claimant(high), claimant(low)), key=norm), strict=True)),
                    },
                    key=(claimant(high),),
                    pool=(claimant(low),),
                    explanation=f"{says(high)}, {says(low)}.",
                )


def judge(world: World, slots: Slots, option: str, options: tuple[str, ...]) -> Verdict:
    """Whether the option's claim is higher than that of every other option."""
    campaign = world.campaign_named(slots["campaign"])
    claims = {
        norm(claimant(figure)): figure
        for of, fact, figure in figures(world, Relation.CASUALTIES)
        if of is campaign and norm(total(of, fact, figure)) == norm(slots["total"])
    }
    own = claims.get(norm(option))
    others = [claims.get(norm(other)) for other in options if norm(other) != norm(option)]
    if own is None or None in others:
        return UNSETTLED
    if all(other and _is_higher(own, other) for other in others):
        return TRUE
    higher = next((other for other in others if other and _is_higher(other, own)), None)
    return false("the other claim is higher", f"{says(own)}, but {says(higher)}") if higher else UNSETTLED


def _topic(figure: Estimate) -> tuple[str, str | None, str | None]:
    return figure.kind, figure.of, figure.who


def _is_higher(one: Estimate, other: Estimate) -> bool:
    return (one.low or 0) > (other.high or 0) and not other.at_least


QUESTION = "Who gives the higher number of {total} in {campaign}, {one} or {other}?"
TYPE = QuestionType(
    summary="which claimant gives the higher figure",
    stems={Format.MULTIPLE_CHOICE: (QUESTION,)},
    cases=cases,
    judge=judge,
    closed=True,
)
