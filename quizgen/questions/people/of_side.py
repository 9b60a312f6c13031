"""Which of several persons commanded on a side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Commander
from quizgen.naming import side_name, the_title
from quizgen.questions import Case, QuestionType, weighed
from quizgen.questions.people._roles import called
from quizgen.questions.sides._sides import again, judge_member
from quizgen.relations import Relation
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """Each commander against those of other sides; all of a side against them."""
    for campaign in world.campaigns:
        facts = weighed(world.of(campaign, Relation.COMMANDER))
        for side in campaign.sides:
            own = [fact for fact in facts if fact.side == side.id]
            others = tuple(fact.subject for fact in facts if fact.side != side.id)
            slots = {"side": side_name(side), "campaign": the_title(campaign)}
            if len(own) >= 2:
                yield Case(
                    facts=tuple(own),
                    slots=slots,
                    key=tuple(fact.subject for fact in own),
                    pool=others,
                    formats=frozenset({Format.MULTIPLE_RESPONSE}),
                )
            used = Counter[str]()
            for fact in own:
                yield Case(
                    facts=(fact,),
                    slots=slots,
                    key=(fact.subject,),
                    pool=others,
                    explanation=f"{world.listed(campaign, fact.subject)}.",
                    accepted=called(campaign, fact.leaf) if isinstance(fact.leaf, Commander) else (),
                    formats=frozenset({Format.MULTIPLE_CHOICE} | ({Format.SHORT_ANSWER} if len(side.commanders) == 1 else set())),
                    minor=again(used, side.id),
                )


TYPE = QuestionType(
    summary="who commanded on a side",
    stems={
        Format.MULTIPLE_CHOICE: (
            "Which of these is listed among the commanders of {side} in {campaign}?",
            "In {campaign}, which of these is listed as a commander on the side of {side}?",
        ),
        Format.SHORT_ANSWER: (
            "Which commander does the infobox on {campaign} list for the side of {side}?",
            "Who is the one commander listed for the side of {side} in the infobox on {campaign}?",
        ),
        Format.MULTIPLE_RESPONSE: (
            "Which of these are listed among the commanders of {side} in {campaign}?",
            "In {campaign}, which of these are listed as commanders on the side of {side}?",
        ),
    },
    cases=cases,
    judge=judge_member,
)
