"""Cards → pages: every page has its cut lines in the same places, and backs lie behind their fronts once the sheet is turned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.diagnostics import Diagnostic, QuizgenError, Span, fail
from quizgen.formats import draw
from quizgen.printing import Flip
from quizgen.writers import Material
from quizgen.writers._cards.faces import Face, faces
from quizgen.writers._print.blocks import centred
from quizgen.writers._print.faults import missing, place, too_tall
from quizgen.writers._print.fonts import MissingGlyph
from quizgen.writers._print.pages import TooTallError
from quizgen.writers._print.press import Press
from quizgen.writers._print.sources import licence
from quizgen.writers._print.style import PAPERS, type_for
from quizgen.writers._print.tags import Element

COLUMNS, ROWS = 2, 4
EDGE, TOP = 28.0, 36.0  # margins, the same at opposite edges, so that both sides of a sheet meet
SAID = {
    Flip.LONG: "Print on both sides, flip on the long edge. Cut along the dashed lines.",
    Flip.SHORT: "Print on both sides, flip on the short edge. Cut along the dashed lines.",
    Flip.FOLD: "Print on one side. Cut along the dashed lines, then fold each strip in its middle.",
}


def cards(material: Material) -> bytes:
    """Lay out and draw the cards; see `write`."""
    size = PAPERS.get(material.paper)
    if not size:
        raise fail(Span("cards"), "W103", f'no paper is called "{material.paper}"', f"use {' or '.join(PAPERS)}")
    across, down = (size[0] - 2 * EDGE) / COLUMNS, (size[1] - 2 * TOP) / ROWS
    made = _faces(material, across, down)
    sheets = tuple(_folded(made) if material.printing.flip is Flip.FOLD else _two_sided(made, material.printing.flip))
    sheet = _Sheet(Press(size), material, across, down)
    for number, cells in enumerate(sheets, 1):
        sheet.page(cells, number, len(sheets))
    return sheet.press.bytes(f"{material.title}, flashcards", "flashcards")


def _faces(material: Material, across: float, down: float) -> list[tuple[Face, Face]]:
    """Set all cards; QuizgenError with every item that cannot be set."""
    type_ = type_for(material.printing)
    made: list[tuple[Face, Face]] = []
    problems: list[Diagnostic] = []
    for number, item in enumerate(material.items, 1):
        drawn = draw(item, "cards")
        try:
            made.append(faces(drawn, across, down, type_, number))
        except MissingGlyph as err:
            problems.append(missing(err, place(drawn), f'item "{item.code}"', "leave the item out"))
        except TooTallError as err:
            problems += too_tall(err, place(drawn), f'item "{item.code}"').diagnostics
    if problems:
        raise QuizgenError(problems)
    return made


Cells = dict[tuple[int, int], Face]  # (row, column) → what is printed there


def _two_sided(made: Sequence[tuple[Face, Face]], flip: Flip) -> Iterator[Cells]:
    """Give for each eight cards a page of fronts and a page of backs, mirrored as the sheet is turned."""
    for start in range(0, len(made), ROWS * COLUMNS):
        part = made[start : start + ROWS * COLUMNS]
        yield {divmod(n, COLUMNS): front for n, (front, _) in enumerate(part)}
        yield {_behind(*divmod(n, COLUMNS), flip): back for n, (_, back) in enumerate(part)}


def _behind(row: int, column: int, flip: Flip) -> tuple[int, int]:
    """Say where the back of a card is printed; seen from behind, the sheet is mirrored about the edge that it was turned over."""
    return (row, COLUMNS - 1 - column) if flip is Flip.LONG else (ROWS - 1 - row, column)


def _folded(made: Sequence[tuple[Face, Face]]) -> Iterator[Cells]:
    """Give four cards to a page, each with its question at the left and its answer at the right."""
    for start in range(0, len(made), ROWS):
        yield {(row, side): face for row, pair in enumerate(made[start : start + ROWS]) for side, face in enumerate(pair)}


class _Sheet:
    def __init__(self, press: Press, material: Material, across: float, down: float) -> None:
        self.press, self.across, self.down = press, across, down
        self.flip = material.printing.flip
        self.type = type_for(material.printing)
        self.licence = licence(material)

    def page(self, cells: Cells, number: int, total: int) -> None:
        """Draw a page: its cards by rows, the lines to cut along, a line on how to print it."""
        press = self.press
        if number == 1:
            with press.pen.element("H1"):
                centred(SAID[self.flip], press.size[0], self.type.foot).draw(press.pen, 0, press.size[1] - 12)
        section = Element("Sect")
        press.bookmark(f"Page {number}", press.size[1])
        with press.pen.within(section):
            for (row, column), face in sorted(cells.items()):
                with press.pen.element("Sect"):
                    face.draw(press.pen, EDGE + column * self.across, press.size[1] - TOP - row * self.down)
        self._cuts()
        with press.pen.footer():
            said = " · ".join(part for part in (SAID[self.flip] * (number > 1), f"Page {number} of {total}", self.licence) if part)
            centred(said, press.size[0], self.type.foot).draw(press.pen, 0, 24)
        press.page()

    def _cuts(self) -> None:
        """Draw the cut lines; what is to be folded is marked at the edges only."""
        width, height = self.press.size
        for row in range(ROWS + 1):
            y = height - TOP - row * self.down
            self.press.pen.dashes(EDGE, y, width - EDGE, y)
        for column in range(COLUMNS + 1):
            x = EDGE + column * self.across
            fold = self.flip is Flip.FOLD and column == 1
            for top, bottom in ((height - TOP, TOP),) if not fold else ((height - TOP, height - TOP - 8), (TOP + 8, TOP)):
                self.press.pen.dashes(x, top, x, bottom)
