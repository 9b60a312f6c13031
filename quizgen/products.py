"""A recipe, its campaigns and their items → the bytes of each file that it makes, and their names."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizgen.assembly import Quiz, assemble
from quizgen.diagnostics import QuizgenError, Span, fail
from quizgen.items import Item, Refused
from quizgen.ledger import Ledger, release, release_notes
from quizgen.ledger_yaml import dump
from quizgen.model import Campaign
from quizgen.naming import short_title
from quizgen.recipes import SHEET_ITEMS, Kind, Recipe
from quizgen.registry import discover
from quizgen.teaching import by_recall
from quizgen.wording import counted
from quizgen.writers import Material, Writer
from quizgen.writers._notes import fresh

LEDGER = ".lock.yaml"
AMENDS = "; whoever has that release will not get what changed: once it is published, give a later --revised"


@dataclass(frozen=True, slots=True)
class Product:
    """A file made: its name without a folder, its bytes, and what it holds in words ("60 cards")."""

    name: str
    data: bytes
    holds: str


def writers() -> dict[str, Writer]:
    """Give every writer by name."""
    return discover("quizgen.writers", "WRITER", Writer)


@dataclass(frozen=True, slots=True)
class Past:
    """What a deck goes on from: the ledger of its last release (None: a one-off deck) and its file, and what is refused now.

    `writer`: of the deck; `tells`: also make a page on what changed.
    """

    ledger: Ledger | None = None
    file: str = ""
    refused: tuple[Refused, ...] = ()
    writer: str = "apkg"
    tells: bool = False


def make(recipe: Recipe, campaigns: Sequence[Campaign], items: Sequence[Item], past: Past | None = None) -> tuple[Product, ...]:
    """Make all files of a recipe, named after it: a deck and its ledger, or the forms of a sheet and their key.

    Raises QuizgenError P106 if nothing is left to ask, and what assembling, releasing and writing raise.
    """
    return tuple(_deck(recipe, campaigns, items, past or Past()) if recipe.kind is Kind.DECK else _sheet(recipe, campaigns, items))


def _deck(recipe: Recipe, campaigns: Sequence[Campaign], items: Sequence[Item], past: Past) -> Iterator[Product]:
    writer = writers()[past.writer]
    chosen = recipe.of_deck(items, past.ledger.known(item.id for item in items) if past.ledger else ())
    if not chosen:
        raise fail(Span(recipe.name), "P106", "nothing is left to ask", "take more in: --levels core,useful,detail --sensitive")
    material = Material(_title(recipe, campaigns), tuple(campaigns), chosen, typed=recipe.typed, by_family=recipe.by_family)
    if past.ledger is None:
        material = replace(material, revised=recipe.revised or material.revised)
        yield Product(recipe.name + writer.suffix, writer.write(material), counted(len(chosen), "note"))
        return
    new = release(past.ledger, tuple(fresh(material)), recipe.revised or None, _causes(recipe, items, past), past.file)
    holds = f"{counted(len(chosen), 'note')}: {new.words()}"
    yield Product(recipe.name + writer.suffix, writer.write(replace(material, ledger=new.ledger)), holds)
    if past.writer == "apkg":
        yield Product(f"{recipe.name}{LEDGER}", dump(new.ledger).encode(), f"the ledger of {new.ledger.released}{AMENDS * new.amends}")
    if past.tells:
        yield Product(f"{recipe.name}-release.md", release_notes(new, material.title).encode(), "release notes")


def _causes(recipe: Recipe, items: Sequence[Item], past: Past) -> dict[str, str]:
    """Why an item is no longer asked, by id, in words that stand on its card."""
    causes = {refused.item.id: f"a rule now refuses it ({refused.findings[0].why})" for refused in past.refused if refused.findings}
    for item in items:
        excluded = by_recall(recipe.blueprint).excludes(item)
        causes[item.id] = f"it is no longer chosen ({excluded})" if excluded else "another note asks the same"
    return causes | dict(recipe.exclude)


def _sheet(recipe: Recipe, campaigns: Sequence[Campaign], items: Sequence[Item]) -> Iterator[Product]:
    writer = writers()["worksheet"]
    quizzes = drawn(recipe, campaigns, items)

    def product(ending: str, quiz: Quiz, *others: Quiz, key: bool = False) -> Product:
        data = writer.write(material_of(recipe, campaigns, quiz, *others, key=key))
        return Product(f"{recipe.name}{ending}{writer.suffix}", data, f"{len(quiz.items)} items, {pages(data)} pages")

    for quiz in quizzes:
        yield product(f"-{quiz.form.lower()}" if quiz.form else "", quiz)
    yield product("-key", *quizzes, key=True)


def material_of(recipe: Recipe, campaigns: Sequence[Campaign], quiz: Quiz, *others: Quiz, key: bool = False) -> Material:
    """Give what a writer of drawn quizzes needs."""
    return Material(_title(recipe, campaigns), tuple(campaigns), quiz=quiz, others=others, key=key, paper=recipe.paper)


def drawn(recipe: Recipe, campaigns: Sequence[Campaign], items: Sequence[Item], usual: int = SHEET_ITEMS) -> tuple[Quiz, ...]:
    """Draw the forms of a quiz with `recipe.n` items; if it names no number the usual one, or as many as can stand together."""
    allowed = recipe.allowed(items)
    for n in [recipe.n] if recipe.n else range(usual, 1, -1):
        with contextlib.suppress(*() if recipe.n else (QuizgenError,)):
            return assemble(allowed, replace(recipe.blueprint, n=n), recipe.seed, recipe.forms, campaigns)
    return assemble(allowed, replace(recipe.blueprint, n=1), recipe.seed, recipe.forms, campaigns)


def pages(pdf: bytes) -> int:
    """Count the pages of a PDF that quizgen wrote."""
    return pdf.count(b"/Type /Page") - pdf.count(b"/Type /Pages")


def _title(recipe: Recipe, campaigns: Sequence[Campaign]) -> str:
    """The title that all see: without the disambiguator, which may tell when (item rule 10)."""
    return recipe.title or " · ".join(short_title(campaign) for campaign in campaigns)
