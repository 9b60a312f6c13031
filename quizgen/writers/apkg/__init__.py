"""Undrawn items → an Anki deck (.apkg): a note for each item, a subdeck for each campaign, every back with its source."""

from __future__ import annotations

from quizgen.writers import Material, Writer


def write(material: Material) -> bytes:
    """Make the bytes of the package: the same for the same material. ValueError if two items share an id."""
    from quizgen.writers.apkg.build import build  # genanki takes 70 ms to import

    return build(material)


WRITER = Writer(suffix=".apkg", summary="Anki deck", write=write)
