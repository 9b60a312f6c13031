"""A campaign and its source, files and their recipe → diagnostics: what no longer stands, what a person set, what is out of date."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from quizgen.campaign_yaml.fix import Correction
from quizgen.campaign_yaml.shape import leaves
from quizgen.diagnostics import Diagnostic, Span, error, note, warning
from quizgen.model import By, Campaign, Commander, Contradiction, Event, Quote, Source, slug
from quizgen.products import Product

TIMES = re.compile(rb"/(CreationDate|ModDate) \([^)]*\)|/ID\s*\[[^\]]*\]")


def quotes(campaign: Campaign, texts: Mapping[str, Sequence[str]]) -> Iterator[Diagnostic]:
    """Prove that each quote still stands on its line; `texts` maps base names of sources to their lines.

    K101 (error) where one does not; K102 (note) counts those of a source that is not at hand.
    """
    absent: Counter[str] = Counter()
    for source in dict.fromkeys(place for _, place in leaves(campaign) if isinstance(place, Quote)):
        if source.file not in texts:
            absent[source.file] += 1
        elif not _stands(source, texts[source.file]):
            span = Span(source.file, source.line)
            yield error(span, "K101", f'the line does not hold "{source.quote[:60]}"', "read the article again: quizgen read")
    for file, count in absent.items():
        yield note(Span(file or campaign.name), "K102", f"source not at hand: {count} quotes unchecked", f'put "{file}" beside the YAML')


def _stands(source: Quote, lines: Sequence[str]) -> bool:
    return 1 <= source.line <= len(lines) and source.quote in lines[source.line - 1]


def people(campaign: Campaign) -> Iterator[Diagnostic]:
    """List every leaf that a person set, with who and why (K103, a note)."""
    for path, place in leaves(campaign):
        if isinstance(place, By):
            told = ": ".join(filter(None, (place.who, place.why))) + f" ({place.ref})" * bool(place.ref)
            yield note(Span(campaign.name), "K103", f'"{"/".join(path)}" was set by {told}')


def dropped(corrections: Iterable[Correction]) -> Iterator[Diagnostic]:
    """List what a person took out of what the article gives, with who and why (K109, a note)."""
    for one in corrections:
        if one.verb == "drop":
            yield note(one.span, "K109", f'"{one.path}" was dropped by {one.by.who}: {one.by.why}' + f" ({one.by.ref})" * bool(one.by.ref))


def contradictions(campaign: Campaign) -> Iterator[Diagnostic]:
    """List what the source says in two ways (K104, a warning)."""
    for found in campaign.contradictions:
        yield warning(_span(campaign, found), "K104", found.text, "neither is asked unless the claimant is named")


def outside(campaign: Campaign) -> Iterator[Diagnostic]:
    """List the days of events that lie outside the campaign's dates, each once (K107, a note)."""
    days: dict[str, Event] = {}
    for event in campaign.events:
        if campaign.date and event.date and not event.date.overlaps(campaign.date.value):
            days.setdefault(event.date.edtf, event)
    for day, event in days.items():
        yield note(_at(campaign, event.source), "K107", f"{day} lies outside the campaign's dates")


def turncoats(campaign: Campaign) -> Iterator[Diagnostic]:
    """List who stands among the commanders of several sides (K108, a warning)."""
    places: dict[str, dict[str, Commander]] = {}
    for side in campaign.sides:
        for person in side.commanders:
            if not person.placeholder:
                places.setdefault(slug(person.name), {}).setdefault(side.id, person)
    for sides in places.values():
        if len(sides) > 1:
            *_, person = sides.values()
            message = f'"{person.name}" is a commander of sides {" and ".join(sides)}'
            yield warning(_at(campaign, person.source), "K108", message, "if these are two, or one is wrong, set it in the .fix.yaml")


def _at(campaign: Campaign, source: Source) -> Span:
    return Span(source.file, source.line) if isinstance(source, Quote) else Span(campaign.name)


def _span(campaign: Campaign, found: Contradiction) -> Span:
    quoted = (place for place in found.sources if isinstance(place, Quote))
    return _at(campaign, next(quoted, By("")))


def behind(campaign: Campaign, fresh: Campaign, path: Path) -> Iterator[Diagnostic]:
    """Compare a campaign's YAML with what its article gives now (K106, out of date)."""
    if campaign != fresh:
        hint = f"correct {campaign.name}.fix.yaml, not this file, then: quizgen read ARTICLE -o {path}"
        yield error(Span(str(path)), "K106", "the model is out of date: its article, as corrected, now gives another", hint)


def stale(products: Iterable[Product], folder: Path) -> Iterator[Diagnostic]:
    """Compare files as shipped with those just made (K105, out of date or missing): by content, however they are packed."""
    for product in products:
        path = folder / product.name
        if not path.is_file():
            yield error(Span(str(path)), "K105", "the file that the recipe makes is missing", "make shipped")
        elif content(path.read_bytes()) != content(product.data):
            yield error(
                Span(str(path)), "K105", "the file is out of date: its recipe now makes another", "make shipped, and look at what changed"
            )


def content(data: bytes) -> object:
    """Give what a file holds: of a package its members unpacked, of anything else its bytes but for times of making."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return TIMES.sub(b"", data)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}
