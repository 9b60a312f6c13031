"""Under which formation a unit is listed."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Unit
from quizgen.naming import the_title, with_article
from quizgen.questions import Case, QuestionType, each
from quizgen.questions.units._orders import judge_parent
from quizgen.relations import Relation
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """Each unit that has a parent; wrong parents: other parents of its side, its other top units, then those of other sides."""
    for campaign, fact in each(world, Relation.PARENT):
        own = campaign.side(fact.side or "")
        others = [side for side in campaign.sides if side is not own]
        parents = [unit.parent for side in (own, *others) for unit in side.units if unit.parent]
        tops = [unit.name for side in (own, *others) for unit in side.units if not unit.parent and not unit.placeholder]
        assert isinstance(fact.leaf, Unit)
        yield Case(
            facts=(fact,),
            slots={
                "thing": fact.subject,
                "campaign": the_title(campaign),
                "the": "the " * with_article(fact.object).startswith("the "),
            },
            key=(fact.object,),
            pool=tuple(name for name in dict.fromkeys((*parents, *tops)) if name not in own.path(fact.leaf)),
            explanation=f"The infobox lists {with_article(fact.subject)} under {with_article(fact.object)}.",
        )


TYPE = QuestionType(
    summary="the formation that a unit is listed under",
    stems={
        Format.MULTIPLE_CHOICE: (
            "Directly under which formation does the order of battle of {campaign} list {the_thing}?",
            "In the order of battle of {campaign}, which formation stands directly above {the_thing}?",
        ),
        Format.SHORT_ANSWER: ("Directly under which formation does the order of battle of {campaign} list {the_thing}?",),
        Format.TRUE_FALSE: ("The order of battle of {campaign} lists {the_thing} directly under {the_option}.",),
        Format.CLOZE: ("The order of battle of {campaign} lists {the_thing} directly under {the}{option}.",),
    },
    cases=cases,
    judge=judge_parent,
)
