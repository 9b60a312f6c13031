"""What fate the list of commanders marks."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.called.powers import peoples_of
from quizgen.items import Format
from quizgen.model import Campaign, Commander, norm
from quizgen.naming import has_fought, the_title, with_title
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, each, false
from quizgen.questions.outcomes._fates import NEAR, WORDS, fates_of, is_told_otherwise, marked
from quizgen.questions.people._roles import commanders, named
from quizgen.relations import Fact, Relation
from quizgen.world import World

MOST = 3  # powers that may have taken a prisoner


def cases(world: World) -> Iterator[Case]:
    """Each commander with a fate mark, unless the prose tells his end otherwise; a mark has no wrong alternatives (rule 2)."""
    for campaign, fact in each(world, Relation.FATE):
        person = fact.leaf
        if fact.object not in WORDS or not isinstance(person, Commander):
            continue
        if len(fates_of(person)) == 1 and not is_told_otherwise(world, campaign, person):
            key, *accepted = WORDS[fact.object]
            yield Case(
                facts=(fact,),
                slots={"thing": fact.subject, "campaign": the_title(campaign)},
                key=(key,),
                accepted=(fact.object, *accepted, *NEAR.get(fact.object, ()), *_also(campaign, fact)),
                explanation=f"The infobox marks {with_title(fact.subject)} as {marked(fact.object)}.",
                formats=frozenset(Format) - ({Format.CLOZE} if fact.object == "surrendered" else set()),
                sensitive=fact.object not in ("WIA", "POW", "surrendered"),
            )


def _also(campaign: Campaign, fact: Fact) -> Iterator[str]:
    """What a prisoner did too, unless the list marks somebody with just that; and who took him: a power that fought throughout."""
    if fact.object not in ("POW", "surrendered"):
        return
    gave_up = fact.object == "surrendered" or not any("surrendered" in fates_of(p) for _, p in commanders(campaign))
    if gave_up and fact.object == "POW":
        yield "surrendered"
    enemies = [power.name for side in campaign.sides if side.id != fact.side for power in side.belligerents if has_fought(power)]
    for people in (people for enemy in enemies[:MOST] for people in peoples_of(enemy)[-1:]):
        yield from (f"captured by the {people}", f"taken prisoner by the {people}")
        yield from (f"surrendered to the {people}",) * gave_up


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the infobox marks the fate."""
    entry = named(world.campaign_named(slots["campaign"]), slots["thing"])
    fate = entry[1].fate if entry else None
    if not fate or fate not in WORDS:
        return UNSETTLED
    if norm(option) in map(norm, (fate, *WORDS[fate])):
        return TRUE
    return false("another mark in the list", f"the infobox marks {with_title(slots['thing'])} as {WORDS[fate][0]}")


TYPE = QuestionType(
    summary="the fate of a commander",
    stems={
        Format.SHORT_ANSWER: ("What became of {titled_thing} in {campaign}, according to the infobox?",),
        Format.CLOZE: ("The infobox on {campaign} marks the fate of {titled_thing} as {option}.",),
    },
    cases=cases,
    judge=judge,
)
