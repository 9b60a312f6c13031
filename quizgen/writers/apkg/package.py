"""genanki's decks → the bytes of an .apkg file: from memory, compressed, the same for the same decks."""

from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Sequence
from contextlib import closing
from io import BytesIO
from itertools import count
from typing import Any

import genanki

EPOCH_OF_ZIP = (1980, 1, 1, 0, 0, 0)


class Note(genanki.Note):  # type: ignore[misc]  # genanki is untyped
    """A note with its own date of change: Anki updates a learner's note only where this is newer (seconds since 1970)."""

    def __init__(self, *, mod: int, **known: Any) -> None:
        super().__init__(**known)
        self.mod = mod

    def write_to_db(self, cursor: sqlite3.Cursor, _timestamp: float, deck_id: int, id_gen: Any) -> None:
        """Write the note and its cards, dated by the note."""
        super().write_to_db(cursor, self.mod, deck_id, id_gen)


def package(decks: Sequence[genanki.Deck], stamp: int) -> bytes:
    """Pack decks. `stamp` (seconds since 1970) dates the note types and numbers notes and cards."""
    with closing(sqlite3.connect(":memory:")) as connection:
        genanki.Package(list(decks)).write_to_db(connection.cursor(), stamp, count(stamp * 1000))
        connection.commit()
        collection = connection.serialize()
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in (("collection.anki2", collection), ("media", b"{}")):
            archive.writestr(_entry(name), content, zipfile.ZIP_DEFLATED, compresslevel=9)
    return packed.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, EPOCH_OF_ZIP)
    entry.create_system, entry.external_attr = 3, 0o644 << 16  # else they tell the machine that built it
    return entry
