"""`--missed last` → what was missed in the last quiz, to be made a deck or a sheet of."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace

from quizgen.cli import UsageError
from quizgen.cli.chosen import Chosen, chosen
from quizgen.cli.progress import kept
from quizgen.recipes import SHEET_ITEMS, Kind


def of_missed(args: Namespace, kind: Kind) -> Chosen:
    """Choose what was missed: all of it for a deck, as much as can stand together for a sheet."""
    if not args.missed:
        raise UsageError("name a SOURCE, or --missed last")
    with kept(args) as sittings:
        last = sittings.last()
    if not last:
        raise UsageError("no quiz was taken yet: begin one with quizgen quiz")
    found = chosen(args, last, SHEET_ITEMS, of_facts=kind is Kind.DECK)
    choice = replace(found.recipe, kind=kind, name=f"{found.recipe.name}-missed")
    return replace(found, recipe=replace(choice, n=None) if kind is Kind.DECK else choice)
