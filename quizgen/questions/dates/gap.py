"""Which day stands in a gap of a sentence of the article: for what no plain statement tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from quizgen.grammar.dates import find_dates
from quizgen.historical_date import HistoricalDate, Point
from quizgen.items import BLANK, Format
from quizgen.model import Campaign, EventKind, norm
from quizgen.prose.names import names
from quizgen.prose.plain import is_unsure
from quizgen.prose.times import mentions
from quizgen.prose.words import words
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict
from quizgen.questions.dates._days import answer, compare, date_slots, neighbours, read_answer
from quizgen.questions.dates._statements import DEATH, statements
from quizgen.relations import Fact, Relation
from quizgen.world import World, event_of

_LENGTH = range(6, 36)  # words
# Words that lean on another sentence, and those that do so unless a name stands before them.
_LEANS = words(
    "he him she they them it this these those here there i we us our you former latter same next following previous another other "
    "others again however therefore thus meanwhile such instead then afterwards subsequently later earlier"
)
_OWN = words("his her hers its their theirs himself herself itself themselves")
_BARE = re.compile(r"The (?:[a-z][\w-]* ?){1,3}(?![A-Z\d])")  # "The force withdrew": which?
# "They accepted the plan on _____": which? "By _____, the pass was taken": any later day is as true.
_LOOSE = re.compile(
    r"\bthe (?:order|plan|decision|proposal|request|offer|message|report|appeal|demand)s? (?:on |in )?$"
    r"|\b(?:by|before|after) $",
    re.IGNORECASE,
)
_ONE_SIDED = re.compile(r"\b(?:until|till|from|since) $", re.IGNORECASE)  # of these an earlier day, or a later one, may be as true
_CUT = re.compile(r"^\W*\d|\b\d{1,3}\.$")  # part of a sentence, after an ordinal with a full stop


@dataclass(frozen=True, slots=True)
class Gap:
    """A sentence with a gap for its day: its fact, and the day."""

    fact: Fact
    quote: str
    date: HistoricalDate


@lru_cache(maxsize=8)  # a type goes through its campaigns one by one
def gaps(world: World, campaign_id: str) -> dict[str, Gap]:
    """The campaign's sentences that can stand with a gap for their one day, by their text; none that a plain statement tells."""
    campaign = next(c for c in world.campaigns if c.id == campaign_id)
    told = {id(one.event.sentence) for one in statements(world, campaign_id)}
    ends = {(end.month, end.day) for end in campaign.date.value.points} if campaign.date else set()
    cut = {id(two) for one, two in pairwise(campaign.sentences) if _CUT.search(one.text)}
    found: dict[str, Gap] = {}
    for fact in world.of(campaign, Relation.EVENT):
        event = event_of(fact)
        is_sure = not (fact.disputed or event.by or event.hedge or event.corrected or event.kind is EventKind.ANNOUNCEMENT)
        if (
            id(event.sentence) in cut
            or not is_sure
            or (event.caption and event.object)
            or id(event.sentence) in told
            or not event.date
            or (event.date.start.month, event.date.start.day) in ends
        ):
            continue
        quote = _gapped(event.sentence.text, event.date, campaign)
        if quote:
            found.setdefault(norm(quote), Gap(fact, quote, event.date))
    return found


def _gapped(text: str, day: HistoricalDate, campaign: Campaign) -> str | None:
    """Leave a gap in a sentence for the one date that it states; None if it states others, leans on its context or is not sure."""
    told = mentions(text, None, day, campaign.date.value if campaign.date else None)
    stated = list(find_dates(text))
    if not day.is_day or len(told) != 1 or len(stated) != 1 or is_unsure(text):
        return None
    (said,) = stated
    parts = said.first
    if said.last or said.open or parts.approximate or (parts.day, parts.month) != (day.start.day, day.start.month):
        return None
    before, after = text[: said.start], text[said.end :]
    if not _stands_alone(f"{before}{after}") or _BARE.match(text) or _CUT.search(text) or _LOOSE.search(before) or " went on to " in text:
        return None
    if day.start.year not in {point.year for point in (campaign.date.value.points if campaign.date else ())}:
        after = f" {Point(day.start.year).words()}{after}"  # of another year one would not think
    return f"{before}{BLANK}{after}" + "." * (not re.search(r"[.!?”]$", after))


def _stands_alone(text: str) -> bool:
    """Whether words name something, and point at nothing outside."""
    found = re.findall(r"[\w'’-]+", text)
    named = names(text if not text.startswith("The ") else f"the{text[3:]}")
    first = named[0].start if named else len(text)
    own = next((m.start() for m in re.finditer(r"[\w'’-]+", text) if m[0].casefold() in _OWN), len(text))
    return len(found) in _LENGTH and bool(named) and first < own and not {*_LEANS} & {word.casefold() for word in found} and '"' not in text


def cases(world: World) -> Iterator[Case]:
    """Each such sentence; wrong: the days around, as the article has another there."""
    for campaign in world.campaigns:
        for gap in gaps(world, campaign.id).values():
            yield Case(
                facts=(gap.fact,),
                slots={"campaign": date_slots(campaign, gap.date.start)["campaign"], **_around(gap.quote)},
                key=(answer(gap.date.start),),
                pool=neighbours(gap.date.start),
                accepted=(gap.date.words(),),
                formats=frozenset({Format.CLOZE} if _ONE_SIDED.search(_around(gap.quote)["before"]) else Format),
                explanation=gap.quote.replace(BLANK, answer(gap.date.start)),
                sensitive=bool(DEATH.search(gap.quote)),
            )


def _around(quote: str) -> dict[str, str]:
    before, _, after = quote.partition(BLANK)
    return {"before": before, "after": after}


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the article has this day in the gap of that sentence."""
    gap = gaps(world, world.campaign_named(slots["campaign"]).id).get(norm(f"{slots['before']}{BLANK}{slots['after']}"))
    day = read_answer(option, gap.date.start.year) if gap else None
    if not gap or not day:
        return UNSETTLED
    return TRUE if day == gap.date else compare(day, gap.date, "the article says that it happened", "on")


GAPPED = ("The article on {campaign} says: {before}{option}{after}",)
TYPE = QuestionType(
    summary="the day that a sentence of the article states",
    stems={Format.CLOZE: GAPPED, Format.MULTIPLE_CHOICE: GAPPED},
    cases=cases,
    judge=judge,
)
