"""Under which formation a unit is listed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from quizgen.items import Format
from quizgen.model import Side, Unit
from quizgen.naming import the_title, with_article
from quizgen.questions import Case, QuestionType, each
from quizgen.questions.units._orders import judge_parent, nearest, tops
from quizgen.relations import Relation
from quizgen.world import World

_SIZES = ("platoon", "company", "battalion", "regiment", "brigade", "division", "corps", "army")


def cases(world: World) -> Iterator[Case]:
    """Each unit that has a parent; wrong: other parents of its side and its other top units, none smaller than it."""
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
            pool=nearest(campaign, own, partial(_formations, of=fact.subject), but=own.path(fact.leaf)),
            explanation=f"The infobox lists {with_article(fact.subject)} under {with_article(fact.object)}.",
        )


def _formations(side: Side, of: str) -> Iterator[str]:
    names = (*(unit.parent for unit in side.units if unit.parent), *tops(side))
    yield from (name for name in names if _size(name) is None or (_size(name) or 0) >= (_size(of) or 0))


def _size(name: str) -> int | None:
    """How large a formation is by the last word of its name; None where that does not tell ("Kell Brigades" are no brigade)."""
    kind = name.casefold().rpartition(" ")[2]
    return _SIZES.index(kind) if kind in _SIZES else None


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
