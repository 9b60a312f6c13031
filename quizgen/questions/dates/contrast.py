"""Which of two campaigns that are easily confused began first; asked where both are loaded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.historical_date import HistoricalDate
from quizgen.items import Format
from quizgen.model import Campaign
from quizgen.naming import the_title
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions.dates._days import OTHER_DATE
from quizgen.relations import Fact, Relation
from quizgen.world import World, is_confusable

PAIRS = 2  # contrasts that one campaign enters as the first of the two
NAMING_DATE = re.compile(r"\d")


def cases(world: World) -> Iterator[Case]:
    """Each campaign with those most easily confused with it, if one surely began before the other and neither name tells when."""
    done: set[frozenset[str]] = set()
    for campaign in world.campaigns:
        near = [other for other in world.siblings(campaign) if is_confusable(campaign, other)]
        for other in near[:PAIRS]:
            pair = frozenset((campaign.id, other.id))
            case = None if pair in done else _case(world, *sorted((campaign, other), key=lambda c: c.id))
            done.add(pair)
            if case:
                yield case


def _case(world: World, one: Campaign, other: Campaign) -> Case | None:
    starts = [_start(world, campaign) for campaign in (one, other)]
    names = [the_title(campaign) for campaign in (one, other)]
    if any(NAMING_DATE.search(name) for name in names) or not all(map(world.is_campaign, names)):
        return None
    (fact, began), (rival, at) = starts[0] or (None, None), starts[1] or (None, None)
    if not fact or not rival or not began or not at or not (began.before(at) or at.before(began)):
        return None
    first, second = names if began.before(at) else names[::-1]
    told = (began, at) if began.before(at) else (at, began)
    return Case(
        facts=(fact, rival),
        slots={"campaign": names[0], "other": names[1]},
        key=(first,),
        pool=(second,),
        explanation=f"{first} began {_when(told[0])}, {second} {_when(told[1])}.",
    )


def _start(world: World, campaign: Campaign) -> tuple[Fact, HistoricalDate] | None:
    """The fact of a campaign's start and its date, None if it is disputed or about."""
    found = [fact for fact in world.of(campaign, Relation.START) if not fact.disputed]
    point = campaign.date.value.start if campaign.date else None
    return (found[0], HistoricalDate(point.edtf)) if found and point and not point.approximate else None


def _when(date: HistoricalDate) -> str:
    return f"{'on' if date.start.day else 'in'} {date.words()}"


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the campaign named by the option began before the other of the two."""
    if not all(map(world.is_campaign, (option, slots["campaign"], slots["other"]))):
        return UNSETTLED
    pair = [world.campaign_named(slots[name]) for name in ("campaign", "other")]
    own = world.campaign_named(option)
    if own not in pair:
        return UNSETTLED
    mine, rival = _start(world, own), _start(world, pair[pair[0] is own])
    if not mine or not rival:
        return UNSETTLED
    if mine[1].before(rival[1]):
        return TRUE
    began = f"it began {_when(mine[1])}, the other {_when(rival[1])}"
    return false(OTHER_DATE, began) if rival[1].before(mine[1]) else UNSETTLED


TYPE = QuestionType(
    summary="which of two campaigns that are easily confused began first",
    stems={Format.MULTIPLE_CHOICE: ("Which of these began first, {campaign} or {other}?",)},
    cases=cases,
    judge=judge,
    closed=True,
    pairwise=True,
)
