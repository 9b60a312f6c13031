"""Which day stands in a gap of a sentence of the article: for what no plain statement tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from quizgen.historical_date import HistoricalDate, Point
from quizgen.items import BLANK, Format
from quizgen.model import Campaign, EventKind, Sentence, ToldKind, norm
from quizgen.prose.alone import is_cut, points_back, stands_alone, unsettled
from quizgen.prose.plain import is_unsure
from quizgen.prose.told import sole_day
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict
from quizgen.questions._told import gaps as told_gaps
from quizgen.questions.dates._days import answer, compare, date_slots, neighbours, read_answer
from quizgen.questions.dates._likeness import is_like, is_same, things
from quizgen.questions.dates._rivals import lengths_in
from quizgen.questions.dates._statements import DEATH, statements
from quizgen.relations import Fact, Relation
from quizgen.world import World, event_of

_BARE = re.compile(r"The (?:[a-z][\w-]* ?){1,3}(?![A-Z\d])")  # "The force withdrew": which?
# "They accepted the plan on _____": which? "By _____, the pass was taken": any later day is as true.
# What another sentence names: "recovered the town on 2 January", but not "the town of Halm" or "the march to Halm".
_POINTS = re.compile(
    r"\b[Tt]he (?:town|city|capital|fortress|citadel|village|news|march)\b(?! (?:of|at|near|to|on) (?:the )?[A-Z])"
    r"(?=\W*$| (?:on|in|from|by|at|after|before|and|with|without)\b|[,;.])|\bthat (?:city|town)\b"
)
_LOOSE = re.compile(
    r"\bthe (?:order|plan|decision|proposal|request|offer|message|report|appeal|demand)s? (?:on |in )?$"
    r"|\b(?:by|before|after) $",
    re.IGNORECASE,
)
_STATE = re.compile(  # what goes on: of the next days it may be as true
    r"\b(?:fighting|resistance|combat|clashes|skirmish(?:es|ing)|shelling|hostilities) (?:\w+ly )?"
    r"(?:ensued|continued|raged|developed|went on|occurred|took place|flared|persisted|intensified)\b|"
    r"\bhad (?:\w+ )?[\d,]*\d\b|\b(?:was|were) ready\b"
)
_LASTING = re.compile(r"\b(?:attack|assault|assail|besieg|bombard|shell|bomb|fought|held|defend|resist|advanc)\w*")
_ONE_SIDED = re.compile(r"\b(?:until|till|from|since) $", re.IGNORECASE)  # of these an earlier day, or a later one, may be as true


@dataclass(frozen=True, slots=True)
class Gap:
    """A sentence with a gap for its day: its fact, the sentence, and the day."""

    fact: Fact
    quote: str
    sentence: Sentence
    date: HistoricalDate

    @property
    def plain(self) -> str:
        """The sentence without its day."""
        return self.quote.replace(BLANK, "")


@lru_cache(maxsize=8)  # a type goes through its campaigns one by one
def gaps(world: World, campaign_id: str) -> dict[str, Gap]:
    """The campaign's sentences that can stand with a gap for their one day, by their text; none that a caption or plain statement tells.

    Of several sentences on one day with no caption only one is an event's fact; of the others those are asked that stand alone.
    """
    campaign = next(c for c in world.campaigns if c.id == campaign_id)
    told = {id(one.event.sentence) for one in statements(world, campaign_id)}
    ends = {(end.month, end.day) for end in campaign.date.value.points} if campaign.date else set()
    found: dict[str, Gap] = {}
    captioned = {id(event.sentence) for event in campaign.events if event.caption and event.object}
    alone = (gap for gap in _of_sentences(world, campaign) if id(gap.sentence) not in captioned)
    for gap in (*_of_events(world, campaign), *alone):
        is_own = id(gap.sentence) not in told and (gap.date.start.month, gap.date.start.day) not in ends
        if is_own and (things(campaign, gap.plain) or not _is_told_twice(world, campaign, gap)):
            told.add(id(gap.sentence))
            found.setdefault(norm(gap.quote), gap)
    return found


def _is_told_twice(world: World, campaign: Campaign, gap: Gap) -> bool:
    """Whether a sentence of another day may tell the same."""
    others = (s for s in campaign.sentences if s is not gap.sentence and s.dates and not any(day.overlaps(gap.date) for day in s.dates))
    return any(is_same(world, campaign, gap.plain, sentence) for sentence in others)


def _of_events(world: World, campaign: Campaign) -> Iterator[Gap]:
    unsure = unsettled(campaign)
    for fact in world.of(campaign, Relation.EVENT):
        event = event_of(fact)
        is_sure = not (fact.disputed or event.by or event.hedge or event.corrected or event.kind is EventKind.ANNOUNCEMENT)
        if id(event.sentence) not in unsure and is_sure and event.date and not (event.caption and event.object):
            quote = _gapped(" ".join(event.sentence.text.split()), event.date, campaign)  # a note taken out leaves two spaces
            if quote and not points_back(event.sentence.text, campaign):
                yield Gap(fact, quote, event.sentence, event.date)


def _of_sentences(world: World, campaign: Campaign) -> Iterator[Gap]:
    for fact, one in told_gaps(world, campaign.id, ToldKind.DATE).values():
        quote = _gapped(one.text, HistoricalDate(one.of), campaign)
        if quote:
            yield Gap(fact, quote, one.sentence, HistoricalDate(one.of))


def _gapped(text: str, day: HistoricalDate, campaign: Campaign) -> str | None:
    """Leave a gap in a sentence for the one date that it states; None if it states others, leans on its context or is not sure."""
    said = None if is_unsure(text) else sole_day(text, day, campaign)
    if not said:
        return None
    before, after = text[: said[0]], text[said[1] :]
    if (
        not stands_alone(f"{before}{after}")
        or _POINTS.search(f"{before}{BLANK}{after}")
        or is_cut(text)
        or _BARE.match(text)
        or _LOOSE.search(before)
        or " went on to " in text
        or _STATE.search(text)
    ):
        return None
    if {day.start.year} != {point.year for point in (campaign.date.value.points if campaign.date else ())}:
        after = f" {Point(day.start.year).words()}{after}"  # of another year, or of which of two, one would not think
    return f"{before}{BLANK}{after}" + "." * (not re.search(r"[.!?”]$", after))


def cases(world: World) -> Iterator[Case]:
    """Each such sentence; wrong: the days around, as the article has another there."""
    for campaign in world.campaigns:
        for gap in gaps(world, campaign.id).values():
            formats = frozenset({Format.CLOZE} if _ONE_SIDED.search(_around(gap.quote)["before"]) else Format)
            if _is_told_twice(world, campaign, gap):
                formats -= {Format.CLOZE}
            yield Case(
                facts=(gap.fact,),
                slots={"campaign": date_slots(campaign, gap.date.start)["campaign"], **_around(gap.quote)},
                key=(answer(gap.date.start),),
                pool=neighbours(gap.date.start),
                accepted=(gap.date.words(),),
                formats=formats,
                explanation=gap.quote.replace(BLANK, answer(gap.date.start)),
                sensitive=bool(DEATH.search(gap.quote)),
            )


def _around(quote: str) -> dict[str, str]:
    before, _, after = quote.partition(BLANK)
    return {"before": before, "after": after}


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the article has this day in the gap of that sentence; a day of which it tells the like is not settled (rule 2)."""
    campaign = world.campaign_named(slots["campaign"])
    gap = gaps(world, campaign.id).get(norm(f"{slots['before']}{BLANK}{slots['after']}"))
    day = read_answer(option, gap.date.start.year) if gap else None
    if not gap or not day:
        return UNSETTLED
    told = (s for s in campaign.sentences if s is not gap.sentence and any(date.overlaps(day) for date in s.dates))
    if day != gap.date and any(is_like(world, campaign, gap.plain, sentence) for sentence in told):
        return UNSETTLED
    if _may_go_on(campaign, gap, day):
        return UNSETTLED
    return TRUE if day == gap.date else compare(day, gap.date, "the article says that it happened", "on")


def _may_go_on(campaign: Campaign, gap: Gap, day: HistoricalDate) -> bool:
    """Whether an attack may have gone on to a later day: the section on its very place tells of that or a later one, or of its length."""
    heading = norm(gap.sentence.section.rpartition(" > ")[2]).split()
    is_of_section = any(set(norm(thing).split()) & {*heading} for thing in things(campaign, gap.plain))
    if not is_of_section or not gap.date.before(day) or not _LASTING.search(gap.quote):
        return False
    beside = [sentence for sentence in campaign.sentences if sentence.section == gap.sentence.section]
    told = [date.last for sentence in beside for date in sentence.dates if date.is_day]
    told += [gap.date.first + length - 1 for sentence in beside for length in lengths_in(sentence.text)]
    return any(day.first <= last for last in told)


STEM = ("About {campaign}: {before}{option}{after}", "From the article on {campaign}: {before}{option}{after}")
TYPE = QuestionType(
    summary="the day that a sentence of the article states",
    stems={Format.CLOZE: STEM, Format.MULTIPLE_CHOICE: STEM},
    cases=cases,
    judge=judge,
)
