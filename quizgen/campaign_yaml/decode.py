"""YAML text → Campaign, with every mistake at its line and column."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import is_dataclass, replace
from enum import Enum
from pathlib import PurePath
from types import UnionType
from typing import Any, cast, get_args, get_origin

from quizgen.campaign_yaml.encode import sole_date
from quizgen.campaign_yaml.shape import CAMPAIGN_ONLY, KIND, SOURCE_KEYS, Named, defaults, hints, key, main, usual_id, with_ids
from quizgen.historical_date import HistoricalDate
from quizgen.model import By, Campaign, Event, EventKind, Quote, Sentence, Side, Source, Unit, slug
from quizgen.yamlnodes import Listing, Node, Problems, Scalar, Table, parse

WORDS = {"Sourced": "a text", "DatedText": "a date", "Estimate": "a figure", "Aim": "an aim", "Entity": "an entity", "Event": "an event"}
SIDES, MEMBERS = 20, 5_000  # of a list; articles have 4 and 700 at the most
NAME = 120  # bytes of a campaign's name; most systems take 255 with what is put behind it
_PATH = re.compile(r"[/\\\x00-\x1f\x7f]|\.{1,2}$")
OPTIONAL = {"Campaign": ("id", "name")}


def load(text: str, file: str, actions: Collection[str] = ()) -> Campaign:
    """Read a campaign; `file` is its name in messages, its stem the campaign's name if none is given.

    `actions`: the verbs that an event's `action` can be, if they are to be checked.

    Raises QuizgenError with all that is wrong: those of `yamlnodes`, Y107 a key is missing, Y108 another kind of file,
    Y109 also for a side that is not there, Y110 a leaf with no place in a source and no person behind it, Y111 no date,
    Y112 two sides of one id.
    """
    problems = Problems()
    node = parse(text, file, problems)
    decoder = Decoder(problems, words={"action": tuple(actions)} if actions else {})
    campaign = decoder.campaign(node, file)
    decoder.problems.settle()
    return campaign


def check_kind(problems: Problems, node: Node, kind: str) -> None:
    """Record Y108 unless the file's first key says that it is of this kind; nothing else of it is then to be trusted."""
    first = node.entries[0] if isinstance(node, Table) and node.entries else None
    if first is None or first[0].text != "quizgen":
        problems.add(node, "Y108", "the file does not say what it is", f'begin it with "quizgen: {kind}"')
    elif not isinstance(first[1], Scalar) or first[1].text != kind:
        problems.add(first[1], "Y108", f'expected a file of the kind "{kind}"', f'begin it with "quizgen: {kind}", or name another file')
    else:
        return
    problems.settle()


class Decoder:
    """Decodes values of the model by their declared types.

    `file` and `by` are what the top of the file says once; `words` the texts that a key can have: sides, actions.
    """

    def __init__(self, problems: Problems, by: By | None = None, words: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self.problems, self.file, self.by, self.words = problems, "", by, dict(words or {})

    def campaign(self, node: Node, file: str) -> Campaign:
        """Decode a whole campaign; settle the problems before you use it."""
        check_kind(self.problems, node, KIND)
        known = ("quizgen", "id", "name", "file", "by", *(n for n in hints(Campaign) if n not in CAMPAIGN_ONLY), "narrative")
        told = self.problems.table(node, dict.fromkeys(known), "a campaign")
        self.file = self.problems.text(told["file"], "file") if "file" in told else ""
        self.by = self.person(told["by"]) if "by" in told else None
        sides = self._side_ids(told.get("sides"))
        self.words |= {"side": sides, "winner": sides}
        values = self.values(Campaign, told, node)
        values["name"] = self._name(told, values) or PurePath(file).name.split(".")[0]
        values["id"] = values.get("id") or (slug(values["title"].value) if values.get("title") else "")
        sentences, events = self.narrative(told["narrative"]) if "narrative" in told else ((), ())
        made: Campaign = self.make(Campaign, values | {"sentences": sentences, "events": events})
        return made

    def _name(self, told: Mapping[str, Node], values: Mapping[str, Any]) -> str:
        """The name stated, with which the names of files begin."""
        name = str(values.get("name", ""))
        if len(name.encode()) > NAME or _PATH.search(name):
            self.problems.add(told["name"], "Y114", f'"{name[:40]}" names no file', "take letters, digits and hyphens, as in aleppo-2016")
        return name

    def _side_ids(self, node: Node | None) -> tuple[str, ...]:
        """The ids of the sides, read before all else, since aims and results name them."""
        sides = [side.entries for side in node.items if isinstance(side, Table)] if isinstance(node, Listing) else []
        nodes = [value for entries in sides for key, value in entries if key.text == "id" and isinstance(value, Scalar)]
        ids: dict[str, None] = {}
        for value in nodes:
            if value.text in ids:
                self.problems.add(value, "Y112", f'two sides have the id "{value.text}"', "number them 1, 2, 3")
            ids[value.text] = None
        return tuple(ids)

    def value(self, hint: Any, node: Node, what: str) -> Any:
        """Decode a value of the type that `hint` names."""
        match get_origin(hint):
            case origin if origin is UnionType:
                return self._either(hint, node, what)
            case origin if origin is tuple:
                return tuple(self.value(get_args(hint)[0], item, what) for item in self.members(node, what))
        if is_dataclass(hint) and hint is not HistoricalDate:
            return self.record(cast(type, hint), node)
        return self._plain(hint, node, what)

    def members(self, node: Node, what: str) -> tuple[Node, ...]:
        """Give the members of a list, those that a campaign may have."""
        items, most = self.problems.items(node, what), SIDES if what == "sides" else MEMBERS
        if len(items) > most:
            self.problems.add(node, "Y113", f"{what}: {len(items):,} members, more than {most:,}", "give each campaign a file of its own")
        return items[:most]

    def _either(self, hint: Any, node: Node, what: str) -> Any:
        options = get_args(hint)
        if Quote in options:
            return self.place(node)
        if type(None) in options and isinstance(node, Scalar) and node.is_null:
            return None
        return self.person(node) if By in options else self.value(options[0], node, what)

    def _plain(self, hint: Any, node: Node, what: str) -> Any:
        if hint is HistoricalDate:
            return self.date(node)
        if what in self.words:
            return self.problems.choice(node, self.words[what], what)
        if hint is bool:
            return self.problems.flag(node, what)
        if hint is int:
            return self.problems.number(node, what)
        if isinstance(hint, type) and issubclass(hint, Enum):
            text = self.problems.choice(node, [str(member.value) for member in hint], what)
            return next((member for member in hint if member.value == text), None)
        return self.problems.text(node, what)

    def date(self, node: Node) -> HistoricalDate | None:
        """Decode an EDTF date."""
        text = self.problems.text(node, "date")
        try:
            return HistoricalDate(text) if text else None
        except ValueError:
            self.problems.add(node, "Y111", f'"{text[:40]}" is no date', "write it as 2016-07-31, 2016-07, or 2016-07-31/2016-08-06")
            return None

    def record(self, cls: type, node: Node) -> Any:
        """Decode one dataclass; a bare text stands for its main field."""
        what, first = WORDS.get(cls.__name__, f"a {cls.__name__.lower()}"), main(cls)
        sourced = first is not None
        if first and isinstance(node, Scalar) and not node.is_null:
            node = Table(((Scalar(key(cls, first), node.span), node),), node.span)
        known = [key(cls, name) for name in hints(cls)] + (list(SOURCE_KEYS) if sourced else [])
        told = self.problems.table(node, known, what)
        values = self.values(cls, told, node)
        if sourced:
            text = values.get(first or "")
            values["source"] = self.source(told, node, str(getattr(text, "edtf", text)))
        return self.make(cls, values)

    def values(self, cls: type, told: dict[str, Node], node: Node) -> dict[str, Any]:
        """Decode the fields of a class that a mapping holds; Y107 for each that it needs and lacks."""
        optional = {*defaults(cls), *OPTIONAL.get(cls.__name__, ())}
        values = {}
        for name, hint in hints(cls).items():
            if key(cls, name) in told:
                values[name] = self.value(hint, told[key(cls, name)], key(cls, name))
            elif name not in optional and isinstance(node, Table):
                self.problems.add(
                    node, "Y107", f'{cls.__name__.lower()}: the key "{key(cls, name)}" is missing', f"add {key(cls, name)}: …"
                )
        return values

    def make(self, cls: type, values: dict[str, Any]) -> Any:
        """Make the record; None while problems are recorded, since values may then be missing."""
        if self.problems.found:
            return None
        made = cls(**{**defaults(cls), **values})
        if isinstance(made, Side):
            return with_ids(made)
        if isinstance(made, Named) and "id" not in values:
            return replace(cast(Any, made), id=None if isinstance(made, Unit) else usual_id(made, None))  # a unit's id awaits its side
        return made

    def source(self, told: dict[str, Node], node: Node, text: str) -> Source | None:
        """Decode where a leaf comes from; its quote is its own text unless another is given."""
        if "at" in told:
            file = self.problems.text(told["in"], "in") if "in" in told else self.file
            if not file:
                self.problems.add(told["at"], "Y110", "a line of which file?", 'name it once at the top: "file: NAME.txt"')
            quote = self._quote(told["quote"]) if "quote" in told else text
            return Quote(file, self.problems.number(told["at"], "at"), quote)
        if "by" in told:
            return self.person(told["by"], told)
        if self.by is None:
            self.problems.add(node, "Y110", "no source", 'add "at: LINE" of the source, or "by: YOUR NAME"')
        return self.person_of_file(told)

    def _quote(self, node: Node) -> str:
        return "" if isinstance(node, Scalar) and not node.text else self.problems.text(node, "quote")

    def person(self, node: Node, told: dict[str, Node] | None = None) -> By:
        """Decode `by: Anna`, `by: {who: Anna, why: …, ref: …}`, or `by: Anna` beside `why` and `ref`."""
        if isinstance(node, Scalar):
            parts = {"who": node} | {name: value for name, value in (told or {}).items() if name in ("why", "ref")}
        else:
            parts = self.problems.table(node, ("who", "why", "ref"), "by")
        if "who" not in parts:
            self.problems.add(node, "Y107", 'by: the key "who" is missing', "add who: YOUR NAME")
        return By(**{"who": "", **{name: self.problems.text(value, name) for name, value in parts.items()}})

    def person_of_file(self, told: dict[str, Node]) -> By | None:
        """The person named at the top, with this leaf's own `why` and `ref`."""
        own = {name: self.problems.text(told[name], name) for name in ("why", "ref") if name in told}
        return replace(self.by, **own) if self.by else None

    def place(self, node: Node) -> Source | None:
        """Decode a source that stands alone, as in a contradiction."""
        return self.source(self.problems.table(node, SOURCE_KEYS, "a source"), node, "")

    def narrative(self, node: Node) -> tuple[tuple[Sentence, ...], tuple[Event, ...]]:
        """Decode the prose and its events."""
        sentences: list[Sentence] = []
        events: list[Event] = []
        for section in self.members(node, "narrative"):
            told = self.problems.table(section, ("section", "sentences"), "narrative")
            heading = told.get("section", Scalar("", section.span, plain=False))
            for item in self.members(told.get("sentences", Listing((), section.span)), "sentences"):
                sentence, nodes = self._sentence(item, heading)
                made = [self._event(event, sentence) for event in nodes]
                sentences.append(sentence)
                events += made
        return tuple(sentences), tuple(events)

    def _sentence(self, node: Node, heading: Node) -> tuple[Sentence, Iterable[Node]]:
        entries = {name.text: (name, value) for name, value in node.entries} if isinstance(node, Table) else {}
        _, events = entries.pop("events", (None, None))
        if not isinstance(node, Table):
            entries["text"] = (Scalar("text", node.span), node)
        entries["section"] = (Scalar("section", heading.span), heading)
        sentence = self.record(Sentence, Table(tuple(entries.values()), node.span))
        return sentence, self.members(events, "events") if events else ()

    def _event(self, node: Node, sentence: Sentence | None) -> Event:
        known = [name for name in hints(Event) if name != "sentence"]
        told = self.problems.table(node, known, "an event")
        values: dict[str, Any] = {name: self.value(hints(Event)[name], value, name) for name, value in told.items()}
        date = sole_date(sentence) if sentence else None
        made: Event = self.make(Event, {"kind": EventKind.ACTION, "date": date, **values, "sentence": sentence})
        return made
