"""SOURCEs (files, folders, globs, shipped names, exports, dumps with an index) → the articles to read, one at a time."""

from __future__ import annotations

import glob
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quizgen import api, readers
from quizgen.batch.jobs import Article, Refusal
from quizgen.batch.multistream import index_of, wanted
from quizgen.diagnostics import Diagnostic, QuizgenError, Span, fail
from quizgen.files import SIZE, open_binary, read_text
from quizgen.pages import StoredPage, spelt
from quizgen.readers import Collection

FIX = ".fix.yaml"
MODEL = re.compile(r"\ufeff?(?:[ \t]*(?:#[^\n]*)?\n)*quizgen: campaign/")
HEAD = 1 << 16  # bytes in which a file says what it is


@dataclass(frozen=True, slots=True)
class Sources:
    """The files to go through, and of exports the titles wanted (empty: every page with a campaign's infobox).

    `size`: the bytes of all files, by which progress is told.
    """

    paths: tuple[Path, ...]
    titles: tuple[str, ...] = ()
    index: Path | None = None

    @property
    def size(self) -> int:
        """How many bytes there are to go through."""
        return sum(path.stat().st_size for path in self.paths if path.is_file())


def find(names: Sequence[str], titles: Sequence[str] = (), index: str | None = None) -> Sources:
    """Find the files that sources name, each once, those of a folder or glob in the order of their names.

    Of a folder are taken, at any depth, the files that a reader takes: no recipes, ledgers and corrections, nothing hidden, and no model
    beside the article that it was read from. Raises QuizgenError: F001 nothing has that name, F011 a folder or glob holds no source.
    """
    paths: dict[Path, None] = {}
    errors: list[Diagnostic] = []
    for name in names:
        try:
            paths |= dict.fromkeys(_named(name))
        except QuizgenError as err:
            errors += err.diagnostics
    if errors:
        raise QuizgenError(errors)
    return Sources(tuple(paths), tuple(titles), Path(index) if index else None)


def _named(name: str) -> list[Path]:
    path = Path(name)
    if path.is_dir():
        return _held(sorted(path.rglob("*")), name)
    if not path.exists() and glob.has_magic(name):
        return _held(sorted(map(Path, glob.glob(name, recursive=True))), name)  # noqa: PTH207  # a Path takes no absolute pattern
    found = api.locate(name)
    if not found.exists():
        raise fail(Span(name), "F001", f'there is no file "{name}"', "check the path; a folder or a glob is taken too")
    return [found]


def _held(paths: Sequence[Path], name: str) -> list[Path]:
    articles = {path.with_suffix("") for path in paths if path.suffix in (".txt", ".wiki")}
    found = [path for path in paths if path.is_file() and _is_source(path, Path(name)) and not _is_output(path, articles)]
    if not found:
        raise fail(Span(name), "F011", f'"{name}" holds no source', "name a folder with .wiki, .txt, .xml, .xml.bz2 or campaigns as .yaml")
    return found


def _is_source(path: Path, root: Path) -> bool:
    inner = path.relative_to(root) if path.is_relative_to(root) else path
    if any(part.startswith(".") for part in inner.parts) or path.name.endswith(FIX):
        return False
    try:
        if not api.is_model(path):
            return True
        with open_binary(path) as stream:
            return bool(MODEL.match(stream.read(HEAD).decode("utf-8", "replace")))
    except QuizgenError:
        return False


def _is_output(path: Path, articles: set[Path]) -> bool:
    return path.suffix in (".yaml", ".yml") and path.with_suffix("") in articles


def articles(sources: Sources) -> Iterator[Article | Refusal]:
    """Give every article of the sources; what is wrong with a file is a refusal, behind what came before it."""
    passed, left = 0, dict.fromkeys(map(spelt, sources.titles))
    for path in sources.paths:
        size = path.stat().st_size if path.is_file() else 0
        try:
            if api.is_collection(path):
                for stored, at in _pages(path, sources):
                    left.pop(stored.page.title, None)
                    yield _of_page(path, stored, passed + at)
            else:
                yield replace(_of_file(path), until=passed + size)
        except QuizgenError as err:
            yield Refusal(str(path), tuple(f"{d.code} {d.message}" for d in err.diagnostics), is_lasting=False)
        passed += size
    yield from (Refusal("", ("R136 no page has this title",), title, is_lasting=False) for title in left)


def _pages(path: Path, sources: Sources) -> Iterator[tuple[StoredPage, int]]:
    """The pages wanted of an export: those with a campaign's infobox, or with a title that was asked for; and the byte they end at."""
    index = sources.index or index_of(path)
    if sources.titles and index:
        yield from ((page, 0) for page in wanted(path, index, sources.titles))
        return
    asked = set(map(spelt, sources.titles))
    form = api.reader_of(path)
    assert isinstance(form, Collection)  # who calls has asked
    with open_binary(path) as stream:
        for page in form.pages(stream, str(path)):
            if page.page.title in asked if asked else page.has_box:
                yield page, stream.tell()


def _of_page(path: Path, stored: StoredPage, until: int) -> Article | Refusal:
    shown = f"{path}#{stored.page.title}"
    if stored.redirect:
        return Refusal(shown, (f'R137 it only sends to "{stored.redirect}"',), stored.page.title, is_lasting=False)
    name = api.page_name(stored, path.name)
    data = stored.text.encode()
    return Article(data, name, ".wiki", path.name, shown, stored.page, stored.as_of, _fix(path.with_name(f"{name}{FIX}")), until)


def _of_file(path: Path) -> Article:
    page, as_of, fix = (None, None, None) if api.is_model(path) else (*readers.sources(path), _fix(path.with_name(f"{path.stem}{FIX}")))
    with open_binary(path) as stream:
        data = stream.read(SIZE + 1)
    return Article(data, path.stem, path.suffix, path.name, str(path), page, as_of, fix)


def _fix(path: Path) -> tuple[str, str] | None:
    return (str(path), read_text(path)) if path.is_file() else None
