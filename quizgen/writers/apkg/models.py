"""Note types → genanki's models, with the styles and scripts that lie beside this file."""

from __future__ import annotations

from importlib.resources import files

import genanki

from quizgen.writers._notes.notetypes import TEMPLATE, NoteType, Shape


def models() -> dict[NoteType, genanki.Model]:
    """Build the genanki model of every note type."""
    return {kind: _model(kind.value) for kind in NoteType}


def _model(shape: Shape) -> genanki.Model:
    script = f"<script>\n{_file(shape.script)}</script>" if shape.script else ""
    template = {"id": shape.id * 100 + 99, "name": TEMPLATE, "qfmt": shape.front + script, "afmt": shape.back + script}
    return genanki.Model(
        shape.id,
        shape.name,
        fields=[{"id": number, "name": name, "font": "Arial"} for name, number in shape.field_ids.items()],
        templates=[template],
        css=_file("card.css"),
        model_type=genanki.Model.CLOZE if shape.is_cloze else genanki.Model.FRONT_BACK,
        sort_field_index=1,
    )


def _file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
