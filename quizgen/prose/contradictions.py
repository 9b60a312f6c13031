"""Figures of the infobox and of the prose → those that count the same and do not agree; kept with their sources, never settled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizgen.model import Campaign, Contradiction, Estimate, Quote, Sentence, Side, Source
from quizgen.naming import side_name
from quizgen.prose.words import words

_NUMBER = r"\d{1,3}(?:,\d{3})+|\d+"
_COUNT = re.compile(
    rf"(?P<bound>\b(?i:at\sleast|more\sthan|over|up\sto|around|about|nearly|almost|some|only|"
    rf"fewer\sthan)\s)?(?<![\w,.–-])(?P<low>{_NUMBER})(?:\s?[–-]\s?(?P<high>{_NUMBER}))?(?P<plus>\+)?\s"
    r"(?P<of>(?:(?!(?:of|on|in|at|and|were|was|to|by|had)\b)[\w-]+\s){0,2}?[\w-]+)(?P<rest>[^.;]*)"
)
_DEAD = re.compile(r"\b(?:killed|died|dead|deaths?|lost\stheir\slives)\b")
_FATES = {
    "killed": _DEAD,
    "wounded": re.compile(r"\b(?:wounded|injured)\b"),
    "captured": re.compile(r"\b(?:captured|taken\sprisoner|prisoners)\b"),
}
_PEOPLE = words("fighters soldiers men troops rebels militants insurgents combatants people personnel")


@dataclass(frozen=True, slots=True)
class _Count:
    low: int
    high: int
    open: bool
    text: str
    source: Source
    both: bool = False


def contradictions(campaign: Campaign, sentences: tuple[Sentence, ...]) -> Iterator[Contradiction]:
    """Compare each figure of the box with the counts of the same thing in the prose, in the order of the box."""
    for estimate in campaign.civilian_casualties:
        yield from _against(estimate, f"civilians {estimate.kind or 'killed'}", _counted(sentences, {"civilians"}, estimate.kind))
    for side in campaign.sides:
        for estimate in side.strength:
            of = (estimate.of or "").split()[-1:]
            if of and estimate.low:
                found = [c for c in _counted(sentences, set(of), "", exact=True) if _is_of(side, c, campaign)]
                yield from _against(estimate, f"{of[0]} ({side_name(side)})", found)
        for estimate in side.casualties:
            if estimate.low and estimate.kind in _FATES:
                found = [c for c in _counted(sentences, _PEOPLE, estimate.kind) if c.both or _is_of(side, c, campaign)]
                # a count of both sides contradicts a count of one only where the two are the same number
                found = [c for c in found if not c.both or c.low == estimate.low]
                yield from _against(estimate, f"{estimate.kind} ({side_name(side)})", found)


def _against(estimate: Estimate, what: str, counts: list[_Count]) -> Iterator[Contradiction]:
    differing = [c for c in counts if (c.low, c.high, c.open) != (estimate.low, estimate.high, estimate.at_least) or c.both]
    for count in differing:
        if _is_near(estimate, count):
            yield Contradiction(
                f"{what}: “{estimate.text}” in the infobox, “{count.text}” in the prose",
                (estimate.text, count.text),
                (estimate.source, count.source),
            )


def _is_near(estimate: Estimate, count: _Count) -> bool:
    """Whether both may speak of the same whole: within a factor of two. A small count is one incident's, not the campaign's."""
    return bool(estimate.low) and count.high >= (estimate.low or 0) / 2 and count.low <= (estimate.high or 0) * 2


def _counted(sentences: tuple[Sentence, ...], of: set[str] | frozenset[str], kind: str, *, exact: bool = False) -> list[_Count]:
    found = []
    for sentence in sentences:
        for match in _COUNT.finditer(sentence.text):
            words = match["of"].casefold().split()
            if (
                words[-1] not in of
                or (kind and not _FATES.get(kind, _DEAD).search(match["rest"]))
                or (exact and match["rest"].lstrip().startswith("on both"))
            ):
                continue
            low = int(match["low"].replace(",", ""))
            high = int((match["high"] or match["low"]).replace(",", ""))
            is_open = bool(match["plus"]) or (match["bound"] or "").strip().casefold() in ("at least", "more than", "over")
            both = bool(re.match(r"\s(?:on|from)\sboth\ssides", match["rest"]))
            end = match.end("of") + (len(" on both sides") if both else 0)
            text = sentence.text[match.start() : end].strip()
            source = replace(sentence.source, quote=text) if isinstance(sentence.source, Quote) else sentence.source
            found.append(_Count(low, high, is_open, text, source, both))
    return found


def _is_of(side: Side, count: _Count, campaign: Campaign) -> bool:
    """Whether the words before or of the count name this side, or nobody: the unit counted is then the side's own word."""
    own = {label.value.split()[0].casefold().rstrip("s") for label in (side.label, *side.aliases) if label}
    others = {
        label.value.split()[0].casefold().rstrip("s") for s in campaign.sides if s is not side for label in (s.label, *s.aliases) if label
    }
    words = {word.rstrip("s") for word in count.text.casefold().split()}
    return bool(words & own) or not words & others
