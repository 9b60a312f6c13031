"""An article and its campaign → how much of the one is in the other: fields, words of the infobox, dated sentences, events.

A word of the infobox is explained if a value that the model read from its field holds it, or a diagnostic points at it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from enum import StrEnum

from quizgen.article import Article, Field
from quizgen.diagnostics import Diagnostic, Severity, Span
from quizgen.grammar.dates import find_dates
from quizgen.grammar.names import HONOURS
from quizgen.infobox.keys import LOOKS, field_of, fold
from quizgen.model import Belligerent, Campaign, Commander, DatedText, Estimate, Quote, Result, Sentence, Sourced, Unit, slug
from quizgen.prose.statements import is_told

Leaf = Belligerent | Commander | Unit | Estimate | DatedText | Result | Sourced
_LONGEST = 2000  # characters of a sentence that the prose reads
_WORD = re.compile(r"[^\W_]+")
_JOINTS = frozenset(["and", "or", "the", "a", "an", "of", "in", "on", "at", "by", "with", "from", "to", "during", "within", "as"])
_LOOK = re.compile(r"\d+px|[bh]r")  # what a flat article keeps of markup
_QUOTED = ("date", "place", "result")  # fields that the model holds as a whole: what their quotes cover was read


class Unused(StrEnum):
    """Why a sentence that names or inherits a date gave no event."""

    LONG = "too long for a sentence"
    UNSETTLED = "no day is settled"
    NO_VERB = "tells nothing done"
    OUTSIDE = "outside the campaign"
    UNSURE = "a plan, an account or a look back"


@dataclass(frozen=True, slots=True)
class Coverage:
    """What of an article was used. `fields` counts those that gave the model something, of `known` with a known key."""

    fields: int
    known: int
    spans: tuple[Span, ...]
    unexplained: tuple[tuple[str, Span], ...]
    dated: int
    unused: tuple[tuple[Sentence, Unused], ...]
    events: int
    captions: int

    def lines(self) -> Iterator[str]:
        """Say it for a reader, a line for each part."""
        yield f"infobox: {self.fields} of {self.known} fields read, {len(self.spans)} spans not understood" + (
            f", {len(self.unexplained)} words in neither the model nor a diagnostic" if self.unexplained else ""
        )
        reasons = Counter(why for _, why in self.unused)
        told = ", ".join(f"{reasons[why]} {why}" for why in Unused if reasons[why])
        yield f"prose: {self.dated - len(self.unused)} of {self.dated} dated sentences used" + (f"; not used: {told}" if told else "")
        yield f"events: {self.captions} with a caption, {self.events - self.captions} without"


def cover(article: Article, campaign: Campaign, diagnostics: Iterable[Diagnostic]) -> Coverage:
    """Measure an article as it was read; of the diagnostics those of reading it (R…) count, whatever they call its file."""
    found = [d for d in diagnostics if d.code.startswith("R")]
    known = [entry for entry in article.fields if field_of(entry.key)]
    dated = [s for s in campaign.sentences if s.dates or any(find_dates(s.text))]
    used = {(event.sentence.text, event.sentence.source) for event in campaign.events}
    unused = tuple((s, _why(s, campaign)) for s in dated if (s.text, s.source) not in used)
    return Coverage(
        sum(any(_values(campaign, entry)) for entry in known),
        len(known),
        tuple(d.span for d in found if d.severity is Severity.WARNING),
        tuple(unexplained(article, campaign, found)),
        len(dated),
        unused,
        len(campaign.events),
        sum(event.caption is not None for event in campaign.events),
    )


def _why(sentence: Sentence, campaign: Campaign) -> Unused:
    if len(sentence.text) > _LONGEST:
        return Unused.LONG
    if not sentence.dates:
        return Unused.UNSETTLED
    if not is_told(sentence.text):
        return Unused.NO_VERB
    if campaign.date and not any(day.overlaps(campaign.date.value) for day in sentence.dates):
        return Unused.OUTSIDE
    return Unused.UNSURE


def unexplained(article: Article, campaign: Campaign, diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[str, Span]]:
    """Give each word of the infobox, as a reader sees it, that is neither in the model nor under a diagnostic, in order."""
    noticed = list(diagnostics)
    for entry in article.fields:
        whole = entry.value.span()
        if fold(entry.key) in LOOKS or any(replace(d.span, file=whole.file) == whole for d in noticed):
            continue
        held = {word for value in _values(campaign, entry) for word in _words(value)} | _JOINTS
        for match in _WORD.finditer(entry.value.value):
            span = entry.value.span(match.start(), match.end() - match.start())
            if not _is_held(match[0], held) and not any(_covers(d.span, span) for d in noticed):
                yield match[0], span


def _is_held(word: str, held: set[str]) -> bool:
    """Whether the model holds a word, or both of two that a flat article has glued: a name and a fate. It wants no honours."""
    if _LOOK.fullmatch(word) or HONOURS.fullmatch(f" {word}") or set(_words(word)) <= held:
        return True
    glued = re.fullmatch(r"(.+?)((?:[A-Z]{3})+)", word)
    return bool(glued) and set(_words(f"{glued[1]} {glued[2]}")) <= held  # type: ignore[index]  # bool(glued) holds


def _words(text: str) -> list[str]:
    return [word for word in slug(text).split("-") if word]


def _covers(outer: Span, inner: Span) -> bool:
    begins, ends = outer.column <= inner.column, inner.column + inner.length <= outer.column + outer.length
    return outer.line == inner.line and begins and ends


def _values(campaign: Campaign, entry: Field) -> Iterator[str]:
    """What the model holds of a field, as texts."""
    name, number = field_of(entry.key) or ("", "")
    for leaf in _leaves(campaign, name, number):
        yield from _texts(leaf)
        if name in _QUOTED and isinstance(leaf.source, Quote):
            # the quote of a value over several lines, or in markup, is its first line as it stands there
            yield entry.value.value if leaf.source == entry.value.quote() else leaf.source.quote


def _leaves(campaign: Campaign, name: str, number: str) -> tuple[Leaf, ...]:
    """What a field filled: of a side, else of the campaign."""
    side = next((s for s in campaign.sides if s.id == number), None)
    if side:
        return tuple(getattr(side, name))
    found: dict[str, tuple[Leaf | None, ...]] = {
        "title": (campaign.title,),
        "date": (campaign.date, *campaign.date_notes),
        "place": (campaign.place,),
        "part_of": campaign.part_of,
        "result": (campaign.result, *campaign.outcomes),
        "casualties": campaign.civilian_casualties,
    }
    return tuple(leaf for leaf in found.get(name, ()) if leaf)


def _texts(leaf: Leaf) -> Iterator[str]:
    """Every text in a leaf, but for its source."""
    for field in fields(leaf):
        value = getattr(leaf, field.name)
        if isinstance(value, str) and field.name != "id":
            yield value
