"""One file (or folder) per output, each with a `WRITER`.

To add one: write `writers/NAME.py` with `WRITER = Writer(...)` and its tests; `quizgen types` and the command line find it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from quizgen.assembly import Quiz
from quizgen.items import Item
from quizgen.ledger import Ledger
from quizgen.model import Campaign
from quizgen.passages import Passage
from quizgen.printing import Printing

USUAL = Printing()


@dataclass(frozen=True, slots=True)
class Material:
    """What a writer draws on: undrawn `items` for decks, a drawn `quiz` for sheets and print; `key` shows the answers.

    `others` are further forms of the quiz that follow it in the same file, `passages` are printed before the questions.
    Of decks: `ledger` says which notes are released, with which dates; without one all items are, dated `revised`.
    `typed`: short answers are typed; `by_family`: a subdeck each.
    """

    title: str
    campaigns: tuple[Campaign, ...]
    items: tuple[Item, ...] = ()
    quiz: Quiz | None = None
    others: tuple[Quiz, ...] = ()
    key: bool = False
    paper: str = "A4"
    printing: Printing = USUAL
    passages: tuple[Passage, ...] = ()
    revised: str = "2000-01-01"
    ledger: Ledger | None = None
    typed: bool = False
    by_family: bool = False


@dataclass(frozen=True, slots=True)
class Writer:
    """An output format: file suffix, one line on what it is, and the function from material to the file's bytes."""

    suffix: str
    summary: str
    write: Callable[[Material], bytes]
