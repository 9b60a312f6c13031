"""Which of several outcomes mattered most: to be argued, not solved."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.naming import the_title
from quizgen.questions import Case, QuestionType
from quizgen.questions._open import marks, nothing_to_judge, quoted, series
from quizgen.relations import Relation
from quizgen.world import World

LONGEST = 40  # words of the outcomes together that a prompt can hold


def cases(world: World) -> Iterator[Case]:
    """One case for a campaign with two or three settled outcomes."""
    for campaign in world.campaigns:
        found = world.of(campaign, Relation.OUTCOME)
        if len(found) not in (2, 3) or any(fact.disputed for fact in found) or sum(len(f.object.split()) for f in found) > LONGEST:
            continue
        yield Case(
            facts=found,
            slots={"campaign": the_title(campaign), "outcomes": series([f"“{fact.object}”" for fact in found])},
            key=(
                *(f"Of the result: {quoted(fact.object, fact.source)}." for fact in found),
                "May be named: how a clause bears on the aims; which side gained by it, and for how long; what it changed elsewhere; "
                "what it cost. Each clause can be argued for.",
                marks("reason that is tied to the clause chosen"),
            ),
            explanation=f"The article gives {len(found)} outcomes.",
        )


TYPE = QuestionType(
    summary="which of several outcomes mattered most, to be argued",
    stems={
        Format.OPEN: (
            "The results given for {campaign} include {outcomes}. Which of them mattered most? Give two reasons.",
            "The result of {campaign} names {outcomes}. Choose the outcome with the widest effect, and give two reasons for your choice.",
        ),
    },
    cases=cases,
    judge=nothing_to_judge,
)
