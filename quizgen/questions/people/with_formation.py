"""With which formation a commander is listed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Campaign, Commander, norm
from quizgen.naming import the_title, with_article, with_title
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, each, false
from quizgen.questions.people._roles import commanders, named
from quizgen.relations import Relation
from quizgen.world import World

_WORD = r"(?:[A-Z][\w'’.-]*|\d{1,3}(?:st|nd|rd|th)|[IVXL]+|of|the|and)"
_FORMATION = re.compile(
    rf"(?:{_WORD} )*(?:Army|Corps|Division|Brigade|Regiment|Battalion|Front|Fleet|Flotilla|Squadron|Wing|Group|Force|Command|Legion)"
    rf"(?: (?:Group )?[A-Z]\w*| of (?:the )?[A-Z]\w*)?"
)


def _formation(campaign: Campaign, person: Commander) -> str | None:
    """The formation that a commander's note names, if no other's note has it too: "3rd Velian Army", but not "elements of" it."""
    own = (person.role or "").strip()
    if not _FORMATION.fullmatch(own):
        return None
    held = [other for _, other in commanders(campaign) if f" {norm(own)} " in f" {norm(other.role or '')} "]
    return own if held == [person] else None


def _listed(campaign: Campaign) -> dict[str, Commander]:
    """Every commander who is listed with a formation, by its folded name; nobody whose name is another's too."""
    people = [person for _, person in commanders(campaign) if named(campaign, person.name)]
    return {norm(with_article(unit)): person for person in people if (unit := _formation(campaign, person))}


def cases(world: World) -> Iterator[Case]:
    """Each formation that stands beside one commander; wrong: those who stand beside another, of his own side first."""
    for campaign, fact in each(world, Relation.ROLE):
        listed, person = _listed(campaign), fact.leaf
        if not isinstance(person, Commander) or listed.get(norm(with_article(fact.object))) is not person:
            continue
        ranked = sorted(commanders(campaign), key=lambda entry: entry[0].id != fact.side)
        yield Case(
            facts=(fact,),
            slots={"unit": with_article(fact.object), "campaign": the_title(campaign)},
            key=(fact.subject,),
            pool=tuple(other.name for _, other in ranked if other is not person and other in listed.values()),
            explanation=f"The infobox lists {with_title(fact.subject)} with {with_article(fact.object)}.",
        )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the person stands beside the formation; whoever stands beside none may have led it too."""
    campaign = world.campaign_named(slots["campaign"])
    listed = _listed(campaign)
    right, entry = listed.get(norm(slots["unit"])), named(campaign, option)
    if right is None or entry is None:
        return UNSETTLED
    if entry[1] is right:
        return TRUE
    if entry[1] not in listed.values():
        return UNSETTLED
    beside = f"the infobox lists {with_title(entry[1].name)} with {with_article(entry[1].role or '')}"
    return false("another formation", beside)


QUESTION = (
    "Which commander does the infobox on {campaign} list with {unit}?",
    "In the infobox on {campaign}, beside whose name does {unit} stand?",
)
TYPE = QuestionType(
    summary="which commander is listed with a formation",
    stems={
        Format.MULTIPLE_CHOICE: QUESTION,
        Format.SHORT_ANSWER: QUESTION,
        Format.TRUE_FALSE: ("The infobox on {campaign} lists {option} with {unit}.",),
    },
    cases=cases,
    judge=judge,
)
