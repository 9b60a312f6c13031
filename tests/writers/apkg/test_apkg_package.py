"""The bytes of a package: small, the same each time, in bounded memory, with nothing left behind."""

from __future__ import annotations

import sqlite3
import tempfile
import tracemalloc
import zipfile
from contextlib import closing
from io import BytesIO
from itertools import repeat
from pathlib import Path

import genanki
import pytest

from quizgen.writers.apkg import WRITER
from quizgen.writers.apkg.models import models
from quizgen.writers.apkg.package import DatedNote, StreamedDeck, package
from tests.benchmarks.decks import STAMP, fields
from tests.writers.apkg.fixtures import all_formats, material


def many(count: int) -> StreamedDeck:
    types = models()
    notes = (
        DatedNote(mod=STAMP, model=types[kind], fields=texts, sort_field=texts[1], tags=tags, guid=own)
        for own, kind, texts, tags in fields(count)
    )
    return StreamedDeck(7, "Many", "", lambda: notes)


def test_memory_does_not_grow_with_the_notes() -> None:
    peaks = []
    for count in (1000, 4000):
        deck = many(count)
        tracemalloc.start()
        packed = package([deck], STAMP)
        peaks.append(tracemalloc.get_traced_memory()[1] - len(packed))
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0]
    assert peaks[1] < 6_000_000


def test_the_entries_tell_neither_time_nor_machine() -> None:
    archive = zipfile.ZipFile(BytesIO(WRITER.write(material(*all_formats()))))
    told = [(entry.filename, entry.date_time, entry.create_system, entry.compress_type) for entry in archive.infolist()]
    assert [(name, (1980, 1, 1, 0, 0, 0), 3, zipfile.ZIP_DEFLATED) for name in ("collection.anki2", "media")] == told
    assert b"{}" == archive.read("media")
    assert b"\0\0\0\0" == archive.read("collection.anki2")[96:100], "the version of SQLite"


def test_no_file_is_left_even_of_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    WRITER.write(material(*all_formats()))
    broken = StreamedDeck(7, "Broken", "", lambda: iter(repeat(None)))
    with pytest.raises(AttributeError):
        package([broken], STAMP)
    assert [] == list(tmp_path.iterdir())


def test_notes_and_cards_are_those_that_genanki_writes(tmp_path: Path) -> None:
    own = package([many(11)], STAMP)
    types, deck = models(), genanki.Deck(7, "Many")
    for name, kind, texts, tags in fields(11):
        deck.add_note(genanki.Note(types[kind], texts, texts[1], tags, name))
    genanki.Package(deck).write_to_file(tmp_path / "floor.apkg", STAMP)
    assert _rows((tmp_path / "floor.apkg").read_bytes()) == _rows(own)


def _rows(packed: bytes) -> list[list[tuple[object, ...]]]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(zipfile.ZipFile(BytesIO(packed)).read("collection.anki2"))
        notes = connection.execute("select guid, mid, mod, usn, tags, flds, sfld, csum from notes order by guid").fetchall()
        cards = connection.execute(
            "select guid, c.did, c.ord, c.mod, c.type, c.queue, c.due, c.ivl from cards c join notes n on n.id = c.nid order by guid"
        ).fetchall()
        indexes = connection.execute("select name from sqlite_master where type = 'index' order by name").fetchall()
    return [notes, cards, indexes]
