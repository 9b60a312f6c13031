"""Undrawn items → Anki's text import (.csv): a line for each note, to edit in a spreadsheet and import over a deck."""

from __future__ import annotations

import csv
import io

from quizgen.writers import Material, Writer
from quizgen.writers._notes import decks

FORMULA = ("=", "+", "-", "@")
HEAD = "#separator:Comma\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:4\n"


def write(material: Material) -> bytes:
    """Write the table: GUID, note type, deck, tags, then the fields of the note's type in their order.

    The types differ in how many fields they have, so lines are filled up. Anki takes the note types from the package.
    """
    rows = [
        (note.guid, note.kind.value.name, deck.name, _no_formula(" ".join(note.tags), " "), *map(_no_formula, note.fields))
        for deck in decks(material)
        for note in deck.notes()
    ]
    wide = max(map(len, rows), default=0)
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([*row, *[""] * (wide - len(row))] for row in rows)
    return (HEAD + out.getvalue()).encode()


def _no_formula(cell: str, before: str = "") -> str:
    """Hide the sign that makes a spreadsheet compute a cell: Anki shows the entity as the sign, and drops a space before tags."""
    return cell if not cell.startswith(FORMULA) else f"{before}{cell}" if before else f"&#{ord(cell[0])};{cell[1:]}"


WRITER = Writer(suffix=".csv", summary="Anki's text import", write=write)
