"""Items → flashcards to print and cut: eight to a page with their backs on the next, or question and answer side by side to fold."""

from __future__ import annotations

from quizgen.writers import Material, Writer


def write(material: Material) -> bytes:
    """Set `material.items` on A4 or Letter; the same material gives the same bytes.

    Raises QuizgenError: W101 for characters that no font has, W102 for an item that fits on no card, W103 for an unknown paper.
    """
    from quizgen.writers._cards.press import cards  # fonts and their shaper cost 0.1 s at start-up

    return cards(material)


WRITER = Writer(".pdf", "printed flashcards on both sides, or to fold", write)
