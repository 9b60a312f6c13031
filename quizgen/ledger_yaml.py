"""A deck's ledger ⇄ YAML: one line per note, so that a release's diff shows what it changes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields

from quizgen.diagnostics import QuizgenError
from quizgen.ledger import Entry, Ledger, State
from quizgen.yamlnodes import Data, Inline, Node, Problems, Scalar, Table, emit, parse

KIND = "ledger/1"
WIDE = 1 << 20  # a note is one line, however long
_KEYS = {field.name: "of" if field.name == "campaign" else field.name for field in fields(Entry)}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_GUID = re.compile(r"[0-9a-f]{16}")


def is_ledger(text: str) -> bool:
    """Whether a text begins as a ledger does."""
    return text.lstrip("\ufeff").startswith("quizgen: ledger/")


def dump(ledger: Ledger) -> str:
    """Write a ledger."""
    head: dict[str, Data] = {"quizgen": KIND, "schema": ledger.schema, "released": ledger.released}
    return emit(head | {"notes": [_line(entry) for entry in ledger.entries]}, width=WIDE)


def _line(entry: Entry) -> Inline:
    told = {key: getattr(entry, name) for name, key in _KEYS.items()}
    return Inline({key: str(value) if isinstance(value, State) else value for key, value in told.items() if value != ""})


def load(text: str, file: str, schema: str) -> Ledger:
    """Read a ledger; `schema` is the fingerprint of the note types as they are now.

    Raises QuizgenError with all that is wrong: those of `yamlnodes`, Y108 no ledger, L103 another schema, L104 a GUID or a live
    item twice, L105 dates or states that cannot be together, L106 a GUID or a date in another form.
    """
    problems = Problems()
    node = parse(text, file, problems)
    first = node.entries[0] if isinstance(node, Table) and node.entries else None
    if not (first and first[0].text == "quizgen" and isinstance(first[1], Scalar) and first[1].text == KIND):
        problems.add(node, "Y108", "this is no ledger", f'a ledger begins with "quizgen: {KIND}"; restore it from your history')
        raise QuizgenError(problems.found)
    ledger = _Reader(problems).ledger(node, schema)
    problems.settle()
    return ledger


class _Reader:
    """Reads a ledger and holds each line against the others."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.lines: dict[tuple[str, ...], int] = {}

    def ledger(self, node: Node, schema: str) -> Ledger:
        """Read the whole."""
        told = self.problems.table(node, ("quizgen", "schema", "released", "notes"), "a ledger")
        for key in ("schema", "released", "notes"):
            if key not in told:
                self.problems.add(node, "L106", f'the ledger lacks "{key}"', "restore it from your history")
        if "schema" in told and (found := self.problems.text(told["schema"], "schema")) != schema:
            message = f'the note types have changed since this release: they were "{found}" and are "{schema}"'
            self.problems.add(told["schema"], "L103", message, "put the note types back as they were, or use the quizgen that released it")
        released = self._day(told["released"], "released") if "released" in told else ""
        notes = self.problems.items(told["notes"], "notes") if "notes" in told else ()
        entries = tuple(entry for note in notes if (entry := self._entry(note, released)))
        return Ledger(schema, released, entries)

    def _entry(self, node: Node, released: str) -> Entry | None:
        told = self.problems.table(node, tuple(_KEYS.values()), "a note")
        missing = [key for key in _KEYS.values() if key not in told and key != "why"]
        if missing:
            self.problems.add(node, "L106", f"the note lacks {', '.join(missing)}", "restore the line from your history")
            return None
        readers: dict[str, Callable[[Node, str], object]] = {
            "at": self.problems.number,
            "since": self._day,
            "revised": self._day,
            "state": self._state,
        }
        values = {name: readers.get(key, self.problems.text)(told[key], key) for name, key in _KEYS.items() if key in told}
        entry = Entry(**values)  # type: ignore[arg-type]  # the readers give what each field takes
        self._check(entry, told, node, released)
        return entry

    def _state(self, node: Node, what: str) -> State:
        word = self.problems.choice(node, tuple(State), what)
        return State(word) if word in tuple(State) else State.LIVE

    def _day(self, node: Node, what: str) -> str:
        day = self.problems.text(node, what)
        if day and not _DAY.fullmatch(day):
            self.problems.add(node, "L106", f'{what}: expected a day such as 2026-11-28; found "{day}"')
        return day

    def _check(self, entry: Entry, told: dict[str, Node], node: Node, released: str) -> None:
        if not _GUID.fullmatch(entry.guid):
            self.problems.add(told["guid"], "L106", f'expected a GUID of 16 hexadecimal digits; found "{entry.guid}"')
        self._once(("GUID", entry.guid), told["guid"])
        if entry.is_live:
            self._once(("live item", entry.id), told["id"])
        if not entry.since <= entry.revised <= released:
            message = f"since {entry.since}, revised {entry.revised}, released {released}: these days are not in order"
            self.problems.add(told["revised"], "L105", message)
        if (entry.is_live and entry.why) or (not entry.is_live and not entry.why):
            self.problems.add(node, "L105", f'a note that is {entry.state} has {"no" if entry.is_live else "a"} reason, "why"')

    def _once(self, key: tuple[str, str], node: Node) -> None:
        """Note that something stands twice that stands once in a sound ledger."""
        line = self.lines.setdefault(key, node.span.line)
        if line != node.span.line:
            self.problems.add(node, "L104", f'the {key[0]} "{key[1]}" stands twice; first in line {line}', "restore it from your history")
