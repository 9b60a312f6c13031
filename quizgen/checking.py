"""A campaign and its source, files and their recipe → diagnostics: what no longer stands, what a person set, what is out of date."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from quizgen.campaign_yaml.shape import leaves
from quizgen.diagnostics import Diagnostic, Span, error, note, warning
from quizgen.model import By, Campaign, Contradiction, Quote
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


def contradictions(campaign: Campaign) -> Iterator[Diagnostic]:
    """List what the source says in two ways (K104, a warning)."""
    for found in campaign.contradictions:
        yield warning(_span(campaign, found), "K104", found.text, "neither is asked unless the claimant is named")


def _span(campaign: Campaign, found: Contradiction) -> Span:
    places = [place for place in found.sources if isinstance(place, Quote)]
    return Span(places[0].file, places[0].line) if places else Span(campaign.name)


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
