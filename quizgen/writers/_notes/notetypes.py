"""The four note types of a deck: their ids, their fields, and the faces of their cards.

Frozen: a learner's notes stay "conflicting", never updated, once a type's id, a field's name or place, or the template's name
changes. Words, markup, styles and scripts of the faces may change; what a new idea needs goes into a spare field.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum
from hashlib import blake2b

TAIL = ("Accepted", "Explanation", "Claim", "Source", "As of", "Picture", "Notice", "Code", "Licence", "Spare 1", "Spare 2", "Spare 3")
TEMPLATE = "Card"

# The classes keep MathJax, which Anki's clients run over a card, from setting a text that holds \( or \[.
_CARD = '<div class="quizgen mathjax_ignore tex2jax_ignore" lang="en" data-code="{{{{Code}}}}"{}>{}</div>'
_NOTICE = '{{#Notice}}<p class="notice">{{Notice}}</p>{{/Notice}}'
_TASK = '<p class="task">{{Task}}</p>'
_QUESTION = '<div class="question">{{Question}}</div>'
_TAIL = (
    '{{#Accepted}}<p class="also">Also right: {{Accepted}}</p>{{/Accepted}}'
    '<p class="why">{{Explanation}}</p>'
    '{{#Claim}}<p class="claim">As claimed by {{Claim}}.</p>{{/Claim}}'
    "{{Picture}}"
    '<div class="source">{{Source}}</div>'
    '<p class="colophon">{{Code}}{{#As of}} · as of {{As of}}{{/As of}}{{#Licence}} · {{Licence}}{{/Licence}}</p>'
)
_ANSWER = '<div class="answer" id="answer">{{Answer}}</div>'
_VERDICT = '<p class="verdict" role="status"></p>'


@dataclass(frozen=True, slots=True)
class Shape:
    """A note type: its lasting id and name, the fields before the tail, the inner faces of its card, the script that both run."""

    id: int
    name: str
    fields: tuple[str, ...]
    inner_front: str
    inner_back: str
    script: str = ""
    frame: str = ""
    is_cloze: bool = False

    @property
    def all_fields(self) -> tuple[str, ...]:
        """Every field in order. The first is the note's GUID, never shown: Anki wants it unique; the second sorts the browser."""
        return ("Id", *self.fields, *TAIL)

    @property
    def field_ids(self) -> dict[str, int]:
        """The lasting number of each field."""
        return {name: self.id * 100 + place for place, name in enumerate(self.all_fields)}

    @property
    def front(self) -> str:
        """The template of the front, without its script."""
        return _CARD.format("", _NOTICE + _TASK + self.inner_front)

    @property
    def back(self) -> str:
        """The template of the back, without its script."""
        return _CARD.format(self.frame, _NOTICE + _TASK + self.inner_back + _TAIL)


class NoteType(Enum):
    """Which note type an item goes through."""

    BASIC = Shape(
        1764288001,
        "quizgen Basic",
        ("Question", "Task", "Lists", "Answer"),
        f"{_QUESTION}{{{{Lists}}}}",
        f"{_QUESTION}{_ANSWER}",
    )
    TYPED = Shape(
        1764288002,
        "quizgen Typed",
        ("Question", "Task", "Answer", "Matches"),
        f"{_QUESTION}{{{{type:nc:Answer}}}}",
        f"{_QUESTION}{_VERDICT}{{{{type:nc:Answer}}}}{_ANSWER}",
        script="typed.js",
        frame=' data-matches="{{Matches}}"',
    )
    CLOZE = Shape(
        1764288003,
        "quizgen Cloze",
        ("Text", "Task"),
        '<div class="question">{{cloze:Text}}</div>',
        '<div class="question" id="answer">{{cloze:Text}}</div>',
        is_cloze=True,
    )
    CHOICE = Shape(
        1764288004,
        "quizgen Multiple choice",
        ("Question", "Task", "Choices", "Feedback"),
        f"{_QUESTION}{{{{Choices}}}}",
        f'{_QUESTION}<div id="answer">{_VERDICT}{{{{Feedback}}}}</div>',
        script="choices.js",
    )

    @property
    def word(self) -> str:
        """Its name in a ledger: "basic"."""
        return self.name.lower()


def schema() -> str:
    """Give the fingerprint of all that may never change: a ledger keeps it, so that a change is noticed before learners do."""
    frozen = [(t.name, t.value.id, t.value.name, t.value.all_fields, TEMPLATE, t.value.is_cloze) for t in NoteType]
    return blake2b(json.dumps(frozen).encode(), digest_size=4).hexdigest()
