"""Who replaced whom in an office."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Commander, norm
from quizgen.naming import the_title
from quizgen.questions import Case, QuestionType, Slots, Verdict, each
from quizgen.questions.people._roles import across, judge_person
from quizgen.relations import Relation
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """Each replacement that the roles record."""
    for campaign, fact in each(world, Relation.REPLACED):
        yield Case(
            facts=(fact,),
            slots={"thing": fact.object, "campaign": the_title(campaign)},
            key=(fact.subject,),
            pool=across(campaign, fact.side),
            explanation=f"{world.listed(campaign, fact.subject)}; {fact.object} is marked as replaced.",
        )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the option took the office over; one of the same side settles nothing."""
    campaign = world.campaign_named(slots["campaign"])
    facts = (fact for fact in world.of(campaign, Relation.REPLACED) if norm(fact.object) == norm(slots["thing"]))
    return judge_person(world, campaign, option, [fact.leaf for fact in facts if isinstance(fact.leaf, Commander)])


QUESTION = ("According to the infobox on {campaign}, by whom was {titled_thing} replaced?",)
TYPE = QuestionType(
    summary="who replaced whom",
    stems={Format.MULTIPLE_CHOICE: QUESTION, Format.SHORT_ANSWER: QUESTION},
    cases=cases,
    judge=judge,
)
