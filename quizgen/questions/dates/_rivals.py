"""A campaign's prose and the notes at its date → the days on which it may have begun or ended other than the infobox says (rule 2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from quizgen.demonyms import demonyms
from quizgen.grammar.dates import Partial, find_dates
from quizgen.grammar.numbers import NUMBER, number_of
from quizgen.historical_date import HistoricalDate
from quizgen.model import Campaign, Quote, Sentence, Sourced
from quizgen.naming import is_convoy, short_title
from quizgen.prose.days import tells_of_fight
from quizgen.relations import Relation

NEAR = 31  # days within which a sentence on the campaign itself may mean another first or last day
BESIDE = 10  # days within which what else began or ended may be taken for it
_BEGINNING = r"(?:began|begun|start(?:ed|ing)|commenced|launched|opened|broke out|took place|was fought)\b"
_ENDING = (
    r"(?:end(?:ed|ing)?\b|conclu(?:ded|sion)|finished|ceased|over\b|called off|c[ao]me to (?:an end|a halt)|surrender|capitulat|"
    r"cease-?fire|truce|armistice|declared secure|took place\b|was fought\b)"
)
_FIRST = r"(?<!since )(?<!before )(?<!after )(?:the )?(?:beginning|start|opening|outset|launch|first (?:day|phase|stage|shots?)) of"
_LAST = r"(?<!since )(?<!before )(?<!after )(?:the )?(?:end|conclusion|last day) of"
_KIND = re.compile(
    r"\b(?:battle|siege|offensive|operation|campaign|raid|invasion|landings?|attack|action|assault|defen[cs]e|revolt|uprising)s?\b",
    re.IGNORECASE,
)
_FIGHTING = r"(?:fighting|hostilities|combat|resistance|landings?|garrison|pockets?|remnants)\b"
_BY = re.compile(r"\b[Bb]y (?:[\w-]+ ){0,3}?(?:\d{1,2}(?:st|nd|rd|th)? [A-Z]|[A-Z][a-z]+ \d)")  # on that day, or before
_LENGTH = re.compile(rf"\b({NUMBER})[ -](?:[a-z]+ )?days?(?:[ -]long)?\b(?! (?:later|earlier|before|after|ago))", re.IGNORECASE)
_HEDGED = re.compile(
    r"\b(?:(?:un)?likely|probabl[ey]|possibl[ey]|perhaps|maybe|presum\w+|traditional\w*|disput\w+|disagree\w*|differ|uncertain|unclear|unknown|"
    r"approximate\w*|estimated?|alleged\w*|conjectur\w+|reput\w+|prefers?)\b|\?",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"<ref\b.*?(?:/>|</ref>|$)|<!--.*?(?:-->|$)|\{\{[^{}]*\}\}", re.IGNORECASE)
# "The Battle of X was a battle in the Y on 8–9 July": up to its days, and no clause of its own on how it began.
_LED = re.compile(r"[^;]*\b(?:was|were)\b[^;]*\b(?P<how>on|from|between) (?:the )?", re.IGNORECASE)
_CLAUSE = re.compile(
    r"\b(?:beg[aiu]n|start|launch|open|end|conclud|which\b|that\b|who\b|when\b|after\b|before\b|since\b|until\b)", re.IGNORECASE
)
_LIKE = 0.5  # a length that differs by more is of a part, or of another thing
_WORDS = {  # of what is not the campaign by name, but may be all of it
    Relation.START: re.compile(
        rf"\b(?:first (?:skirmish|clash|engagement)|(?:opening|preliminary) (?:moves?|attacks?|shots?|bombardment|barrage)"
        rf"|{_FIGHTING}[^.;,]{{0,20}} {_BEGINNING})"
    ),
    Relation.END: re.compile(
        rf"\b(?:{_FIGHTING}[^.;,]{{0,30}} {_ENDING}|surrender|capitulat|cease-?fire|truce|armistice|last (?:remnants|pockets) of )"
    ),
}


def _names(campaign: Campaign) -> str:
    """What a sentence calls the campaign: "the battle", "this operation", "the Verran offensive", "Silver Fox"."""
    title, the = short_title(campaign), r"(?:\b[Tt]he|\b[Tt]his|\bits)"
    kinds = [kind.lower() for kind in _KIND.findall(title)] or ["battle"]
    named = re.sub(r"^(?:Operation|Unternehmen)\s+", "", title)
    peoples = {"Allied", "Axis", *(word for side in campaign.sides for power in side.belligerents for word in demonyms(power.name))}
    whose = rf"(?:[A-Z][a-z]+[-–])?(?:{'|'.join(map(re.escape, sorted(peoples)))})"
    attack = rf"|{the} {whose} (?:offensive|attack)\b" if kinds == ["operation"] else ""
    return rf"(?:{the} (?:{whose} )?(?:{'|'.join(kinds)}|fighting|hostilities)\b(?! of [A-Z])|{re.escape(named)}{attack})"


@lru_cache(maxsize=64)
def _of_itself(names: str, relation: Relation) -> re.Pattern[str]:
    """A clause that tells of the campaign itself that it began, or ended: "the battle ended", "the end of the battle"."""
    verb, noun = (_BEGINNING, _FIRST) if relation is Relation.START else (_ENDING, _LAST)
    return re.compile(rf"{names}[^.;,]{{0,30}}?\b{verb}|\b{verb} {names}|{noun} {names}")


def rivals(campaign: Campaign, relation: Relation, *, sure: bool, reach: int = 0) -> frozenset[HistoricalDate]:
    """The days, other than the infobox's, on which the prose may have it begin or end; `sure`: the campaign by name."""
    return frozenset(_rivals(campaign, relation, sure=sure, reach=reach or (NEAR if sure else BESIDE)))


def _rivals(campaign: Campaign, relation: Relation, *, sure: bool, reach: int) -> Iterator[HistoricalDate]:
    whole = campaign.date.value if campaign.date else None
    end = whole and (whole.start if relation is Relation.START else whole.end)
    if not end or not end.day:
        return
    itself = _of_itself(_names(campaign), relation)
    for sentence in campaign.sentences:
        days = [day for day in sentence.dates or _undated(sentence.text, end.year) if day.is_day]
        if len(days) == 1 and days[0].start != end and abs(days[0].first - end.first) <= reach:
            is_by, is_itself = bool(_BY.search(sentence.text)), bool(itself.search(sentence.text))
            if (is_itself and not is_by) if sure else (is_itself and is_by) or _WORDS[relation].search(sentence.text):
                yield days[0]


@lru_cache(maxsize=4096)
def _undated(text: str, year: int) -> tuple[HistoricalDate, ...]:
    """The days that a sentence states which tells of none of them alone: "until 24 March, the last day of the offensive"."""
    found = (dated.within(Partial(year)).value for dated in find_dates(text) if year > 0 and not dated.last)
    return tuple(day for day in found if day)


def noted(campaign: Campaign, relation: Relation) -> frozenset[HistoricalDate]:
    """The days, other than the infobox's, that it gives in a note at its date, or the lead: "the date is often given as 13 May"."""
    return frozenset((*_noted(campaign, relation), *_led(campaign, relation)))


def _noted(campaign: Campaign, relation: Relation) -> Iterator[HistoricalDate]:
    whole = campaign.date.value if campaign.date else None
    if not whole or not whole.end:
        return
    end, other = (whole.start, whole.end) if relation is Relation.START else (whole.end, whole.start)
    for note in campaign.date_notes:
        for found in find_dates(note.value):
            said = found.last if found.last and relation is Relation.END else found.first
            value = found.within(Partial(end.year)).value if said.day and end.year > 0 else None
            day = value and HistoricalDate((value.points[-1] if relation is Relation.END else value.start).edtf)
            if day and day.start != end and abs(day.first - end.first) <= min(NEAR, abs(day.first - other.first)):
                yield day


def _led(campaign: Campaign, relation: Relation) -> Iterator[HistoricalDate]:
    """The day on which it began or ended by the days of the lead's first sentence, where that is another."""
    whole, stretch = campaign.date.value if campaign.date else None, led(campaign)
    if whole and whole.days and stretch:
        own, other = (whole.start, stretch.start) if relation is Relation.START else (whole.points[-1], stretch.points[-1])
        if own != other:
            yield HistoricalDate(other.edtf)


def led(campaign: Campaign) -> HistoricalDate | None:
    """The days that the lead's first sentence gives the campaign: "was a battle in the Gulf of Orl on 8–9 July 1942"."""
    text = next((sentence.text for sentence in campaign.sentences if not sentence.section), "")
    year = campaign.date.value.start.year if campaign.date else 0
    found = [*find_dates(text)] if year > 0 else []
    before = text[: found[0].start] if len(found) == 1 else ""
    said = None if _CLAUSE.search(before) else _LED.fullmatch(before)
    value = found[0].within(Partial(year)).value if said else None
    is_whole = said and value and value.days and (value.is_interval or said["how"].casefold() == "on")
    return value if is_whole else None


def is_hedged(campaign: Campaign) -> bool:
    """Whether the infobox itself is not sure of its date: "(traditional date)", "most likely 13 May"."""
    own = (note.value for note in campaign.date_notes if not _is_footnote(note))
    return any(_HEDGED.search(words) for words in (_MARKUP.sub("", _quote(campaign)), *own))


def is_doubted(campaign: Campaign) -> bool:
    """Whether a footnote at the date doubts it."""
    return any(_HEDGED.search(note.value) for note in campaign.date_notes if _is_footnote(note))


def _is_footnote(note: Sourced) -> bool:
    return isinstance(note.source, Quote) and note.source.quote.startswith(("<", "{"))


def lengths(campaign: Campaign) -> set[int]:
    """The lengths in days that sentences state of what may be the campaign: "an 87-day siege", "collapsed in three days"."""
    days = campaign.date.value.days if campaign.date else None
    told = (length for sentence in campaign.sentences for length in lengths_in(sentence.text))
    stretch = led(campaign)
    like = {length for length in told if days and abs(length - days) <= max(1, _LIKE * days)}
    return like | ({stretch.days} if stretch and stretch.days else set())


def lengths_in(text: str) -> Iterator[int]:
    """The lengths in days that a text states: "lasted for four crucial days"."""
    yield from filter(None, (number_of(found[1]) for found in _LENGTH.finditer(text)))


def is_of_another_length(campaign: Campaign) -> bool:
    """Whether the prose has it last another number of days than from the infobox's first to its last: one of the two may be wrong."""
    date = campaign.date.value if campaign.date else None
    return bool(date and lengths(campaign) - {date.days})


def others(campaign: Campaign, relation: Relation) -> frozenset[HistoricalDate]:
    """The days, other than the infobox's, on which the campaign began or ended by the prose, or by a note in the infobox."""
    return rivals(campaign, relation, sure=True) | noted(campaign, relation)


def may_be_within(campaign: Campaign, day: HistoricalDate) -> bool:
    """Whether a day off the infobox's is no further off than one on which the prose has something begin, or end."""
    whole = campaign.date.value if campaign.date else None
    first, last = (rivals(campaign, end, sure=False, reach=NEAR) for end in (Relation.START, Relation.END))
    if not whole or day.overlaps(whole):
        return bool(whole)
    return any(not day.before(other) for other in first) if day.before(whole) else any(not other.before(day) for other in last)


def is_outside(campaign: Campaign, date: HistoricalDate) -> bool:
    """Whether a date lies before or after the campaign by the prose and the notes too."""
    first, last = others(campaign, Relation.START), others(campaign, Relation.END)
    whole = campaign.date.value if campaign.date else None
    if not whole or date.overlaps(whole):
        return False
    return all(date.before(day) for day in first) if date.before(whole) else all(day.before(date) for day in last)


def is_part(campaign: Campaign, sentence: Sentence, date: HistoricalDate) -> bool:
    """Whether the day before the infobox's first, or after its last, stands under the heading of the fight: a part of it perhaps."""
    whole = campaign.date.value if campaign.date else None
    is_near = whole and not date.overlaps(whole) and min(abs(date.last - whole.first), abs(date.first - whole.last)) <= 1
    return bool(is_near) and tells_of_fight(sentence.section)


def is_one_night(campaign: Campaign) -> bool:
    """Whether two days are given as one night ("17/18 July"): it neither lasted two days nor began on the first for sure."""
    return bool(re.search(r"\b\d{1,2}\s*/\s*\d{1,2}\b(?!\s*/)|\bnight of\b", _quote(campaign)))


def is_broken(campaign: Campaign) -> bool:
    """Whether the infobox gives two stretches with days between them: "23–27 September and 6–9 October"."""
    return is_voyage(campaign) or len([found for found in find_dates(_quote(campaign)) if found.last]) > 1


def is_voyage(campaign: Campaign) -> bool:
    """Whether the infobox may date the voyage of a convoy, and not the attack on it."""
    return is_convoy(campaign) and bool(campaign.date and campaign.date.value.is_interval)


def is_settled(campaign: Campaign) -> bool:
    """Whether a campaign lasted from its first day to its last without a gap, and nothing doubts that or tells it otherwise."""
    ends = (Relation.START, Relation.END)
    is_doubtful = is_hedged(campaign) or is_doubted(campaign) or any(others(campaign, end) for end in ends)
    return not (is_one_night(campaign) or is_broken(campaign) or is_doubtful)


def _quote(campaign: Campaign) -> str:
    source = campaign.date.source if campaign.date else None
    return source.quote if isinstance(source, Quote) else ""
