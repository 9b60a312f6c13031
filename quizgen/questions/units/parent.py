"""Under which formation a unit is listed."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Side, Unit
from quizgen.naming import the_title, with_article
from quizgen.questions import Case, QuestionType, each
from quizgen.questions.units._orders import judge_parent, nearest, tops
from quizgen.relations import Relation
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """Each unit that has a parent; wrong: other parents of its side and its other top units."""
    for campaign, fact in each(world, Relation.PARENT):
        own = campaign.side(fact.side or "")
        assert isinstance(fact.leaf, Unit)
        yield Case(
            facts=(fact,),
            slots={
                "thing": fact.subject,
                "campaign": the_title(campaign),
                "the": "the " * with_article(fact.object).startswith("the "),
            },
            key=(fact.object,),
            pool=nearest(campaign, own, _formations, but=own.path(fact.leaf)),
            explanation=f"The infobox lists {with_article(fact.subject)} under {with_article(fact.object)}.",
        )


def _formations(side: Side) -> Iterator[str]:
    yield from (unit.parent for unit in side.units if unit.parent)
    yield from tops(side)


TYPE = QuestionType(
    summary="the formation that a unit is listed under",
    stems={
        Format.MULTIPLE_CHOICE: (
            "Directly under which formation does the infobox on {campaign} list {the_thing}?",
            "In the infobox on {campaign}, which formation stands directly above {the_thing}?",
        ),
        Format.SHORT_ANSWER: ("Directly under which formation does the infobox on {campaign} list {the_thing}?",),
        Format.TRUE_FALSE: ("The infobox on {campaign} lists {the_thing} directly under {the_option}.",),
        Format.CLOZE: ("The infobox on {campaign} lists {the_thing} directly under {the}{option}.",),
    },
    cases=cases,
    judge=judge_parent,
)
