"""Items, a blueprint and a seed → a quiz: which items, in which order, with which options where."""

from __future__ import annotations

from dataclasses import dataclass, field

from quizgen.formats import Answer, Drawn


@dataclass(frozen=True, slots=True)
class Quiz:
    """A drawn quiz or one form of a sheet. `sources` are the names of the campaigns, `titles` their titles."""

    seed: str
    items: tuple[Drawn, ...]
    sources: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    form: str = ""
    credits: tuple[str, ...] = field(default=())


__all__ = ["Answer", "Drawn", "Quiz"]
