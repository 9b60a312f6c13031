"""A source or a count → the words that a learner reads; what several outputs say alike."""

from __future__ import annotations

from quizgen.model import By, Source

QUOTE = 240  # characters of a quote that are shown; a quote is a sentence at the most, but some sentences are long


def cite(source: Source) -> str:
    """Cite a source: `seed.txt, line 12: “…”`, or who set it by hand, why and on what reference."""
    if isinstance(source, By):
        return ", ".join(part for part in (f"set by {source.who}", source.why, source.ref) if part)
    quote = source.quote if len(source.quote) <= QUOTE else source.quote[:QUOTE].rsplit(" ", 1)[0] + " …"
    return f"{source.file}, line {source.line}: “{quote}”"


def counted(number: int, noun: str) -> str:
    """Count things: "1 point", "2 points"."""
    return f"{number} {noun}{'s' * (number != 1)}"
