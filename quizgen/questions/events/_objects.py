"""What asking for an event's object, or its place, shares: the clause around it, and whether another one fits it too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.historical_date import HistoricalDate
from quizgen.items import Format
from quizgen.model import Campaign, Event, norm
from quizgen.naming import the_title
from quizgen.prose.actions import Tense, clause
from quizgen.questions import TRUE, UNSETTLED, Case, Slots, Verdict, false
from quizgen.questions.dates._days import OTHER_DATE, days_off, read_day
from quizgen.questions.events._events import dated, is_alike, is_silent, within
from quizgen.relations import Relation
from quizgen.world import World, event_of


def around(campaign: Campaign, event: Event) -> dict[str, str] | None:
    """The words of its clause around its object; None if the object stands in it not just once.

    `before` and `after` in the past, for a gap; `act` and `rest` after "what did", empty where the object is what acts.
    """
    past, base = (clause(event, campaign, tense) or "" for tense in (Tense.PAST, Tense.BASE))
    thing = event.object or "\0"
    if past.count(thing) != 1 or base.count(thing) != 1:
        return None
    (before, _, after), (act, _, rest) = past.partition(thing), base.partition(thing)
    return {"before": before, "after": after, "act": act.removesuffix("the ").strip(), "rest": rest}


def cases(world: World, *, inside: bool) -> Iterator[Case]:
    """Each askable event within the campaign's dates, or each one after them."""
    for campaign in world.campaigns:
        entries = [(fact, event, date) for fact, event, date in dated(world, campaign) if campaign.date]
        for fact, event, date in entries:
            words, like = around(campaign, event), [(o, at) for _, o, at in entries if at != date]
            is_after = bool(campaign.date and campaign.date.value.before(date))
            if words and campaign.entity(event.object or "") and (within(campaign, date) if inside else is_after):
                formats = {Format.CLOZE} if _is_only(world, campaign, event, date) else set()
                yield Case(
                    facts=(fact,),
                    slots={"campaign": the_title(campaign), "day": date.words(), **words},
                    key=(event.object or "",),
                    pool=tuple(o.object or "" for o in _nearest(date, like) if o.side == event.side and is_alike(o, event)),
                    accepted=_other_names(campaign, event),
                    explanation=f"On {date.words()}, {clause(event, campaign, Tense.PAST)}.",
                    formats=frozenset(formats | ({Format.MULTIPLE_CHOICE} if words["act"] else set())),
                )


def _nearest(date: HistoricalDate, others: list[tuple[Event, HistoricalDate]]) -> list[Event]:
    """Others' events, those nearest in time first."""
    return [event for event, _ in sorted(others, key=lambda entry: (abs(entry[1].first - date.first), entry[0].id))]


def _is_only(world: World, campaign: Campaign, event: Event, date: HistoricalDate) -> bool:
    """Whether nobody is told to do the like to anything else that day, nor who did it to do more, so that a gap has one answer."""
    others = (event_of(fact) for fact in world.of(campaign, Relation.EVENT))
    if any(is_alike(o, event) and o.object != event.object and o.date and o.date.overlaps(date) for o in others):
        return False
    if re.search(rf"{re.escape(event.object or '')}(?:,| and) (?:the )?[A-Z\d]", event.sentence.text):
        return False  # "took Orsk and Tarn", of which one was read
    that_day = [s for s in campaign.sentences if s is not event.sentence and date in s.dates]
    return not (event.actor and world.is_named(campaign, event.actor, that_day))


def _other_names(campaign: Campaign, event: Event) -> tuple[str, ...]:
    entity = campaign.entity(event.object or "")
    return (entity.name, *entity.aliases) if entity else ()


def _fits(words: Slots, slots: Slots) -> bool:
    """Whether a stem has these words around its gap, or after "what did", where the article is left out."""
    if "before" in slots:
        return all(norm(words[slot]) == norm(slots[slot]) for slot in ("before", "after"))
    return norm(words["act"] + words["rest"]) == norm(slots["act"] + slots["rest"])


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether an event of that day is told in that clause with the option, under any of its names, for its object."""
    campaign, day = world.campaign_named(slots["campaign"]), read_day(slots["day"])
    events = [event_of(fact) for fact in world.of(campaign, Relation.EVENT)]
    asked = [e for e in events if e.date == day and (words := around(campaign, e)) and _fits(words, slots)]
    own = [e for e in events if e.object and norm(option) in {norm(name) for name in (e.object, *_other_names(campaign, e))}]
    if any(event in asked for event in own):
        return TRUE
    own.sort(key=lambda event: event.id)
    like = [e for e in own if e.caption and e.date and e.date.is_day and asked and e.side == asked[0].side and is_alike(e, asked[0])]
    if not day or not like or any(not e.date or e.date.overlaps(day) for e in own) or not is_silent(world, campaign, like[0], day):
        return UNSETTLED
    assert like[0].date
    return false(OTHER_DATE, f"{like[0].caption}: {days_off(like[0].date, day)}, on {like[0].date.words()}")
