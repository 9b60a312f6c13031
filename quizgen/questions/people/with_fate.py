"""Which commander the list marks as killed, wounded or taken."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Campaign, Commander, norm
from quizgen.naming import the_title, with_title
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, each, false
from quizgen.questions.outcomes._fates import NEAR, WORDS, fates_of, is_told_otherwise, marked
from quizgen.questions.people._roles import commanders, named
from quizgen.relations import Relation
from quizgen.world import World


def _marked(campaign: Campaign, fate: str) -> list[Commander]:
    return [person for _, person in commanders(campaign) if fate in fates_of(person)]


def cases(world: World) -> Iterator[Case]:
    """Each commander who alone bears his mark; wrong: those who bear another (that one bears none is no proof)."""
    for campaign, fact in each(world, Relation.FATE):
        bearers = _marked(campaign, fact.object)
        if fact.object in WORDS and len(bearers) == 1 and not is_told_otherwise(world, campaign, bearers[0]):
            near = [fate for fate in WORDS if WORDS[fact.object][0] in NEAR.get(fate, ())]
            is_sole = not any(_marked(campaign, fate) for fate in near)
            yield Case(
                facts=(fact,),
                slots={"fate": WORDS[fact.object][0], "campaign": the_title(campaign)},
                key=(fact.subject,),
                pool=tuple(person.name for _, person in commanders(campaign) if person.fate and person is not bearers[0]),
                explanation=f"The infobox marks {with_title(fact.subject)} as {marked(fact.object)}.",
                formats=frozenset(Format) - (set() if is_sole else {Format.SHORT_ANSWER}),
                sensitive=fact.object not in ("WIA", "POW", "surrendered"),
            )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the option bears the mark."""
    campaign = world.campaign_named(slots["campaign"])
    entry = named(campaign, option)
    fate = entry[1].fate if entry else None
    if entry is None or not fate or fate not in WORDS:
        return UNSETTLED
    if any(norm(slots["fate"]) in map(norm, WORDS.get(mark, ())) for mark in fates_of(entry[1])):
        return TRUE
    if norm(slots["fate"]) in map(norm, NEAR.get(fate, ())):
        return UNSETTLED  # who surrendered was taken prisoner
    if is_told_otherwise(world, campaign, entry[1]):
        return UNSETTLED
    if fate == "DOW" and norm(slots["fate"]) in map(norm, WORDS["WIA"]):
        return UNSETTLED  # who was mortally wounded was wounded
    return false("another mark in the list", f"the infobox marks {with_title(entry[1].name)} as {WORDS[fate][0]}")


TYPE = QuestionType(
    summary="which commander has a fate mark",
    stems={
        Format.SHORT_ANSWER: (
            "Which commander does the infobox on {campaign} mark as {fate}?",
            "Who among the commanders in {campaign} is marked as {fate} in the infobox?",
        ),
        Format.MULTIPLE_CHOICE: ("Which of these commanders does the infobox on {campaign} mark as {fate}?",),
    },
    cases=cases,
    judge=judge,
)
