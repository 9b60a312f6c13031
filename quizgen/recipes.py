"""A recipe (`quizgen: deck/1` or `sheet/1`) → what a teacher chose; the options of the command line make the same thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from quizgen import own
from quizgen.diagnostics import QuizgenError, Span, fail
from quizgen.filling import Quota
from quizgen.formats import is_open
from quizgen.hand import Chosen, Hand, apply
from quizgen.historical_date import HistoricalDate
from quizgen.items import Family, Format, Item
from quizgen.model import Campaign
from quizgen.passages import Passage
from quizgen.printing import STUDENTS, Printing
from quizgen.printing import read as read_printing
from quizgen.relations import Importance
from quizgen.selection import Blueprint
from quizgen.teaching import notes
from quizgen.yamlnodes import Node, Problems, Scalar, Table, described, parse


class Kind(StrEnum):
    """What a recipe makes."""

    DECK = "deck"
    SHEET = "sheet"


class Paper(StrEnum):
    """The paper of a sheet."""

    A4 = "A4"
    LETTER = "Letter"


USUAL = Printing()
LEVELS = (Importance.CORE.value, Importance.USEFUL.value)
SHEET_ITEMS = 20
SHEET_ONLY = ("forms", "parallel", "paper", "pages", "quotas", "swap", "print", "students")
DECK_ONLY = ("revised", "typed", "by_family")
NAMED = {"exclude": "a reason", "reword": "a new stem", "swap": "another item"}
HAND = ("include", "own", *NAMED)
PAGE = "#"  # between an export and the page that a source names: "dump.xml#Siege of Karsa"


@dataclass(frozen=True, slots=True)
class Recipe:
    """What to make of which sources. `n`: how many items (None: a deck of 60 per article, a sheet of 20); empty tuples mean all.

    Of a deck, `revised` is the day of its release, `typed` lets short answers be typed, `by_family` gives each family a subdeck.
    `sources` are paths relative to the recipe's folder or names of shipped campaigns; of an export with "#" and the page's title.
    `pages`: what a form of a sheet may take at the most, None for any; `parallel`: each form asks other facts. `is_printed`: not
    so where a sheet's recipe is put on a screen, which no open question is. `beside`: what its items were asked beside, if none of it.
    """

    kind: Kind
    name: str
    sources: tuple[str, ...]
    title: str = ""
    n: int | None = None
    types: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    levels: tuple[str, ...] = LEVELS
    difficulty: tuple[int, int] = (1, 5)
    sensitive: bool = False
    forms: int = 1
    parallel: bool = False
    seed: str = "1"
    paper: Paper = Paper.A4
    revised: str = ""
    typed: bool = False
    by_family: bool = False
    pages: int | None = None
    printing: Printing = USUAL
    told: tuple[Passage, ...] = ()
    quotas: tuple[Quota, ...] = ()
    hand: Hand = field(default_factory=Hand)
    is_printed: bool = True
    beside: tuple[Campaign, ...] = ()

    @property
    def blueprint(self) -> Blueprint:
        """The same as `selection` takes it."""
        n = self.n or SHEET_ITEMS
        is_printed = self.is_printed and self.kind is Kind.SHEET
        kinds = (self.types, self.families, self.formats, self.levels, self.difficulty)
        return Blueprint(n, *kinds, self.sensitive, self.quotas, is_printed=is_printed, spans=self.hand.spans)

    def allowed(self, items: Iterable[Item], campaigns: Sequence[Campaign] = ()) -> Chosen:
        """Apply the teacher's hand to the items; QuizgenError P105, P107 or P108 where that cannot be done."""
        return apply(self.hand, items, campaigns)

    def of_deck(self, items: Iterable[Item], kept: Collection[str] = (), campaigns: Sequence[Campaign] = ()) -> tuple[Item, ...]:
        """Choose a deck's items in teaching order; those included, and those of the ids `kept`, of an earlier release, before others."""
        allowed = self.allowed(items, campaigns)
        if argued := [item.id for item in allowed.items if item.id in allowed.include and is_open(item)]:
            hint = "put it on a sheet: quizgen: sheet/1"
            raise fail(Span(self.name), "P103", f'an open question stands on no card: "{argued[0]}"', hint)
        aim = replace(self.blueprint, include=allowed.include, is_printed=False)
        return notes(allowed.items, aim, self.n, self.seed, (*kept, *allowed.include))


def is_recipe(text: str) -> bool:
    """Whether a text begins as a recipe does, comments aside."""
    return bool(re.match(rf"\ufeff?(?:[ \t]*(?:#[^\n]*)?\n)*quizgen: (?:{'|'.join(Kind)})/", text))


def load(text: str, file: str, *, is_bare: bool = False) -> Recipe:
    """Read a recipe; `file` is its path as shown, its stem the recipe's name. `is_bare`: it is for each of many articles, and names none.

    Raises QuizgenError with all that is wrong: those of `yamlnodes`, Y108 no recipe, P101 a number or range that cannot be,
    P102 no sources, P103 a key of the other kind, P109 an own item that is none, P112 what is of one article in a bare recipe.
    """
    problems = Problems()
    node, reader = parse(text, file, problems), _Reader(problems, is_bare=is_bare)
    recipe = reader.recipe(node, file)
    reader.problems.settle()
    return recipe


class _Reader:
    """Reads a recipe's keys, each by its own method of the same name or by the tables below."""

    def __init__(self, problems: Problems, *, is_bare: bool = False) -> None:
        self.problems, self.is_bare = problems, is_bare
        self.spans: dict[str, Span] = {}
        words: dict[str, tuple[str, ...]] = {"families": tuple(Family), "formats": tuple(Format), "levels": tuple(Importance)}
        words |= {"types": (), "sources": ()}
        self.methods: dict[str, Callable[[Node], Any]] = {
            "title": lambda node: self.problems.text(node, "title"),
            "seed": lambda node: self.problems.text(node, "seed"),
            "sensitive": lambda node: self.problems.flag(node, "sensitive"),
            "revised": self.day,
            "typed": lambda node: self.problems.flag(node, "typed"),
            "by_family": lambda node: self.problems.flag(node, "by_family"),
            "paper": lambda node: self.problems.choice(node, tuple(Paper), "paper") or Paper.A4,
            "difficulty": self.difficulty,
            "parallel": lambda node: self.problems.flag(node, "parallel"),
            "quotas": self.quotas,
            "pages": lambda node: self.count(node, "pages", 100),
            "print": lambda node: read_printing(node, self.problems),
            "students": self.students,
            "n": lambda node: self.count(node, "n", 1000),
            "forms": lambda node: self.count(node, "forms", 26),
        } | {key: self._words(key, allowed) for key, allowed in words.items()}

    def recipe(self, node: Node, file: str) -> Recipe:
        """Read the whole; settle the problems before you use it."""
        kind = self.kind(node)
        told = self.problems.table(node, ("quizgen", *self.methods, *HAND), "a recipe")
        values = {key: self.methods[key](value) for key, value in told.items() if key in self.methods}
        self.spans |= {key: value.span for key, value in told.items()}
        for key in told:
            if kind is Kind.DECK and key in SHEET_ONLY:
                self.problems.add(told[key], "P103", f'a deck takes no "{key}"', "leave it out, or write quizgen: sheet/1")
            elif kind is Kind.SHEET and key in DECK_ONLY:
                self.problems.add(told[key], "P103", f'a sheet takes no "{key}"', "leave it out, or write quizgen: deck/1")
        if self.is_bare:
            self.check_bare(told, values.get("print"))
        elif not values.get("sources"):
            self.problems.add(told.get("sources", node), "P102", "the recipe names no sources", "add sources: [../seeds/NAME.txt]")
        if "students" in told and "forms" in told:
            self.problems.add(told["forms"], "P101", "students have a form each", "leave out forms, or students")
        values |= {"printing": replace(values.pop("print", USUAL), **values.pop("students", {}))}
        return Recipe(kind, Path(file).stem, **{"sources": (), **values}, hand=self.hand(told))

    def check_bare(self, told: Mapping[str, Node], printing: Printing | None) -> None:
        """Record what only a recipe of one article can have."""
        for key in (key for key in ("sources", "title", "students", *HAND) if key in told):
            self.problems.add(told[key], "P112", f'a recipe for a batch takes no "{key}", which is of one article', "leave it out")
        if printing and printing.passage:
            self.problems.add(told["print"], "P112", "a recipe for a batch prints no passages", "leave passage and sections out")

    def hand(self, told: Mapping[str, Node]) -> Hand:
        """Read what the teacher changes of the items."""
        pairs = {key: self.named(told[key], key, what) for key, what in NAMED.items() if key in told}
        include = self.problems.items(told["include"], "include") if "include" in told else ()
        for node in include:
            self.spans[f"include {self.problems.text(node, 'an item')}"] = node.span
        names = tuple(node.text for node in include if isinstance(node, Scalar))
        return Hand(names, **pairs, own=self.own(told["own"]) if "own" in told else (), spans=self.spans)

    def own(self, node: Node) -> tuple[Item, ...]:
        """Read a teacher's own items, each under an id of its own."""
        items: dict[str, Item] = {}
        for each in self.problems.items(node, "own"):
            item = own.read(each, self.problems)
            if item and item.id in items:
                self.problems.add(each, "P109", f'two own items have the id "{item.id.rpartition("/")[2]}"', "give one another id")
            elif item:
                items[item.id] = item
                self.spans[f"own {item.id}"] = each.span
        return tuple(items.values())

    def kind(self, node: Node) -> Kind:
        """Read the first line; nothing else is to be trusted if that is wrong."""
        first = node.entries[0] if isinstance(node, Table) and node.entries else None
        for kind in Kind:
            if first and first[0].text == "quizgen" and isinstance(first[1], Scalar) and first[1].text == f"{kind}/1":
                return kind
        self.problems.add(node, "Y108", "this is no recipe", 'begin it with "quizgen: deck/1" or "quizgen: sheet/1"')
        raise QuizgenError(self.problems.found)

    def _words(self, key: str, allowed: tuple[str, ...]) -> Callable[[Node], tuple[str, ...]]:
        def read(node: Node) -> tuple[str, ...]:
            items = self.problems.items(node, key)
            return tuple(self.problems.choice(item, allowed, key) if allowed else self.problems.text(item, key) for item in items)

        return read

    def count(self, node: Node, what: str, most: int) -> int:
        """Read a whole number from 1 to `most`."""
        number = self.problems.number(node, what)
        if not 1 <= number <= most and isinstance(node, Scalar):
            self.problems.add(
                node,
                "P101",
                f"{what} goes from 1 to {most}; found {described(node)}",
                f"write {what}: 20" if most > 26 else f"write {what}: 2",
            )
        return number

    def day(self, node: Node) -> str:
        """Read the day of a release."""
        text = self.problems.text(node, "revised")
        if text and not is_day(text):
            self.problems.add(node, "P101", f"expected the day of a release; found {described(node)}", "write revised: 2026-11-28")
        return text

    def students(self, node: Node) -> dict[str, Any]:
        """Read names, or the name of the file that holds them."""
        if isinstance(node, Scalar):
            return {"roster": self.problems.text(node, "students")}
        names = tuple(" ".join(self.problems.text(each, "a name").split()) for each in self.problems.items(node, "students"))
        if not 1 <= len(names) <= STUDENTS:
            message = f"students are 1 to {STUDENTS}; found {len(names)}"
            self.problems.add(node, "P101", message, "write students: [Ana, Bo], or the name of a CSV file")
        return {"students": names}

    def difficulty(self, node: Node) -> tuple[int, int]:
        """Read `2-4`, or `3`."""
        found = difficulty(self.problems.text(node, "difficulty"))
        if found is None:
            self.problems.add(
                node, "P101", f"expected a difficulty from 1 to 5, or a range; found {described(node)}", "write difficulty: 2-4"
            )
        return found or (1, 5)

    def named(self, node: Node, key: str, what: str) -> tuple[tuple[str, str], ...]:
        """Read item ids or codes with a text for each."""
        if not isinstance(node, Table):
            found = f"expected {key}: items with {what}; found {described(node)}"
            self.problems.add(node, "Y106", found, f"write {key}: {{ID: {what.rpartition(' ')[2].upper()}}}")
            return ()
        self.spans |= {f"{key} {name.text}": name.span for name, _ in node.entries}
        found_ = tuple((name.text, self.problems.text(value, what)) for name, value in node.entries)
        if key == "swap":
            self.spans |= {f"swap {value.text}": value.span for _, value in node.entries if isinstance(value, Scalar)}
        return found_

    def quotas(self, node: Node) -> tuple[Quota, ...]:
        """Read `{dates: 4-6, side/1: 5}`."""
        if not isinstance(node, Table):
            self.problems.add(
                node, "Y106", f"expected quotas: kinds with numbers; found {described(node)}", "write quotas: {dates: 4-6, side/1: 5}"
            )
            return ()
        found = [(value, quota(name.text, self.problems.text(value, "a number"))) for name, value in node.entries]
        self.spans |= {f"quotas {name.text}": value.span for name, value in node.entries}
        for value, read in found:
            if read is None:
                self.problems.add(
                    value, "P101", f"expected a number of items, or a range; found {described(value)}", "write dates: 4, or dates: 4-6"
                )
        return tuple(read for _, read in found if read)


def quota(kind: str, text: str) -> Quota | None:
    """Read how many items of a kind there are to be: "4" or "2-5"; None for anything else."""
    low, dash, high = text.partition("-")
    ends = (low, high if dash else low)
    if not all(end.isascii() and end.isdigit() and len(end) < 4 for end in ends) or int(ends[0]) > int(ends[1]):
        return None
    return Quota(kind, int(ends[0]), int(ends[1]))


def difficulty(text: str) -> tuple[int, int] | None:
    """Read a difficulty ("3") or a range ("2-4") within 1 to 5; None for anything else."""
    low, dash, high = text.partition("-")
    ends = (low, high if dash else low)
    if not all(end in ("1", "2", "3", "4", "5") for end in ends) or ends[0] > ends[1]:
        return None
    return int(ends[0]), int(ends[1])


def is_day(text: str) -> bool:
    """Whether a text is a day of the calendar, such as 2026-11-28."""
    try:
        return len(text) == 10 and HistoricalDate(text).is_day and int(text[:4]) >= 1970
    except ValueError:
        return False
