"""What the questions on plain statements share: which can be asked, and how the text limits what they disprove (rule 2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from quizgen.demonyms import folded_adjectives
from quizgen.historical_date import HistoricalDate
from quizgen.model import Campaign, Event, Sentence, norm
from quizgen.prose.names import names
from quizgen.prose.plain import Plain, plain
from quizgen.prose.words import words
from quizgen.questions.dates._calendar import APART, is_mixed
from quizgen.questions.dates._rivals import is_outside, is_part
from quizgen.questions.events._events import within
from quizgen.relations import Fact, Relation
from quizgen.world import World, event_of

DEATH = re.compile(r"\b(?:died|killed|murdered|assassinated|strangled|hanged|beheaded|drowned|shot|poisoned|slain|slew)\b")
# Ways of saying that a place or a person gave up, or was taken: each may be told again by another.
GIVING_UP = words("surrender capitul yield fall fell captur taken took take seiz occup enter liberat clear conquer")
_NEAR = 10  # years from the campaign's beyond which a date belongs to another story, or is a number misread
_STEM = 5  # letters by which forms of a verb are known as one: attacked, attacking


@dataclass(frozen=True, slots=True)
class Statement:
    """A plain statement of one day: its fact, its event, its parts, its day and how that lies to the campaign."""

    fact: Fact
    event: Event
    plain: Plain
    date: HistoricalDate
    phase: str


def phase_of(campaign: Campaign, date: HistoricalDate) -> str | None:
    """Say how a date lies to the campaign, as a preposition: before, in or after it; None where the campaign's own leaves that open."""
    whole = campaign.date.value if campaign.date else None
    if not whole or any(point.approximate for point in whole.points):
        return None
    if within(campaign, date):
        return "in"
    if min(abs(point.year - date.start.year) for point in whole.points) > _NEAR or not is_outside(campaign, date):
        return None
    is_near = whole.first - date.last <= APART and date.first - whole.last <= APART
    if is_near and is_mixed(campaign):
        return None
    return "before" if date.before(whole) else "after" if whole.before(date) else None


@lru_cache(maxsize=8)  # a type goes through its campaigns one by one
def statements(world: World, campaign_id: str) -> tuple[Statement, ...]:
    """The campaign's plain statements that name a thing and that no caption asks, in order of their days, then of their ids.

    One that is told of two days is told of none.
    """
    campaign = next(c for c in world.campaigns if c.id == campaign_id)
    events = [event_of(fact) for fact in world.of(campaign, Relation.EVENT)]
    captioned = {id(event.sentence) for event in events if event.caption and event.object}  # asked by their slots, or not at all
    found: dict[str, list[Statement]] = {}
    for fact in world.of(campaign, Relation.EVENT):
        event = event_of(fact)
        said = None if fact.disputed or id(event.sentence) in captioned else plain(event, campaign)
        phase = phase_of(campaign, event.date) if said and event.date else None
        if said and event.date and phase and not is_part(campaign, event.sentence, event.date) and _things(campaign, said):
            found.setdefault(norm(said.text), []).append(Statement(fact, event, said, event.date, phase))
    kept = [told[0] for told in found.values() if len({one.date for one in told}) == 1]
    return tuple(sorted(kept, key=lambda one: (one.date.first, one.fact.id)))


def statement_of(world: World, campaign: Campaign, text: str) -> Statement | None:
    """The statement with these words."""
    return next((one for one in statements(world, campaign.id) if norm(one.plain.text) == norm(text)), None)


def _named(campaign: Campaign, text: str) -> tuple[str, ...]:
    """The names in a part of a statement that tell it from others: beyond the title's words, adjectives and the sides' names."""
    sides = (label.value for side in campaign.sides for label in (side.label, *side.aliases) if label)
    common = folded_adjectives() | {word for name in (campaign.title.value, *sides) for word in norm(name).split()}
    found = (name.text for name in names(f"the {text}"))
    return tuple(name for name in found if set(norm(name).split()) - common)


def _things(campaign: Campaign, said: Plain) -> tuple[str, ...]:
    """What a statement is about: what its predicate names, else whom its subject names."""
    return _named(campaign, said.rest) or _named(campaign, said.subject)


def may_be_told(world: World, campaign: Campaign, one: Statement, stretch: HistoricalDate) -> bool:
    """Whether the text may tell the same of another day of that stretch (rule 2).

    A sentence of such a day does if it names what the statement is about, whatever it says of it; one that is not dated to the
    day, if it also names who did it, or has the same or a like verb.
    """
    own = one.event.sentence
    if any(day != one.date and day.overlaps(stretch) for day in own.dates):
        return True
    told = [s for s in campaign.sentences if s is not own]
    dated = (s for s in told if any(day.is_day and day != one.date and day.overlaps(stretch) for day in s.dates))
    if any(_names_any(world, campaign, _things(campaign, one.plain), (s,)) for s in dated):
        return True
    return any(_echoes(world, campaign, one, s) for s in told if not s.dates or any(not d.is_day and d.overlaps(stretch) for d in s.dates))


def is_echoed(world: World, campaign: Campaign, one: Statement) -> bool:
    """Whether a sentence of any other day, or of none, may tell the same: then a day recalled freely may be right too."""
    told = (s for s in campaign.sentences if s is not one.event.sentence and any(day != one.date for day in s.dates or (None,)))
    return any(day != one.date for day in one.event.sentence.dates) or any(_echoes(world, campaign, one, s) for s in told)


def _echoes(world: World, campaign: Campaign, one: Statement, sentence: Sentence) -> bool:
    """Whether a sentence names what the statement is about, and who did it or a like deed."""
    if not _names_any(world, campaign, _things(campaign, one.plain), (sentence,)):
        return False
    doers = _named(campaign, one.plain.subject) if _named(campaign, one.plain.rest) else ()
    return _names_any(world, campaign, doers, (sentence,)) or _tells_like(one.plain.verb, sentence.text)


def _tells_like(verb: str, text: str) -> bool:
    """Whether a text has a form of the verb, or of one that says nearly the same."""
    stem = verb.rsplit(maxsplit=1)[-1].casefold()[:_STEM]
    stems = {stem} | (GIVING_UP if any(stem.startswith(like[:_STEM]) for like in GIVING_UP) else frozenset())
    return any(word.startswith(tuple(stems)) for word in re.findall(r"\w+", text.casefold()))


def _names_any(world: World, campaign: Campaign, things: Iterable[str], sentences: tuple[Sentence, ...]) -> bool:
    return any(world.is_named(campaign, thing, sentences) for thing in things)


def told_in(world: World) -> Iterator[tuple[Campaign, Statement]]:
    """Give the statements of all campaigns."""
    return ((campaign, one) for campaign in world.campaigns for one in statements(world, campaign.id))
