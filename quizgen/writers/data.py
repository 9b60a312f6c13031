"""A drawn quiz → the JSON of `quiz --format json`, answers and sources included."""

from __future__ import annotations

from collections.abc import Mapping

from quizgen.dump import Json, source, text
from quizgen.formats import Answer, Drawn
from quizgen.items import Format
from quizgen.writers import Material, Writer
from quizgen.writers._paper import drawn_quiz


def write(material: Material) -> bytes:
    """Give one object `{seed, sources, items}`, indented, UTF-8; it holds the answers whether or not `key` is set."""
    quiz = drawn_quiz(material)
    told: dict[str, Json] = {"seed": quiz.seed, "sources": list(quiz.sources), "items": [item(drawn) for drawn in quiz.items]}
    return (text(told, indent=2) + "\n").encode()


def item(drawn: Drawn) -> dict[str, Json]:
    """Give the object of one drawn item."""
    asked = drawn.item
    told: dict[str, Json] = {"id": asked.id, "code": asked.code, "format": str(asked.format), "stem": asked.stem, "points": drawn.points}
    told |= _columns(drawn) | {"answer": _answer(drawn.answer), "accepted": list(asked.accepted)}
    return told | {"explanation": asked.explanation, "source": source(asked.source)}


def _columns(drawn: Drawn) -> dict[str, Json]:
    if drawn.premises:
        return {"premises": list(drawn.premises), "responses": list(drawn.responses)}
    if drawn.item.format is Format.SORTING:
        return {"things": list(drawn.options), "groups": list(drawn.groups)}
    return {"options": list(drawn.options)} if drawn.options else {}


def _answer(answer: Answer) -> Json:
    if isinstance(answer, Mapping):
        return {group: list(things) for group, things in answer.items()}
    if isinstance(answer, tuple):
        return [list(part) if isinstance(part, tuple) else part for part in answer]
    return answer


WRITER = Writer(".json", "JSON for other programs, answers included", write)
