"""A package of many notes, ours against genanki's own: time, size and peak memory."""

import tempfile
from functools import partial
from pathlib import Path

import genanki

from quizgen.writers._notes import decks
from quizgen.writers.apkg.build import _seconds
from quizgen.writers.apkg.models import models
from quizgen.writers.apkg.package import DatedNote, StreamedDeck, package
from tests.benchmarks.rows import Row, compared, wall_time
from tests.writers.apkg.fixtures import all_formats, material

STAMP = _seconds("2026-11-28")
COUNT = 10_000


def fields(count):
    """Fields of notes as a deck has them, each in words of its own, made as they are asked for."""
    (deck,) = decks(material(*all_formats()))
    kinds = [(note.kind, note.fields, note.tags) for note in deck.notes()]
    for n in range(count):
        kind, texts, tags = kinds[n % len(kinds)]
        yield f"{n:016x}", kind, [f"{n:016x}", *(f"{text} ({n})" if text else "" for text in texts[1:])], tags


def ours(path, count=COUNT):
    """Write the package as quizgen does."""
    types = models()

    def notes():
        for own, kind, texts, tags in fields(count):
            yield DatedNote(mod=STAMP, model=types[kind], fields=texts, sort_field=texts[1], tags=tags, guid=own, due=1)

    path.write_bytes(package([StreamedDeck(1234, "Bench", "", notes)], STAMP))


def floor(path, count=COUNT):
    """Write the same notes with genanki alone."""
    types = models()
    deck = genanki.Deck(1234, "Bench")
    for own, kind, texts, tags in fields(count):
        deck.add_note(genanki.Note(types[kind], texts, texts[1], tags, own, 1))
    genanki.Package(deck).write_to_file(path, STAMP)


def rows(texts):
    """A package in time and memory, and in size."""
    with tempfile.TemporaryDirectory() as folder:
        own, theirs = Path(folder, "ours.apkg"), Path(folder, "genanki.apkg")
        timed = compared(f"a package of {COUNT:,} notes: time / genanki's", "≤ 0.9", partial(ours, own), partial(floor, theirs), wall_time)
        yield timed
        yield Row(f"a package of {COUNT:,} notes: peak memory / genanki's", "≤ 0.7", (timed.memory,))
        yield Row(f"a package of {COUNT:,} notes: size / genanki's", "≤ 0.2", (own.stat().st_size / theirs.stat().st_size,))
