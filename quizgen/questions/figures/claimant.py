"""Who claims a figure."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Estimate, norm
from quizgen.naming import the_title
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions.figures._claims import claimant, figures, rivals, says
from quizgen.questions.figures._numbers import show
from quizgen.questions.figures._wording import total
from quizgen.relations import Fact, Relation
from quizgen.world import World


def _claims(world: World, slots: Slots) -> list[tuple[Fact, Estimate]]:
    campaign = world.campaign_named(slots["campaign"])
    return [
        (fact, figure)
        for of, fact, figure in figures(world, Relation.CASUALTIES)
        if of is campaign and norm(total(of, fact, figure)) == norm(slots["total"]) and not figure.who
    ]


def cases(world: World) -> Iterator[Case]:
    """Each figure of a claimant against each other claimant who gives another one."""
    for campaign, fact, figure in figures(world, Relation.CASUALTIES):
        for rival in rivals(world, campaign, fact):
            if figure.claimed_by and rival.claimed_by and rival.claimed_by != figure.claimed_by and not figure.who:
                yield Case(
                    facts=(fact,),
                    slots={
                        "campaign": the_title(campaign),
                        "total": total(campaign, fact, figure),
                        "amount": _amount(figure),
                        **dict(zip(("one", "other"), sorted((claimant(figure), claimant(rival)), key=norm), strict=True)),
                    },
                    key=(claimant(figure),),
                    pool=(claimant(rival),),
                    explanation=f"{says(figure)}.",
                    slot=norm(claimant(rival)).replace(" ", "-"),
                )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the option claims the figure as it stands; one who makes several claims settles nothing."""
    own = [figure for _, figure in _claims(world, slots) if norm(claimant(figure)) == norm(option)]
    if len(own) != 1:
        return UNSETTLED
    return TRUE if _amount(own[0]) == slots["amount"] else false("another figure", says(own[0]))


def _amount(figure: Estimate) -> str:
    return f"{'at least ' * figure.at_least}{show(figure.low or 0)}"


TYPE = QuestionType(
    summary="who claims a figure",
    stems={
        Format.MULTIPLE_CHOICE: (
            "Who gives {amount} as the number of {total} in {campaign}, {one} or {other}?",
            "Who puts the number of {total} in {campaign} at {amount}, {one} or {other}?",
        ),
    },
    cases=cases,
    judge=judge,
    closed=True,
)
