"""What asking which side a figure belongs to shares, for strengths and for losses."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Campaign, Estimate, norm
from quizgen.naming import side_name, the_title
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions.figures._ask import is_counted
from quizgen.questions.figures._claims import claimant, figures, says, thing
from quizgen.questions.figures._numbers import show
from quizgen.questions.sides._sides import OTHER_SIDE, side_called
from quizgen.relations import Fact, Relation
from quizgen.world import World


def ask_whose(relation: Relation, summary: str, question: tuple[str, ...], statement: tuple[str, ...]) -> QuestionType:
    """Make the type that gives a figure and asks for its side."""

    def cases(world: World) -> Iterator[Case]:
        for campaign, fact, figure in figures(world, relation):
            if fact.side and is_counted(figure) and thing(figure) and not figure.at_least and not figure.who and (figure.low or 0) > 1:
                own = campaign.side(fact.side)
                yield Case(
                    facts=(fact,),
                    slots={"campaign": the_title(campaign), **_said(figure)},
                    key=(side_name(own),),
                    pool=tuple(side_name(side) for side in campaign.sides if side is not own),
                    explanation=f"{says(figure)} {thing(figure)} for {side_name(own)}.",
                )

    def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
        campaign = world.campaign_named(slots["campaign"])
        side, holders = side_called(campaign, option), _holders(world, campaign, slots)
        if side is None or len({fact.side for fact, _ in holders}) != 1:
            return UNSETTLED
        fact, figure = holders[0]
        if fact.side == side.id:
            return TRUE
        rivals = (f.leaf for f in world.of(campaign, relation) if f.side == side.id)
        if any(isinstance(rival, Estimate) and _may_be(rival, figure) for rival in rivals):
            return UNSETTLED
        return false(OTHER_SIDE, f"{says(figure)} {thing(figure)} for {side_name(campaign.side(fact.side or ''))}")

    def _holders(world: World, campaign: Campaign, slots: Slots) -> list[tuple[Fact, Estimate]]:
        """The figures that a stem may mean."""
        return [
            (fact, figure)
            for of, fact, figure in figures(world, relation)
            if of is campaign and all(norm(slots[name]) == norm(value) for name, value in _said(figure).items())
        ]

    return QuestionType(
        summary=summary, stems={Format.MULTIPLE_CHOICE: question, Format.TRUE_FALSE: statement}, cases=cases, judge=judge, closed=True
    )


def _said(figure: Estimate) -> dict[str, str]:
    return {"claimant": claimant(figure), "amount": show(figure.low or 0), "what": thing(figure)}


def _may_be(rival: Estimate, figure: Estimate) -> bool:
    """Whether another side's figure may count the same number of the same, or of a wider thing ("tanks", "light tanks")."""
    low, high = rival.low or 0, rival.high or rival.low or 0
    is_same = (rival.kind == figure.kind and _head(rival) == _head(figure)) or not rival.of or not figure.of
    return is_same and low <= (figure.low or 0) and (rival.at_least or (figure.low or 0) <= high)


def _head(figure: Estimate) -> str:
    """The noun of what is counted without what narrows it: "tanks" of "light tanks"."""
    return norm(figure.of or "").rpartition(" ")[2]
