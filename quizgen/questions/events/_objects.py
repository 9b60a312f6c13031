"""What asking for an event's object shares: the clause around the object, and whether another object fits it too."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.model import Campaign, Event, norm
from quizgen.naming import with_article
from quizgen.prose.actions import Tense, clause
from quizgen.questions import TRUE, UNSETTLED, Case, Slots, Verdict, false
from quizgen.questions.dates._days import OTHER_DATE, read_day
from quizgen.questions.events._events import askable, days_off, is_silent, within
from quizgen.relations import Fact, Relation
from quizgen.world import World, event_of


def around(campaign: Campaign, event: Event) -> tuple[str, str] | None:
    """The words of its clause, in the past, before and after its object; None if the object stands in it not just once."""
    told = clause(event, campaign, Tense.PAST) or ""
    before, found, after = told.partition(event.object or "\0")
    return (before, after) if found and (event.object or "") not in after else None


def cases(world: World, *, inside: bool) -> Iterator[Case]:
    """Each askable event within the campaign's dates, or each one after them."""
    for campaign in world.campaigns:
        entries = [(fact, event, date) for fact, event, date in askable(world, campaign) if campaign.date]
        for fact, event, date in entries:
            words = around(campaign, event)
            is_after = bool(campaign.date and campaign.date.value.before(date))
            if words and (within(campaign, date) if inside else is_after):
                yield Case(
                    facts=(fact,),
                    slots={"campaign": with_article(campaign.title.value), "day": date.words(), "before": words[0], "after": words[1]},
                    key=(event.object or "",),
                    pool=tuple(other.object or "" for _, other, at in entries if at != date and other.action == event.action),
                    accepted=_other_names(campaign, event),
                    explanation=f"On {date.words()}, {clause(event, campaign, Tense.PAST)}.",
                )


def _other_names(campaign: Campaign, event: Event) -> tuple[str, ...]:
    entity = campaign.entity(event.object or "")
    return (entity.name, *entity.aliases) if entity else ()


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether an event of that day is told in that clause with the option, under any of its names, for its object."""
    campaign, day = world.campaign_named(slots["campaign"]), read_day(slots["day"])
    if not day:
        return UNSETTLED
    of_option: list[tuple[Fact, Event]] = []
    for fact in world.of(campaign, Relation.EVENT):
        event = event_of(fact)
        names = {norm(event.object or ""), *map(norm, _other_names(campaign, event))}
        if event.object and norm(option) in names:
            of_option.append((fact, event))
            words = around(campaign, event)
            if event.date == day and words and [norm(w) for w in words] == [norm(slots["before"]), norm(slots["after"])]:
                return TRUE
    dated = [event for _, event in of_option if event.date]
    if not dated or any(event.date and event.date.overlaps(day) for event in dated) or not is_silent(world, campaign, dated[0], day):
        return UNSETTLED
    assert dated[0].date
    return false(OTHER_DATE, f"{dated[0].caption}: {dated[0].date.words()}, {days_off(dated[0].date, day)}")
