"""The arguments of a command that asks → the campaigns, their items and the choice among them: from sources, a recipe or the last quiz."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass, replace

from quizgen import api
from quizgen.cli import UsageError
from quizgen.cli.sources import is_recipe, load_recipe, readings, recipe
from quizgen.hand import Hand
from quizgen.items import Item
from quizgen.model import Campaign
from quizgen.recipes import Kind, Recipe
from quizgen.relations import Importance
from quizgen.study.sittings import Sitting


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is chosen from: the sources as they are reached from anywhere, their campaigns and items, and the choice."""

    sources: tuple[str, ...]
    campaigns: tuple[Campaign, ...]
    items: tuple[Item, ...]
    recipe: Recipe


def chosen(args: Namespace, last: Sitting | None, usual: int, *, of_facts: bool = False) -> Chosen:
    """Read the sources and ask them; all shipped campaigns if none is named, those of the last quiz where it is spoken of.

    `of_facts`: of what was missed in it, also what asks the same in other formats, so that a deck can choose its own.
    """
    if last and not args.sources:
        args.sources = list(last.sources)
    args.sources = args.sources or list(api.shipped())
    if not args.sources:
        raise UsageError("no campaign is shipped; name a SOURCE")
    found = _read(args)
    if not last:
        return found
    allowed = {item for item, _ in last.drawn} if not args.missed else {*last.missed}
    items = tuple(item for item in found.items if item.id in allowed)
    if of_facts:
        facts = {(item.type, item.facts) for item in items}
        items = tuple(item for item in found.items if (item.type, item.facts) in facts)
    if args.missed and not items:
        raise UsageError("nothing was missed in the last quiz" if not last.missed else "what was missed is of other sources")
    everything = tuple(level.value for level in Importance)
    whole = replace(found.recipe, hand=Hand(), levels=everything, sensitive=True, n=found.recipe.n or min(usual, len(items)) or None)
    return replace(found, items=items, recipe=whole)


def _read(args: Namespace) -> Chosen:
    recipes = [source for source in args.sources if is_recipe(source)]
    if len(recipes) > 1 or (recipes and len(args.sources) > 1):
        raise UsageError("a recipe stands alone: it names its own sources")
    if not recipes:
        found = readings(args)
        return _asked(args.sources, found, recipe(args, Kind.SHEET, found))
    of_file, sources = load_recipe(recipes[0])
    of_file = replace(of_file, kind=Kind.SHEET, n=args.n or of_file.n, forms=1, seed=args.seed or of_file.seed)
    made = _asked(sources, readings(args, sources), of_file)
    applied = of_file.allowed(made.items, made.campaigns)
    rest = Hand(applied.include, swap=tuple(applied.swap.items()))
    return replace(made, items=applied.items, recipe=replace(of_file, hand=rest))


def _asked(sources: list[str], found: tuple[api.Reading, ...], choice: Recipe) -> Chosen:
    campaigns = tuple(reading.campaign for reading in found)
    reached = tuple(
        str(reading.path.resolve()) if reading.path and name not in api.shipped() else name
        for name, reading in zip(sources, found, strict=True)
    )
    return Chosen(reached, campaigns, api.ask(*campaigns)[0], replace(choice, is_printed=False))
