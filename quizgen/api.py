"""The public verbs: a source → its campaign, campaigns → facts and items. The command line adds only arguments and printing."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from quizgen.article import Article
from quizgen.assembly import assemble
from quizgen.campaign_yaml import dump, load
from quizgen.campaign_yaml import fix as fixes
from quizgen.diagnostics import Diagnostic, QuizgenError, Span, fail
from quizgen.files import read_stream, read_text
from quizgen.items import Item, Refused
from quizgen.model import Campaign
from quizgen.readers import Reader, sources
from quizgen.registry import discover
from quizgen.relations import Fact, facts

LIBRARY = Path(__file__).with_name("library")
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a source gave: its campaign, what was noticed on the way, and the article, if there was one.

    `path` is the file it was read from; None for standard input.
    """

    campaign: Campaign
    diagnostics: tuple[Diagnostic, ...] = ()
    article: Article | None = None
    path: Path | None = None


def read(source: str, *, name: str | None = None, fix: str | None = None, as_of: str | None = None) -> Reading:
    """Read a source: an article or campaign file, the name of a shipped campaign, or "-" for standard input called `name`.

    `fix`: the file with corrections; by default `NAME.fix.yaml` beside an article. `as_of`: the date (EDTF) of the text.
    Raises QuizgenError with every error found.
    """
    if source == STDIN:
        shown = name or "standard-input.txt"
        return _understood(None, shown, read_stream(sys.stdin.buffer, shown), fix, as_of)
    path = locate(source)
    return _understood(path, str(path) if Path(source).exists() else source, read_text(path), fix, as_of)


def locate(source: str) -> Path:
    """Find the file that a source names: the path itself, else the shipped campaign of that name.

    Raises QuizgenError F001 with the nearest name where there is neither.
    """
    path = Path(source)
    if path.exists() or path.suffix or path.name != source:
        return path
    if source in shipped():
        return LIBRARY / f"{source}.yaml"
    near = difflib.get_close_matches(source, [*shipped(), *(p.name for p in Path().iterdir())], n=1)
    hint = f'did you mean "{near[0]}"?' if near else f"name a file, or a shipped campaign: {', '.join(shipped()) or 'there is none'}"
    raise fail(Span(source), "F001", f'there is no file and no shipped campaign "{source}"', hint)


def shipped() -> tuple[str, ...]:
    """Give the names of the campaigns that come with quizgen."""
    return tuple(sorted(path.stem for path in LIBRARY.glob("*.yaml")))


def readers() -> dict[str, Reader]:
    """Give every reader by name."""
    return discover("quizgen.readers", "READER", Reader)


def reader_of(path: Path) -> Reader:
    """Choose the reader by the file's suffix, none meaning `.txt`; QuizgenError F010 if no reader takes it."""
    suffix = path.suffix.casefold() or ".txt"
    for reader in readers().values():
        if suffix in reader.suffixes:
            return reader
    known = ", ".join(suffix for reader in readers().values() for suffix in reader.suffixes)
    raise fail(Span(str(path)), "F010", f'no reader takes files that end in "{suffix}"', f"name a file that ends in one of {known}")


def _understood(path: Path | None, shown: str, text: str, fix_file: str | None, as_of: str | None) -> Reading:
    """Read a text with the reader of its name, and correct what comes of it."""
    file = Path(shown)
    reader = reader_of(path or file)
    base = (path or file).name
    try:
        got = reader.read(text, base, file.stem)
        if isinstance(got, Article):
            page, dated = sources(path) if path else (None, None)
            article = replace(got, page=page, as_of=as_of or dated)
            reading = _from_article(article, path, _corrections(path, fix_file))
            return replace(reading, diagnostics=_moved(reading.diagnostics, base, shown))
        corrected = fixes.apply(got, _corrections(None, fix_file))
        return Reading(replace(corrected, as_of=as_of or corrected.as_of), path=path)
    except QuizgenError as err:
        raise QuizgenError(_moved(err.diagnostics, base, shown)) from err


def _from_article(article: Article, path: Path | None, corrections: tuple[fixes.Correction, ...]) -> Reading:
    """Infobox, then prose, with what is corrected of the sides' names known before the prose is read."""
    from quizgen.infobox import read_infobox
    from quizgen.prose import read_prose

    boxed, of_box = read_infobox(article)
    early = tuple(correction for correction in corrections if fixes.is_about_names(correction))
    late = tuple(correction for correction in corrections if correction not in early)
    whole, of_prose = read_prose(article, fixes.apply(boxed, early))
    return Reading(fixes.apply(whole, late), (*of_box, *of_prose), article, path)


def _corrections(path: Path | None, named: str | None) -> tuple[fixes.Correction, ...]:
    """The corrections of the file named, else of the one beside an article; none if there is no such file."""
    beside = path.with_name(f"{path.stem}.fix.yaml") if path else None
    chosen = Path(named) if named else beside if beside and beside.is_file() else None
    return fixes.load(read_text(chosen), str(chosen)) if chosen else ()


def _moved(diagnostics: Iterable[Diagnostic], base: str, shown: str) -> tuple[Diagnostic, ...]:
    return tuple(replace(d, span=replace(d.span, file=shown)) if d.span.file == base else d for d in diagnostics)


def moved(diagnostics: Iterable[Diagnostic], reading: Reading) -> tuple[Diagnostic, ...]:
    """Name the article as it was typed, where diagnostics name it as its quotes do."""
    return _moved(diagnostics, reading.article.file, str(reading.path)) if reading.article and reading.path else tuple(diagnostics)


def ask(*campaigns: Campaign) -> tuple[tuple[Item, ...], tuple[Refused, ...]]:
    """Ask all that can be asked of the campaigns loaded together; also what was refused, and by which rule."""
    from quizgen import asking, world

    return asking.ask(world.load(*campaigns))


__all__ = ["Fact", "Reading", "ask", "assemble", "dump", "facts", "load", "locate", "read", "reader_of", "readers", "shipped"]
