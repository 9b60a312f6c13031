"""What cannot be set on a page → the diagnostic that says so, and what would help."""

from __future__ import annotations

import unicodedata

from quizgen.diagnostics import Diagnostic, QuizgenError, Span, error, fail
from quizgen.formats import Drawn
from quizgen.model import Quote
from quizgen.writers._print.fonts import MissingGlyph
from quizgen.writers._print.pages import TooTallError

HAN = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "IDEOGRAPHIC", "BOPOMOFO")


def place(drawn: Drawn) -> Span:
    """Point at an item's source."""
    source = drawn.item.source
    return Span(source.file, source.line) if isinstance(source, Quote) else Span(drawn.item.campaign)


def missing(err: MissingGlyph, span: Span, where: str, hint: str) -> Diagnostic:
    """Name the character that no font has, and the font that would."""
    font = covering(err.character)
    message = f'no font can set "{err.character}" (U+{ord(err.character):04X}) of {where}'
    return error(span, "W101", message, f"add a font that has it, as {font} does, with --font FILE; or {hint}")


def covering(character: str) -> str:
    """Name a free font that has a character."""
    name = unicodedata.name(character, "")
    if name.startswith(HAN):
        return "Droid Sans Fallback"
    script = name.split(" ")[0].title()
    return f"Noto Sans {script}" if unicodedata.category(character)[0] in "LM" and script else "Noto Sans Symbols or Noto Emoji"


def too_tall(err: TooTallError, span: Span, what: str) -> QuizgenError:
    """Say what does not fit on any page."""
    message = f"{what} takes {err.height:.0f} points of height, a page has {err.capacity:.0f}"
    return fail(span, "W102", message, "shorten it, or leave it out")
