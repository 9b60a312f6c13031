"""What asking which side had more shares, for strengths and for losses."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from quizgen.items import Format
from quizgen.model import Campaign, Estimate, norm
from quizgen.naming import side_name, the_title
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions.figures._ask import is_counted
from quizgen.questions.figures._claims import claimant, figures, rivals, says, thing
from quizgen.questions.figures._numbers import are_apart, show
from quizgen.questions.figures._wording import compared
from quizgen.questions.sides._sides import side_called
from quizgen.relations import Fact, Relation
from quizgen.world import World

OTHER_FIGURE = "the other figure is higher"
Figure = tuple[Fact, Estimate]


def ask_compare(relation: Relation, summary: str, question: tuple[str, ...], statement: tuple[str, ...]) -> QuestionType:
    """Make the type that asks which of two sides has the higher figure, by the same claimant, of the same thing."""

    def own(world: World, campaign: Campaign) -> list[Figure]:
        return [
            (fact, figure)
            for of, fact, figure in figures(world, relation)
            if of is campaign and fact.side and not figure.who and thing(figure) and is_counted(figure)
        ]

    def cases(world: World) -> Iterator[Case]:
        for campaign in world.campaigns:
            for pair in combinations(own(world, campaign), 2):
                (fact, high), (other, low) = sorted(pair, key=lambda entry: entry[1].low or 0, reverse=True)
                if fact.side == other.side or _topic(high) != _topic(low) or not _is_higher(world, campaign, (fact, high), (other, low)):
                    continue
                yield Case(
                    facts=(fact, other),
                    slots={"campaign": the_title(campaign), **_said(high)},
                    key=(side_name(campaign.side(fact.side or "")),),
                    pool=(side_name(campaign.side(other.side or "")),),
                    explanation=f"{_tells(campaign, (fact, high), (other, low))}.",
                )

    def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
        campaign = world.campaign_named(slots["campaign"])
        found = {
            fact.side: (fact, figure)
            for fact, figure in own(world, campaign)
            if all(norm(slots[name]) == norm(value) for name, value in _said(figure).items() if name in slots)
        }
        side = side_called(campaign, option)
        if side is None or side.id not in found or len(found) != 2 or len(campaign.sides) != 2:
            return UNSETTLED
        mine = found.pop(side.id)
        (theirs,) = found.values()
        if _is_higher(world, campaign, mine, theirs):
            return TRUE
        if not _is_higher(world, campaign, theirs, mine):
            return UNSETTLED
        return false(OTHER_FIGURE, _tells(campaign, theirs, mine))

    return QuestionType(
        summary=summary, stems={Format.MULTIPLE_CHOICE: question, Format.TRUE_FALSE: statement}, cases=cases, judge=judge, closed=True
    )


def _said(figure: Estimate) -> dict[str, str]:
    return {"claimant": claimant(figure), **compared(figure)}


def _topic(figure: Estimate) -> tuple[str, str | None, str | None]:
    return figure.kind, figure.of, figure.claimed_by


def _tells(campaign: Campaign, one: Figure, other: Figure) -> str:
    """Say both figures: "the article gives 900 wounded for the rebels and 700 for the Army"."""
    first, second = (side_name(campaign.side(fact.side or "")) for fact, _ in (one, other))
    minimum = "a minimum of " * other[1].at_least
    return f"{says(one[1])} {compared(one[1])['total']} for {first} and {minimum}{show(other[1].low or 0)} for {second}"


def _is_higher(world: World, campaign: Campaign, one: Figure, other: Figure) -> bool:
    """Whether a figure is surely the higher one: well apart, and no rival claim says otherwise."""
    high, low = one[1].low or 0, other[1].low or 0
    open_or_rival = other[1].at_least or any(
        (rival.high or rival.low or 0) >= high or rival.at_least for rival in rivals(world, campaign, other[0]) if rival is not other[1]
    )
    lower = any((rival.low or 0) <= low for rival in rivals(world, campaign, one[0]) if rival is not one[1])
    return high > low and are_apart(high, low) and not open_or_rival and not lower
