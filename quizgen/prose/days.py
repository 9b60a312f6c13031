"""Sentence by sentence through the narrative → the days that each speaks of, as far as the text settles them.

A sentence's own expressions come first ("On 2 August", "the next morning"); else it stands on the day of the sentence
before it in its paragraph. What moves the time on without saying where to ("over the following days") settles nothing,
nor do the sentences after it, until a date is named again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizgen.grammar.dates import find_dates
from quizgen.historical_date import HistoricalDate
from quizgen.model import Sentence
from quizgen.prose.clauses import LIGHT, SPAN
from quizgen.prose.times import Mention, When, mentions, when_of
from quizgen.prose.years import resolve


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence in its time: its mentions, and the time of all clauses that name none of their own."""

    mentions: tuple[Mention, ...] = ()
    ruling: When | None = None
    by_section: bool = False  # the ruling time is that of the whole section

    @property
    def days(self) -> tuple[HistoricalDate, ...]:
        """Every day that the sentence speaks of, earliest first."""
        found = {d.edtf: d for when in (self.ruling, *(m.when for m in self.mentions)) if when for d in when.days}
        return tuple(sorted(found.values(), key=lambda d: (d.first, d.last)))


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its time; what was told before it in its paragraph stands in `before`."""

    sentence: Sentence
    told: Told
    before: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Thread:
    """Where the story stands: the time that the next sentence inherits, the day that "the next day" follows, the last full date,
    the last time of day told, in minutes, and the only time that a section tells, to which each paragraph comes back.

    `beside`: a date that was told after `last` and may have moved the story or not: a look back, a year in passing. A bare date is
    then settled where both give the same.
    """

    carried: When | None = None
    anchor: When | None = None
    last: HistoricalDate | None = None
    clock: int | None = None
    only: When | None = None
    is_one_day: bool = False  # a section that tells one day only, wherever the story glances
    recent: When | None = None  # the day told last, where the story stands at none
    goes_on: When | None = None  # the day that times of day after `clock` continue, past a heading
    beside: HistoricalDate | None = None

    def paragraph(self, heading: When | None) -> Thread:
        """Where the story stands as a paragraph begins: a look back is over, a year may hold."""
        beside = self.beside if self.beside and not self.beside.start.month else None
        return replace(self, carried=heading or self.only, anchor=self.anchor or self.only, beside=beside)

    def follow(self, text: str, found: Sequence[Mention], campaign: HistoricalDate | None, *, is_flashback: bool) -> Thread:
        """Where later dates take their years and months from, after a sentence that names these."""
        dated = [m for m in found if m.named]
        full = next((date for m in reversed(dated) if (date := m.named) and (date.start.month or not self.last)), None)
        if full and is_flashback and self.last and full.before(self.last):
            return replace(self, beside=full)
        last, beside = full or self.last, None if full else self.beside
        year = dated[-1].named if dated else None
        if year and last and not year.start.month and not year.overlaps(last) and not _is_of_a_book(text, year, campaign or last):
            if dated[-1].is_head and last.before(year) and not is_flashback:
                return replace(self, last=year, beside=None)
            beside = year if dated[-1].is_head or last.before(year) else beside  # "built in 1911" is an aside
        return replace(self, last=last, beside=beside)


_LATER = 3650  # days after which a year is no longer of the war
_WRITTEN = re.compile(r"\b(?:wrote|written|published|recorded|estimated|historians?|history|concluded|argued|according to)\b")
_SINCE = re.compile(r"Since\b")
_CLAUSE = re.compile(
    rf"\b(?:which|who|whom|whose|that|as|when|after(?!\sanother|{LIGHT}|{SPAN})|before(?!{LIGHT})|because|since|until|although|though|where|if|had|would)\b"
)
_CLOCK = re.compile(
    r"\b(?:([01]?\d|2[0-3])[:.]([0-5]\d)(?:\s?([ap])\.?m\b\.?)?(?!\s?(?:km|mi|m|%|ft|in)\b)|(0?[1-9]|1[0-2])\s?([ap])\.?m\b)"
)
_AROUND_IT = re.compile(
    r"background|prelude|aftermath|legacy|plan|origin|forces|casualties|analysis|memorial|prepar|\border|opposing|subsequent|consequence|"
    r"reaction|histor|strateg|result|search|controvers|credit|involvement|assessment|site|today|culture|significance|composition|ships in|"
    r"commemor|later|intelligence|sources|accounts|parallels|supply|convoy escorts",
    re.I,
)
_BEFORE_IT = re.compile(r"background|prelude|prepar|\bplan|origin|causes|opposing|\bforces|\border|strateg|previous|build-?up", re.I)
_AFTER_IT = re.compile(r"aftermath|legacy|consequence|subsequent|analysis|casualties|memorial|commemor|later|result", re.I)
_FIGHTING = re.compile(
    r"\b(?:battle|siege|assault|attack|engagement|action|combat|fighting|clash|raid|storming|sack|surrender|landing|invasion|interception|"
    r"ambush|massacre|pursuit|coup|mutiny|charge|sinking|encounter|bombardment|bombing|mission|execution|course|operation|conflict|day|"
    r"chase|crossing|capture|fall)(?:s|es)?\b",
    re.I,
)
_WITHIN_A_DAY = re.compile(
    r"eventual|ultimate|final|the end|morning|afternoon|evening|noon|(?<!following )day$|dawn|daybreak|throughout", re.I
)
_STILL = re.compile(r"\b(?:still|[Bb]y (?:this|that) (?:point|time)|[Bb]y then|[Aa]t (?:this|that) (?:point|time|stage)|now)\b")
_IN_TIME = re.compile(r"\b(?:soon|gradually|in time|at length|in due course|(?<!the )later(?! (?:that|the same|in the)\b))\b")
_ASIDE = re.compile(r"\b(?:died|succumbed|was buried|was promoted)\s(?:\w+ly\s|early\s|late\s|on\s|in\s|of\s(?:his\s)?wounds\s)*$")
_PLAN = re.compile(r"\b(?:plans?|planned|scheduled|intended|due to|was to|were to|orders?|would)\b")


_DESCRIBES = re.compile(r"\b(?:consisted of|comprised|(?:was|were) (?:made up|composed) of|(?:was|were) (?:faced|opposed) by)\b")
_FROM_ON = re.compile(r"\b(?:beginning|starting|commencing)\s(?:on\s)?(?:the\s(?:morning|night|evening)\sof\s)?$")


def tell(text: str, thread: Thread, campaign: HistoricalDate | None) -> tuple[Told, Thread]:
    """Place one sentence in time; give it and where the story stands after it."""
    found = named = _mentions(text, thread, campaign)
    found = tuple(m for m in found if not m.aside)
    thread = _by_the_clock(text, thread, any(m.moves for m in found))
    head = next((m for m in found if m.is_head), None)
    ruling = head.when if head else None if any(m.moves and not m.when for m in found) else thread.carried
    if thread.only and thread.carried == thread.only and found and all(_is_within(text, m) for m in found):
        ruling = thread.only
    if ruling and not head and ruling is not thread.only and _IN_TIME.search(text):
        ruling = None
    if ruling and not head and ((ruling.by and not _STILL.search(text)) or _goes_elsewhere(text, found, ruling)):
        ruling = None  # "By 1 May …" says how far things were, not when the next sentence was
    is_flashback = _is_flashback(text, head)
    thread = thread.follow(text, named, campaign, is_flashback=is_flashback)
    if is_flashback and found:
        return Told(found, None), replace(thread, carried=thread.only, recent=_told_last(text, list(found)))
    told = Told(found, ruling, ruling is not None and ruling is thread.only)
    moving = [m for m in found if m.moves]
    if not moving:
        if _DESCRIBES.search(text) and not thread.only:
            thread = replace(thread, carried=None)  # what stood on each side interrupts the story of a day
        return told, thread
    if _SINCE.match(text) and len(moving) == 1:
        return Told(found, None), replace(thread, carried=None)  # "Since it began …" sums up; the story stands where it stood
    after = _after(text, moving, head)
    only = None if thread.only and _leaves(text, moving, thread.only) else thread.only
    if thread.is_one_day and after and after.date == campaign:
        only = after
    if only and after is None and all(m.when is None for m in moving):
        after = thread.carried
    carried = None if thread.is_one_day and not only else after  # a glance away from the one day does not hold
    clocks = _clocks(text)
    clock, recent = clocks[-1] if clocks else None, _told_last(text, moving)
    return told, replace(thread, carried=carried, anchor=after, clock=clock, only=only, recent=recent, goes_on=None)


def _is_of_a_book(text: str, year: HistoricalDate, near: HistoricalDate) -> bool:
    """Whether a year is that of a work on the war: "In 1948 Marn wrote …"."""
    return year.first - near.last > _LATER or bool(_WRITTEN.search(text))


def _mentions(text: str, thread: Thread, campaign: HistoricalDate | None) -> tuple[Mention, ...]:
    """The expressions of time; one that two dates told last would settle differently settles nothing."""
    anchor = thread.carried or thread.anchor
    found = mentions(text, anchor, thread.last, campaign, thread.recent)
    if not thread.beside or not found:
        return found
    others = {(m.start, m.end): m.named for m in mentions(text, anchor, thread.beside, campaign, thread.recent)}
    return tuple(m if others.get((m.start, m.end)) == m.named else replace(m, when=None, bound=None, aside=None) for m in found)


def tells_of_fight(path: str) -> bool:
    """Whether the headings are those of the fight itself ("The raid"), not of what led to it or followed."""
    return bool(_FIGHTING.search(path)) and not _AROUND_IT.search(path)


def only_day(path: str, campaign: HistoricalDate | None) -> When | None:
    """Give the time of a campaign of one day, month or year, for a section that tells the fighting itself."""
    if not campaign or campaign.is_interval or campaign.start.approximate or not tells_of_fight(path):
        return None
    return when_of(campaign)


def _is_within(text: str, mention: Mention) -> bool:
    """Whether an expression that settles nothing lies within a day: "eventually", "in the afternoon"."""
    return mention.when is None and bool(_WITHIN_A_DAY.search(text[mention.start : mention.end]))


def _leaves(text: str, moving: list[Mention], only: When) -> bool:
    """Whether a sentence takes the story to another time than the section's, or to one that lies open."""
    return any(not m.when.date.overlaps(only.date) if m.when else not _WITHIN_A_DAY.search(text[m.start : m.end]) for m in moving)


def _goes_elsewhere(text: str, found: tuple[Mention, ...], ruling: When) -> bool:
    """Whether a main clause names another time than the one inherited: its other clauses may then belong to that."""
    others = [m for m in found if m.moves and m.when and m.when.date != ruling.date]
    return any(not _CLAUSE.search(text[: m.start]) for m in others)


def _clocks(text: str) -> list[int]:
    """The times of day in a text, in minutes."""
    found = []
    for match in _CLOCK.finditer(text):
        hour, half = int(match[1] or match[4]), match[3] or match[5]
        hour = hour % 12 + 12 * (half == "p") if half and hour <= 12 else hour
        found.append(hour * 60 + int(match[2] or 0))
    return found


def _by_the_clock(text: str, thread: Thread, is_dated: bool) -> Thread:
    """Read times of day without a date: while they go forward the day is the last one told, else nothing says which.

    In a section that tells one day only a look back of some hours is of that day; a leap from night to morning leaves it.
    """
    clocks = _clocks(text)
    if not clocks or is_dated:
        return thread
    if thread.only and thread.only.date.is_day and thread.carried in (None, thread.only):
        over = thread.clock is not None and thread.clock - clocks[0] > 12 * 60
        return replace(thread, carried=None if over else thread.only, clock=clocks[-1], only=None if over else thread.only)
    if thread.goes_on and thread.clock is not None and clocks[0] > thread.clock:
        return replace(thread, carried=thread.goes_on, anchor=thread.goes_on, clock=clocks[-1])
    last = thread.anchor
    day = thread.carried or (last if last and last.date.is_day and not last.by else None)
    if thread.clock is not None and clocks[0] < thread.clock:
        day = None
    return replace(thread, carried=day, anchor=day, clock=clocks[-1])


def leads_up(path: str) -> bool:
    """Whether a section tells what came right before the fighting."""
    return bool(re.search(r"prelude|approach|contact|movements|eve of", path, re.I))


def run_up(told: Sequence[str], then: Sequence[str]) -> frozenset[str]:
    """Find the sentences before the fighting of one day that its times of day go on from, backwards until one is later.

    `told`: the section before it, `then`: its own sentences. A section that names any date has none.
    """
    clock = next((c for text in then for c in _clocks(text)), None)
    found: set[str] = set()
    if any(d.value or d.first.month for text in told for d in find_dates(text)):
        return frozenset()
    for text in reversed(told):
        clocks = _clocks(text)
        if clocks and (clock is None or clocks[-1] > clock):
            break
        if clocks:
            clock = clocks[0]
            found.add(text)
    return frozenset(found)


def nearby(path: str, campaign: HistoricalDate | None) -> HistoricalDate | None:
    """Give the part of the campaign near which a section's dates stand: what led to it its first day, what followed its last."""
    if not campaign or not campaign.end or not campaign.is_interval:
        return campaign
    before, after = (pattern.search(path) for pattern in (_BEFORE_IT, _AFTER_IT))
    if bool(before) == bool(after):
        return campaign
    return HistoricalDate(campaign.start.edtf if before else campaign.end.edtf)


def dated_heading(heading: str, campaign: HistoricalDate | None) -> When | None:
    """Give the day that a heading names ("2 August: the counter-attack"); None if it names none or several."""
    found = [resolve(d, None, campaign) for d in find_dates(heading)]
    return when_of(found[0]) if len(found) == 1 and found[0] and found[0].is_day else None


def dated_part(path: str, campaign: HistoricalDate | None) -> HistoricalDate | None:
    """Give the year or month that the headings name last ("2013 > Spring"), from which the dates of their text take theirs."""
    for heading in reversed(path.split(" > ")):
        year = re.match(r"(?:In\s)?(1\d{3}|20\d\d)(?!\d)", heading)
        found = [resolve(d, None, campaign) for d in find_dates(heading)] or ([HistoricalDate(year[1])] if year else [])
        if len(found) == 1 and found[0]:
            return found[0]
    return None


def _after(text: str, moving: list[Mention], head: Mention | None) -> When | None:
    """The time that the next sentence inherits: the one that this sentence settles, if it is one day or night."""
    if any(m.when is None for m in moving):
        return None
    whens = [m.when for m in moving if m.when]
    if any(w.date.edtf != whens[0].date.edtf for w in whens[1:]) or not whens[0].days[0].start.day:
        return None
    if not head and (_CLAUSE.search(text[: moving[0].start]) or _PLAN.search(text) or _ASIDE.search(text[: moving[0].start])):
        return None
    if _FROM_ON.search(text[: moving[0].start]):
        return None  # "attacked, beginning on 5 May": how long it went on is not said
    is_short = whens[0].date.last - whens[0].date.first <= 1
    return whens[0] if is_short else None


def _told_last(text: str, moving: list[Mention]) -> When | None:
    """The day that a sentence of several times names last: "the next day" follows it, though no later sentence inherits it."""
    last = moving[-1]
    is_named = bool(re.search(r"\d", text[last.start : last.end]))
    return last.when if last.when and last.when.date.is_day and not last.when.by and is_named and not _PLAN.search(text) else None


def aftermath(path: str, campaign: HistoricalDate | None) -> When | None:
    """Give the time that "the next day" follows as a section on what came after a fight of one day begins."""
    return when_of(campaign) if campaign and campaign.is_day and _AFTER_IT.search(path) else None


def _is_flashback(text: str, head: Mention | None) -> bool:
    """Whether the first finite verb is in the past perfect ("had observed"), unless it says how far things were by then."""
    if head and head.when and (head.when.by or text[head.start : head.start + 3].casefold() == "by "):
        return False
    perfect = re.search(r"\bhad\s(?:\w+ly\s|already\s|also\s|not\s|never\s)*(?:been|\w+ed|\w+n|\w+t)\b", text)
    past = re.search(
        r"\b(?:was|were|did|[a-z]{2,}ed|took|began|held|fell|drove|broke|sank|fought|came|went|made|led|cut|met|won|lost)\b", text
    )
    return bool(perfect) and (not past or perfect.start() < past.start())  # type: ignore[union-attr]  # bool(perfect) holds
