"""A package of many notes, ours or genanki's own, in a process of its own → seconds, bytes and peak memory, as one line of JSON.

`python -m tests.bench_deck ours|genanki COUNT`
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import genanki

from quizgen.writers._notes import decks
from quizgen.writers.apkg.build import _seconds
from quizgen.writers.apkg.models import models
from quizgen.writers.apkg.package import DatedNote, StreamedDeck, package
from tests.writers.apkg.fixtures import all_formats, material

STAMP = _seconds("2026-11-28")


def fields(count):
    """Fields of notes as a deck has them, each in words of its own, made as they are asked for."""
    (deck,) = decks(material(*all_formats()))
    kinds = [(note.kind, note.fields, note.tags) for note in deck.notes()]
    for n in range(count):
        kind, texts, tags = kinds[n % len(kinds)]
        yield f"{n:016x}", kind, [f"{n:016x}", *(f"{text} ({n})" if text else "" for text in texts[1:])], tags


def ours(path, count):
    """Write the package as quizgen does."""
    types = models()

    def notes():
        for own, kind, texts, tags in fields(count):
            yield DatedNote(mod=STAMP, model=types[kind], fields=texts, sort_field=texts[1], tags=tags, guid=own, due=1)

    path.write_bytes(package([StreamedDeck(1234, "Bench", "", notes)], STAMP))


def floor(path, count):
    """Write the same notes with genanki alone."""
    types = models()
    deck = genanki.Deck(1234, "Bench")
    for own, kind, texts, tags in fields(count):
        deck.add_note(genanki.Note(types[kind], texts, texts[1], tags, own, 1))
    genanki.Package(deck).write_to_file(path, STAMP)


def measured(which, count):
    """Run one in a process of its own, so that its peak memory is its own."""
    command = [sys.executable, "-m", "tests.bench_deck", which, str(count)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main(which, count):
    """Write one package and say what it took."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "deck.apkg")
        start = time.perf_counter()
        {"ours": ours, "genanki": floor}[which](path, int(count))
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        sys.stdout.write(json.dumps({"seconds": seconds, "bytes": path.stat().st_size, "kilobytes": peak}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
