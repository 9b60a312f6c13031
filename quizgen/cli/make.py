"""`quizgen build`, `deck` and `sheet`: files made of sources, written only when all of them are made."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from quizgen import api
from quizgen.cli import UsageError
from quizgen.cli.sources import is_recipe, load_recipe, readings, recipe, tell
from quizgen.diagnostics import Diagnostic, QuizgenError
from quizgen.files import write_atomic
from quizgen.items import Family, Item, Refused
from quizgen.products import Product, make
from quizgen.recipes import Kind, Recipe
from quizgen.report import report
from quizgen.selection import left_out

FORMS = 2  # of a build


def deck(args: Namespace) -> None:
    """Make one deck of all sources, or the deck of each recipe."""
    _one_kind(args, Kind.DECK, ".apkg")


def sheet(args: Namespace) -> None:
    """Make one sheet of all sources, or the sheet of each recipe."""
    _one_kind(args, Kind.SHEET, ".pdf")


def _one_kind(args: Namespace, kind: Kind, suffix: str) -> None:
    recipes = [source for source in args.sources if is_recipe(source)]
    if not recipes:
        found = readings(args)
        out, products = _made(recipe(args, kind, found), found)
        tell(args, out)
    elif len(recipes) < len(args.sources):
        raise UsageError("recipes and other sources cannot be mixed in one call")
    else:
        products = tuple(product for source in recipes for product in of_recipe(args, source, kind))
    _write(args, _targets(products, Path(args.output), suffix))


def of_recipe(args: Namespace, source: str, kind: Kind | None = None) -> tuple[Product, ...]:
    """Make the files of one recipe; UsageError if it makes the other kind of thing."""
    chosen, sources = load_recipe(source)
    if kind and chosen.kind is not kind:
        raise UsageError(f'"{source}" is the recipe of a {chosen.kind}: quizgen {chosen.kind} {source}')
    return _made(chosen, readings(args, sources))[1]


def _made(chosen: Recipe, found: Sequence[api.Reading]) -> tuple[str, tuple[Product, ...]]:
    """Make a recipe's files; also the line that says what was left out."""
    campaigns = [reading.campaign for reading in found]
    items, _ = api.ask(*campaigns)
    out = ", ".join(f"{count} {cause}" for cause, count in left_out(items, chosen.blueprint).items())
    return f"left out: {out}" * bool(out), make(chosen, campaigns, items)


def _targets(products: Sequence[Product], output: Path, suffix: str) -> dict[Path, Product]:
    """Say where each file goes: into a folder under its own name, or beside a file name that was given."""
    if output.suffix != suffix:
        return {output / product.name: product for product in products}
    stem = products[0].name.removesuffix(suffix)
    stem = stem.removesuffix("-a") if len(products) > 2 else stem
    return {output.with_name(output.stem + product.name.removeprefix(stem)): product for product in products}


def _write(args: Namespace, files: dict[Path, Product]) -> None:
    for path, product in files.items():
        write_atomic(path, product.data)
    tell(args, "\n".join(f"{path}  {product.holds}" for path, product in files.items()))


def build(args: Namespace) -> None:
    """Make everything of each source; nothing is written unless all of it can be made."""
    folder = Path(args.output)
    errors: list[Diagnostic] = []
    files: dict[Path, Product] = {}
    lines: list[str] = []
    for reading in readings(args):
        try:
            made, summary = _everything(args, reading)
        except QuizgenError as err:
            errors += err.diagnostics
            continue
        clash = [product.name for product in made if folder / product.name in files]
        if clash:
            raise UsageError(f'two of the sources would both write "{clash[0]}"; build them into folders of their own')
        files |= {folder / product.name: product for product in made}
        lines.append(summary)
    if errors:
        raise QuizgenError(errors)
    _write(args, files)
    tell(args, "\n".join(lines))


def _everything(args: Namespace, reading: api.Reading) -> tuple[tuple[Product, ...], str]:
    campaign = reading.campaign
    items, refused = api.ask(campaign)
    facts = api.facts(campaign)
    choice = recipe(args, Kind.DECK, (reading,))
    sheets = replace(choice, kind=Kind.SHEET, forms=args.forms or FORMS)
    model = Product(f"{campaign.name}.yaml", api.dump(campaign).encode(), f"{len(facts)} facts")
    made = (model, *make(choice, (campaign,), items), *make(sheets, (campaign,), items))
    page = Product(f"{campaign.name}-report.md", report(campaign, facts, items, refused, reading.diagnostics).encode(), "report")
    return (*made, page), _summary(campaign.title.value, len(facts), items, refused, choice)


def _summary(title: str, facts: int, items: Sequence[Item], refused: Sequence[Refused], choice: Recipe) -> str:
    families = Counter(item.family for item in items)
    told = ", ".join(f"{family} {families[family]}" for family in Family if families[family])
    out = ", ".join(f"{count} {cause}" for cause, count in left_out(items, choice.blueprint).items())
    return f"{title}: {facts} facts; {len(items)} items ({told}), {len(refused)} candidates refused; not asked by default: {out or 'none'}"
