"""Campaigns → a study guide of each on a page: facts, sides, a drawn timeline, sources; its order of battle on the next."""

from __future__ import annotations

from quizgen.writers import Material, Writer


def write(material: Material) -> bytes:
    """Set the guide on A4 or Letter; the same material gives the same bytes.

    Raises QuizgenError: W101 for characters that no font has, W103 for an unknown paper.
    """
    from quizgen.writers.study_guide.guide import guide  # fonts and their shaper cost 0.1 s at start-up

    return guide(material)


WRITER = Writer(".pdf", "study guide: facts, sides, timeline and order of battle", write)
