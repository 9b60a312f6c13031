"""Items, a blueprint and a seed → a quiz: which items, in which order, with which options where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from quizgen.items import Item

Answer = int | bool | str | tuple[int, ...] | tuple[tuple[int, int], ...] | Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Drawn:
    """An item as it is put to a learner.

    options    multiple choice and response: the options; ordering and sorting: the things, shuffled
    premises   matching: the left column;  responses  matching: the right column, extras among them
    groups     sorting: the groups in the order of the sides
    answer     multiple_choice: index; multiple_response: (index, …); true_false: bool; matching: ((i, j), …);
               ordering: (index, …) in right order; sorting: {group: (index, …)}; else the key's text
    """

    item: Item
    points: int
    answer: Answer
    options: tuple[str, ...] = ()
    premises: tuple[str, ...] = ()
    responses: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quiz:
    """A drawn quiz or one form of a sheet. `sources` are the names of the campaigns, `titles` their titles."""

    seed: str
    items: tuple[Drawn, ...]
    sources: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    form: str = ""
    credits: tuple[str, ...] = field(default=())
