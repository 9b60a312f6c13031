"""Figures and dates of the infobox and of the prose → those that tell the same and do not agree; kept with their sources, never settled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from quizgen.grammar.numbers import is_rounded
from quizgen.historical_date import MONTHS
from quizgen.model import Campaign, Contradiction, Estimate, Quote, Sentence, Side, Source
from quizgen.naming import side_name
from quizgen.prose.holders import is_held
from quizgen.prose.words import words

_NUMBER = r"\d{1,3}(?:,\d{3}){1,4}|\d{1,9}"
_COUNT = re.compile(
    rf"(?P<bound>\b(?i:at\sleast|more\sthan|over|up\sto|around|about|nearly|almost|some|only|"
    rf"fewer\sthan)\s)?(?<![\w,.–-])(?P<low>{_NUMBER})(?:\s?[–-]\s?(?P<high>{_NUMBER}))?(?P<plus>\+)?\s"
    r"(?P<of>(?:(?!(?:of|on|in|at|and|were|was|to|by|had)\b)[\w-]+\s){0,2}?[\w-]+)(?=(?P<rest>[^.;]{0,300}))"
)
_DIGIT = re.compile(r"\d")
_DEAD = re.compile(r"\b(?:killed|died|dead|deaths?|lost\stheir\slives)\b")
_FATES = {
    "killed": _DEAD,
    "wounded": re.compile(r"\b(?:wounded|injured)\b"),
    "captured": re.compile(r"\b(?:captured|taken\sprisoner|prisoners)\b"),
}
_LEAD = 3  # sentences of the lead that say when it all was
_FOUGHT = re.compile(
    rf"\b(?:took place|fought|occurred|lasted)\b(?:\s[\w-]+){{0,4}}?\s(?P<how>on|from|between)\s(?:the\s|early\s|late\s)?"
    rf"(?=\d|{'|'.join(MONTHS)})"
)
_AROUND = re.compile(r"background|origins?|causes|legacy|analysis|assessment|commemor|later|subsequent", re.IGNORECASE)
_AFTER = re.compile(r"aftermath|consequence", re.IGNORECASE)
# A count of a sort of force, of one at another time, or of a part of it, is none of the whole force in that fight.
_NOT_WHOLE = re.compile(
    r"\b(?:generally|usually|normally|typically|on average|an average|averag\w+|each|per|every|nominal\w*|on paper|theoretical\w*|"
    r"authori[sz]ed|at the (?:start|beginning|outbreak|end) of|initial\w*|at first|originally|(?:by|at|in) the end|later|reduced|remain\w*|"
    r"left with|rose|grew|reinforce\w*|another|additional|further|a division|a regiment|a brigade|divisions? (?:\w+ )?had)\b",
    re.IGNORECASE,
)
_LOSS = re.compile(
    r"\b(?:lost|los(?:e|es|ing)|loss(?:es)?|killed|wounded|captured|casualt\w+|recovered|destroyed|damaged|missing|prisoners?|surrendered|dead|died)\b",
    re.IGNORECASE,
)
_HAS = re.compile(
    r"\b(?:had|has|have|included|having|numbered|numbering|comprised|comprising|fielded|mustered|consist(?:ed|ing) of|totall?ed|totall?ing|"
    r"amounted to|strength of|forces? of|army of|garrison of|deployed|committed|amassed|assembled|gathered|mobili[sz]ed|was|were)"
    r"(?: (?:of|to|a|an|total|some|about|around|over|more than|at least|nearly|almost|up to|in all|only|just|approximately))*\s*$",
    re.IGNORECASE,
)
_CIVILIAN = re.compile(r"\b(?:civilians?|residents|inhabitants|refugees|villagers)\b", re.IGNORECASE)
_PEOPLE = words("fighters soldiers men troops rebels militants insurgents combatants people personnel")


@dataclass(frozen=True, slots=True)
class _Count:
    """A count of the prose: `of` is the thing counted, `rest` the words of the sentence behind it; `both`: of both sides."""

    low: int
    high: int
    open: bool
    text: str
    source: Source
    of: str
    rest: str
    both: bool
    sentence: str
    section: str
    before: str
    matched: str


def contradictions(campaign: Campaign, sentences: tuple[Sentence, ...]) -> Iterator[Contradiction]:
    """Compare the date of the box with the lead's, then each figure with the counts of the same thing in the prose, in the box's order."""
    yield from _dates(campaign, sentences)
    counts = [count for sentence in sentences if _DIGIT.search(sentence.text) for count in _counts(sentence)]
    for estimate in campaign.civilian_casualties:
        same = [c for c in counts if c.of == "civilians" and _suffer(c, estimate.kind or "killed")]
        yield from _against(estimate, f"civilians {estimate.kind or 'killed'}", same)
    for side in campaign.sides:
        for estimate in _totals(side.strength):
            of = (estimate.of or "").split()[-1:]
            same = [c for c in counts if [c.of] == of and not c.both and _is_force(c) and _is_of(side, c, campaign)]
            yield from _against(estimate, f"{''.join(of)} ({side_name(side)})", same)
        for estimate in _totals(side.casualties):
            people = [c for c in counts if _are_such(c, estimate) and estimate.kind in _FATES and _suffer(c, estimate.kind)]
            # a count of both sides contradicts a count of one only where the two are the same number
            same = [c for c in people if (c.low == estimate.low if c.both else _is_of(side, c, campaign))]
            yield from _against(estimate, f"{estimate.kind} ({side_name(side)})", same)


def _dates(campaign: Campaign, sentences: tuple[Sentence, ...]) -> Iterator[Contradiction]:
    """Where the lead says that it "was fought on" or "took place from" other days than the box has."""
    boxed = campaign.date
    lead = [(s, said["how"]) for s in sentences[:_LEAD] if not s.section and (said := _FOUGHT.search(s.text))]
    for sentence, how in lead[:1] if boxed and boxed.value.days else ():
        days = sentence.dates
        is_run = all(one.last + 1 >= other.first for one, other in pairwise(days))  # two calendars of one day, or two fights, are none
        is_whole = how == "on" or len(days) > 1 or any(day.is_interval for day in days)
        is_told = bool(days) and is_run and is_whole and all(day.days for day in days)
        if boxed and is_told and (days[0].first, days[-1].last) != (boxed.value.first, boxed.value.last):
            told = days[0].words() if len(days) == 1 else f"{days[0].words()} – {days[-1].words()}"
            text = f"date: {boxed.value.words()} in the infobox, {told} in the lead"
            yield Contradiction(text, (boxed.value.words(), told), (boxed.source, sentence.source))


def _totals(estimates: tuple[Estimate, ...]) -> list[Estimate]:
    """The figures for a whole side: no part of another, no single contingent's."""
    return [estimate for estimate in estimates if estimate.within is None and not estimate.who]


def _suffer(count: _Count, kind: str) -> bool:
    return bool(_FATES.get(kind, _DEAD).search(count.rest))


def _are_such(count: _Count, estimate: Estimate) -> bool:
    """Whether a count is of fighters; "people" may be civilians, and are compared with people only."""
    is_vague = count.of == "people"
    return count.of in _PEOPLE and not (is_vague and (estimate.of not in (None, "people") or _CIVILIAN.search(count.sentence)))


def _against(estimate: Estimate, what: str, counts: list[_Count]) -> Iterator[Contradiction]:
    differing = [c for c in counts if not _is_within(c, estimate) or c.both]
    for count in differing:
        if _is_near(estimate, count):
            yield Contradiction(
                f"{what}: “{estimate.text}” in the infobox, “{count.text}” in the prose",
                (estimate.text, count.text),
                (estimate.source, count.source),
            )


def _is_within(count: _Count, estimate: Estimate) -> bool:
    """Whether a count says what the box says, or lies within its range."""
    low, high = estimate.low, estimate.high
    if low is not None and high is not None and low < high and not estimate.at_least:
        return low <= count.low <= count.high <= high
    is_plain = not (count.open or estimate.at_least) and count.low == count.high
    if is_plain and low is not None and low == high and is_rounded(count.low, low):
        return True
    return (count.low, count.high, count.open) == (low, high, estimate.at_least)


def _is_force(count: _Count) -> bool:
    """Whether a count is said to be what somebody had for that fight: no losses, no sort of force, no other time, no detachment."""
    is_told = _HAS.search(count.before) and not _LOSS.search(count.sentence) and not _NOT_WHOLE.search(count.sentence)
    return bool(is_told) and not _AROUND.search(count.section) and not _AFTER.search(count.section)


def _is_near(estimate: Estimate, count: _Count) -> bool:
    """Whether both may speak of the same whole: within a factor of two. A small count is one incident's, not the campaign's."""
    return bool(estimate.low) and count.high >= (estimate.low or 0) / 2 and count.low <= (estimate.high or 0) * 2


def _counts(sentence: Sentence) -> Iterator[_Count]:
    for match in _COUNT.finditer(sentence.text):
        low = int(match["low"].replace(",", ""))
        high = int((match["high"] or match["low"]).replace(",", ""))
        is_open = bool(match["plus"]) or (match["bound"] or "").strip().casefold() in ("at least", "more than", "over")
        both = re.match(r"\s(?:on|from)\sboth\ssides", match["rest"])
        text = sentence.text[match.start() : match.end("of") + (both.end() if both else 0)].strip()
        source = sentence.source.within(text) if isinstance(sentence.source, Quote) else sentence.source
        where = (sentence.text, sentence.section, sentence.text[: match.start()], match[0])
        yield _Count(low, high, is_open, text, source, match["of"].casefold().split()[-1], match["rest"], bool(both), *where)


def _is_of(side: Side, count: _Count, campaign: Campaign) -> bool:
    """Whether a sentence of the fight itself gives a count as this side's; a figure that the box has of another side is that one's."""
    figures = (f for other in campaign.sides if other is not side for f in (*other.strength, *other.casualties))
    is_another = any(f.low == count.low and count.of in (f.of or f.kind).split() for f in figures)
    start = len(count.before)
    return (
        not is_another and not _AROUND.search(count.section) and is_held(campaign, side, count.sentence, start, start + len(count.matched))
    )
