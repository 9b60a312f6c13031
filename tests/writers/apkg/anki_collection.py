"""A package → what the real Anki makes of it: a fresh collection, its notes, its rendered cards, its complaints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from anki.collection import Card, Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.import_export_pb2 import (
    IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_ALWAYS,
    IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_IF_NEWER,
    ImportResponse,
)


@contextmanager
def collection(folder: Path) -> Iterator[Collection]:
    """Open an empty collection in a folder."""
    opened = Collection(str(folder / "collection.anki2"))
    try:
        yield opened
    finally:
        opened.close()


def imported(opened: Collection, package: bytes, *, always: bool = False, **choices: bool) -> ImportResponse.Log:
    """Import a package as a learner does, notes updated where newer or `always`; `choices` are Anki's others. Give its log."""
    path = Path(opened.path).with_name("deck.apkg")
    path.write_bytes(package)
    when = IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_ALWAYS if always else IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_IF_NEWER
    options = ImportAnkiPackageOptions(update_notes=when, update_notetypes=when, **choices)
    return opened.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options)).log


def cards(opened: Collection, search: str = "") -> list[Card]:
    """Give the cards in the order in which new ones are shown."""
    return [opened.get_card(number) for number in opened.find_cards(search, order="c.due, c.ord, c.id")]


def complaints(opened: Collection) -> list[str]:
    """Say what Anki finds wrong with the collection: nothing, if all is well."""
    found = []
    for card in cards(opened):
        name = card.note().fields[0]
        rendered = opened._backend.render_existing_card(card_id=card.id, browser=False, partial_render=True)
        found += [f"blank front: {name}"] if rendered.is_empty else []
        found += [f"braces left: {name}" for side in (card.question(), card.answer()) if "{{" in side]  # TemplateError is raised here
        found += [f"cloze: {name}"] if card.note().fields_check() not in (0, 2) else []
    found += [f"empty card: {note.note_id}" for note in opened.get_empty_cards().notes]
    found += [f"media missing: {file}" for file in opened.media.check().missing]
    firsts = [note.fields[0] for note in map(opened.get_note, opened.find_notes(""))]
    found += [f"first field twice: {first}" for first in {f for f in firsts if firsts.count(f) > 1}]
    before = opened.card_count()
    opened.after_note_updates(opened.find_notes(""), mark_modified=False, generate_cards=True)
    found += [f"{opened.card_count() - before} cards missing"] if opened.card_count() != before else []
    message, is_fine = opened.fix_integrity()
    return found + ([] if is_fine else [f"integrity: {message}"])


def faces(card: Card, typed: str = "") -> tuple[str, str]:
    """Render front and back as the reviewer shows them: Anki's HTML, its box to type in, its comparison with what was typed."""
    box = "<center><input type=text id=typeans style=\"font-family: 'Arial'; font-size: 20px;\"></center>"
    note = card.note()
    answer = dict(note.items()).get("Answer", "")
    compared = card.col.compare_answer(answer, typed, combining=False) if "[[type:" in card.answer() else ""
    compared = f"<div style=\"font-family: 'Arial'; font-size: 20px\">{compared}</div>"
    return _typing(card.question(), box), _typing(card.answer(), compared)


def _typing(face: str, shown: str) -> str:
    return re.sub(r"\[\[type:[^\]]*\]\]", lambda _: shown, face)
