"""A recipe, its campaigns and their items → the bytes of each file that it makes, and their names."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from quizgen.assembly import Quiz, assemble
from quizgen.diagnostics import QuizgenError, Span, fail
from quizgen.fairness import balance, lopsided, warned
from quizgen.hand import names
from quizgen.items import Item, Refused
from quizgen.ledger import Ledger, release, release_notes
from quizgen.ledger_yaml import dump
from quizgen.model import Campaign
from quizgen.naming import short_title
from quizgen.printing import Output
from quizgen.recipes import SHEET_ITEMS, Kind, Recipe
from quizgen.registry import discover
from quizgen.relations import Importance
from quizgen.swapping import equals
from quizgen.teaching import as_cards
from quizgen.wording import counted
from quizgen.writers import Material, Writer
from quizgen.writers._notes import fresh

LEDGER = ".lock.yaml"
AMENDS = "; whoever has that release will not get what changed: once it is published, give a later --revised"

DETAILS = 42  # item rule: no details, unless they are asked for
FEWEST = 5  # a varied sheet of no more gives way to a longer one
PER_PAGE = 20  # more items than any page has held


@dataclass(frozen=True, slots=True)
class Product:
    """A file made: its name without a folder, its bytes, what it holds in words ("60 cards"), and what to look at in it."""

    name: str
    data: bytes
    holds: str
    warnings: tuple[str, ...] = ()


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
    if recipe.kind is Kind.DECK:
        return tuple(_deck(recipe, campaigns, items, past or Past()))
    match recipe.printing.output:
        case Output.CARDS:
            return (_cards(recipe, campaigns, items),)
        case Output.GUIDE:
            return (_guide(recipe, campaigns),)
        case Output.SHEET:
            return tuple(_sheet(recipe, campaigns, items))
        case _ as never:
            assert_never(never)


def _named(recipe: Recipe, ending: str, suffix: str) -> str:
    """Name a file after its recipe, which may have the ending in its name already."""
    return recipe.name.removesuffix(ending) + ending + suffix


def _cards(recipe: Recipe, campaigns: Sequence[Campaign], items: Sequence[Item]) -> Product:
    chosen = _some(recipe, recipe.of_deck(items, (), campaigns))
    data = writers()["cards"].write(replace(_material(recipe, campaigns), items=chosen))
    return Product(_named(recipe, "-cards", ".pdf"), data, f"{len(chosen)} cards, {pages(data)} pages")


def _guide(recipe: Recipe, campaigns: Sequence[Campaign]) -> Product:
    data = writers()["study_guide"].write(_material(recipe, campaigns))
    return Product(_named(recipe, "-guide", ".pdf"), data, f"study guide, {pages(data)} pages")


def _some(recipe: Recipe, chosen: tuple[Item, ...]) -> tuple[Item, ...]:
    if not chosen:
        raise fail(Span(recipe.name), "P106", "nothing is left to ask", "take more in: --levels core,useful,detail --sensitive")
    return chosen


def _deck(recipe: Recipe, campaigns: Sequence[Campaign], items: Sequence[Item], past: Past) -> Iterator[Product]:
    writer = writers()[past.writer]
    chosen = _some(recipe, recipe.of_deck(items, past.ledger.known(item.id for item in items) if past.ledger else (), campaigns))
    material = Material(_title(recipe, campaigns), tuple(campaigns), chosen, typed=recipe.typed, by_family=recipe.by_family)
    if past.ledger is None:
        material = replace(material, revised=recipe.revised or material.revised)
        yield Product(recipe.name + writer.suffix, writer.write(material), counted(len(chosen), "note"))
        return
    new = release(past.ledger, tuple(fresh(material)), recipe.revised or None, _causes(recipe, items, past), past.file)
    holds = f"{counted(len(chosen), 'note')}: {new.words()}"
    yield Product(recipe.name + writer.suffix, writer.write(replace(material, ledger=new.ledger)), holds)
    if past.writer != "csv":  # a table is to be edited and is no release
        yield Product(f"{recipe.name}{LEDGER}", dump(new.ledger).encode(), f"the ledger of {new.ledger.released}{AMENDS * new.amends}")
    if past.tells:
        yield Product(f"{recipe.name}-release.md", release_notes(new, material.title).encode(), "release notes")


def _causes(recipe: Recipe, items: Sequence[Item], past: Past) -> dict[str, str]:
    """Why an item is no longer asked, by id, in words that stand on its card."""
    causes = {refused.item.id: f"a rule now refuses it ({refused.findings[0].why})" for refused in past.refused if refused.findings}
    for item in items:
        excluded = as_cards(recipe.blueprint).excludes(item)
        causes[item.id] = f"it is no longer chosen ({excluded})" if excluded else "another note asks the same"
    ids = names(items)
    return causes | {ids.get(name, name): why for name, why in recipe.hand.exclude}


def _sheet(recipe: Recipe, campaigns: Sequence[Campaign], items: Sequence[Item]) -> Iterator[Product]:
    if recipe.printing.students:
        yield from _of_students(recipe, campaigns, items)
        return
    quizzes, printed = _fitting(recipe, campaigns, items) if recipe.pages else _printed(recipe, campaigns, items)
    yield from printed
    yield _product(recipe, campaigns, "-key", *quizzes, key=True)
    if recipe.parallel:
        yield Product(f"{recipe.name}-balance.md", balance(quizzes).encode(), "how equal the forms are")


def _of_students(recipe: Recipe, campaigns: Sequence[Campaign], items: Sequence[Item]) -> Iterator[Product]:
    """Print a form for each student, all in one file, and the map of their answers."""
    names = recipe.printing.students
    if recipe.pages:
        alone = replace(recipe, printing=replace(recipe.printing, students=()))
        recipe = replace(recipe, n=len(_fitting(alone, campaigns, items)[0][0].items), pages=None)
    forms = drawn(replace(recipe, forms=len(names)), campaigns, items)
    quizzes = [replace(quiz, form=str(n), student=name) for n, (quiz, name) in enumerate(zip(forms, names, strict=True), 1)]
    yield _product(recipe, campaigns, "-students", *quizzes)
    yield _product(recipe, campaigns, "-key", *quizzes, key=True)


def _printed(recipe: Recipe, campaigns: Sequence[Campaign], items: Sequence[Item]) -> tuple[tuple[Quiz, ...], list[Product]]:
    """Draw the forms and print each."""
    quizzes = drawn(recipe, campaigns, items)
    return quizzes, [_product(recipe, campaigns, f"-{quiz.form.lower()}" if quiz.form else "", quiz) for quiz in quizzes]


def _fitting(recipe: Recipe, campaigns: Sequence[Campaign], items: Sequence[Item]) -> tuple[tuple[Quiz, ...], list[Product]]:
    """Print as many items as fit on the pages that each form may have; of a stated number all, or QuizgenError P110."""
    assert recipe.pages is not None
    low, high = (recipe.n, recipe.n) if recipe.n else (1, PER_PAGE * recipe.pages)
    best = None
    while low <= high:
        n = (low + high + 1) // 2 if not recipe.n else recipe.n
        try:
            made = _printed(replace(recipe, n=n), campaigns, items)
        except QuizgenError:
            if recipe.n or low == high:
                raise
            high = n - 1
            continue
        most = max(pages(product.data) for product in made[1])
        if most <= recipe.pages:
            best, low = made, n + 1
        elif recipe.n or n == 1:
            message = f"{n} items take {most} pages, and pages: {recipe.pages} is asked for"
            raise fail(Span(recipe.name), "P110", message, f"write pages: {most}, or leave n out to get as many as fit")
        else:
            high = n - 1
    assert best is not None  # one item took no more pages than there are
    return best


def _product(recipe: Recipe, campaigns: Sequence[Campaign], ending: str, quiz: Quiz, *others: Quiz, key: bool = False) -> Product:
    writer = writers()["worksheet"]
    data = writer.write(material_of(recipe, campaigns, quiz, *others, key=key))
    fewer = f"; not {SHEET_ITEMS}, as no more can stand together" * (recipe.n is recipe.pages is None and len(quiz.items) < SHEET_ITEMS)
    uneven = "".join(f"; {told}" for told in {lopsided(quiz, campaigns)} if told and key)
    holds = f"{len(quiz.items)} items, {pages(data)} pages{fewer}{uneven}"
    told = (quiz, *(other for other in others if recipe.parallel))  # other forms put the same items
    asked_for = (DETAILS,) if Importance.DETAIL in recipe.levels else ()
    return Product(f"{recipe.name}{ending}{writer.suffix}", data, holds, warned(told, campaigns, asked_for) if key else ())


def _material(recipe: Recipe, campaigns: Sequence[Campaign]) -> Material:
    title = _title(recipe, campaigns)
    return Material(title, tuple(campaigns), paper=recipe.paper, printing=recipe.printing, passages=recipe.told)


def material_of(recipe: Recipe, campaigns: Sequence[Campaign], quiz: Quiz, *others: Quiz, key: bool = False) -> Material:
    """Give what a writer of drawn quizzes needs."""
    return replace(_material(recipe, campaigns), quiz=quiz, others=others, key=key)


def drawn(recipe: Recipe, campaigns: Sequence[Campaign], items: Sequence[Item], usual: int = SHEET_ITEMS) -> tuple[Quiz, ...]:
    """Draw the forms of a quiz with `recipe.n` items; if it names none the usual number.

    Where these cannot stand together, as many as can, with no more guesses between two than befits a sheet.
    """
    allowed = recipe.allowed(items, campaigns)
    blueprint = replace(recipe.blueprint, include=allowed.include)

    def draw(n: int, *, is_varied: bool = False) -> tuple[Quiz, ...]:
        aim = replace(blueprint, n=n, is_varied=is_varied)
        return assemble(
            allowed.items, aim, recipe.seed, recipe.forms, campaigns, swap=allowed.swap, parallel=recipe.parallel, beside=recipe.beside
        )

    if recipe.n:
        return draw(recipe.n)
    tried = [(n, True) for n in range(usual, FEWEST, -1)] + [(n, False) for n in range(usual, 1, -1)]
    for n, is_varied in tried:
        with contextlib.suppress(QuizgenError):
            return draw(n, is_varied=is_varied)
    return draw(1)


def swapped(name: str, recipe: Recipe, campaigns: Sequence[Campaign], items: Sequence[Item]) -> tuple[Item, Item]:
    """Find what can stand for an item of a recipe's sheet, named by id or code, while all others keep their places.

    Gives the item and the one in its place. Raises QuizgenError P111 if it is not on the sheet, or nothing can stand for it.
    """
    quizzes, allowed = drawn(recipe, campaigns, items), recipe.allowed(items, campaigns)
    form = next((quiz for quiz in quizzes if any(name in (one.item.id, one.item.code) for one in quiz.items)), None)
    if form is None:
        raise fail(Span(recipe.name), "P111", f'"{name}" is not on the sheet', "take an id, or a code as printed at the foot of a page")
    old = next(one.item for one in form.items if name in (one.item.id, one.item.code))
    fixed = replace(recipe, n=len(form.items), pages=None)
    for new in equals(old.id, form.items, allowed.items, recipe.blueprint, recipe.seed, campaigns):
        pairs = {seat: new.id if to == old.id else to for seat, to in allowed.swap.items()}
        pairs = pairs if old.id in allowed.swap.values() else pairs | {old.id: new.id}
        again = drawn(replace(fixed, hand=replace(recipe.hand, swap=tuple(pairs.items()))), campaigns, items)
        if [_ids(quiz, {}) for quiz in again] == [_ids(quiz, {old.id: new.id}) for quiz in quizzes]:
            return old, new
    hint = "exclude it with a reason, and another sheet is drawn; or take more in with levels: [core, useful, detail]"
    raise fail(Span(recipe.name), "P111", f'nothing else can stand in the place of "{old.id}" while all others stay', hint)


def _ids(quiz: Quiz, swap: dict[str, str]) -> list[str]:
    return [swap.get(one.item.id, one.item.id) for one in quiz.items]


def pages(pdf: bytes) -> int:
    """Count the pages of a PDF."""
    from quizgen.writers._print.pdf import count_pages  # it brings in the libraries that write PDF

    return count_pages(pdf)


def _title(recipe: Recipe, campaigns: Sequence[Campaign]) -> str:
    """The title that all see: without the disambiguator, which may tell when (item rule 10)."""
    return recipe.title or " · ".join(short_title(campaign) for campaign in campaigns)
