"""The decks of the campaigns of one war → one package with a subdeck for each, in the order of their years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from quizgen import api
from quizgen.batch.jobs import digest
from quizgen.batch.names import base_of
from quizgen.batch.store import Store
from quizgen.files import write_atomic
from quizgen.model import Campaign, norm
from quizgen.writers import notes
from quizgen.writers._notes import NoteDeck
from quizgen.writers._notes.decks import short


def pack(store: Store, out: Path) -> dict[str, tuple[str, int]]:
    """Pack every war of which a campaign changed; gives each war's file and how many campaigns it holds."""
    made = {}
    for war in store.wars():
        if members := store.of_war(war):
            outlines = [api.load(store.outline(key), "outline.yaml") for key, _, _ in members]
            title = next(part.value for part in outlines[0].part_of if norm(part.value) == war)
            told = digest(repr((title, [(key, own, released) for key, own, released in members])).encode())
            before, file, size = store.packed(war)
            path = out / f"{base_of(title)}.apkg"
            if before != told or path.name != file or not path.is_file() or path.stat().st_size != size:
                data = _packed(store, title, outlines, members)
                write_atomic(path, data)
                store.pack(war, told, path.name, len(data))
            made[war] = (path.name, len(members))
    return made


def _packed(store: Store, title: str, outlines: Sequence[Campaign], members: Sequence[tuple[str, str, str]]) -> bytes:
    """Lay the decks out under the war's name. Those of one name are numbered; the notes are fetched as they are written."""
    from quizgen.writers.apkg.build import pack  # genanki takes 70 ms to import

    top, seen = short(title, outlines), Counter[str]()

    def decks() -> Iterator[NoteDeck]:
        for key, _, _ in members:
            own = notes.read(store.notes(key))
            seen[own[0].name.split("::")[1]] += 1
            for deck in own:
                _, name, *families = deck.name.split("::")
                number = f" {seen[name]}" if seen[name] > 1 else ""
                yield replace(deck, name="::".join((top, name + number, *families)))

    return pack(decks(), max(released for _, _, released in members))
