"""How far an aim was reached: to be argued from the outcomes, not solved."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Campaign
from quizgen.naming import side_name, the_title
from quizgen.questions import Case, QuestionType, each
from quizgen.questions._open import marks, nothing_to_judge, quoted
from quizgen.relations import Fact, Relation
from quizgen.world import World

LONGEST = 20  # words of an aim that a prompt can hold
MOST = 4  # outcomes that the notes quote


def cases(world: World) -> Iterator[Case]:
    """One case for each aim of a campaign whose result the article gives."""
    for campaign, fact in each(world, Relation.AIM):
        ended = world.of(campaign, Relation.OUTCOME)[:MOST] or world.of(campaign, Relation.RESULT)
        if ended and len(fact.object.split()) <= LONGEST:
            yield _case(campaign, fact, ended)


def _case(campaign: Campaign, fact: Fact, ended: tuple[Fact, ...]) -> Case:
    winner = campaign.result.winner if campaign.result else None
    victor = f"The result names {side_name(campaign.side(winner))} as the victor." if winner else "The result names no victor."
    return Case(
        facts=(fact,),
        slots={
            "campaign": the_title(campaign),
            "of": f" of {side_name(campaign.side(fact.side))}" if fact.side else "",
            "aim": fact.object,
        },
        key=(
            f"The aim: {quoted(fact.object, fact.source)}.",
            *(f"As a result the article gives {quoted(one.object, one.source)}." for one in ended),
            victor,
            "May be named, for: what was taken, opened or held, and how that serves the aim. Against: what was lost or not taken, "
            "what the other side kept, how long a gain lasted, at what cost.",
            marks("reason that rests on what the article tells, whichever way it points"),
        ),
        explanation=f"The aim named is to {fact.object}.",
    )


TYPE = QuestionType(
    summary="how far an aim was reached, to be argued",
    stems={
        Format.OPEN: (
            "One aim{of} in {campaign} was to {aim}. How far was that aim reached? Give one reason for and one against.",
            "In {campaign}, one aim{of} was to {aim}. Did the outcome meet that aim? Give two reasons.",
        ),
    },
    cases=cases,
    judge=nothing_to_judge,
)
