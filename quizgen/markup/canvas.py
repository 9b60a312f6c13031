"""Words that stretches of a source show → one text laid out in lines, each part with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from quizgen.article import Laid, Run, Source
from quizgen.markup.parts import cut

_AND = re.compile(r"[ \t]*(?:and|&|,|/)?[ \t]*")


@dataclass(slots=True)
class Canvas:
    """The text so far; `is_box` keeps lists as lines, `has_heads` gives a line all in bold the colon of a heading.

    `line`: where its last line begins; `bold`: where what is in bold begins; `heads`: what was in bold in this line; `flat`: how many
    lists stand open whose bullets a reader does not see; `flags`: where a flag stands, and whose; `targets`: links and flags that show
    another name than their own.
    """

    source: Source
    is_box: bool = True
    has_heads: bool = True
    parts: list[str] = field(default_factory=list)
    length: int = 0
    runs: list[Run] = field(default_factory=list)
    atoms: list[tuple[int, int]] = field(default_factory=list)
    line: int = 0
    bold: int | None = None
    heads: list[tuple[int, int]] = field(default_factory=list)
    flat: int = 0
    flags: list[tuple[int, str]] = field(default_factory=list)
    targets: list[tuple[int, int, str]] = field(default_factory=list)

    def laid(self) -> Laid | None:
        """What was laid out, as one text; None if a reader sees nothing."""
        value = "".join(self.parts)
        if not value.strip():
            return None
        left, right = len(value) - len(value.lstrip()), len(value.rstrip())
        first = self.runs[0].start
        line = self.source.line(first)
        column = first - self.source.starts[line - 1] + 1
        text = Laid(value, self.source.file, line, column, source=self.source, runs=tuple(self.runs), flags=tuple(self.flags))
        return cut(text, left, right, tuple(sorted(self.atoms)))

    def links(self) -> Iterator[tuple[str, str]]:
        """What each link or flag shows that shows another name than its own, and its own name."""
        value = "".join(self.parts)
        for start, end, target in self.targets:
            yield " ".join(value[start:end].split()), target

    def put(self, words: str, start: int, end: int, *, literal: bool = False) -> None:
        """Add words that a stretch of the source shows."""
        if words:
            self.runs.append(Run(self.length, start, end, literal))
            self.parts.append(words)
            self.length += len(words)

    def _line_text(self) -> str:
        """What stands in the line so far."""
        words, length = [], self.length
        for part in reversed(self.parts):
            if length <= self.line:
                break
            words.append(part)
            length -= len(part)
        return "".join(reversed(words))

    def newline(self, at: int, depth: int = 0) -> None:
        """Begin a line, with as many bullets; a line that is empty so far is used."""
        words = self._line_text()
        if words.strip(" *"):
            shown = words.rstrip()
            begin = self.length - len(words.lstrip(" *"))
            is_head = any(left <= begin and right >= self.length - (len(words) - len(shown)) for left, right in self.heads)
            if self.has_heads and is_head and not re.search(r":$|\d", shown) and not any(left >= begin for left, _ in self.atoms):
                self.put(":", max(0, at - 1), at)
            self.put("\n", at, at)
            self.line = self.length
        elif words:
            self._cut(self.line)
        depth = max(0, depth - self.flat)
        if depth and self.is_box:
            self.put("*" * depth + " ", at, at)
        self.heads.clear()
        self.bold = self.length if self.bold is not None else None

    def _cut(self, length: int) -> None:
        """Take back what stands after a length."""
        while self.length > length:
            part = self.parts.pop()
            run = self.runs.pop()
            self.length -= len(part)
            if self.length < length:
                self.put(part[: length - self.length], run.start, run.end, literal=run.literal)
                return

    def _toggle(self) -> None:
        if self.bold is None:
            self.bold = self.length
        else:
            self.heads.append((self.bold, self.length))
            self.bold = None

    def _goes_on(self) -> bool:
        """Whether the line so far may go on in the next one: an item of a list ends with its line."""
        words = self._line_text()
        return bool(words.strip(" *")) and not words.startswith("*") and not words.rstrip().endswith((":", ";", ","))

    def _flag_before(self) -> str:
        """Whose flag stands right before, if one does."""
        at, whose = self.flags[-1] if self.flags else (-1, "")
        return whose if at >= self.line and not self._line_text()[at - self.line :].strip() else ""

    def _atom(self, before: int) -> None:
        if self.length > before:
            self.atoms.append((before, self.length))

    def _target(self, before: int, target: str) -> None:
        if self.length > before and target:
            self.targets.append((before, self.length, " ".join(target.replace("_", " ").split())))

    def _entry(self, at: int) -> None:
        """A flag begins an entry: what stands before it in its line, if it is a name or another flag's figure, ends there."""
        if self.is_box and self.flags and self.flags[-1][0] >= self.line:
            words = self._line_text()[self.flags[-1][0] - self.line :]
            if re.search(r"\d", words) and words.count("(") == words.count(")"):
                self._cut(self.length - len(words) + len(words.rstrip(" ,;·•&/")))
                self.newline(at)
                return
        if not self.is_box or not self.atoms or self.atoms[-1][1] <= self.line:
            return
        words = self._line_text()
        tail = words[self.atoms[-1][1] - self.line :]
        tail = re.sub(r"^ \([A-Za-z]+\)", "", tail)
        if _AND.fullmatch(tail):
            self._cut(self.length - len(tail))
            self.newline(at)
