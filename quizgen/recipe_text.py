"""The text of a recipe → the same text with one line more or another; comments, order and spacing of all else stay."""

from __future__ import annotations

import json
import re

from quizgen.yamlnodes import Node, Problems, Table, parse


def with_swap(text: str, file: str, old: str, new: str) -> str:
    """Write that `new` stands in for `old`, instead of what stood in for it until now.

    Of a mapping in one line (`swap: {A: B}`) the line is written anew. The text is a valid recipe.
    """
    node = parse(text, file, Problems())
    entries = {key.text: (key, value) for key, value in node.entries} if isinstance(node, Table) else {}
    lines = text.splitlines(keepends=True)
    line = f"{_plain(old)}: {_plain(new)}\n"
    if "swap" not in entries:
        gap = "" if text.endswith("\n") or not text else "\n"
        return f"{text}{gap}swap:\n  {line}"
    key, value = entries["swap"]
    assert isinstance(value, Table)  # the recipe was read before
    if value.span.line == key.span.line or not value.entries:
        kept = {name.text: _text(to) for name, to in value.entries} | {old: new}
        told = ", ".join(f"{_plain(name)}: {_plain(to)}" for name, to in kept.items())
        last = max([key.span.line, *(to.span.line for _, to in value.entries)])
        while "}" not in lines[last - 1]:
            last += 1
        comment = re.search(r"\s+#.*", lines[last - 1])
        lines[key.span.line - 1 : last] = [f"swap: {{{told}}}{comment[0] if comment else ''}\n"]
        return "".join(lines)
    own = next(((name, to) for name, to in value.entries if name.text == old), None)
    if own:
        row = lines[own[1].span.line - 1]
        start = own[1].span.column - 1
        lines[own[1].span.line - 1] = f"{row[:start]}{_plain(new)}{row[start + own[1].span.length :]}"
        return "".join(lines)
    name, to = value.entries[-1]
    at = to.span.line
    if not lines[at - 1].endswith("\n"):
        lines[at - 1] += "\n"
    lines.insert(at, f"{' ' * (name.span.column - 1)}{line}")
    return "".join(lines)


def _plain(name: str) -> str:
    """Write a name of an item: it needs no quotes unless it holds what YAML takes for more than text."""
    return name if re.fullmatch(r"[A-Za-z][\w./+()’'-]*", name) else json.dumps(name, ensure_ascii=False)


def _text(node: Node) -> str:
    return getattr(node, "text", "")
