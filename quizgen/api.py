"""The public verbs: a source → its campaign, campaigns → facts and items. The command line adds only arguments and printing."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from quizgen.article import Article, Text
from quizgen.assembly import assemble
from quizgen.campaign_yaml import dump, load
from quizgen.campaign_yaml import fix as fixes
from quizgen.diagnostics import Diagnostic, QuizgenError, Span, fail
from quizgen.files import decode, open_binary, read_stream, read_text
from quizgen.items import Item, Refused
from quizgen.model import Campaign, Page
from quizgen.naming import label_sides
from quizgen.pages import StoredPage, choose, stem_of
from quizgen.readers import Collection, Reader, SourceFormat, sources
from quizgen.registry import discover
from quizgen.relations import Fact, facts

LIBRARY = Path(__file__).with_name("library")
STDIN = "-"
TITLE = 255  # characters; MediaWiki allows as many bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """What a source gave: its campaign, what was noticed on the way, the article, if there was one, and its corrections.

    `path` is the file it was read from, None for standard input; `shown` is the article's name in messages: `path`, and
    of a page of an export "dump.xml#Title", as its lines are those of the page.
    """

    campaign: Campaign
    diagnostics: tuple[Diagnostic, ...] = ()
    article: Article | None = None
    path: Path | None = None
    shown: str = ""
    corrections: tuple[fixes.Correction, ...] = ()


def read(source: str, *, name: str | None = None, fix: str | None = None, as_of: str | None = None, page: str | None = None) -> Reading:
    """Read a source: an article or campaign file, the name of a shipped campaign, or "-" for standard input called `name`.

    `fix`: the file with corrections; by default `NAME.fix.yaml` beside an article. `as_of`: the date (EDTF) of the text.
    `page`: the title of the page wanted of an export. The campaign's name is the file's stem, of an export's page the slug of its title.
    Raises QuizgenError with every error found.
    """
    path, shown = _place(source, name)
    form = reader_of(path or Path(shown))
    if isinstance(form, Collection):
        with _opened(path) as stream:
            chosen, notes = choose(form.pages(stream, shown), page, shown)
        reading = _of_page(chosen, form.each, path, shown, fix, as_of)
        return replace(reading, diagnostics=(*notes, *reading.diagnostics))
    if page is not None:
        raise fail(Span(shown), "R139", "--page chooses of an export, and this is none", "leave --page out")
    text = read_text(path) if path else read_stream(sys.stdin.buffer, shown)
    return _understood(path, shown, text, fix, as_of)


def pages(source: str, *, name: str | None = None) -> Iterator[StoredPage]:
    """Give the pages of an export one by one, in its order; QuizgenError R139 if the source is none."""
    path, shown = _place(source, name)
    form = reader_of(path or Path(shown))
    if not isinstance(form, Collection):
        raise fail(
            Span(shown), "R139", "--list lists the pages of an export, and this is none", "name a file that ends in .xml or .xml.bz2"
        )
    return _stored(form, path, shown)


def text(path: Path, page: str) -> str:
    """Give the text whose lines the quotes of a source stand on: of an export that of the page, else the file's."""
    form = reader_of(path)
    if isinstance(form, Collection):
        with _opened(path) as stream:
            return choose(form.pages(stream, str(path)), page, str(path))[0].text
    return read_text(path)


def is_collection(path: Path) -> bool:
    """Whether a file is an export, whose pages are read one at a time."""
    return isinstance(reader_of(path), Collection)


def _place(source: str, name: str | None) -> tuple[Path | None, str]:
    """The file that a source names, None for standard input, and its name in messages."""
    if source == STDIN:
        return None, name or "standard-input.txt"
    path = locate(source)
    return path, str(path) if Path(source).exists() else source


def _stored(form: Collection, path: Path | None, shown: str) -> Iterator[StoredPage]:
    with _opened(path) as stream:
        yield from form.pages(stream, shown)


def _opened(path: Path | None) -> AbstractContextManager[BinaryIO]:
    return open_binary(path) if path else nullcontext(sys.stdin.buffer)


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


def readers() -> dict[str, SourceFormat]:
    """Give every reader by name."""
    return discover("quizgen.readers", "READER", SourceFormat)


def reader_of(path: Path) -> SourceFormat:
    """Choose the reader by the file's suffix, none meaning `.txt`; QuizgenError F010 if no reader takes it."""
    suffix = path.suffix.casefold() or ".txt"
    for reader in readers().values():
        if suffix in reader.suffixes or path.name.casefold().endswith(reader.suffixes):
            return reader
    known = ", ".join(suffix for reader in readers().values() for suffix in reader.suffixes)
    raise fail(Span(str(path)), "F010", f'no reader takes files that end in "{suffix}"', f"name a file that ends in one of {known}")


def _understood(path: Path | None, shown: str, text: str, fix_file: str | None, as_of: str | None) -> Reading:
    """Read a text with the reader of its name, and correct what comes of it."""
    file = path or Path(shown)
    beside = None if is_model(file) else path
    page, dated = sources(beside) if beside else (None, None)
    reading = understand(text, Path(shown).stem, file.suffix, file.name, shown, page, as_of or dated, _corrections(beside, fix_file))
    return replace(reading, path=path)


def _of_page(stored: StoredPage, suffix: str, path: Path | None, shown: str, fix_file: str | None, as_of: str | None) -> Reading:
    """Read a page of an export as the file of its text would be read."""
    file = path or Path(shown)
    stem = page_name(stored, file.name)
    corrections = _corrections(path.with_name(f"{stem}{suffix}") if path else None, fix_file)
    place = f"{shown}#{stored.page.title[:TITLE]}"
    text = decode(stored.text.encode(), place)
    return replace(understand(text, stem, suffix, file.name, place, stored.page, as_of or stored.as_of, corrections), path=path)


def page_name(stored: StoredPage, file: str) -> str:
    """Name the campaign of a page in an export: by its title, or if that has no letter by the export's file."""
    return stem_of(stored.page) or file.split(".", maxsplit=1)[0]


def is_model(path: Path) -> bool:
    """Whether a file holds a campaign as YAML, not an article: it has no corrections beside it, and says itself of which page it is."""
    return reader_of(path) is readers()["campaign"]


def understand(
    text: str,
    name: str,
    suffix: str,
    file: str,
    shown: str,
    page: Page | None,
    as_of: str | None,
    corrections: tuple[fixes.Correction, ...],
) -> Reading:
    """Read a text with the reader of its suffix and correct what comes of it; touches no file.

    `name`: of the campaign; `file`: in its quotes; `shown`: in messages; `page` and `as_of`: of an article.
    Raises QuizgenError with every error found.
    """
    try:
        got = _read(Path(f"{name}{suffix}"), text, file, name)
        if isinstance(got, Article):
            reading = _from_article(_titled(replace(got, page=page, as_of=as_of)), corrections)
            return replace(reading, diagnostics=_moved(reading.diagnostics, file, shown), shown=shown)
        corrected = fixes.apply(got, corrections)
        return Reading(replace(corrected, as_of=as_of or corrected.as_of), shown=shown, corrections=corrections)
    except QuizgenError as err:
        raise QuizgenError(_moved(err.diagnostics, file, shown)) from err


def _titled(article: Article) -> Article:
    """Call an article as its page is called, where that is known: its text may shorten the name, or not say it."""
    title = article.title
    if article.page and article.page.title not in ("", title.value):
        title = Text(article.page.title, article.file, title.line, raw=article.lines[title.line - 1])
    if len(title.value) > TITLE:
        message = f"the title has {len(title.value):,} characters; no page has one of over {TITLE}"
        raise fail(title.span(length=TITLE), "R104", message, "call the article as its page is called")
    return replace(article, title=title)


def _read(path: Path, text: str, file: str, name: str) -> Article | Campaign:
    """Read a text with the reader that takes files such as `path`."""
    reader = reader_of(path)
    assert isinstance(reader, Reader)  # collections were taken apart before
    return reader.read(text, file, name)


def _from_article(article: Article, corrections: tuple[fixes.Correction, ...]) -> Reading:
    """Infobox, then prose, with what is corrected of the sides' names known before the prose is read."""
    from quizgen.infobox import read_infobox
    from quizgen.linked import with_links
    from quizgen.prose import read_prose

    boxed, of_box = read_infobox(article)
    early = tuple(correction for correction in corrections if fixes.is_about_names(correction))
    late = tuple(correction for correction in corrections if correction not in early)
    whole, of_prose = read_prose(article, fixes.apply(boxed, early))
    named = with_links(label_sides(whole), article) if article.is_whole else whole
    return Reading(fixes.apply(named, late), (*article.diagnostics, *of_box, *of_prose), article, corrections=corrections)


def _corrections(path: Path | None, named: str | None) -> tuple[fixes.Correction, ...]:
    """The corrections of the file named, else of the one beside an article; none if there is no such file."""
    beside = path.with_name(f"{path.stem}.fix.yaml") if path else None
    chosen = Path(named) if named else beside if beside and beside.is_file() else None
    return fixes.load(read_text(chosen), str(chosen)) if chosen else ()


def _moved(diagnostics: Iterable[Diagnostic], base: str, shown: str) -> tuple[Diagnostic, ...]:
    return tuple(replace(d, span=replace(d.span, file=shown)) if d.span.file == base else d for d in diagnostics)


def moved(diagnostics: Iterable[Diagnostic], reading: Reading) -> tuple[Diagnostic, ...]:
    """Name the article as it was typed, where diagnostics name it as its quotes do."""
    return _moved(diagnostics, reading.article.file, reading.shown) if reading.article else tuple(diagnostics)


@lru_cache(maxsize=4)
def ask(*campaigns: Campaign) -> tuple[tuple[Item, ...], tuple[Refused, ...]]:
    """Ask all that can be asked of the campaigns loaded together; also what was refused, and by which rule. The last answers are kept."""
    from quizgen import asking, world

    return asking.ask(world.load(*campaigns))


__all__ = [
    "Fact",
    "Reading",
    "ask",
    "assemble",
    "dump",
    "facts",
    "is_collection",
    "load",
    "locate",
    "pages",
    "read",
    "reader_of",
    "readers",
    "shipped",
    "text",
]
