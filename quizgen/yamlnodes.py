"""YAML text ⇄ nodes whose every scalar keeps its place; the only user of the yaml package.

Nodes, not `safe_load`: that turns NO into False and 1:30 into 90, and keeps the last of two equal keys in silence.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NoReturn, cast

import yaml

from quizgen.diagnostics import Diagnostic, QuizgenError, Span, error, spelt_out

DEPTH = 20  # a campaign nests 7 deep
WIDTH = 140
NULLS = ("", "~", "null", "Null", "NULL")
FLAGS = {"true": True, "false": False}
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PLAIN = (("int", re.compile(r"(?:0|[1-9]\d{0,17})")), ("timestamp", re.compile(r"\d{4}-\d\d-\d\d")))
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, number or flag as written; `plain` if it stood without quotes."""

    text: str
    span: Span
    plain: bool = True

    @property
    def is_null(self) -> bool:
        """Whether it says nothing (`null`, `~`, or nothing at all)."""
        return self.plain and self.text in NULLS


@dataclass(frozen=True, slots=True)
class Listing:
    """A sequence."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping, its keys in the order of the file, each once."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span


Node = Scalar | Listing | Table


class Inline(dict[str, "Data"]):
    """A mapping that is written on one line: `{name: Ahrar al-Sham, at: 9}`."""


Data = str | int | bool | None | Mapping[str, "Data"] | Sequence["Data"]


@dataclass(slots=True)
class Problems:
    """What is wrong with one text, collected while it is read; each reading method records what it cannot use."""

    found: list[Diagnostic] = field(default_factory=list)

    def add(self, node: Node, code: str, message: str, hint: str = "") -> None:
        """Record an error at a node."""
        self.found.append(error(node.span, code, message, hint))

    def settle(self) -> None:
        """Raise QuizgenError with everything recorded, in the order of the text; nothing if all is well."""
        if self.found:
            raise QuizgenError(sorted(self.found, key=lambda d: d.span))

    def table(self, node: Node, known: Iterable[str], what: str) -> dict[str, Node]:
        """Give the entries of a mapping by key; unknown keys are recorded (Y105)."""
        if not isinstance(node, Table):
            self._wrong(node, f"{what}: keys with values")
            return {}
        keys = tuple(known)
        for key, _ in node.entries:
            if key.text not in keys:
                self.add(key, "Y105", f'unknown key "{key.text}" in {what}', suggestion(key.text, keys))
        return {key.text: value for key, value in node.entries if key.text in keys}

    def items(self, node: Node, what: str) -> tuple[Node, ...]:
        """Give the members of a sequence; null is an empty one."""
        if isinstance(node, Listing):
            return node.items
        if not (isinstance(node, Scalar) and node.is_null):
            self._wrong(node, f"{what}: a list", 'write "- …" for each, or [a, b]')
        return ()

    def text(self, node: Node, what: str) -> str:
        """Give a text; numbers and flags count as the text they are written as."""
        if isinstance(node, Scalar) and not node.is_null:
            return node.text
        self._wrong(node, f"{what}: a text", "an empty text is written ''")
        return ""

    def number(self, node: Node, what: str) -> int:
        """Give a whole number of at most 18 digits, written without quotes or separators."""
        if isinstance(node, Scalar) and node.plain and re.fullmatch(r"-?\d{1,18}", node.text, re.ASCII):
            return int(node.text)
        self._wrong(node, f"{what}: a whole number", "write digits only, such as 8000")
        return 0

    def flag(self, node: Node, what: str) -> bool:
        """Give true or false."""
        if isinstance(node, Scalar) and node.plain and node.text in FLAGS:
            return FLAGS[node.text]
        self._wrong(node, f"{what}: true or false")
        return False

    def choice(self, node: Node, allowed: Iterable[str], what: str) -> str:
        """Give one of a closed set of words (Y109 if it is another)."""
        text, words = self.text(node, what), tuple(allowed)
        if text and text not in words:
            listed = f": not one of {', '.join(words)}" if len(words) <= 12 else ""
            self.add(node, "Y109", f'unknown {what} "{text[:40]}"{listed}', suggestion(text, words))
        return text

    def _wrong(self, node: Node, expected: str, hint: str = "") -> None:
        self.add(node, "Y106", f"expected {expected}; found {described(node)}", hint)


def described(node: Node) -> str:
    """Name a node in a message."""
    match node:
        case Table():
            return "keys with values"
        case Listing():
            return "a list"
        case Scalar():
            return "nothing" if node.is_null else f'"{node.text[:40]}"'


def suggestion(word: str, known: Iterable[str]) -> str:
    """Make the hint for a word that is not known: the nearest that is, else all of them if they are few."""
    names = tuple(known)
    near = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    if near:
        return f'did you mean "{near[0]}"?'
    return f"it takes {', '.join(names)}" if 0 < len(names) <= 30 else ""


def parse(text: str, file: str, problems: Problems) -> Node:
    """Read one YAML document; records Y102 a key twice, Y103 an anchor, alias or tag, Y106 a key that is no text.

    Raises QuizgenError with what was recorded and Y101 not YAML or not one document, or Y104 nested deeper than `DEPTH`.
    """
    bad = _UNPRINTABLE.search(text)
    if bad:
        line = text.count("\n", 0, bad.start()) + 1
        column = bad.start() - text.rfind("\n", 0, bad.start())
        _stop(Span(file, line, column, 1), "Y101", f"the character U+{ord(bad[0]):04X} may not stand in YAML", "remove it")
    builder = _Builder(file, yaml.parse(text, Loader=_LOADER), problems)
    try:
        node = builder.document()
    except yaml.MarkedYAMLError as err:
        mark = err.problem_mark or err.context_mark
        span = Span(file, mark.line + 1, mark.column + 1, 1) if mark else Span(file)
        problems.found.append(error(span, "Y101", f"not YAML: {err.problem or err.context}", "put a text with : or # in quotes"))
        raise QuizgenError(problems.found) from err
    return node


@dataclass(slots=True)
class _Builder:
    """Events → nodes; events, since `compose` would follow aliases and recurse as deep as the text nests."""

    file: str
    events: Iterator[yaml.Event]
    problems: Problems

    def document(self) -> Node:
        first = self._next()
        while isinstance(first, yaml.StreamStartEvent | yaml.DocumentStartEvent):
            first = self._next()
        if isinstance(first, yaml.StreamEndEvent):
            return Scalar("", Span(self.file))
        node = self._node(first, 0)
        self._next()
        second = self._next()
        if isinstance(second, yaml.DocumentStartEvent):
            _stop(self._span(second), "Y101", "a second document begins here", 'remove the line "---"')
        return node

    def _next(self) -> yaml.Event:
        return next(self.events)

    def _span(self, event: yaml.Event) -> Span:
        start, end = cast(yaml.Mark, event.start_mark), cast(yaml.Mark, event.end_mark)
        length = end.column - start.column if end.line == start.line else 1
        return Span(self.file, start.line + 1, start.column + 1, max(1, length))

    def _node(self, event: yaml.Event, depth: int) -> Node:
        span = self._span(event)
        if depth > DEPTH:
            _stop(span, "Y104", f"nested deeper than {DEPTH} levels", "close a bracket, or take one level of indentation away")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
            self.problems.found.append(
                error(span, "Y103", "anchors (&), aliases (*) and tags (!) are not read", "write the value itself, or quote it")
            )
        match event:
            case yaml.ScalarEvent():
                return Scalar(event.value, span, not event.style)
            case yaml.SequenceStartEvent():
                return Listing(tuple(self._node(item, depth + 1) for item in self._until(yaml.SequenceEndEvent)), span)
            case yaml.MappingStartEvent():
                return Table(tuple(self._entries(depth + 1)), span)
        return Scalar("", span)

    def _until(self, end: type[yaml.Event]) -> Iterator[yaml.Event]:
        event = self._next()
        while not isinstance(event, end):
            yield event
            event = self._next()

    def _entries(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        lines: dict[str, int] = {}
        for event in self._until(yaml.MappingEndEvent):
            key, value = self._node(event, depth), self._node(self._next(), depth)
            if not isinstance(key, Scalar):
                self.problems.add(key, "Y106", f"expected a key: a text; found {described(key)}")
            elif key.text in lines:
                self.problems.add(key, "Y102", f'the key "{key.text}" stands twice; first in line {lines[key.text]}', "keep one of the two")
            else:
                lines[key.text] = key.span.line
                yield key, value


def _stop(span: Span, code: str, message: str, hint: str) -> NoReturn:
    raise QuizgenError([error(span, code, message, hint)])


def emit(data: Mapping[str, Data], width: int = WIDTH) -> str:
    """Write a mapping as YAML, its keys in their order; blank lines set off what takes more than one line."""
    blocks = [
        spelt_out(str(yaml.serialize(_yaml({key: value}), Dumper=_DUMPER, allow_unicode=True, width=width))) for key, value in data.items()
    ]
    long = [block.count("\n") > 1 for block in blocks]
    gaps = ["\n" if here or before else "" for before, here in pairwise([False, *long])]
    return "".join(gap + block for gap, block in zip(gaps, blocks, strict=True))


def _yaml(data: Data) -> yaml.Node:
    match data:
        case Mapping():
            entries = [(_yaml(key), _yaml(value)) for key, value in data.items()]
            return yaml.MappingNode(_tag("map"), entries, flow_style=isinstance(data, Inline))
        case None:
            return yaml.ScalarNode(_tag("null"), "null")
        case bool():
            return yaml.ScalarNode(_tag("bool"), "true" if data else "false")
        case int():
            return yaml.ScalarNode(_tag("int"), str(data))
        case str():
            tag = next((tag for tag, form in _PLAIN if form.fullmatch(data)), "str")
            return yaml.ScalarNode(_tag(tag), str(data), style=None if spelt_out(data) == data else '"')
        case _:
            nodes = [_yaml(item) for item in data]
            return yaml.SequenceNode(_tag("seq"), nodes, flow_style=all(isinstance(node, yaml.ScalarNode) for node in nodes))


def _tag(name: str) -> str:
    return f"tag:yaml.org,2002:{name}"
