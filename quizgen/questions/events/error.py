"""Which part of a caption is wrong: one slot of a true one is changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.draw import ordered
from quizgen.historical_date import HistoricalDate
from quizgen.items import Format
from quizgen.model import Campaign, Event, norm
from quizgen.naming import side_name, the_title, undated_name
from quizgen.prose.actions import the
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions.dates._days import neighbours, read_answer, read_day
from quizgen.questions.events._events import TAKING, datable, is_silent, within
from quizgen.questions.outcomes._takings import VERBS, is_told_of, takings
from quizgen.questions.sides._sides import side_called
from quizgen.relations import Fact
from quizgen.world import World

DAY, SIDE, PLACE = "the day given", "the side named", "the place named"
_SAID = re.compile(rf"On (?P<day>\d.*?), (?P<place>.+) was (?:{'|'.join(VERBS.values())}) by (?P<side>.+)", re.IGNORECASE)


def _say(campaign: Campaign, event: Event, day: HistoricalDate, side: str) -> str:
    return f"On {day.words()}, {the(event.object or '', campaign)} was {VERBS[event.action or '']} by {side}"


def _entries(world: World, campaign: Campaign) -> list[tuple[Fact, Event, HistoricalDate]]:
    """Takings of a place by a side alone on one day, which is its only one."""
    return [
        (fact, event, date)
        for fact, event, date in datable(world, campaign)
        if event.action in TAKING and event.side and not event.hedge and not event.actor and within(campaign, date)
        if len(takings(world, campaign, event.object)) == 1
    ]


def cases(world: World) -> Iterator[Case]:
    """Each taking of a place with its day changed, and with its side changed."""
    for campaign in world.campaigns:
        for fact, event, date in _entries(world, campaign):
            own = campaign.side(event.side or "")
            near = (read_answer(text, date.start.year) for text in neighbours(date.start))
            days = ordered(event.id, [day for day in near if day and within(campaign, day)], key=lambda day: day.edtf)
            changed = [(DAY, _say(campaign, event, day, side_name(own))) for day in days[:3]]
            changed += [(SIDE, _say(campaign, event, date, side_name(other))) for other in campaign.sides if other is not own]
            for key, said in changed:
                yield Case(
                    facts=(fact,),
                    slots={"campaign": undated_name(campaign) or the_title(campaign), "said": said},
                    key=(key,),
                    pool=tuple(part for part in (DAY, SIDE, PLACE) if part != key),
                    explanation=f"{event.caption}: {date.words()}.",
                    slot=key.split()[1],
                )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether changing the part, and no other one, makes the statement true; unsettled if the text knows more of the place."""
    campaign, said = world.campaign_named(slots["campaign"]), _SAID.fullmatch(slots["said"])
    day, side = (read_day(said["day"]), side_called(campaign, said["side"])) if said else (None, None)
    if said is None or day is None or side is None or option not in (DAY, SIDE, PLACE):
        return UNSETTLED
    place = said["place"].removeprefix("the ").removeprefix("The ")
    own = [(event, date) for _, event, date in _entries(world, campaign) if norm(event.object or "") == norm(place)]
    elsewhere = [
        event
        for _, event in takings(world, campaign)
        if norm(event.object or "") != norm(place) and event.date and event.date.overlaps(day)
    ]
    if len(own) != 1 or any(event.side in (side.id, None) for event in elsewhere):
        return UNSETTLED  # another place fits that side and day
    event, date = own[0]
    is_other_day, is_other_side = date != day, event.side != side.id
    if is_other_day == is_other_side:
        return UNSETTLED
    if is_other_day and not is_silent(world, campaign, event, day):
        return UNSETTLED
    if is_other_side and is_told_of(world, campaign, side, place, [event]):
        return UNSETTLED
    right = DAY if is_other_day else SIDE
    if option == right:
        return TRUE
    return false("what the article tells", f"the article tells it so: {event.caption}, {date.words()}; only {right} is changed")


TYPE = QuestionType(
    summary="which part of a statement is wrong",
    stems={
        Format.MULTIPLE_CHOICE: (
            "One part of the statement “{said}” is wrong for {campaign}: which?",
            "Going by the article on {campaign}, which part of the statement “{said}” is wrong?",
        ),
    },
    cases=cases,
    judge=judge,
    closed=True,
)
