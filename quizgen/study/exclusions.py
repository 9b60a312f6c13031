"""A recipe's text and what learners flagged as bad → the text with those items under its `exclude`; all else stays as it was."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from quizgen import recipes
from quizgen.diagnostics import Span, fail

_EXCLUDE = re.compile(r"^exclude:[ \t]*(?P<rest>[^\n]*)$", re.MULTILINE)


def exclude(text: str, file: str, reasons: Mapping[str, str]) -> str:
    """Add exclusions with their reasons; those that stand there already stay.

    Raises QuizgenError: what reading the recipe raises, S104 if its `exclude` is written in a way that cannot be added to.
    """
    known = {item for item, _ in recipes.load(text, file).hand.exclude}
    new = {item: reason for item, reason in reasons.items() if item not in known}
    if not new:
        return text
    lines = [f"{_quoted(item)}: {_quoted(reason)}" for item, reason in new.items()]
    made = _added(text, lines)
    after = {item for item, _ in recipes.load(made, file).hand.exclude} if made else set()
    if not made or after != known | set(new):
        hint = "write one item a line under exclude:"
        raise fail(Span(file), "S104", "its exclude is not written in lines, so that nothing can be added to it", hint)
    return made


def _added(text: str, lines: list[str]) -> str:
    found = _EXCLUDE.search(text)
    if not found:
        return f"{text.rstrip()}\nexclude:\n" + "".join(f"  {line}\n" for line in lines)
    rest = found["rest"].strip()
    if rest.startswith("{}"):
        return text[: found.start()] + "exclude:\n" + "".join(f"  {line}\n" for line in lines).rstrip("\n") + text[found.end() :]
    if rest and not rest.startswith("#"):
        return ""
    indent = re.match(r"(?:\s*(?:#[^\n]*)?\n)*([ \t]+)", text[found.end() :] + "\n")
    inset = indent[1] if indent else "  "
    return text[: found.end()] + "".join(f"\n{inset}{line}" for line in lines) + text[found.end() :]


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # a JSON string is a YAML string
