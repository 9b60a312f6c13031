"""Which place or group an outcome names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Campaign, names_of, norm
from quizgen.naming import the_title
from quizgen.questions import TRUE, Case, QuestionType, Slots, Verdict, false
from quizgen.questions.outcomes._clauses import statements
from quizgen.world import World

BESIDE = 2  # words


def cases(world: World) -> Iterator[Case]:
    """Each name of an entity in an outcome clause."""
    for campaign, fact, said in statements(world):
        for name in _names(campaign, said):
            before, _, after = said.partition(name)
            entity = campaign.entity(name)
            if entity is None or entity.maybe_same:
                continue  # no key rests on two names being different things (rule 1)
            yield Case(
                facts=(fact,),
                accepted=tuple(names_of(entity)),
                slots={
                    "campaign": the_title(campaign),
                    "before": before,
                    "after": after,
                },
                key=(name,),
                explanation=f"The infobox gives as a result: “{fact.object}”.",
                slot=norm(name).replace(" ", "-"),
            )


def _names(campaign: Campaign, text: str) -> list[str]:
    """The longest entity names that stand in the text once, none within another, with words beside them that tell of them."""
    known = {name for entity in campaign.entities for name in names_of(entity) if text.count(name) == 1}
    names = sorted((name for name in known if _is_told(name, text)), key=len, reverse=True)
    return [name for i, name in enumerate(names) if not any(name in longer for longer in names[:i])]


def _is_told(name: str, text: str) -> bool:
    """Whether a name stands in a text as words of their own, beside two others: not "Japan" in "Japanese", nor the whole of it."""
    before, _, after = text.partition(name)
    return not (before[-1:].isalnum() or after[:1].isalnum()) and len(re.findall(r"\w+", before + after)) >= BESIDE


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the result says it with that name."""
    campaign = world.campaign_named(slots["campaign"])
    entity = campaign.entity(option)
    said = {norm(f"{slots['before']}{name}{slots['after']}") for name in (names_of(entity) if entity else (option,))}
    if any(of is campaign and norm(text) in said for of, _, text in statements(world)):
        return TRUE
    return false("another name in the result", "the result that the infobox gives has another name here")


TYPE = QuestionType(
    summary="a name in the result",
    stems={Format.CLOZE: ("Result given for {campaign}: {before}{option}{after}.",)},
    cases=cases,
    judge=judge,
)
