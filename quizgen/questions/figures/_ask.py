"""What asking for strengths and for casualties share."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Campaign, Estimate
from quizgen.naming import with_article
from quizgen.prose.actions import is_plural
from quizgen.questions import UNSETTLED, Case, QuestionType, Slots, Verdict
from quizgen.questions.figures._claims import asks, claimant, figures, find, judge_figure, says, thing, whose
from quizgen.questions.figures._numbers import apart, show
from quizgen.relations import Fact, Relation
from quizgen.world import World

LEAST = 4  # a smaller count leaves no wrong ones that lie apart


def ask_figure(relation: Relation, summary: str, kinds: frozenset[str], question: str, statement: str) -> QuestionType:
    """Make the type that asks for a figure of one of these kinds."""

    def slots_of(campaign: Campaign, fact: Fact, figure: Estimate) -> dict[str, str]:
        return {
            "campaign": with_article(campaign.title.value),
            "whose": whose(campaign, fact),
            "what": thing(figure),
            "claimant": claimant(figure),
            "asks": asks(figure),
        }

    def cases(world: World) -> Iterator[Case]:
        for campaign, fact, figure in figures(world, relation):
            if (
                figure.kind in kinds
                and (figure.kind or is_plural(f"the {thing(figure)}"))
                and not figure.who
                and (figure.low or 0) >= LEAST
            ):
                slots = slots_of(campaign, fact, figure)
                key = show(figure.low or 0)
                yield Case(
                    facts=(fact,),
                    slots=slots,
                    key=(key,),
                    pool=apart(figure.low or 0),
                    explanation=f"{says(figure)}.",
                    formats=frozenset({Format.MULTIPLE_CHOICE, Format.NUMERIC} if figure.at_least else Format),
                )

    def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
        found = find(world, slots, relation)
        return judge_figure(world, *found, option) if found else UNSETTLED

    return QuestionType(
        summary=summary,
        stems={
            Format.MULTIPLE_CHOICE: (question,),
            Format.NUMERIC: (question,),
            Format.TRUE_FALSE: (statement,),
            Format.CLOZE: (statement,),
        },
        cases=cases,
        judge=judge,
    )
