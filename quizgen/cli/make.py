"""`quizgen build`, `deck` and `sheet`: files made of sources, written only when all of them are made."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

from quizgen import api, ledger_yaml
from quizgen.cli import UsageError
from quizgen.cli.missed import of_missed
from quizgen.cli.printing import passages, within
from quizgen.cli.sources import is_recipe, load_recipe, readings, recipe, tell
from quizgen.diagnostics import Diagnostic, QuizgenError
from quizgen.files import read_text, write_all, write_atomic
from quizgen.hand import names
from quizgen.items import Family, Item, Refused
from quizgen.ledger import Ledger
from quizgen.printing import Output
from quizgen.products import LEDGER, Past, Product, drawn, make, swapped
from quizgen.recipe_text import with_swap
from quizgen.recipes import Kind, Recipe
from quizgen.report import markdown, of_sheet, survey
from quizgen.selection import left_out
from quizgen.teaching import on_sheets_only
from quizgen.wording import counted
from quizgen.world import load
from quizgen.writers._notes import schema

FORMS = 2  # of a build
ONE_OFF = "one-off deck: a later one adds notes and corrects none; with --ledger FILE --revised DATE it can be updated for years"


def deck(args: Namespace) -> None:
    """Make one deck of all sources, or the deck of each recipe."""
    _one_kind(args, Kind.DECK, f".{args.format}")


def sheet(args: Namespace) -> None:
    """Make one sheet of all sources, or the sheet of each recipe."""
    _one_kind(args, Kind.SHEET, ".pdf")


def _one_kind(args: Namespace, kind: Kind, suffix: str) -> None:
    if args.missed or not args.sources:
        _write(args, _targets(args, _of_missed(args, kind), suffix))
        return
    recipes = [source for source in args.sources if is_recipe(source)]
    if not recipes:
        found = readings(args)
        chosen = recipe(args, kind, found)
        out, products = _made(chosen, found, _past(args, chosen))
        tell(args, out)
    elif len(recipes) < len(args.sources):
        raise UsageError("recipes and other sources cannot be mixed in one call")
    else:
        products = tuple(product for source in recipes for product in of_recipe(args, source, kind))
    _write(args, _targets(args, products, suffix))


def _of_missed(args: Namespace, kind: Kind) -> tuple[Product, ...]:
    """Make the files of what was missed in the last quiz."""
    found = of_missed(args, kind)
    return make(found.recipe, found.campaigns, found.items, _past(args, found.recipe))


def swap(args: Namespace) -> None:
    """Find an item that can stand for one on a recipe's sheet while all others stay, and write it into the recipe."""
    chosen, sources = load_recipe(args.recipe)
    if chosen.kind is not Kind.SHEET:
        raise UsageError("only the items of a sheet are swapped; of a deck, exclude them with a reason")
    campaigns = [reading.campaign for reading in readings(args, sources)]
    items, _ = api.ask(*campaigns)
    old, new = swapped(args.item, chosen, campaigns, items)
    known = names(items)
    seat = next((name for name, to in chosen.hand.swap if to in (old.id, old.code)), old.code if old.code in known else old.id)
    path = Path(args.recipe)
    write_atomic(path, with_swap(read_text(path), args.recipe, seat, new.code if new.code in known else new.id).encode())
    tell(args, f"{old.code}  {old.stem}\n{new.code}  {new.stem}\n{path}  {seat}: {new.code}")


def of_recipe(args: Namespace, source: str, kind: Kind | None = None) -> tuple[Product, ...]:
    """Make the files of one recipe; UsageError if it makes the other kind of thing."""
    chosen, sources = load_recipe(source)
    if kind and chosen.kind is not kind:
        raise UsageError(f'"{source}" is the recipe of a {chosen.kind}: quizgen {chosen.kind} {source}')
    chosen = replace(chosen, revised=getattr(args, "revised", None) or chosen.revised)
    return _made(chosen, readings(args, sources), _past(args, chosen, Path(source)))[1]


def _past(args: Namespace, chosen: Recipe, recipe_file: Path | None = None) -> Past:
    """Find the ledger that a deck goes on from: the one named, or beside its recipe; none for a one-off deck."""
    named = getattr(args, "ledger", None)
    path = Path(named) if named else recipe_file.with_name(chosen.name + LEDGER) if recipe_file else None
    is_lasting = path and (named or chosen.revised or path.is_file())
    if path is None or not is_lasting or chosen.kind is not Kind.DECK:
        if chosen.kind is Kind.DECK:
            tell(args, ONE_OFF)
        ledger, path = None, path or Path()
    else:
        ledger = ledger_yaml.load(read_text(path), str(path), schema()) if path.is_file() else Ledger(schema())
    return Past(ledger, str(path), writer=getattr(args, "format", None) or "apkg", tells=bool(getattr(args, "notes", None)))


def _made(chosen: Recipe, found: Sequence[api.Reading], past: Past) -> tuple[str, tuple[Product, ...]]:
    """Make a recipe's files; also the line that says what was left out."""
    campaigns = [reading.campaign for reading in found]
    chosen = replace(chosen, told=passages(chosen.printing, found))
    asked, refused = api.ask(*campaigns)
    items = within(asked, chosen.told, found)
    out = [f"{count} {cause}" for cause, count in left_out(items, chosen.blueprint).items() if chosen.printing.output is not Output.GUIDE]
    if chosen.kind is Kind.DECK and (others := on_sheets_only(items, chosen.blueprint)):
        out.append(f"{counted(others, 'fact')} that only other formats ask (--formats true_false,matching,…)")
    return f"left out: {', '.join(out)}" * bool(out), make(chosen, campaigns, items, replace(past, refused=refused))


def _targets(args: Namespace, products: Sequence[Product], suffix: str) -> dict[Path, Product]:
    """Say where each file goes: into a folder under its own name, or beside a file name that was given; some have their own option."""
    output = Path(args.output)
    named = {LEDGER: getattr(args, "ledger", None), "-release.md": getattr(args, "notes", None)}
    own = {p.name: Path(path) for p in products for ending, path in named.items() if path and p.name.endswith(ending)}
    if len(set(own.values())) < len(own):
        raise UsageError("--ledger and --notes take one deck; give a call to each recipe")
    if output.suffix != suffix:
        return {own.get(product.name, output / product.name): product for product in products}
    sheets = [p.name for p in products if p.name not in own] or [products[0].name]
    shared = "".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], zip(min(sheets), max(sheets), strict=False)))
    stem = shared.removesuffix(suffix).rstrip("-.")
    return {own.get(p.name, output.with_name(output.stem + p.name.removeprefix(stem))): p for p in products}


def _write(args: Namespace, files: dict[Path, Product]) -> None:
    write_all({path: product.data for path, product in files.items()})
    told = [f"{path}  {product.holds}" for path, product in files.items()]
    told += [f"{path}  warning: {said}" for path, product in files.items() for said in product.warnings]
    tell(args, "\n".join(told))


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
    world = load(campaign)
    quiz = drawn(sheets, (campaign,), items)[0]
    told = survey(world, campaign, items, refused, reading.diagnostics)
    whole = replace(told, parts=(*told.parts, of_sheet(quiz.items, world, quiz.form)))
    page = Product(f"{campaign.name}-report.md", markdown(whole).encode(), "report")
    return (*made, page), _summary(campaign.title.value, len(facts), items, refused, choice)


def _summary(title: str, facts: int, items: Sequence[Item], refused: Sequence[Refused], choice: Recipe) -> str:
    families = Counter(item.family for item in items)
    told = ", ".join(f"{family} {families[family]}" for family in Family if families[family])
    out = ", ".join(f"{count} {cause}" for cause, count in left_out(items, choice.blueprint).items())
    return f"{title}: {facts} facts; {len(items)} items ({told}), {len(refused)} candidates refused; not asked by default: {out or 'none'}"
