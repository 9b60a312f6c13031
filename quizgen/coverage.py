"""An article and its campaign → how much of the one is in the other: fields, words of the infobox, dated sentences, events.

A word of the infobox is explained if a value that the model read from its field holds it, or a diagnostic points at it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from quizgen.article import Article
from quizgen.diagnostics import Diagnostic, Severity, Span
from quizgen.grammar.dates import find_dates
from quizgen.infobox.keys import field_of
from quizgen.infobox.leftovers import unexplained, values
from quizgen.model import Campaign, Sentence
from quizgen.prose.statements import is_told

_LONGEST = 2000  # characters of a sentence that the prose reads


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
        sum(any(values(campaign, entry)) for entry in known),
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
