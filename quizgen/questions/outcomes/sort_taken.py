"""Sorting places by the side that took them."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Campaign
from quizgen.naming import side_name, the_title
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions.events._events import within
from quizgen.questions.outcomes._takings import is_told_of, takings
from quizgen.questions.sides._sides import OTHER_SIDE, side_called
from quizgen.relations import Fact
from quizgen.world import World

LEAST = 4


def cases(world: World) -> Iterator[Case]:
    """One case for a campaign in which four places or more were taken, each by one side only."""
    for campaign in world.campaigns:
        rows: dict[str, tuple[Fact, str]] = {}
        for fact, event in takings(world, campaign):
            sides = {other.side for _, other in takings(world, campaign, event.object)}
            is_told = event.caption and event.side and not event.hedge and campaign.entity(event.object or "")
            if is_told and sides == {event.side} and event.date and within(campaign, event.date):
                rows.setdefault(event.object or "", (fact, side_name(campaign.side(event.side or ""))))
        rows = {place: row for place, row in rows.items() if _is_settled(world, campaign, place)}
        if len(rows) >= LEAST and len({side for _, side in rows.values()}) >= 2:
            yield Case(
                facts=tuple(fact for fact, _ in rows.values()),
                slots={"campaign": the_title(campaign)},
                key=(),
                pairs=tuple((place, side) for place, (_, side) in rows.items()),
            )


def _is_settled(world: World, campaign: Campaign, place: str) -> bool:
    slots = {"campaign": the_title(campaign), "thing": place}
    return all(judge(world, slots, side_name(side), ()).truth is not None for side in campaign.sides)


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the side took the place; the other did not, if it is not told to have, and no sentence names it with the place."""
    campaign = world.campaign_named(slots["campaign"])
    side, found = side_called(campaign, option), [event for _, event in takings(world, campaign, slots["thing"])]
    if side is None or not found or len({event.side for event in found}) != 1 or not found[0].side:
        return UNSETTLED
    if found[0].side == side.id:
        return TRUE
    if is_told_of(world, campaign, side, slots["thing"], found):
        return UNSETTLED
    return false(OTHER_SIDE, f"{found[0].caption}")


TYPE = QuestionType(
    summary="sort places by the side that took them",
    stems={
        Format.SORTING: (
            "Sort these places by the side that is told to have taken them in {campaign}.",
            "In {campaign}, sort these places by the side that took them.",
        ),
    },
    cases=cases,
    judge=judge,
)
