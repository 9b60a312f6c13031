"""Why one article may give two figures for one thing: to be argued, not solved."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Campaign, Contradiction, Estimate
from quizgen.naming import the_title
from quizgen.questions import Case, QuestionType
from quizgen.questions._open import marks, nothing_to_judge, quoted
from quizgen.questions.figures._claims import whose
from quizgen.relations import Fact, Relation
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """One case for each contradiction of two figures of a side that are not the same numbers in other words."""
    for campaign in world.campaigns:
        figures = {fact.source: fact for fact in world.of(campaign, Relation.STRENGTH, Relation.CASUALTIES) if fact.side}
        for found in campaign.contradictions:
            fact = next((figures[source] for source in found.sources if source in figures), None)
            if fact and isinstance(fact.leaf, Estimate) and _is_apart(found):
                yield _case(campaign, fact, found)


def _is_apart(found: Contradiction) -> bool:
    """Whether two statements of the article give other numbers."""
    numbers = [re.findall(r"\d[\d,]*", text) for text in found.values]
    return len(found.values) == len(found.sources) == 2 and all(numbers) and numbers[0] != numbers[1]


def _case(campaign: Campaign, fact: Fact, found: Contradiction) -> Case:
    one, other = found.values
    return Case(
        facts=(fact,),
        slots={
            "campaign": the_title(campaign),
            "topic": "strength" if fact.relation is Relation.STRENGTH else "losses",
            "whose": whose(campaign, fact),
            "one": one,
            "other": other,
        },
        key=(
            *(f"The article says {quoted(text, source)}." for text, source in zip(found.values, found.sources, strict=True)),
            "May be named: other sources, and who counted; another day or place; other groups or kinds counted; rounding; a slip.",
            marks("reason that fits the two statements"),
        ),
        explanation=f"The article is at odds: {found.text}.",
    )


TYPE = QuestionType(
    summary="why an article may give two figures for one thing, to be argued",
    stems={
        Format.OPEN: (
            "Of the {topic} of {whose} in {campaign}, an article says both “{one}” and “{other}”. "
            "Give two reasons why the figures may differ.",
            "An article on {campaign} says of the {topic} of {whose} both “{one}” and “{other}”. "
            "How may the two figures be explained? Give two reasons.",
        ),
    },
    cases=cases,
    judge=nothing_to_judge,
)
