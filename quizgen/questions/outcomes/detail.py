"""Which place or group an outcome names."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Campaign, names_of, norm
from quizgen.naming import the_title
from quizgen.questions import TRUE, Case, QuestionType, Slots, Verdict, false
from quizgen.questions.outcomes._clauses import clauses, told
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """Each name of an entity in an outcome clause that opens with a side."""
    for campaign, fact, side, did in clauses(world):
        said = told(side, did)
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
    """The longest entity names that stand in the text once, none within another."""
    names = sorted({name for entity in campaign.entities for name in names_of(entity) if text.count(name) == 1}, key=len, reverse=True)
    return [name for i, name in enumerate(names) if not any(name in longer for longer in names[:i])]


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the result says it with that name."""
    campaign = world.campaign_named(slots["campaign"])
    entity = campaign.entity(option)
    said = {norm(f"{slots['before']}{name}{slots['after']}") for name in (names_of(entity) if entity else (option,))}
    if any(of is campaign and norm(told(side, did)) in said for of, _, side, did in clauses(world)):
        return TRUE
    return false("another name in the result", "the result that the infobox gives has another name here")


TYPE = QuestionType(
    summary="a name in the result",
    stems={Format.CLOZE: ("Result given for {campaign}: {before}{option}{after}.",)},
    cases=cases,
    judge=judge,
)
