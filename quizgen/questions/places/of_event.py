"""Where something happened: the place of an event."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Campaign, Event, names_of, norm
from quizgen.naming import the_title
from quizgen.prose.actions import Tense, clause
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions.dates._days import OTHER_DATE, days_off, read_day
from quizgen.questions.events._events import dated, is_alike, is_silent, within
from quizgen.relations import Relation
from quizgen.world import World, event_of


def _around(campaign: Campaign, event: Event) -> dict[str, str] | None:
    """The words of its clause before and after its place; None if the place stands in it not just once."""
    past = clause(event, campaign, Tense.PAST) or ""
    if not event.place or past.count(event.place) != 1:
        return None
    before, _, after = past.partition(event.place)
    return {"before": before, "after": after}


def cases(world: World) -> Iterator[Case]:
    """Each event of a day of the campaign that has a named place, and the like of which nobody did elsewhere that day."""
    for campaign in world.campaigns:
        entries = [(fact, event, date) for fact, event, date in dated(world, campaign) if within(campaign, date)]
        for fact, event, date in entries:
            words, entity = _around(campaign, event), campaign.entity(event.place or "")
            others = (event_of(f) for f in world.of(campaign, Relation.EVENT))
            is_only = not any(is_alike(o, event) and o.place != event.place and o.date and o.date.overlaps(date) for o in others)
            if words and entity and not entity.maybe_same and is_only:
                rest = [(other, at) for _, other, at in entries if other.place and at != date]
                rest.sort(key=lambda entry: (abs(entry[1].first - date.first), entry[0].id))
                yield Case(
                    facts=(fact,),
                    slots={"campaign": the_title(campaign), "day": date.words(), **words},
                    key=(event.place or "",),
                    pool=tuple(other.place or "" for other, _ in rest),
                    accepted=(*names_of(entity), *_with_country(campaign, event.place or "")),
                    explanation=f"On {date.words()}, {clause(event, campaign, Tense.PAST)}.",
                )


def _with_country(campaign: Campaign, place: str) -> tuple[str, ...]:
    """A place with what the infobox gives as its surroundings: "Paris, France"."""
    _, *around = (campaign.place.value if campaign.place else "").split(", ")
    return tuple(f"{place}, {part}" for part in around if part[:1].isupper())


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether an event of that day is told in that clause with the option, under any of its names, for its place."""
    campaign, day = world.campaign_named(slots["campaign"]), read_day(slots["day"])
    events = [event_of(fact) for fact in world.of(campaign, Relation.EVENT)]
    asked = [
        event
        for event in events
        if event.date == day and (words := _around(campaign, event)) and all(norm(words[k]) == norm(slots[k]) for k in words)
    ]
    entity = campaign.entity(option)
    names = {norm(name) for name in (names_of(entity) if entity else (option,))}
    if any(norm(event.place or "") in names for event in asked):
        return TRUE
    own = [event for event in events if event.place and norm(event.place) in names and event.date and event.date.is_day]
    if not day or not asked or not own or any(e.date and e.date.overlaps(day) for e in own) or not is_silent(world, campaign, own[0], day):
        return UNSETTLED
    assert own[0].date
    return false(OTHER_DATE, f"{option} is named on {own[0].date.words()}, {days_off(own[0].date, day)}")


TYPE = QuestionType(
    summary="the place of a dated event",
    stems={
        Format.CLOZE: (
            "In {campaign}, {before}{option}{after} on {day}.",
            "On {day}, in {campaign}, {before}{option}{after}.",
        ),
    },
    cases=cases,
    judge=judge,
)
