"""Sentences → the figures that they hedge or give otherwise than the box, though not so surely that the two can be set side by side.

Such a figure is not settled, so nothing asks for it; `contradictions` has those that tell surely of the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from quizgen.demonyms import demonyms
from quizgen.grammar.numbers import Count, find_counts, is_rounded
from quizgen.model import Campaign, Contradiction, Estimate, Sentence, Side, norm
from quizgen.naming import side_name
from quizgen.prose.words import found_at

_HEDGE = re.compile(
    r"\b(?:as (?:many|much|high|few|low) as|up to|possibly|perhaps|at most|(?:no|not) more than|(?:may|might|could) have [\w ]{2,20})"
    r"(?: (?:as (?:many|high) as|about|around|some|a total of))?\s$",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"\b(?:casualties|losses)\b(?: (?:during|in|of|for|from|over) [^.;:]{2,60}?)? (?:is|are|was|were|remain)"
    r" (?:(?:also|still|largely) )?(?:uncertain|unknown|unclear|disputed|not (?:\w+ )?known)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:in|during) the (?:fighting|fight|action|clash|struggle|combat) (?:around|at|for|near|on|of|in|over) (?:the )?([A-Z][\w'’-]+)",
    re.I,
)
_SUM = re.compile(
    r"\b(?:totall?(?:ed|ing)|number(?:ed|ing)|grown to|risen to)(?: (?:about|some|around|nearly|over|more than))?\s$", re.IGNORECASE
)
_ADDS_UP = re.compile(
    r"\b(?:add(?:s|ed)? up|comes?|came|amount(?:s|ed)?) to (?:(?:much|far) )?(?:fewer|less|more|only|no more|at most)\b[^.;]*"
)
_FORCE = (None, "men", "soldiers", "troops")
_MEN = re.compile(r"(?:men|soldiers|troops|strong|warriors|facing|against|by)?$", re.IGNORECASE)
_BEFORE = re.compile(r"background|origins?|causes|legacy|commemor", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:]\s|,\s(?:while|whereas|but|against|compared)\b")
# "Orlan sources say 700 were killed": whose claim a count is, and not whose loss
_CLAIMED = re.compile(
    r"\b(?P<who>[A-Z]\w+ (?:\w+ )?(?:sources|newspapers|accounts|reports|estimates|records|claims))(?: [a-z]+){0,3}? "
    r"(?:estimate|claim|say|said|put|give|gave|list|state|report|record)\w*\b"
)
_SUFFERED = r"(?:casualties|loss(?:es)?)"
_OF_LOSS = re.compile(rf"(\w+) {_SUFFERED} of (?:(?:about|some|over|nearly) )?$")
_LOST = r"lost|loss(?:es)?|abandoned|discarded|left behind|destroyed|disabled"
_STRUCK = {"lost": _LOST, "destroyed": _LOST, "abandoned": _LOST}  # verbs of a loss that may tell of the same one
_VERB = re.compile(r"\b(?:lost|destroyed|abandoned|sunk|damaged|captured|scuttled|shot down)$")
_FATE = {"killed": ("killed", "dead"), "wounded": ("wounded", "injured"), "missing": ("missing",), "captured": ("captured", "prisoners")}
_SUMS_UP = re.compile(r"^$|aftermath|casualt|loss|result|conclusion|analysis|toll", re.IGNORECASE)  # sections where the whole is told
_CONSISTS = re.compile(r"\b(?:consist|compris|compos|includ|made up|under command)\w*", re.IGNORECASE)
_NAMED_UNIT = r"\b(\d+(?:st|nd|rd|th)) (?:(?:\([^()]*\)|[A-Z][\w-]+) ){{0,3}}?{}(?!s)"
_AMONG = re.compile(r"(?:\(|\bincluding |\b(?:of|among) (?:them|whom|which),? )$")
_REACH = 60  # characters before a count in which "Dutch losses of about" stands
_MOST = 0.85  # of a sum, from which on a count is none of its parts
_HOST = 500  # men, from which on a sum is of a side
_LEAST = 10  # of fewer things a sentence tells an incident
_MUCH = 10  # times as much: one incident told of what bears a number, more than the box's sum
_FAR = 4  # times as much: two counts of things with the same name of two words
_NEAR = 2  # of anything else


@dataclass(frozen=True, slots=True)
class _Told:
    """A count of a sentence, the words behind it, the side that its clause names alone, and the one named alone before it."""

    count: Count
    words: tuple[str, ...]
    side: str | None
    led: str | None
    sides: frozenset[str]
    sentence: Sentence


def rivals(campaign: Campaign, sentences: Sequence[Sentence]) -> Iterator[Contradiction]:
    """Give each figure of the box that a sentence hedges or tells otherwise, with the place of both."""
    counts = [told for sentence in sentences if not _BEFORE.search(sentence.section) for told in _counts(campaign, sentence)]
    for side in campaign.sides:
        for figure in (*side.strength, *side.casualties):
            own = [told for told in counts if _may_be_of(side, told)]
            if not figure.kind:
                own += [replace(told, side=side.id) for told in counts if told.led == side.id and told.count.at_least]
            yield from _of_figure(figure, side_name(side), own)
            yield from _of_part(campaign, figure, side_name(side), own)
            yield from _of_other_kind(figure, side_name(side), own)
        for figure in side.strength:
            yield from _added(figure, side_name(side), own=[told for told in counts if _may_be_of(side, told)])
            yield from _listed(campaign, side, figure, sentences)
        yield from _unknown(campaign, side, sentences)
    for figure in campaign.civilian_casualties:
        yield from _of_figure(figure, "civilians", [told for told in counts if "civilian" in told.sentence.text.casefold()])


def claimed(campaign: Campaign, sentences: Sequence[Sentence]) -> Campaign:
    """Give the losses that the prose has as the claim of somebody alone to who claims them: "Orlan sources say 700 were wounded"."""
    counts = [told for sentence in sentences for told in _counts(campaign, sentence)]
    sides = (
        replace(side, casualties=tuple(_with_claimant(f, [*_alike(f, side, counts)]) for f in side.casualties)) for side in campaign.sides
    )
    return replace(campaign, sides=tuple(sides))


def _alike(figure: Estimate, side: Side, counts: Sequence[_Told]) -> Iterator[_Told]:
    """The counts that have a figure's number for the same losses of a side."""
    alike = (told for told in counts if figure.low == figure.high == told.count.low == told.count.high and _may_be_of(side, told))
    return (told for told in alike if figure.kind in told.words)


def _with_claimant(figure: Estimate, alike: Sequence[_Told]) -> Estimate:
    claims = {_claimant(told) for told in alike}
    return replace(figure, claimed_by=claims.pop()) if len(claims) == 1 and not figure.claimed_by else figure


def _claimant(told: _Told) -> str | None:
    """Who claims a count: whom its clause names last before it."""
    claims = [*_CLAIMED.finditer(told.sentence.text, 0, told.count.start)]
    is_its = claims and ";" not in told.sentence.text[claims[-1].end() : told.count.start]
    return claims[-1]["who"] if is_its else None


def _unknown(campaign: Campaign, side: Side, sentences: Sequence[Sentence]) -> Iterator[Contradiction]:
    """Give the losses of a side that a sentence says are not known: "German casualties during the operation are uncertain"."""
    doubts = ((sentence, _UNKNOWN.search(sentence.text)) for sentence in sentences if not _BEFORE.search(sentence.section))
    doubt = next((s for s, found in doubts if found and {*_named(campaign, _clause(s.text, found.end()))} == {side.id}), None)
    for figure in side.casualties if doubt else ():
        assert doubt
        if figure.who and figure.who not in doubt.text:
            continue  # of another contingent
        text = f"{figure.kind} ({side_name(side)}): “{figure.text}” in the infobox, not known by the prose"
        yield Contradiction(text, (figure.text, "not known"), (figure.source, doubt.source))


def _clause(text: str, end: int) -> str:
    """The words of a clause up to a place in it."""
    return text[max((match.end() for match in _CLAUSE.finditer(text, 0, end)), default=0) : end]


def _of_part(campaign: Campaign, figure: Estimate, whose: str, counts: Sequence[_Told]) -> Iterator[Contradiction]:
    """Give a figure of losses that every sentence with its number gives for a part alone: "in the fighting around Hill 262"."""
    alike = [told for told in counts if figure.kind and figure.low == figure.high == told.count.low == told.count.high]
    same = [told for told in alike if _PART.search(told.sentence.text) or _is_of_lost(figure, told)]
    own = norm(" ".join((campaign.title.value, campaign.place.value if campaign.place else "")))
    parts = [match for told in same if (match := _PART.search(told.sentence.text)) and norm(match[1]) not in own]
    if same and (figure.low or 0) >= _LEAST and len(parts) == len(same):
        text = f"{figure.kind} ({whose}): “{figure.text}” in the infobox, “{parts[0][0]}” in the prose"
        yield Contradiction(text, (figure.text, "of a part"), (figure.source, same[0].sentence.source))


def _of_other_kind(figure: Estimate, whose: str, counts: Sequence[_Told]) -> Iterator[Contradiction]:
    """Give a number of killed that each sentence with it gives for all that was suffered: "500 casualties"."""
    is_killed = figure.kind == "killed" and figure.low == figure.high and (figure.low or 0) >= _LEAST
    same = [told for told in counts if is_killed and figure.low == told.count.low == told.count.high]
    if same and all(_is_of_all_kinds(told) for told in same):
        text = f"{figure.kind} ({whose}): “{figure.text}” in the infobox, as many losses of all kinds in the prose"
        yield Contradiction(text, (figure.text, "of all kinds"), (figure.source, same[0].sentence.source))


def _is_of_all_kinds(told: _Told) -> bool:
    return bool(_of_loss(told.sentence.text, told.count) or re.match(rf"(?:\w+ )?{_SUFFERED}\b", " ".join(told.words)))


def _of_loss(text: str, count: Count) -> re.Match[str] | None:
    return _OF_LOSS.search(text, max(0, count.start - _REACH), count.start)


def _counts(campaign: Campaign, sentence: Sentence) -> Iterator[_Told]:
    text = _CLAIMED.sub(lambda claim: " " * len(claim[0]), sentence.text)
    counts = find_counts(text)
    named = _named(campaign, text) if counts else {}
    ends = [0, *(match.start() for match in _CLAUSE.finditer(text)), len(text)]
    for count in counts:
        start, end = next((a, b) for a, b in pairwise(ends) if count.start < b)
        words = tuple(word.strip(",.;:)") for word in text[count.end :].split()[:5])
        lost = _of_loss(text, count)
        own = _pointed(text[start:end], named) or set(_named(campaign, lost[1] if lost else " ".join(words[:1])))
        if lost and lost[1] == "Allied" and not own:
            own = {side.id for side in campaign.sides} - set(named)
        own = own or set(_named(campaign, text[start:end])) or set(named)
        led = {*_named(campaign, text[start : count.start])}
        yield _Told(count, words, _sole(own), _sole(led), frozenset(named), sentence)


def _sole(sides: set[str]) -> str | None:
    return min(sides) if len(sides) == 1 else None


def _named(campaign: Campaign, text: str) -> dict[str, int]:
    """Where a text first names each side."""
    places = {side.id: min((at for word in _words(side) for at in found_at(word, text)), default=-1) for side in campaign.sides}
    return {number: at for number, at in places.items() if at >= 0}


def _pointed(clause: str, named: dict[str, int]) -> set[str]:
    """The side that "the former" or "the latter" points to in a sentence that names two."""
    first_last = sorted(named, key=lambda number: named[number])
    pointer = re.search(r"\bthe (?:(former)|latter)\b", clause)
    return {first_last[0 if pointer[1] else 1]} if pointer and len(first_last) == 2 else set()


def _words(side: Side) -> Iterator[str]:
    for label in (side.label, *side.aliases):
        if label:
            yield label.value
    for power in side.belligerents:
        yield from (power.name, *demonyms(power.name))


def _may_be_of(side: Side, told: _Told) -> bool:
    """Whether a count may be of a side: its clause names that side alone, or its sentence names none."""
    return told.side == side.id or not told.sides


def _of_figure(figure: Estimate, whose: str, counts: Sequence[_Told]) -> Iterator[Contradiction]:
    if figure.low is None or figure.within is not None or figure.claimed_by:
        return
    for told in counts:
        if _is_hedged(figure, told) or _is_rival(figure, told, counts):
            said = told.sentence.text[told.count.start : told.count.end]
            text = f"{figure.kind or figure.of or 'strength'} ({whose}): “{figure.text}” in the infobox, perhaps “{said}” in the prose"
            yield Contradiction(text, (figure.text, "not so in the prose"), (figure.source, told.sentence.source))
            return


def _is_of_lost(figure: Estimate, told: _Told) -> bool:
    """Whether the words about a count are of such a loss: "2,000 killed" and not "2,000 survivors"."""
    words = f"{told.sentence.text[: told.count.start].split()[-1:]} {told.words}".casefold()
    return bool(re.search(rf"\b(?:{_LOST}|killed|casualties|prisoners|captured|dead|{re.escape(norm(figure.kind))})\b", words))


def _is_hedged(figure: Estimate, told: _Told) -> bool:
    """Whether the prose states the box's number as a bound or a guess: "possibly as high as 60,000", "over 280"."""
    count = told.count
    is_sure = not (figure.approximate or figure.at_most or figure.at_least)
    is_same = is_sure and figure.low == figure.high == count.high and count.high >= _LEAST
    is_estimate = count.approximate and not figure.kind and figure.of in _FORCE and " estimat" in told.sentence.text
    is_bound = count.at_most or (count.at_least and told.side) or is_estimate
    return is_same and bool(is_bound or _HEDGE.search(told.sentence.text[: count.start]))


def _is_rival(figure: Estimate, told: _Told, counts: Sequence[_Told]) -> bool:
    """Whether the prose has another number of the same losses: "880 field guns" abandoned, "over 7,000 casualties"."""
    count, low, high = told.count, figure.low or 0, figure.high or figure.low or 0
    beside = [other.count for other in counts if other.sentence is told.sentence]
    if count.high < _LEAST or any(low <= other.low <= high or other.high == high for other in beside):
        return False
    if not figure.kind:
        is_sum = _SUM.search(told.sentence.text[: count.start]) and _MEN.fullmatch(told.words[0] if told.words else "")
        return figure.of in _FORCE and count.low >= _HOST and bool(is_sum) and _is_near(low, high, count, _NEAR)
    if figure.kind == "casualties" and not figure.of:
        return bool(told.side) and "casualties" in told.words[:1] and _is_near(low, high, count, _NEAR)
    if figure.kind in _FATE and not figure.of:
        is_such = told.side and {*told.words[:1]} & {*_FATE[figure.kind]} and _SUMS_UP.search(told.sentence.section)
        is_part = count.high < low * _MOST or _AMONG.search(told.sentence.text[: count.start])
        return bool(is_such) and not is_part and not is_rounded(count.low, low) and _is_near(low, high, count, _NEAR)
    noun, found = (figure.of or "").casefold(), _VERB.search(figure.kind)
    verb = found[0] if found else "lost" if figure.kind.casefold() == noun else ""  # "2,472 field guns" among losses
    if not noun or not verb or not re.search(rf"\b(?:{_STRUCK.get(verb, verb)})\b", told.sentence.text, re.IGNORECASE):
        return False
    said = " ".join(told.words).casefold()
    if " " in noun and said.startswith(noun):
        return _is_near(low, high, count, _FAR)
    model = noun.rpartition(" ")[2].removesuffix("s")
    is_more = told.side and count.low > high and re.search(r"\d", model) and re.match(rf"(?:[\w-]+ ){{0,2}}{re.escape(model)}s?\b", said)
    if is_more and count.low <= high * _MUCH:
        return True
    return bool(re.match(rf"(?:\w+ )?{re.escape(noun)}\b", said)) and _is_near(low, high, count, _NEAR)


def _added(figure: Estimate, whose: str, own: Sequence[_Told]) -> Iterator[Contradiction]:
    """Give a strength, whoever claims it, of which its sentence goes on that what others list comes to less or more."""
    noun = norm(figure.of or "")
    for told in own:
        is_same = noun and figure.low == figure.high == told.count.low == told.count.high and norm(" ".join(told.words)).startswith(noun)
        other = _ADDS_UP.search(told.sentence.text, told.count.end) if is_same else None
        if other:
            text = f"{figure.of} ({whose}): “{figure.text}” in the infobox, by others it “{other[0]}” in the prose"
            yield Contradiction(text, (figure.text, "not so in the prose"), (figure.source, told.sentence.source))
            return


def _listed(campaign: Campaign, side: Side, figure: Estimate, sentences: Sequence[Sentence]) -> Iterator[Contradiction]:
    """Give the number of a side's formations where a sentence lists more of them by their numbers: "consisted of the 2nd Division, …"."""
    noun = (figure.of or "").removesuffix("s")
    if figure.who or figure.within is not None or figure.low != figure.high or noun == figure.of or not noun:
        return
    unit = re.compile(_NAMED_UNIT.format(re.escape(noun)), re.IGNORECASE)
    for sentence in sentences:
        units = {found[1] for found in unit.finditer(sentence.text)}
        if len(units) > (figure.low or 0) and _CONSISTS.search(sentence.text) and {*_named(campaign, sentence.text)} == {side.id}:
            text = f"{figure.of} ({side_name(side)}): “{figure.text}” in the infobox, {len(units)} by name in the prose"
            yield Contradiction(text, (figure.text, "not so in the prose"), (figure.source, sentence.source))
            return


def _is_near(low: int, high: int, count: Count, times: int) -> bool:
    return count.high * times >= low and count.low <= high * times
