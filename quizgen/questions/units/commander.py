"""Who is listed with a role in a unit or group."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Commander
from quizgen.naming import the_title, with_title
from quizgen.questions import Case, QuestionType, Slots, Verdict, each
from quizgen.questions.people._roles import across, judge_person, leaders, quoted
from quizgen.relations import Relation
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """Each group that exactly one listed commander has a role in; wrong: commanders of other sides (rule 41)."""
    for campaign, fact in each(world, Relation.GROUP):
        if (
            len(leaders(campaign, fact.object)) == 1
            and isinstance(fact.leaf, Commander)
            and "commander" in (fact.leaf.role or "")
            and '"' not in fact.object
        ):
            person = fact.leaf
            yield Case(
                facts=(fact,),
                slots={"group": fact.object, "campaign": the_title(campaign)},
                key=(person.name,),
                pool=across(campaign, fact.side),
                explanation=f"{with_title(person.name)} is listed as {quoted(person.role or '')}.",
            )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the option is listed with a role in the group; commanders of its own side may have one unlisted."""
    campaign = world.campaign_named(slots["campaign"])
    return judge_person(world, campaign, option, leaders(campaign, slots["group"]))


QUESTION = ("Who is listed as a commander of {the_group} in {campaign}?",)
TYPE = QuestionType(
    summary="a listed commander of a unit",
    stems={Format.MULTIPLE_CHOICE: QUESTION, Format.SHORT_ANSWER: QUESTION},
    cases=cases,
    judge=judge,
)
