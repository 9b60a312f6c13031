"""A strength or casualties field → its figures, each with what it counts, whose claim it is, and the total that holds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TypedDict

from quizgen.article import Text
from quizgen.diagnostics import Diagnostic
from quizgen.grammar.names import is_nobody
from quizgen.grammar.numbers import Count, find_counts
from quizgen.grammar.scopes import part_of
from quizgen.infobox.claims import claimant, is_estimate
from quizgen.infobox.doubts import is_doubt
from quizgen.infobox.headings import SORTS, Reading
from quizgen.infobox.kinds import PERSONAL, Counted, casualty, is_materiel, is_people, is_unit, strength
from quizgen.infobox.periods import NUMBERED, is_period
from quizgen.infobox.pieces import Piece, pieces
from quizgen.infobox.rows import flagged, rows, shared
from quizgen.infobox.statements import UNKNOWN, counted_together, counts_in, joined, opened
from quizgen.infobox.totals import held, rivals
from quizgen.infobox.victors import is_adjective
from quizgen.model import Estimate

_ASIDE = re.compile(r"\(([^()]*)\)")
_HEADED = re.compile(r"(?P<head>[^:()~<>≈]{1,60}?)(?P<when>\s?\([^()]{1,60}\))?:(?!\d\d\b)\s*(?P<rest>\S.*)", re.DOTALL)
_PER = re.compile(r"\b(?:according to|per|claimed by)\s+[^()]+$")
_HOLDS = re.compile(r"\b(?:including|incl\.|of (?:which|whom|them))\s*$", re.IGNORECASE)
_ADDED = re.compile(r"(?:plus|and|with|including|incl\.|as well as|along with|among them)", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:\band\b|,|;)\s*$")
_GOES_ON = re.compile(r"\s+(?:and|or|including|incl\.)$")
_PART = re.compile(r"(?:of (?:them|whom|which|these)|including|among them)\b", re.IGNORECASE)
_SEVERITY = re.compile(
    r"(?:very |extremely |likely )?(?:heavy|light|high|low|severe|moderate|minimal|significant|considerable|negligible|minor|slight)"
    r"(?: (?:casualties|losses))?",
    re.IGNORECASE,
)
_GUESSED = re.compile(r"(?:perhaps|possibly|probably|likely|but|modern|estimate[sd]?|est\.)\b.*\d", re.IGNORECASE | re.DOTALL)
_THOUGH = re.compile(r"(?:but|though|although|and|probably|possibly|likely|perhaps)\b", re.IGNORECASE)
_NONE = re.compile(r"(?:none|nil|zero|no (?:casualties|losses))\b(?P<rest>.*)", re.IGNORECASE)
_VAGUE = re.compile(
    r"(?:(?:and|from|between|about|an|a|the|total|of|in|all|lost|some|est|estimated|casualties|losses|strength)\b|[\s.:,(-])*",
    re.IGNORECASE,
)
_SUM = re.compile(r"(?:in )?total:? [\d,.]+|[\d,.]+ (?:in )?total", re.IGNORECASE)
_QUOTES = re.compile('["“”]')
_FORCE = re.compile(r"(?:[A-Z][\w.]+ )+(?:Navy|Army|Air Force|Forces)|[A-Z]\w+ in the [A-Z]\w+")
_THING = re.compile(r"[A-Z][a-z-]+(?: (?!of\b)[a-z-]+){0,2}")
_LOST = re.compile(
    r"(?!(?i:all|several|many|most|some|heavy|light|few|numerous|various|rest|entire|whole|nearly|almost|an?|the)\b)[A-Z][\w'’. -]*?"
    r" (?:sunk|damaged|destroyed|lost|captured|scuttled|wrecked)"
)


def read_strength(text: Text, *, is_joint: bool = False) -> tuple[tuple[Estimate, ...], tuple[Diagnostic, ...]]:
    """Read a strength field of a side, `is_joint` if of several powers; code R250 words that are not understood as a figure."""
    return _read(text, is_losses=False, is_joint=is_joint)


def read_casualties(text: Text, *, is_joint: bool = False) -> tuple[tuple[Estimate, ...], tuple[Diagnostic, ...]]:
    """Read a casualties field of a side, `is_joint` if of several powers; code R250 words that are not understood as a figure."""
    return _read(text, is_losses=True, is_joint=is_joint)


def _read(text: Text, *, is_losses: bool, is_joint: bool) -> tuple[tuple[Estimate, ...], tuple[Diagnostic, ...]]:
    reading = Reading(is_losses, is_joint)
    stated = list(opened(pieces(text, semicolons=True)))
    listed = list(joined(iter(stated if is_losses else [*counted_together(stated)])))
    flags = flagged(listed)
    whose = flags if is_joint or len({*flags} - {None}) > 1 else ()
    for piece, following, reading.row, reading.flag in zip_longest(listed, listed[1:], rows(listed), whose):
        if following and UNKNOWN.fullmatch(piece.value) and _GUESSED.match(following.value):
            reading.remarks.append(piece.remark("R251", f'"{piece.value}" stands before an estimate'))
        else:
            _piece(piece, reading)
    reading.close()
    claimed = shared(rivals(reading.found), reading.places)
    found = zip(held(claimed, reading.depths), reading.periods, strict=True)
    return tuple(replace(f, text=f"{f.text} ({period})") if period else f for f, period in found), tuple(reading.remarks)


def _piece(piece: Piece, reading: Reading) -> None:
    value = _QUOTES.sub("", piece.value)
    headed = _HEADED.fullmatch(value)
    is_words = piece.is_heading and (NUMBERED.fullmatch(value) or not counts_in(value) or claimant(value))
    if is_words or (headed and not counts_in(headed["head"])):
        reading.head(piece, (headed["head"] if headed else value).strip(" :"), is_line=bool(headed))
        when = headed["when"].strip(" ()") if headed and headed["when"] else ""
        reading.scope = when if is_period(when) else reading.scope
        value = headed["rest"] if headed else ""
    elif is_adjective(value) or _FORCE.fullmatch(value):
        reading.head(piece, value)
        value = ""
    counts = find_counts(_ASIDE.sub(lambda m: " " * len(m[0]), value))
    if value and reading.is_denied:
        reading.remarks.append(piece.unread("R250", f'"{value}" stands under a heading that excludes it', "give it in the .fix.yaml"))
    elif counts:
        if piece.is_heading:
            reading.head_count(piece)
        _counts(piece, value, counts, reading)
        if piece.is_heading and reading.found:
            reading.total = len(reading.found) - 1
            reading.scope = part_of(value.strip(" :")) or reading.scope
    elif value:
        _uncounted(piece, value, reading)


def _uncounted(piece: Piece, value: str, reading: Reading) -> None:
    """Words without a count: none, unknown, one named loss or thing; else they are not understood."""
    plain = _ASIDE.sub("", value).strip(" .,")
    if _NONE.fullmatch(plain) and reading.is_losses:
        reading.add(piece, Estimate(value, piece.quote(), "casualties", 0, 0))
    elif reading.is_losses and _SEVERITY.fullmatch(plain):
        reading.add(piece, Estimate(value, piece.quote(), "casualties"))
    elif match := UNKNOWN.fullmatch(plain):
        noun = "" if _THOUGH.match(match["noun"]) else match["noun"]
        counted = (casualty if reading.is_losses else strength)(noun)
        kind = (counted.kind or "casualties") if reading.is_losses else ""
        reading.add(
            piece,
            Estimate(
                value,
                piece.quote(),
                kind,
                of=counted.of,
                who=counted.who,
                claimed_by=next(filter(None, map(claimant, _ASIDE.findall(value))), None),
            ),
        )
    elif reading.is_losses and _LOST.fullmatch(plain):
        reading.add(piece, Estimate(value, piece.quote(), plain, of=plain.rpartition(" ")[0]))
    elif not reading.is_losses and _THING.fullmatch(plain) and (is_materiel(plain) or is_people(plain)):
        reading.add(piece, Estimate(value, piece.quote(), of=plain))
    elif is_nobody(plain) or is_doubt(value):
        reading.remarks.append(piece.remark("R251", f'"{value}" gives no figure'))
    elif SORTS.fullmatch(plain):
        reading.head(piece, plain)
    else:
        reading.who = None
        reading.remarks.append(piece.unread("R250", f'"{value}" is not understood as a figure', "give it in the .fix.yaml"))


def _counts(piece: Piece, value: str, counts: Sequence[Count], reading: Reading) -> None:
    """Read each count of a piece with the words up to the next one; a kind said once holds for "71 soldiers and 11 fighters killed"."""
    before = value[: counts[0].start]
    if not (_VAGUE.fullmatch(before) or _leads(before) or _HOLDS.search(before)):
        reading.remarks.append(piece.remark("R251", f'"{before.strip()}" stands before the figure'))
    ends = [*(count.start for count in counts[1:]), len(value)]
    parts = [(count, value[count.end : end]) for count, end in zip(counts, ends, strict=True)]
    read = _ranged([(count, tail, _counted(tail, reading)) for count, tail in parts])
    lead = before.strip(" :.-–—") if len(counts) == 1 and _leads(before) else ""
    last = [aside.strip() for aside in _ASIDE.findall(read[-1][1])]
    whose = _claim(read[-1][1]) or next(filter(None, map(claimant, last)), None)
    for at, (count, tail, counted) in enumerate(read):
        words = _GOES_ON.sub("", (value[count.start : count.end] + tail).strip(" ,;.:"))
        alike = next((later.kind for _, _, later in read[at + 1 : at + 4] if later.kind in PERSONAL), None)
        is_part = bool(_PART.match(tail.strip()) or _HOLDS.search(read[at - 1][1] if at else before))
        is_added = bool(_ADDED.fullmatch(before.strip())) if at == 0 else False
        _figure(piece, _Stated(count, words, tail, _completed(counted, tail, alike, lead), is_part, whose, is_added), reading)


def _completed(counted: Counted, tail: str, shared: str | None, lead: str) -> Counted:
    """Take the kind from a later figure of the piece ("71 soldiers and 11 fighters killed"), the noun from before it ("Infantry 500")."""
    if shared and counted.of and counted.kind == "casualties" and not re.search(r"casualt|loss", tail):
        counted = replace(counted, kind=shared)
    if lead and not counted.of:
        counted = replace(counted, who=lead) if is_adjective(lead) else replace(counted, of=lead)
    return counted


def _ranged(read: list[tuple[Count, str, Counted]]) -> list[tuple[Count, str, Counted]]:
    """Make one of the two ends of "from 77,166 dead to 110,000 killed"."""
    for at in range(len(read) - 1):
        (low, tail, one), (high, rest, other) = read[at : at + 2]
        if re.search(r"\bto\s*$", tail) and one.kind == other.kind and one.kind and low.low < high.high:
            whole = replace(low, high=high.high, end=high.end, approximate=low.approximate or high.approximate)
            return [*read[:at], (whole, rest, other), *read[at + 2 :]]
    return read


def _leads(words: str) -> bool:
    """Whether words before a figure say what it counts ("Infantry 500") or whose it is ("Italy 6,029")."""
    plain = words.strip(" :.-–—")
    return is_people(plain) or is_adjective(plain) or (is_materiel(plain) and not re.search(r"\d", plain))


def _counted(tail: str, reading: Reading) -> Counted:
    plain = " ".join(_JOINT.sub("", _ASIDE.sub(" ", tail)).split())
    if not reading.is_losses:
        return strength(plain)
    counted = casualty(plain)
    if counted.is_materiel and counted.of:
        reading.noun = counted.of
    elif counted.is_materiel and counted.kind:
        lost = counted.kind.casefold() == "lost" and not reading.noun
        counted = (
            Counted("casualties")
            if lost
            else replace(counted, kind=f"{reading.noun} {counted.kind}".strip(), of=reading.noun)
            if reading.noun
            else Counted("", counted.kind)
        )
    return counted


@dataclass(frozen=True, slots=True)
class _Stated:
    """A count with its words, the words after it, what they say is counted, if it is a part of the figure before, whose it is,
    and whether it goes on with the figure before ("plus 50,000 allies").
    """

    count: Count
    words: str
    tail: str
    counted: Counted
    is_part: bool
    claimed_by: str | None
    is_added: bool = False


def _figure(piece: Piece, stated: _Stated, reading: Reading) -> None:
    """Add one figure and the parts of it that stand in parentheses."""
    asides = [aside.strip() for aside in _ASIDE.findall(stated.tail)]
    kind = _kind(stated, asides, reading)
    if kind is None:
        reading.remarks.append(piece.unread("R250", f'"{stated.words}" does not say what it counts', "give it in the .fix.yaml"))
        return
    above = _above(piece, stated, reading)
    kind = reading.found[above].kind if above is not None else kind
    within = reading.whole if stated.is_part else above
    of, who = (None, None) if _PART.match(stated.tail.strip()) else (stated.counted.of, stated.counted.who or reading.who_above(piece))
    claimed_by = next(filter(None, (claimant(aside) for aside in asides)), None) or stated.claimed_by
    claimed_by = claimed_by or reading.claim_above(piece) or (reading.found[-1].claimed_by if stated.is_added and reading.found else None)
    bounds = _bounds(stated.count)
    bounds["approximate"] = stated.count.approximate or any(is_estimate(aside) for aside in asides)
    estimate = Estimate(stated.words, piece.quote(), kind, **bounds, of=of, who=who, claimed_by=claimed_by, within=within)
    index = reading.add(piece, estimate)
    for aside in asides:
        _inside(piece, aside, index, reading)


def _above(piece: Piece, stated: _Stated, reading: Reading) -> int | None:
    """The total of which a figure that says no kind of its own is a part: the one that heads it, or the one it is bulleted under."""
    is_plain = (
        reading.is_losses
        and stated.counted.kind in (None, "casualties")
        and not re.search(r"casualt|loss|total", stated.tail, re.IGNORECASE)
    )
    if not is_plain:
        reading.total = None if stated.counted.kind else reading.total
        return None
    at = reading.total
    at = reading.above(piece.depth) if at is None else at
    return at if at is not None and reading.found[at].kind in PERSONAL else None


def _bounds(count: Count) -> _Bounds:
    return {
        "low": count.low,
        "high": count.high,
        "at_least": count.at_least,
        "at_most": count.at_most,
        "approximate": count.approximate,
    }


class _Bounds(TypedDict):
    low: int
    high: int
    at_least: bool
    at_most: bool
    approximate: bool


def _kind(stated: _Stated, asides: Sequence[str], reading: Reading) -> str | None:
    """The kind of a figure: empty for a strength; None where the words do not say what is counted."""
    kind = stated.counted.kind
    if not reading.is_losses:
        return kind
    if _PART.match(stated.tail.strip()):
        return reading.found[reading.whole].kind if reading.whole is not None else None
    if kind is None:
        inside = (casualty(aside) for aside in asides)
        return next((c.kind for c in inside if c.kind in PERSONAL and not c.of), None) or "casualties"
    return kind or None


def _claim(words: str) -> str | None:
    """The claimant that words name after "according to"."""
    match = _PER.search(words)
    return claimant(match[0]) if match else None


def _inside(piece: Piece, aside: str, index: int, reading: Reading) -> None:
    """Read counts in parentheses as parts of the figure before: "(including 630 killed)", "(30,000 German, 60,000 Italian)"."""
    whole = reading.found[index]
    counts = find_counts(aside)
    if counts and _SUM.fullmatch(aside) and reading.is_losses and _adds_up(counts[0], reading):
        reading.add(piece, Estimate(aside, piece.quote(), "casualties", **_bounds(counts[0])))
        return
    if not counts or re.fullmatch(r"\d{4}", aside) or claimant(aside):
        return
    ends = [*(count.start for count in counts[1:]), len(aside)]
    for count, end in zip(counts, ends, strict=True):
        tail = _JOINT.sub("", aside[count.end : end]).strip()
        part = _part(tail, whole, reading)
        if part is None:
            reading.remarks.append(piece.remark("R251", f'"{aside}" says more of the figure'))
            return
        words = (aside[count.start : count.end] + " " + tail).strip()
        part_of = {"of": part.of, "who": part.who, "claimed_by": whole.claimed_by}
        reading.add(piece, Estimate(words, piece.quote(), part.kind or "", **_bounds(count), **part_of, within=index))


def _adds_up(total: Count, reading: Reading) -> bool:
    """Whether the figures so far are all of men, and add up to a total that stands in parentheses behind them."""
    parts = [figure for figure in reading.found if figure.within is None]
    is_exact = all(figure.kind in PERSONAL and figure.low == figure.high for figure in parts)
    return len(parts) > 1 and is_exact and total.low == total.high == sum(figure.low or 0 for figure in parts)


def _part(tail: str, whole: Estimate, reading: Reading) -> Counted | None:
    """What a count in parentheses counts; None where it is not a plain part of the whole."""
    who = tail if is_adjective(tail) else None
    if who:
        return Counted(whole.kind, whole.of, who)
    if not reading.is_losses:
        counted = strength(tail)
        return counted if counted.of and (is_people(counted.of) or is_materiel(counted.of) or is_unit(counted.of)) else None
    counted = casualty(tail)
    if counted.kind in ("", "casualties") and counted.of and is_people(counted.of) and whole.kind in PERSONAL:
        return replace(counted, kind=whole.kind)
    return counted if counted.kind in PERSONAL or counted.is_materiel else None
