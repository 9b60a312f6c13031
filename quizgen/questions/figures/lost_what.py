"""Which losses of a side a number counts."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Campaign, Estimate, norm
from quizgen.naming import the_title
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions.figures._ask import is_counted
from quizgen.questions.figures._claims import PERSONS, claimant, figures, thing, whose
from quizgen.questions.figures._numbers import are_apart, show
from quizgen.relations import Fact, Relation
from quizgen.world import World

ENOUGH = 2  # wrong options of one sort
OTHER_NUMBER = "another number is given for it"


def _counted(world: World, campaign: Campaign, side: str | None, source: str) -> list[tuple[Fact, Estimate]]:
    """What one claimant counts of a side, each thing with its number."""
    return [
        (fact, figure)
        for of, fact, figure in figures(world, Relation.CASUALTIES)
        if of is campaign and fact.side == side and claimant(figure) == source and is_counted(figure) and thing(figure)
        if not figure.who and not figure.at_least and (figure.low or 0) > 1
    ]


def cases(world: World) -> Iterator[Case]:
    """Each number of a claimant who counts three losses of a side or more; wrong: the others."""
    for campaign, fact, figure in figures(world, Relation.CASUALTIES):
        listed = _counted(world, campaign, fact.side, claimant(figure))
        if (fact, figure) in listed and len(listed) >= 3:
            yield Case(
                facts=(fact,),
                slots={
                    "campaign": the_title(campaign),
                    "claimant": claimant(figure),
                    "whose": whose(campaign, fact),
                    "amount": show(figure.low or 0),
                },
                key=(thing(figure),),
                pool=tuple(thing(other) for other in _like(figure, [other for _, other in listed if other is not figure])),
                explanation=f"The number of {thing(figure)} given for {whose(campaign, fact)} is {show(figure.low or 0)}.",
            )


def _like(figure: Estimate, others: list[Estimate]) -> list[Estimate]:
    """The others of its sort, men or things, where there are enough: "battleships sunk" cannot be thousands."""
    like = [other for other in others if (other.kind in PERSONS) is (figure.kind in PERSONS)]
    return like if len(like) >= ENOUGH else others


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the side's losses of that kind are the ones that number counts; numbers too near each other settle nothing."""
    campaign = world.campaign_named(slots["campaign"])
    listed = [
        figure
        for of, fact, figure in figures(world, Relation.CASUALTIES)
        if of is campaign
        and (figure.low or 0) > 1
        and norm(whose(campaign, fact)) == norm(slots["whose"])
        and norm(claimant(figure)) == norm(slots["claimant"])
    ]
    own = [figure for figure in listed if norm(thing(figure)) == norm(option) and not figure.who]
    right = [figure for figure in listed if show(figure.low or 0) == slots["amount"] and not figure.who]
    if len(own) != 1 or len(right) != 1:
        return UNSETTLED
    if own == right:
        return TRUE
    if not are_apart(own[0].low or 0, right[0].low or 0) or own[0].at_least:
        return UNSETTLED
    return false(OTHER_NUMBER, f"the number of {thing(own[0])} given for {slots['whose']} is {show(own[0].low or 0)}")


TYPE = QuestionType(
    summary="which losses of a side that number counts",
    stems={
        Format.MULTIPLE_CHOICE: (
            "According to {claimant}, which losses of {whose} in {campaign} numbered {amount}?",
            "In {campaign}, which losses of {whose} came to {amount}, according to {claimant}?",
        ),
    },
    cases=cases,
    judge=judge,
    most=4,
)
