"""A stretch of wikitext → the text that a reader sees there, laid out in lines, each part with its place."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from quizgen.grammar.names import fate_of
from quizgen.markup import templates as known
from quizgen.markup.canvas import Canvas
from quizgen.markup.marks import Marks
from quizgen.markup.targets import is_fuller, whose_flag

_SPECIAL = re.compile(
    r"<!--|<[^<>]{1,400}>|\{\{|\[\[|\[(?=https?:|//)|\{\||'{2,}|&[#\w]{1,31};|__[A-Z]+__|\n[ \t]*[*#:;]*[ \t]*|(?<=\n)-{4,}"
)
_BAR = re.compile(r"\||<!--|<\w[^<>]{0,400}>|\{\{|\[\[|\{\|")
_BULLETED = re.compile(r"\s*([*#:;]+)[ \t]*")
_COMMENT = re.compile(r"<!--.*?-->")
_OUTER = re.compile(r"\s*(?:file|image|category|media|[a-z]{2,3}(?:-[a-z]+)?)\s*:", re.IGNORECASE)
_BREAK = re.compile(r"<(?:br|hr|p|/p|li|/li|div|/div|tr|td)\b[^<>]*>|</br>", re.IGNORECASE)
_NAMED = re.compile(r"\s*([\w .-]{1,40}?)\s*=")
_YEARS = re.compile(r"\s*\(\d{3,4}\s?[–—-]\s?\d{2,4}\)\s*\Z")  # by which a flag is told from another: "Republic of China (1912–1949)"


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a template: its name (empty: by position) and where its value stands."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unknown:
    """A template that shows something, but it is not known what; or a table."""

    name: str
    start: int
    end: int

    @property
    def is_table(self) -> bool:
        """Whether it is a table, or a sign that stands for a part of one: what it says hangs on its rows."""
        return self.name in ("{|", "!", "!!", "!-", "(!", "!)")


@dataclass(slots=True)
class Show(Canvas):
    """Lays out stretches of one source; in a box it notes templates that are not known, and tables."""

    marks: Marks = field(kw_only=True)
    unknown: list[Unknown] = field(default_factory=list)
    notes: list[tuple[int, int]] = field(default_factory=list)  # what a reader sees elsewhere, or as a small sign

    def walk(self, start: int, end: int) -> None:
        """Lay out a stretch of the source."""
        text, at = self.source.text, start
        while at < end:
            found = _SPECIAL.search(text, at, end)
            self._literal(at, found.start() if found else end)
            if not found:
                return
            at = found.start()
            close = self.marks.closes.get(at, 0)
            if close and close <= end:
                self._marked(at, close)
                at = close
            else:
                at = self._sign(found, end)

    def value(self, start: int, end: int) -> None:
        """Lay out the value of a field: its first line may be an item of a list."""
        while self.source.text.startswith(" ", start, end):
            start += 1
        first = _BULLETED.match(self.source.text, start, end)
        if first:
            self._item(first[1], first.end())
        self.walk(first.end() if first else start, end)

    def _literal(self, start: int, end: int) -> None:
        if start < end:
            self.put(self.source.text[start:end].replace("\u00a0", " ").replace("\t", " "), start, end, literal=True)

    def _sign(self, found: re.Match[str], end: int) -> int:
        """Lay out a sign that opens nothing that closes; give where to go on."""
        sign, at = found[0], found.start()
        if sign.startswith("''"):
            if len(sign) != 2 and len(sign) != 4:
                self._toggle()
            return found.end()
        if sign.startswith("&"):
            self.put(html.unescape(sign).replace("\u00a0", " "), at, found.end())
            return found.end()
        if sign.startswith("\n"):
            self._newline(sign, found)
            return found.end()
        if _BREAK.match(sign) or sign.startswith("----"):
            self.newline(at)
            return found.end()
        if sign == "[":
            return self._outer_link(at, end)
        if sign in ("{{", "[[", "{|"):
            return at + 2
        if sign.startswith("<") and not re.match(r"</?\w|<!--", sign):
            self._literal(at, at + 1)
            return at + 1
        return found.end()

    def _newline(self, sign: str, found: re.Match[str]) -> None:
        bullets = sign.strip()
        self.bold = None
        if not self.is_box:
            self.put("\n" + ("* " if bullets else ""), found.start(), found.end())
            return
        following = self.source.text[found.end() : found.end() + 1]
        if not bullets and (following.islower() or following == "(") and self._goes_on():
            self.put(" ", found.start(), found.end())
            return
        self._item(bullets, found.end())

    def _item(self, bullets: str, at: int) -> None:
        """Begin a line with its bullets; ";" makes it a heading."""
        self.newline(at, len(bullets.replace(";", "")))
        if bullets.endswith(";"):
            self.heads.append((self.length, 1 << 60))

    def _outer_link(self, at: int, end: int) -> int:
        stop = self.source.text.find("]", at, min(end, at + 2000))
        if stop < 0:
            return at + 1
        space = self.source.text.find(" ", at, stop)
        if space >= 0:
            self.walk(space + 1, stop)
        return stop + 1

    def _marked(self, start: int, close: int) -> None:
        opening = self.source.text[start : start + 2]
        if opening == "{{":
            self._template(start, close)
        elif opening == "[[":
            self._link(start, close)
        elif opening == "{|" and self.is_box:
            self.unknown.append(Unknown("{|", start, close))
        elif self.source.text.startswith("<ref", start):
            self.notes.append((start, close))
        elif self.source.text.startswith("<nowiki", start):
            inside = self.source.text.find(">", start) + 1
            self._literal(inside, max(inside, self.source.text.rfind("<", start, close)))

    def bars(self, start: int, end: int) -> Iterator[int]:
        """The bars outside all that opens and closes within a stretch."""
        at = start
        while found := _BAR.search(self.source.text, at, end):
            at = found.start()
            if found[0] == "|":
                yield at
            at = max(self.marks.closes.get(at, 0) if found[0] != "|" else 0, at + 1)

    def _link(self, start: int, close: int) -> None:
        inner, end = start + 2, close - 2
        if _OUTER.match(self.source.text, inner, end):
            return
        bar = next(self.bars(inner, end), None)
        begin, before = (bar + 1 if bar is not None and bar + 1 < end else inner), self.length
        if bar is not None and bar + 1 >= end:
            end = bar
        if bar is None and self.source.text.startswith(":", inner):
            begin += 1
        words, flag = self.source.text[begin:end], self._flag_before()
        if self.is_box and bar is not None and is_fuller(self.source.text[inner:bar], words):
            self.walk(inner, bar)
        elif self.is_box and is_fuller(flag, words):
            self.put(flag, begin, end)
        else:
            self.walk(begin, end)
        self._atom(before)
        self._target(before, self.source.text[inner:bar] if bar is not None else "")

    def arguments(self, start: int, close: int) -> tuple[str, list[Argument]]:
        """The name of a template and its arguments, in order."""
        text, end = self.source.text, close - 2
        bars = [*self.bars(start + 2, end), end]
        given = []
        for bar, stop in pairwise(bars):
            begin = bar + 1
            named = _NAMED.match(text, begin, stop)
            left = named.end() if named else begin
            while left < stop and text[left].isspace() and text[left] != "\n":
                left += 1
            name = named[1] if named and not named[1].isdigit() else ""
            given.append(Argument(name, left, stop))
        name = _COMMENT.sub("", text[start + 2 : bars[0]])
        return known.name_of(name), given

    def plain(self, argument: Argument) -> str:
        """What a reader sees of one argument, as bare words."""
        inner = Show(self.source, marks=self.marks, is_box=False, has_heads=False)
        inner.walk(argument.start, argument.end)
        return " ".join("".join(inner.parts).split())

    def _template(self, start: int, close: int) -> None:
        name, given = self.arguments(start, close)
        placed = [argument for argument in given if not argument.name]
        named = {argument.name.casefold(): argument for argument in given if argument.name}
        kind, shown = known.kind_of(name)
        if kind == "icon":
            self._entry(start)
            if placed:
                whose = whose_flag(self.plain(placed[0]))
                self.flags.append((self.length, known.country(whose) or whose))
        elif kind == "list":
            self._list(int(shown), given, close)
        elif kind == "character" and not given and not (self.is_box and shown == "|"):
            self._character(shown, start, close)
        elif kind == "fate":
            words = self.plain(placed[0]).strip("() ") if placed else ""  # {{KIA|(DOW)}}; {{KIA|Died of fever}} marks another fate
            if said := fate_of(words) or (None if re.search(r"[^\W\d_]", words) else shown):
                self.put(f" ({said})", start, close)
        elif kind == "nothing":
            self.notes.append((start, close))
        elif kind != "other fate":
            self._worded(name, kind, placed, named, Unknown(name, start, close))

    def _worded(self, name: str, kind: str, placed: list[Argument], named: dict[str, Argument], whole: Unknown) -> None:
        """Lay out a template that shows words, or note that it is not known what it shows."""
        start, close = whole.start, whole.end
        if kind == "flag" and (placed or "name" in named):
            self._entry(start)
            own = self.plain(placed[0]) if placed and "name" in named else ""
            is_own = placed and "name" in named and is_fuller(own, self.plain(named["name"]))
            self._flag(placed[0] if is_own else named.get("name") or placed[0], start, close, name, own)
        elif kind == "first" and (placed or named):
            before = self.length
            self.walk_one(named.get("lt") or next(iter((*placed, *named.values()))))
            if "lt" in named and placed:
                self._target(before, self.plain(placed[0]))
        elif kind == "second" and len(placed) > 1:
            self.walk_one(placed[1])
        elif name in ("circa", "c.", "ca", "circa.", "approx"):
            self._circa(placed, start, close)
        elif words := self._words(name, kind, placed):
            before = self.length
            self.put(words, start, close)
            self._atom(before)
        elif self.is_box:
            self.unknown.append(whole)
        elif kind != "first" and "\n" not in self.source.text[start - 1 : start] + self.source.text[close : close + 1] and start:
            self.put(" […]", start, close)

    def walk_one(self, argument: Argument) -> None:
        """Lay out an argument in its line."""
        text, left, right = self.source.text, argument.start, argument.end
        while left < right and text[left].isspace() and "*" not in text[left : left + 2]:
            left += 1
        while left < right and text[right - 1].isspace():
            right -= 1
        self.walk(left, right)

    def _flag(self, argument: Argument, start: int, close: int, name: str, own: str) -> None:
        if years := _YEARS.search(self.source.text, argument.start, argument.end):
            argument = replace(argument, end=years.start())
        before, words = self.length, self.plain(argument)
        if country := name != "flag" and known.country(words):
            self.put(country, start, close)
        else:
            self.walk_one(argument)
        self._atom(before)
        self._target(before, own)

    def _character(self, words: str, start: int, close: int) -> None:
        if words == "\n" and self.is_box:
            self.newline(close)
        else:
            self.put(words.replace("\u2009", " "), start, close)

    def _list(self, depth: int, given: list[Argument], close: int) -> None:
        titles = [argument for argument in given if argument.name.casefold() in ("title", "header", "heading")]
        for title in titles[:1]:
            self.newline(title.start)
            self.walk_one(title)
            if self._line_text().strip() and not re.search(r"\d|:\s*$", self._line_text()):
                self.put(":", title.end, title.end)
        items = [argument for argument in given if not argument.name]
        for item in items:
            # bullets that an item begins with are its list's; those below its own words are under it
            hidden = not depth and self.source.text[item.start : item.end].lstrip().startswith("*")
            self.newline(item.start, depth)
            self.flat += hidden
            self.walk_one(item)
            self.flat -= hidden
        self.newline(close)

    def _circa(self, placed: list[Argument], start: int, close: int) -> None:
        self.put("c. " if placed else "c.", start, start + 2 if placed else close)
        for at, argument in enumerate(placed[:2]):
            if at:
                self.put(" – c. ", argument.start, argument.start)
            self.walk_one(argument)

    def _words(self, name: str, kind: str, placed: list[Argument]) -> str:
        """The words that a template makes of its arguments; empty if it is not known."""
        given = [self.plain(argument) for argument in placed[:8]]
        if kind == "ship" and given:
            return f"{name.upper()} {given[0]}"
        if name == "ship" and len(given) > 1:
            return given[1] if given[3:4] == ["2"] else " ".join(filter(None, given[:2]))
        if kind == "class" and len(given) > 1:
            return f"{given[0]}-class {given[1]}"
        if name.startswith("formatnum:"):
            return name.partition(":")[2]
        if not given and len(name) == 3:
            return known.country(name) or ""
        return known.words_of(name, given)
