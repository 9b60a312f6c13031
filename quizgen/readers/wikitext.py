"""MediaWiki wikitext with an infobox on a military or civil conflict → Article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, pairwise

from quizgen.article import FIELDS, Article, Bullet, Field, Heading, Laid, Run, Section, Source, Text, laid_in_lines, sections
from quizgen.diagnostics import Diagnostic, QuizgenError, Span, error, warning
from quizgen.infobox.keys import LOOKS, field_of, fold, is_known
from quizgen.markup.marks import Marks, find_marks
from quizgen.markup.parts import cut
from quizgen.markup.shown import Show
from quizgen.readers import Reader

BOXES = re.compile(
    r"""\{\{\s*(?:template:)?(?:military[ _]+conflict[ _]+infobox|warbox|battlebox|(?:infobox[ _]+)?military[ _]+(?:conflict|operation)
    |infobox[ _]+(?:civil[ _]+conflict|civilian[ _]+attack|battle|war|conflict|operational[ _]+plan|uprising|historical[ _]+event))
    \s*(?=[|}<])""",
    re.IGNORECASE | re.VERBOSE,
)
_LOOKS_CLOSED = re.compile(r"^[ \t]*\|?\}\}[ \t]*$|^(?=''')|^(?===)|\n[ \t]*\n(?=[^|\s*{}])", re.MULTILINE)
_PARAMETER = re.compile(r"^[ \t]*\|[ \t]*([\w -]{1,40}?)[ \t]*=", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HEADING = re.compile(r"\s*(={1,6})\s*(.*?\S)\s*\1\s*")
_FURTHER = re.compile(r"\s*\|[ \t]*[\w -]{1,40}=")
_OTHER_NAME = re.compile(r"\n|(?<=[^\W\d])(?: /|/ )")
_BOLD = re.compile(r"'''(?!')(?P<title>[^'\n]{2,200}?)'''")
_SIGN = re.compile(r"[|=]")
LONGEST = 100_000  # characters of a field in its markup; the longest of 93 articles has under half of it
HINT = "quizgen reads articles that have {{Infobox military conflict}} or {{Infobox civil conflict}}"


def read(text: str, file: str, name: str) -> Article:
    """Read an article in wikitext.

    Raises QuizgenError: R100 empty, R120 no title, R121 nested too deep, R122 no infobox, R103 no known key in it.
    """
    whole = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if not whole.strip():
        raise QuizgenError([error(Span(file), "R100", "the file is empty", HINT)])
    lines = whole.split("\n")
    source = laid_in_lines(file, whole)
    start = find_box(whole)
    if start is None:
        raise QuizgenError([error(Span(file), "R122", "the article has no infobox on a conflict", HINT)])
    marks = find_marks(source, start, is_one=True)
    end, found = _box(source, marks, start)
    fields = list(islice(_fields(source, marks, start, end, found), FIELDS + 1))  # one more: there are more
    if not any(is_known(field.key) for field in fields):
        hint = 'write at least one line such as "| date = 31 July 2016" in it'
        raise QuizgenError([error(_span(source, start, start + 9), "R103", "the infobox has no known key", hint)])
    title = _title(source, fields, end)
    sections = _sections(source, find_marks(source), start, end)
    return Article(file, name, title, tuple(fields), sections, tuple(lines), is_whole=True, diagnostics=tuple(found))


def find_box(text: str) -> int | None:
    """Where the first infobox on a conflict begins that stands in no comment."""
    box = BOXES.search(text)
    if box and "<!--" in text[: box.start()]:
        box = BOXES.search(_COMMENT.sub(lambda m: " " * len(m[0]), text))
    return box.start() if box else None


def _span(source: Source, start: int, end: int) -> Span:
    line = source.line(start)
    return Span(source.file, line, start - source.starts[line - 1] + 1, max(1, min(end, _line_end(source, start)) - start))


def _line_end(source: Source, offset: int) -> int:
    stop = source.text.find("\n", offset)
    return stop if stop >= 0 else len(source.text)


def _box(source: Source, marks: Marks, start: int) -> tuple[int, list[Diagnostic]]:
    """Where the infobox ends; where its braces do not match, at the line that closes it by its looks."""
    close = marks.closes.get(start)
    if close and not _FURTHER.match(source.text, close):
        return close, []
    hint = "the braces in one of its fields do not match; mend them in the article"
    found = [warning(_span(source, start, start + 9), "R123", "the braces of the infobox do not close", hint)]
    looks = _LOOKS_CLOSED.search(source.text, close or start + 2)
    return (looks.end() if looks else len(source.text)), found


def _fields(source: Source, marks: Marks, start: int, end: int, found: list[Diagnostic]) -> Iterator[Field]:
    """The fields that say something, in order; codes R124 and R125 say what could not be read."""
    for key, begin, stop in _broken(source, start, end, found) if found else _whole(source, marks, start, end):
        if fold(key) in LOOKS:
            continue
        known = field_of(key)
        if stop - begin > LONGEST:
            message = f'the field "{key}" has {stop - begin:,} characters, so it was left out'
            found.append(warning(_span(source, begin, stop), "R124", message, "see if its braces close where they should"))
            continue
        show = Show(source, marks=marks, has_heads=bool(known and known[1]))
        show.value(begin, stop)
        laid = show.laid()
        for unknown in show.unknown if known else ():
            where = _span(source, unknown.start, unknown.end)
            if unknown.is_table:
                found.append(warning(where, "R124", f'the table in "{key}" is not read', "set what it says in the .fix.yaml"))
                laid = None
                break
            message = f'it is not known what the template "{unknown.name}" shows'
            found.append(warning(where, "R125", message, "set what it says in the .fix.yaml"))
        if laid:
            notes = tuple(_note(source, *place) for place in show.notes) if known and (known[1] or known[0] == "date") else ()
            yield Field(key, laid, notes, tuple(show.links()) if known else ())


def _note(source: Source, start: int, end: int) -> Laid:
    """A note as it stands in the source."""
    line = source.line(start)
    column = start - source.starts[line - 1] + 1
    return Laid(source.text[start:end], source.file, line, column, source=source, runs=(Run(0, start, end, literal=True),))


def _whole(source: Source, marks: Marks, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Key and extent of each field of a box whose braces match: what stands between the bars that nothing within the box holds."""
    signs = [sign for begin, stop in _outside(marks, start + 2, end - 2) for sign in _SIGN.finditer(source.text, begin, stop)]
    bars = [sign.start() for sign in signs if sign[0] == "|"]
    equals = iter([sign.start() for sign in signs if sign[0] == "="])
    equal = next(equals, end)
    for bar, stop in pairwise([*bars, end - 2]):
        while equal < bar:
            equal = next(equals, end)
        if equal < stop:
            yield _COMMENT.sub("", source.text[bar + 1 : equal]).strip(), equal + 1, stop


def _outside(marks: Marks, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a box that stand in no template, link, table, comment or tag of their own."""
    at = start
    for begin, stop in sorted(marks.closes.items()):
        if at <= begin < end:
            yield at, begin
            at = stop
    yield at, end


def _broken(source: Source, start: int, end: int, found: list[Diagnostic]) -> Iterator[tuple[str, int, int]]:
    """Key and extent of each field, one a line, whose own braces match; the others are left out (R124)."""
    closing = re.compile(r"\s*\|?\s*\}\}\s*$")
    heads = [*_PARAMETER.finditer(source.text, start, end)]
    for at, head in enumerate(heads):
        stop = heads[at + 1].start() if at + 1 < len(heads) else end
        value = source.text[head.end() : stop]
        if at + 1 == len(heads) and (last := closing.search(value)):
            value = value[: last.start()]
        own = find_marks(laid_in_lines(source.file, value))
        if own.unclosed or own.stray:
            message = f'the braces of "{head[1].strip()}" do not match, so it was left out'
            found.append(warning(_span(source, head.end(1), stop), "R124", message, "mend them in the article"))
        else:
            yield head[1].strip(), head.end(), head.end() + len(value)


def _title(source: Source, fields: list[Field], end: int) -> Text:
    """What the box calls the conflict, else what the lead sets in bold."""
    for field in fields:
        known = field_of(field.key)
        if known and known[0] == "title":
            return _one_line(field.value)
    bold = _BOLD.search(source.text, end)
    if not bold:
        hint = 'write "| conflict = …" in the box'
        raise QuizgenError([error(Span(source.file), "R120", "the infobox and the lead give no title", hint)])
    line = source.line(bold.start())
    begin = source.starts[line - 1]
    return Text(bold["title"], source.file, line, bold.start("title") - begin + 1, source.text[begin : _line_end(source, begin)])


def _one_line(text: Text) -> Text:
    """The first of the names that a title gives on several lines, or parted by a slash: "Battle of Orl/ Osk"."""
    end = _OTHER_NAME.search(text.value) if isinstance(text, Laid) else None
    return cut(text, 0, end.start()) if end and isinstance(text, Laid) else text


def _sections(source: Source, marks: Marks, start: int, end: int) -> tuple[Section, ...]:
    show = Show(source, marks=marks, is_box=False, has_heads=False)
    show.walk(0, start)
    show.put("\n", end, end)
    show.walk(end, len(source.text))
    laid = show.laid()
    return sections(_prose(laid)) if laid else ()


def _prose(laid: Laid) -> Iterator[Heading | Bullet | Text]:
    """Take prose apart into headings, list items and paragraphs; lines that only a line end parts are one paragraph."""
    for begin, stop in _blocks(laid.value):
        words = laid.value[begin:stop]
        if found := _HEADING.fullmatch(words):
            yield Heading(len(found[1]), found[2])
        elif words.startswith("* "):
            yield Bullet(cut(laid, begin + 2, stop))
        else:
            paragraph = cut(laid, begin, stop)
            yield replace(paragraph, value=paragraph.value.replace("\n", " "))


def _blocks(value: str) -> Iterator[tuple[int, int]]:
    """Headings, list items and paragraphs: where each begins and ends."""
    begin: int | None = None
    at = 0
    for line in value.split("\n"):
        stop = at + len(line)
        single = line.startswith("* ") or _HEADING.fullmatch(line)
        if begin is not None and (single or not line.strip()):
            yield begin, at - 1
            begin = None
        if single and line.strip("* "):
            yield at, stop
        elif not single and line.strip() and begin is None:
            begin = at
        at = stop + 1
    if begin is not None:
        yield begin, len(value)


READER = Reader((".wiki",), "an article in MediaWiki's wikitext, with its infobox", read)
