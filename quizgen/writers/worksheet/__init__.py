"""A drawn quiz → one PDF: a form of a paper, or with `key=True` the same layout with its answers marked.

Items are laid out by `layouts/`, framed by furniture and key, and printed by `_print`.
To add an answer format, write `layouts/NAME.py` with its `LAYOUT`; nothing else changes.
"""

from __future__ import annotations

from quizgen.writers import Material, Writer


def write(material: Material) -> bytes:
    """Set `material.quiz` and its other forms on A4 or Letter; the same material gives the same bytes.

    Raises QuizgenError: W101 for characters that no font has, W102 for an item taller than a page, W103 for an
    unknown paper. Raises ValueError if the material has no quiz.
    """
    from quizgen.writers.worksheet.sheet import sheet  # fonts and their shaper cost 0.1 s at start-up

    return sheet(material)


WRITER = Writer(".pdf", "printed worksheet or its answer key, A4 or Letter", write)
