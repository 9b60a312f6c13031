"""Whether an event came before, during or after the campaign."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.historical_date import HistoricalDate
from quizgen.items import Format
from quizgen.model import Campaign, Event, norm
from quizgen.naming import the_title
from quizgen.prose.actions import Tense, clause
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions.dates._rivals import is_outside, is_part
from quizgen.questions.events._events import dated, within
from quizgen.world import World

PHASES = ("before", "during", "after")
_AFTER = re.compile(r"aftermath|consequence", re.IGNORECASE)
INSIDE = 2  # cases on events of the campaign itself, so that the answer is not always "after"


def phase_of(campaign: Campaign, date: HistoricalDate) -> str | None:
    """The phase of a date, or None where an open end or a plain month leaves it unsettled."""
    whole = campaign.date.value if campaign.date else None
    if not whole or not whole.end or not whole.end.day or not whole.start.day:
        return None
    if date.overlaps(whole):
        return PHASES[1]
    return (PHASES[0] if date.before(whole) else PHASES[2]) if is_outside(campaign, date) else None


def _is_itself(campaign: Campaign, event: Event, date: HistoricalDate) -> bool:
    """Whether an event may be the campaign's own beginning or end, or come after that: what began on its first day, or was on its last."""
    whole = campaign.date.value if campaign.date else None
    if not whole or not whole.points:
        return False
    is_own = event.action in ("begin", "launch", "end") and date.start in whole.points
    is_last = whole.is_interval and date.last >= whole.last
    return is_own or (date.overlaps(whole) and (is_last or bool(_AFTER.search(event.sentence.section))))


def _lasts(campaign: Campaign, event: Event) -> bool:
    """Whether what was done went on: who occupied the campaign's own place before it may have done so during it too."""
    places = f" {norm(campaign.title.value)} {norm(campaign.place.value) if campaign.place else ''} "
    return event.action == "occupy" and f" {norm(event.place or event.object or '')} " in places


def cases(world: World) -> Iterator[Case]:
    """Each event outside the campaign's dates, and the last ones inside."""
    for campaign in world.campaigns:
        events = sorted(dated(world, campaign), key=lambda entry: (entry[2].first, entry[0].id))
        events = [entry for entry in events if not _is_itself(campaign, entry[1], entry[2])]
        inside = [entry for entry in events if within(campaign, entry[2])][-INSIDE:]
        for fact, event, date in [entry for entry in events if not within(campaign, entry[2])] + inside:
            phase = phase_of(campaign, date)
            if phase and not is_part(campaign, event.sentence, date) and not _lasts(campaign, event):
                yield Case(
                    facts=(fact,),
                    slots={"campaign": the_title(campaign), "event": clause(event, campaign, Tense.BASE) or ""},
                    key=(phase,),
                    pool=tuple(other for other in PHASES if other != phase),
                    explanation=f"On {date.words()}, {clause(event, campaign, Tense.PAST)}.",
                )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the event's day lies in that phase."""
    campaign = world.campaign_named(slots["campaign"])
    events = world.saying(campaign, slots["event"], Tense.BASE)
    phases = {phase_of(campaign, event.date) if event.date and not event.by else None for event in events}
    if len(phases) != 1 or None in phases or not events[0].date:
        return UNSETTLED
    return TRUE if option.casefold() in phases else false("another phase", f"it happened on {events[0].date.words()}")


TYPE = QuestionType(
    summary="before, during or after the campaign",
    stems={Format.MULTIPLE_CHOICE: ("Did {event} before, during or after {campaign}?",)},
    cases=cases,
    judge=judge,
    closed=True,
)
