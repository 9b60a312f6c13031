"""The four note types of a deck: their fields, templates and script, as genanki models.

They are a preview: their names say so and their ids are their own, so that the lasting ones can differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from importlib.resources import files

import genanki

TAIL = ("Accepted", "Explanation", "Claim", "Source", "Code", "Licence")

# The classes keep MathJax, which Anki's clients run over a card, from setting a text that holds \( or \[.
_CARD = '<div class="quizgen mathjax_ignore tex2jax_ignore" lang="en" data-code="{{{{Code}}}}">{}</div>'
_TASK = '<p class="task">{{Task}}</p>'
_QUESTION = '<div class="question">{{Question}}</div>'
_TAIL = (
    '{{#Accepted}}<p class="also">Also right: {{Accepted}}</p>{{/Accepted}}'
    '<p class="why">{{Explanation}}</p>'
    '{{#Claim}}<p class="claim">As claimed by {{Claim}}.</p>{{/Claim}}'
    '<div class="source">{{Source}}</div>'
    '<p class="colophon">{{Code}}{{#Licence}} · {{Licence}}{{/Licence}}</p>'
)
_ANSWER = '<div class="answer" id="answer">{{Answer}}</div>'


@dataclass(frozen=True, slots=True)
class Shape:
    """A note type: its lasting id, what its name ends in, the fields before the tail, the faces of its card without the frame."""

    id: int
    label: str
    fields: tuple[str, ...]
    front: str
    back: str
    has_script: bool = False
    is_cloze: bool = False

    @property
    def all_fields(self) -> tuple[str, ...]:
        """Every field in order. The first is the item's id, never shown: Anki wants it unique; the second sorts the browser."""
        return ("Id", *self.fields, *TAIL)


class NoteType(Enum):
    """Which note type an item goes through."""

    BASIC = Shape(
        1748301101,
        "Basic",
        ("Question", "Task", "Lists", "Answer"),
        f"{_TASK}{_QUESTION}{{{{Lists}}}}",
        f"{_TASK}{_QUESTION}{_ANSWER}",
    )
    TYPED = Shape(
        1748301102,
        "Typed",
        ("Question", "Task", "Answer"),
        f"{_TASK}{_QUESTION}{{{{type:nc:Answer}}}}",
        f"{_TASK}{_QUESTION}{{{{type:nc:Answer}}}}{_ANSWER}",
    )
    CLOZE = Shape(
        1748301103,
        "Cloze",
        ("Text", "Task"),
        f'{_TASK}<div class="question">{{{{cloze:Text}}}}</div>',
        f'{_TASK}<div class="question" id="answer">{{{{cloze:Text}}}}</div>',
        is_cloze=True,
    )
    CHOICE = Shape(
        1748301104,
        "Multiple choice",
        ("Question", "Task", "Choices", "Feedback"),
        f"{_TASK}{_QUESTION}{{{{Choices}}}}",
        f'{_TASK}{_QUESTION}<div id="answer"><p class="verdict" role="status"></p>{{{{Feedback}}}}</div>',
        has_script=True,
    )


def models() -> dict[NoteType, genanki.Model]:
    """Build the genanki model of every note type."""
    return {kind: _model(kind.value) for kind in NoteType}


def _model(shape: Shape) -> genanki.Model:
    script = f"<script>\n{_file('choices.js')}</script>" if shape.has_script else ""
    template = {"name": "Card", "qfmt": _CARD.format(shape.front) + script, "afmt": _CARD.format(shape.back + _TAIL) + script}
    return genanki.Model(
        shape.id,
        f"quizgen preview {shape.label}",
        fields=[{"name": name, "font": "Arial"} for name in shape.all_fields],
        templates=[template],
        css=_file("card.css"),
        model_type=genanki.Model.CLOZE if shape.is_cloze else genanki.Model.FRONT_BACK,
        sort_field_index=1,
    )


def _file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
