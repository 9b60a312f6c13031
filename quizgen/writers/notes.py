"""Undrawn items → the notes of their deck as JSON: what `quizgen batch` keeps of a campaign until it packs the deck of its war."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from quizgen.writers import Material, Writer
from quizgen.writers._notes import Note, NoteDeck, decks
from quizgen.writers._notes.notetypes import NoteType


def write(material: Material) -> bytes:
    """Write the decks of a material: name, description, and of each note the fields of `Note` in their order."""
    told = [[deck.name, deck.description, [_told(note) for note in deck.notes()]] for deck in decks(material)]
    return json.dumps(told, ensure_ascii=False).encode()


def _told(note: Note) -> list[object]:
    return [note.guid, note.kind.name, note.fields, note.sort_text, note.tags, note.revised, note.at, note.is_retired]


def read(data: bytes) -> tuple[NoteDeck, ...]:
    """Read what `write` wrote."""
    return tuple(NoteDeck(name, description, partial(map, _note, notes)) for name, description, notes in json.loads(data))


def _note(told: list[Any]) -> Note:
    guid, kind, fields, sort_text, tags, revised, at, is_retired = told
    return Note(guid, NoteType[kind], tuple(fields), sort_text, tuple(tags), revised, at, is_retired)


WRITER = Writer(suffix=".notes.json", summary="notes of a deck as JSON, from which quizgen batch packs a war", write=write)
