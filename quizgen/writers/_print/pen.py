"""Marks on paper: text, rules, boxes and ticks, each under the role that it plays; nothing else draws.

`y` counts up from the foot of the page. Text belongs to the element that is open; rules and boxes are no content unless an
element with a text of its own stands for them. What is drawn more than once (`once`) is recorded and replayed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from quizgen.writers._print.embed import Embedded
from quizgen.writers._print.fonts import Face, Font, Run, runs
from quizgen.writers._print.pdf import hexadecimal
from quizgen.writers._print.setting import Line
from quizgen.writers._print.style import HAIR, INK, PAPER, Style
from quizgen.writers._print.tags import Element

if TYPE_CHECKING:
    from quizgen.writers._print.blocks import Once

# What is recorded: code, how what follows is marked, where elements begin (role, alternative text),
# go on, and end
Token = str | tuple[str, str] | Element | None
CONTENT, DECORATION, FOOTER, CLOSED = "\0content", "\0decoration", "\0footer", "\0closed"
ARTIFACTS = {DECORATION: "/Artifact BMC", FOOTER: "/Artifact<</Type/Pagination/Subtype/Footer>>BDC"}


def number(value: float) -> str:
    """Write a length in as few digits as matter."""
    return f"{round(value, 2):g}"


class Pen:
    """Draws for one file, whose fonts it gathers."""

    def __init__(self) -> None:
        self.fonts: dict[Font, Embedded] = {}
        self.tokens: list[Token] = []
        self._recorded: dict[Once, list[Token]] = {}
        self._art, self._words = DECORATION, CONTENT  # how shapes and texts are marked
        self._set: dict[tuple[str, Face, Style], str] = {}

    @contextmanager
    def element(self, role: str, alt: str = "") -> Iterator[None]:
        """Draw what follows as an element of this role within the one that is open."""
        self.tokens.append((role, alt))
        yield
        self.tokens.append(None)

    @contextmanager
    def within(self, element: Element) -> Iterator[None]:
        """Draw what follows as content of an element that may have begun before; it stands where it is first drawn."""
        self.tokens.append(element)
        yield
        self.tokens.append(None)

    @contextmanager
    def figure(self, alt: str, role: str = "Figure") -> Iterator[None]:
        """Draw shapes and words that one text stands for."""
        with self.element(role, alt):
            before, self._art = self._art, CONTENT
            yield
            self._art = before

    @contextmanager
    def spoken(self, words: str) -> Iterator[None]:
        """Draw shapes that read as these words, within the element that is open; without words they are no content."""
        if not words:
            yield
            return
        before, self._art = self._art, self._words
        self._mark(self._words)
        self.tokens.append(f"/Span<</ActualText{hexadecimal(words)}>>BDC")
        yield
        self.tokens.append("EMC")
        self._art = before

    @contextmanager
    def footer(self) -> Iterator[None]:
        """Draw what stands on every page; it is no content."""
        before = self._art, self._words
        self._art = self._words = FOOTER
        yield
        self._art, self._words = before

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """Draw words that are said elsewhere; they are no content."""
        before, self._words = self._words, DECORATION
        yield
        self._words = before

    def once(self, block: Once, x: float, top: float) -> None:
        """Draw a block, or what was recorded of it when it was drawn before."""
        found = self._recorded.get(block)
        if found is None:
            before, self.tokens = self.tokens, []
            block.block.draw(self, 0, 0)
            found = self._recorded[block] = self.tokens
            self.tokens = before
        self.tokens += (CLOSED, f"q 1 0 0 1 {number(x)} {number(top)} cm", *found, CLOSED, "Q")

    def take(self) -> list[Token]:
        """Give what was drawn since the last time."""
        taken, self.tokens = self.tokens, []
        return taken

    def line_of_text(self, line: Line, style: Style, x: float, y: float) -> None:
        """Set one line with its baseline at `y`; a blank gets a rule, its answer stands in its middle."""
        for piece in line:
            text_x = x + piece.x
            if piece.blank:
                with self.spoken("" if piece.text.strip() else "_____ "):
                    self.rule(text_x, y - 2.5, piece.width, 0.7, INK)
                text_x += (piece.width - style.width(piece.text.rstrip(), piece.face)) / 2
            self.text(piece.text, piece.face, style, text_x, y)

    def text(self, text: str, face: Face, style: Style, x: float, y: float) -> None:
        """Set a string with its baseline at `y`."""
        if not text:
            return
        key = (text, face, style)
        code = self._set.get(key)
        if code is None:
            code = self._set[key] = self._coded(text, face, style)
        self._mark(self._words)
        self.tokens.append(f"BT {number(x)} {number(y)} Td {code} ET")

    def _coded(self, text: str, face: Face, style: Style) -> str:
        """Write the operators that set a string, but for its place."""
        code = [f"{style.grey:g} g"]
        font, tracking, is_open = "", 0.0, False
        codes: list[str] = []
        for run in runs(text, face, style.fonts):
            embedded = self._embedded(run.font)
            spoken = bool(run.spoken) or run.joined
            wanted = 0.0 if spoken else style.tracking * style.size
            if spoken or is_open or embedded.name != font or wanted != tracking:
                code, codes = [*code, *_array(codes)], []
            if is_open and not run.joined:
                code.append("EMC")
                is_open = False
            if embedded.name != font:
                font = embedded.name
                code.append(f"/{font} {style.size:g} Tf")
            if wanted != tracking:
                tracking = wanted
                code.append(f"{number(tracking)} Tc")
            if run.spoken:
                code.append(f"/Span<</ActualText{hexadecimal(run.spoken)}>>BDC")
                is_open = True
            for rise, part in _shown(run, embedded, style.size):
                if rise is not None:
                    code, codes = [*code, *_array(codes), f"{number(rise)} Ts"], []
                codes.append(part)
        return " ".join((*code, *_array(codes), *["EMC"] * is_open, *["0 Tc"] * bool(tracking)))

    def _embedded(self, font: Font) -> Embedded:
        if font not in self.fonts:
            self.fonts[font] = Embedded(font, f"F{len(self.fonts) + 1}")
        return self.fonts[font]

    def rule(self, x: float, y: float, length: float, weight: float = 0.5, grey: float = HAIR) -> None:
        """Draw a horizontal rule to the right."""
        self._draw(f"{weight:g} w {grey:g} G {number(x)} {number(y)} m {number(x + length)} {number(y)} l S")

    def bar(self, x: float, y: float, height: float, weight: float = 1.5, grey: float = HAIR) -> None:
        """Draw a vertical rule downwards."""
        self._draw(f"{weight:g} w {grey:g} G {number(x)} {number(y)} m {number(x)} {number(y - height)} l S")

    def dashes(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draw a line to cut along."""
        ends = f"{number(x1)} {number(y1)} m {number(x2)} {number(y2)} l S"
        self._draw(f"q 0.5 w {HAIR:g} G [3 3] 0 d {ends} Q")

    def box(self, x: float, y: float, across: float, down: float, *, filled: bool = False) -> None:
        """Draw a box whose top left corner is at (x, y); its corners are a little round."""
        shape = f"{number(x)} {number(y - down)} {number(across)} {number(down)} re"
        self._draw(f"0.8 w 1 j {INK:g} G {INK:g} g {shape} {'B' if filled else 'S'}")

    def tick(self, x: float, y: float, side: float) -> None:
        """Draw a white tick in a filled box of that side whose top left corner is at (x, y)."""
        points = ((0.20, 0.52, "m"), (0.42, 0.75, "l"), (0.80, 0.25, "l"))
        path = " ".join(f"{number(x + across * side)} {number(y - down * side)} {verb}" for across, down, verb in points)
        self._draw(f"{number(side * 0.17)} w {PAPER:g} G {path} S")

    def dot(self, x: float, y: float, radius: float) -> None:
        """Draw a full dot around (x, y)."""
        place = f"{number(x)} {number(y)}"
        self._draw(f"{number(2 * radius)} w 1 J {INK:g} G {place} m {place} l S 0 J")

    def _draw(self, code: str) -> None:
        self._mark(self._art)
        self.tokens.append(code)

    def _mark(self, mark: str) -> None:
        self.tokens.append(mark)


def _shown(run: Run, embedded: Embedded, size: float) -> Iterator[tuple[float | None, str]]:
    """Give a run's codes with the corrections of their places in thousandths; before some, how far they stand above the line."""
    rise = 0.0
    for glyph in run.glyphs:
        code = (f"){-glyph.across:g}(" if glyph.across else "") + embedded.string(glyph)
        if after := round(glyph.advance - glyph.across - embedded.font.advance(glyph.id), 2):
            code += f"){-after:g}("
        yield (glyph.up * size / 1000 if glyph.up != rise else None), code
        rise = glyph.up
    if rise:
        yield 0.0, ""


def _array(codes: list[str]) -> tuple[str, ...]:
    """Write the operator that shows codes; a code's own brackets are escaped, so others end and begin a string."""
    shown = "".join(codes)
    if not shown:
        return ()
    return (f"[({shown})]TJ",) if any(code[-1:] == "(" or code[:1] == ")" for code in codes) else (f"({shown})Tj",)
