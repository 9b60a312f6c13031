"""What the questions on events share: which events can be asked, and how the text limits what they disprove (rule 2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from quizgen.demonyms import folded_adjectives
from quizgen.historical_date import HistoricalDate
from quizgen.model import Campaign, Event, Quote, Sentence, norm
from quizgen.prose.actions import Tense, clause
from quizgen.prose.times import mentions
from quizgen.prose.verbs import LASTING
from quizgen.questions.sides._sides import side_called
from quizgen.relations import Fact, Relation
from quizgen.world import World, event_of, is_exact, names_side

TRYING = re.compile(r"\b(?:try|tries|trying|attempt(?:s|ed|ing)?|fail(?:s|ed|ing)?) to \w* ?(?:re-?)?(?:capture|take|gain|seize|secure)\b")
SWEEPING = re.compile(
    r"\ball (?:of )?(?:the(?:ir)?|its) (?:\w+ )?(?:points|positions|areas|places|villages|towns|territor(?:y|ies)|gains|ground)\b"
)
# What ties a sentence to the time of the one before it.
_TIED = re.compile(
    r"(?:Then|Meanwhile|Later|Soon|Shortly|Immediately|At the same time|Simultaneously|With this|In response|Afterwards|Also|Elsewhere|"
    r"Further|After)\b"
)
TAKING = ("capture", "recapture", "occupy", "liberate", "secure")  # ways of coming to hold a place


Dated = tuple[Fact, Event, HistoricalDate]


def askable(world: World, campaign: Campaign) -> tuple[Dated, ...]:
    """Give the events that happened on one stated day, can be told in a clause, and neither last nor are told of another day."""
    return _askable(world, campaign.id)


@lru_cache(maxsize=8)  # types go through its campaigns one by one
def _askable(world: World, campaign_id: str) -> tuple[Dated, ...]:
    campaign = next(c for c in world.campaigns if c.id == campaign_id)
    return tuple(_found(world, campaign))


def _found(world: World, campaign: Campaign) -> Iterator[Dated]:
    for fact in world.of(campaign, Relation.EVENT):
        event = event_of(fact)
        is_deed = event.object and event.action not in LASTING and clause(event, campaign, Tense.BASE)
        is_settled = is_deed and not _recurs(world, campaign, event) and not is_unfinished(world, campaign, event)
        if event.date and is_exact(event) and is_settled and not _is_repeated_untold(world, campaign, event):
            yield fact, event, event.date


def dated(world: World, campaign: Campaign) -> tuple[Dated, ...]:
    """Give those askable events whose day the text settles, so that it can be told as the article's."""
    return tuple(entry for entry in askable(world, campaign) if _is_settled(campaign, entry[1], entry[2]))


def _is_settled(campaign: Campaign, event: Event, date: HistoricalDate) -> bool:
    """Whether a sentence says when it was, or stands among those of that day; with nothing to tie it to that, it may be of the next.

    "On 21 December they took Halm. To avoid encirclement, the garrison left Tamm. On 22 December …": of either day.
    """
    whole = campaign.date.value if campaign.date else None
    if date == whole or event.corrected or _TIED.match(event.sentence.text) or _says_when(event.sentence, date, whole):
        return True
    at = next((n for n, sentence in enumerate(campaign.sentences) if sentence is event.sentence), len(campaign.sentences))
    after = campaign.sentences[at + 1 : at + 2]
    return not any(_place(s) == _place(event.sentence) and s.dates and date not in s.dates for s in after)


def _says_when(sentence: Sentence, date: HistoricalDate, whole: HistoricalDate | None) -> bool:
    return any(found.moves for found in mentions(sentence.text, None, date, whole))


def _place(sentence: Sentence) -> tuple[str, int]:
    """The paragraph of a sentence: its line."""
    return (sentence.source.file, sentence.source.line) if isinstance(sentence.source, Quote) else ("", 0)


def datable(world: World, campaign: Campaign) -> Iterator[tuple[Fact, Event, HistoricalDate]]:
    """Give those dated events that name a thing of their own, so that the text can veto another day."""
    for fact, event, date in dated(world, campaign):
        is_attributed = event.side or event.actor
        points_back = (event.object or "").startswith("the ")  # "the attack": which one?
        if is_attributed and not points_back and named_things(campaign, event) and not side_called(campaign, event.object or ""):
            yield fact, event, date


def named_things(campaign: Campaign, event: Event) -> tuple[str, ...]:
    """The object and place of an event that have a name beyond the title's words and adjectives ("Russian air-strikes" has none)."""
    common = folded_adjectives() | set(norm(campaign.title.value).split())
    things = (event.object or "", event.place or "")
    return tuple(thing for thing in things if {norm(word) for word in re.findall(r"\b[A-Z]\w[\w'’-]*", thing)} - common)


def _recurs(world: World, campaign: Campaign, event: Event) -> bool:
    """Whether the same side does the same, or takes the same place, at another time too: then "when" has two answers."""
    for other in world.events(campaign):
        if other is event or other.date == event.date or other.side != event.side:
            continue
        if (
            is_alike(event, other)
            and _same(world, campaign, event.object, other.object)
            and _same(world, campaign, event.place, other.place)
        ):
            return True
    return False


def _is_repeated_untold(world: World, campaign: Campaign, event: Event) -> bool:
    """Whether a place that the side took was lost to another and is later told to be its own: it took it again, nobody says when."""
    later = [other for other in world.events(campaign) if _same(world, campaign, event.object, other.object)]
    if event.action not in TAKING or not event.date:
        return False
    lost = [e.date for e in later if e.date and e.action in TAKING and e.side not in (None, event.side) and event.date.before(e.date)]
    return any(e.date and e.side == event.side and e.action not in TAKING and at.before(e.date) for e in later for at in lost)


def is_unfinished(world: World, campaign: Campaign, event: Event) -> bool:
    """Whether another sentence has the acting side still trying to take what it is told to have taken: the weaker statement holds."""
    if event.action not in TAKING or not event.side:
        return False
    side = campaign.side(event.side)
    told = [s for s in campaign.sentences if s is not event.sentence and TRYING.search(s.text) and names_side(side, s)]
    return world.is_named(campaign, event.object or "", told)


def is_alike(one: Event, other: Event) -> bool:
    """Whether two events are the same action, or two ways of taking a place."""
    return one.action == other.action or {one.action, other.action} <= set(TAKING)


def _same(world: World, campaign: Campaign, one: str | None, other: str | None) -> bool:
    return norm(other or "") in map(norm, world.aliases(campaign, one or ""))


def within(campaign: Campaign, date: HistoricalDate) -> bool:
    """Whether a date lies within the campaign's own."""
    return bool(campaign.date and campaign.date.value.first <= date.first and date.last <= campaign.date.value.last)


def is_silent(world: World, campaign: Campaign, event: Event, day: HistoricalDate) -> bool:
    """Whether no sentence that may speak of that day or stretch names what the event is about (rule 2: the text has a veto).

    What was taken in one sentence with it may be a part of it or its whole, and "all the points they lost" may hold anything.
    """
    told = [sentence for sentence in world.told(campaign, day) if sentence is not event.sentence]
    if event.side and event.action in (*TAKING, "repel"):
        sweeping = [sentence for sentence in told if sentence.dates and SWEEPING.search(sentence.text)]
        if any(names_side(campaign.side(event.side), sentence) for sentence in sweeping):
            return False
    beside = (other for other in world.events(campaign) if other.sentence is event.sentence)
    things = {thing for other in (event, *beside) if is_alike(other, event) for thing in named_things(campaign, other)}
    return bool(named_things(campaign, event)) and not any(world.is_named(campaign, thing, told) for thing in things)


def is_told_elsewhere(world: World, campaign: Campaign, event: Event) -> bool:
    """Whether a sentence of another day, or of none, names what the event is about: then a day recalled freely may be right too."""
    told = [s for s in campaign.sentences if s is not event.sentence and (not s.dates or any(day != event.date for day in s.dates))]
    return any(world.is_named(campaign, thing, told) for thing in named_things(campaign, event))
