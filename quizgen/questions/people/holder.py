"""Who is listed in an office."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Commander
from quizgen.naming import the_title, with_title
from quizgen.questions import Case, QuestionType, Slots, Verdict, each
from quizgen.questions.people._roles import across, group_of, holders, is_office, judge_person, quoted
from quizgen.relations import Relation
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """Each office (a role that names no group) that one listed commander holds."""
    for campaign, fact in each(world, Relation.ROLE):
        person = fact.leaf
        if isinstance(person, Commander) and is_office(fact.object) and not group_of(person) and len(holders(campaign, fact.object)) == 1:
            yield Case(
                facts=(fact,),
                slots={"role": fact.object, "campaign": the_title(campaign)},
                key=(fact.subject,),
                pool=across(campaign, fact.side),
                explanation=f"The infobox lists {with_title(fact.subject)} as {quoted(fact.object)}.",
            )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the option is listed in the role; the holder's own side may have had another."""
    campaign = world.campaign_named(slots["campaign"])
    own = holders(campaign, slots["role"])
    return judge_person(world, campaign, option, own if len(own) == 1 else ())


QUESTION = ("Who is listed as “{role}” in the infobox on {campaign}?",)
TYPE = QuestionType(
    summary="who is listed in an office",
    stems={Format.MULTIPLE_CHOICE: QUESTION, Format.SHORT_ANSWER: QUESTION},
    cases=cases,
    judge=judge,
)
