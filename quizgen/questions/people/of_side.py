"""Which of several persons commanded on a side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.items import Format
from quizgen.questions import Case, QuestionType
from quizgen.questions.sides._sides import judge_member, members
from quizgen.relations import Relation
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """Each commander against those of other sides; all of a side against them; recalled freely if the list has but one."""
    for case, facts in members(world, Relation.COMMANDER):
        is_only = len(facts) == 1 and len(world.campaign_of(facts[0]).side(facts[0].side or "").commanders) == 1
        free = {Format.SHORT_ANSWER} if is_only else set()
        yield replace(case, formats=case.formats | free)


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
