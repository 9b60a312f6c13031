"""The table of a deck, and what Anki makes of it over the package that brought its note types."""

from __future__ import annotations

import csv
from pathlib import Path

from anki.collection import Collection, ImportCsvRequest
from anki.import_export_pb2 import CsvMetadata, ImportResponse

from quizgen.writers.apkg import WRITER as PACKAGE
from quizgen.writers.csv import HEAD, WRITER
from tests.writers.apkg.anki_collection import collection, complaints, imported
from tests.writers.apkg.fixtures import all_formats, material, nasty_items, own_guid


def imported_table(opened: Collection, table: bytes) -> ImportResponse.Log:
    path = Path(opened.path).with_name("deck.csv")
    path.write_bytes(table)
    metadata = opened.get_csv_metadata(str(path), None)
    metadata.dupe_resolution = CsvMetadata.DupeResolution.UPDATE
    return opened.import_csv(ImportCsvRequest(path=str(path), metadata=metadata)).log


def test_a_line_holds_guid_note_type_deck_tags_and_fields() -> None:
    text = WRITER.write(material(*all_formats())).decode()
    assert text.startswith(HEAD)
    rows = list(csv.reader(text.removeprefix(HEAD).splitlines()))
    assert [own_guid(each) for each in all_formats()] == [row[0] for row in rows]
    assert (1, {"quizgen::Siege of Karst"}) == (len({len(row) for row in rows}), {row[2] for row in rows})
    assert ["quizgen Multiple choice", "karst-1893::events", own_guid(all_formats()[0]), all_formats()[0].stem] == [
        rows[0][1],
        rows[0][3].split()[0],
        *rows[0][4:6],
    ]


def test_nothing_gives_a_head_alone() -> None:
    assert HEAD.encode() == WRITER.write(material())


def test_a_table_over_its_package_updates_what_was_edited_and_adds_nothing(tmp_path: Path) -> None:
    table = WRITER.write(material(*all_formats()))
    edited = table.replace(b"The count crossed at Brod on the second day of the siege.", b"A teacher's words.", 1)
    with collection(tmp_path) as opened:
        imported(opened, PACKAGE.write(material(*all_formats())))
        log = imported_table(opened, edited)
        assert (0, 11) == (len(log.new), opened.note_count())
        assert 1 == len(opened.find_notes('"Explanation:A teacher\'s words."'))
        assert [] == complaints(opened)


def test_a_table_alone_brings_its_notes_where_the_note_types_are_known(tmp_path: Path) -> None:
    with collection(tmp_path) as opened:
        imported(opened, PACKAGE.write(material(*all_formats())))
        opened.remove_notes(opened.find_notes(""))
        assert 11 == len(imported_table(opened, WRITER.write(material(*all_formats()))).new)
        assert {own_guid(each) for each in all_formats()} == {opened.get_note(n).guid for n in opened.find_notes("")}


def test_no_text_breaks_a_line(tmp_path: Path) -> None:
    items = tuple(nasty_items())
    with collection(tmp_path) as opened:
        imported(opened, PACKAGE.write(material(*items)))
        before = {note.guid: note.fields for note in map(opened.get_note, opened.find_notes(""))}
        log = imported_table(opened, WRITER.write(material(*items)))
        assert 0 == len(log.new)
        assert before == {note.guid: note.fields for note in map(opened.get_note, opened.find_notes(""))}
