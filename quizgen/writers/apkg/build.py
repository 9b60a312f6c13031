"""Material → genanki's notes and decks → the package."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from hashlib import blake2b

import genanki

from quizgen.writers import Material
from quizgen.writers._notes import Note, NoteDeck, decks
from quizgen.writers._notes.notetypes import NoteType
from quizgen.writers.apkg.models import models
from quizgen.writers.apkg.package import DatedNote, StreamedDeck, package


def build(material: Material) -> bytes:
    """Make the package of a deck. ValueError if two items share an id or an item's campaign is not among the material's."""
    return pack(decks(material), material.ledger.released if material.ledger else material.revised)


def pack(laid_out: Iterable[NoteDeck], released: str) -> bytes:
    """Make a package of decks that are laid out already, dated by the day of its release."""
    types = models()
    made = [StreamedDeck(_number(deck.name), deck.name, deck.description, _notes(deck.notes, types)) for deck in laid_out]
    return package(made, _seconds(released))


def _notes(notes: Callable[[], Iterator[Note]], types: dict[NoteType, genanki.Model]) -> Callable[[], Iterator[DatedNote]]:
    def make() -> Iterator[DatedNote]:
        for note in notes():
            yield DatedNote(
                mod=_seconds(note.revised),
                is_suspended=note.is_retired,
                model=types[note.kind],
                fields=list(note.fields),
                sort_field=note.sort_text,
                tags=note.tags,
                guid=note.guid,
                due=note.at,
            )

    return make


def _seconds(day: str) -> int:
    """The beginning of a day, in seconds since 1970."""
    return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp())


def _number(name: str) -> int:
    return int.from_bytes(blake2b(name.encode(), digest_size=4).digest(), "big") + 2  # 1 is Anki's default deck
