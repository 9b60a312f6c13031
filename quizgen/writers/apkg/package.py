"""genanki's decks → the bytes of an .apkg file: compressed, the same for the same decks, in memory that their number does not fill."""

from __future__ import annotations

import copy
import json
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from io import BytesIO
from itertools import count, islice
from pathlib import Path
from typing import Any

import genanki

LEVEL = 3  # of compression: a sixth larger than the best, in a quarter of its time
AT_ONCE = 200  # notes that stand in memory
PRESET = 1764288009  # the id of the options preset
_NOTE = f"INSERT INTO notes VALUES({','.join('?' * 11)})"
_CARD = f"INSERT INTO cards VALUES({','.join('?' * 18)})"
_UNSEEN = (0, 0, 0, 0, 0, 0, 0, 0, "")  # interval, factor, repetitions … of a new card
_FAST = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -2000;"
_VERSION = (96, b"\0\0\0\0")  # of SQLite, in the file's header: else each machine's package is another


class DatedNote(genanki.Note):  # type: ignore[misc]  # genanki is untyped
    """A note with its own date of change (seconds since 1970): Anki updates a learner's note only where this is newer."""

    def __init__(self, *, mod: int, is_suspended: bool = False, **known: Any) -> None:
        super().__init__(**known)
        self.mod, self.is_suspended = mod, is_suspended

    def rows(self, deck_id: int, numbers: Iterator[int]) -> tuple[tuple[Any, ...], list[tuple[Any, ...]]]:
        """Give its row of the notes and its rows of the cards, as genanki would write them."""
        own = next(numbers)
        note = (own, self.guid, self.model.model_id, self.mod, -1, self._format_tags(), self._format_fields(), self.sort_field, 0, 0, "")
        queue = -1 if self.is_suspended else 0
        # genanki's `cards` is the same, kept for a second call, at three times the time
        cards = self._cloze_cards() if self.model.model_type == genanki.Model.CLOZE else self._front_back_cards()
        return note, [(next(numbers), own, deck_id, card.ord, self.mod, -1, 0, queue, self.due, *_UNSEEN) for card in cards]


class StreamedDeck(genanki.Deck):  # type: ignore[misc]
    """A deck whose notes are made as they are written."""

    def __init__(self, deck_id: int, name: str, description: str, notes: Callable[[], Iterator[DatedNote]]) -> None:
        super().__init__(deck_id, name, description)
        self.made = notes

    def to_json(self) -> dict[str, Any]:
        """Give the deck's settings: its options are those of the preset, for learners who import presets."""
        return {**super().to_json(), "conf": PRESET}

    def write_to_db(self, cursor: sqlite3.Cursor, timestamp: float, id_gen: Iterator[int]) -> None:
        """Write the deck and its notes, a few at a time."""
        notes = self.made()
        while some := list(islice(notes, AT_ONCE)):
            rows = [note.rows(self.deck_id, id_gen) for note in some]
            cursor.executemany(_NOTE, [note for note, _ in rows])
            cursor.executemany(_CARD, [card for _, cards in rows for card in cards])
            for note in some:
                self.add_model(note.model)
        super().write_to_db(cursor, timestamp, id_gen)


def package(decks: Sequence[genanki.Deck], stamp: int) -> bytes:
    """Pack decks. `stamp` (seconds since 1970) dates the note types and numbers notes and cards."""
    packed = BytesIO()
    with tempfile.TemporaryDirectory(prefix="quizgen-") as folder:
        path = Path(folder, "collection")
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            _write(connection, decks, stamp)
        with path.open("r+b") as written:
            written.seek(_VERSION[0])
            written.write(_VERSION[1])
            written.seek(0)
            with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as archive:
                with archive.open("collection.anki2", "w") as member:  # by name, an entry is of 1980
                    shutil.copyfileobj(written, member, 1 << 18)
                with archive.open("media", "w") as member:
                    member.write(b"{}")  # pictures are drawn in the cards themselves
                for entry in archive.infolist():
                    entry.create_system, entry.external_attr = 3, 0o644 << 16  # else they tell the machine that built it
    return packed.getvalue()


def _write(connection: sqlite3.Connection, decks: Sequence[genanki.Deck], stamp: int) -> None:
    connection.executescript(_FAST)
    cursor, numbers = connection.cursor(), count(stamp * 1000)
    genanki.Package([]).write_to_db(cursor, stamp, numbers)
    connection.execute("BEGIN")
    indexes = cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").fetchall()
    for name, _ in indexes:  # an index is made faster than kept
        cursor.execute(f"DROP INDEX {name}")
    for deck in decks:
        deck.write_to_db(cursor, stamp, numbers)
    for _, made in indexes:
        cursor.execute(made)
    (presets,) = cursor.execute("SELECT dconf FROM col").fetchone()
    cursor.execute("UPDATE col SET dconf = ?", (json.dumps(_with_preset(json.loads(presets), stamp)),))
    connection.execute("COMMIT")


def _with_preset(presets: dict[str, Any], stamp: int) -> dict[str, Any]:
    """Add options for a deck that is taught: ten new cards a day in the deck's order, siblings on other days."""
    own = copy.deepcopy(presets["1"]) | {"id": PRESET, "name": "quizgen", "mod": stamp}
    own["new"] |= {"perDay": 10, "order": 1, "bury": True}
    own["rev"] |= {"perDay": 200, "bury": True}
    return presets | {str(PRESET): own}
