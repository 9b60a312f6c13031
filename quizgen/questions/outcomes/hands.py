"""In which order the sides took a place that changed hands several times."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from quizgen.items import Format
from quizgen.model import Campaign, Event
from quizgen.naming import side_name, the_title
from quizgen.prose.actions import the
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions.events._events import within
from quizgen.questions.outcomes._takings import are_sure, takings
from quizgen.world import World

LEAST, MOST = 3, 5  # times that it was taken


def _words(campaign: Campaign, sides: tuple[str, ...]) -> str:
    *first, last = (side_name(campaign.side(side)) for side in sides)
    return f"{', '.join(first)} and {last}"


def _hedged(events: list[Event]) -> str:
    """What weakens a taking, to be said in the stem: ", or at least a part of it,"."""
    hedges = dict.fromkeys(event.hedge for event in events if event.hedge)
    return ", or " + " or ".join(f"{hedge} it" for hedge in hedges) + "," if hedges else ""


def _run(world: World, campaign: Campaign, place: str) -> list[Event]:
    """The takings of the place, if they are sure, within the campaign, and by two sides in turn."""
    found = [event for _, event in takings(world, campaign, place)]
    if not LEAST <= len(found) <= MOST or not are_sure(found) or any(" of" not in f"{event.hedge} of" for event in found):
        return []
    sides = {event.side for event in found}
    inside = all(event.date and within(campaign, event.date) for event in found)
    return found if inside and len(sides) == 2 else []


def cases(world: World) -> Iterator[Case]:
    """Each place that was taken three to five times."""
    for campaign in world.campaigns:
        for place in dict.fromkeys(event.object or "" for _, event in takings(world, campaign)):
            events = _run(world, campaign, place)
            if events:
                order = tuple(event.side or "" for event in events)
                others = sorted(set(permutations(order)) - {order})
                others.sort(key=lambda other: sum(a != b for a, b in zip(other, order, strict=True)))
                yield Case(
                    facts=tuple(fact for fact, _ in takings(world, campaign, place)),
                    slots={
                        "campaign": the_title(campaign),
                        "place": the(place, campaign),
                        "hedged": _hedged(events),
                        "times": ("three", "four", "five")[len(order) - LEAST],
                    },
                    key=(_words(campaign, order),),
                    pool=tuple(_words(campaign, other) for other in others),
                    explanation="; ".join(f"{event.caption}: {event.date.words() if event.date else ''}" for event in events) + ".",
                )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the sides took the place in that order, as far as the article tells."""
    campaign = world.campaign_named(slots["campaign"])
    events = _run(world, campaign, slots["place"].removeprefix("the "))
    if not events:
        return UNSETTLED
    order = tuple(event.side or "" for event in events)
    if option == _words(campaign, order):
        return TRUE
    told = ", ".join(f"{side_name(campaign.side(event.side or ''))} on {event.date.words() if event.date else ''}" for event in events)
    return false("the order of the days", f"it was taken by {told}")


TYPE = QuestionType(
    summary="in which order a place changed hands",
    stems={
        Format.MULTIPLE_CHOICE: (
            "In {campaign}, in which order did the sides take {place}{hedged} the {times} times of which the article tells?",
            "Of the {times} times that a side is told to have taken {place}{hedged} in {campaign}, what was the order?",
        ),
    },
    cases=cases,
    judge=judge,
)
