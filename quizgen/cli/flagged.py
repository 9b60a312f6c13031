"""`quizgen flagged`: the questions that learners called bad, and their exclusion from a recipe."""

from __future__ import annotations

import dataclasses
from argparse import Namespace
from pathlib import Path

from quizgen import api, dump
from quizgen.cli import UsageError
from quizgen.cli.progress import kept
from quizgen.cli.show import table
from quizgen.cli.sources import is_recipe, load_recipe, tell
from quizgen.files import read_text, write_atomic
from quizgen.items import code_of
from quizgen.study.exclusions import exclude
from quizgen.study.sittings import Flag


def flagged(args: Namespace) -> None:
    """List the questions called bad; with `--into` write those that a recipe asks into it, with `--forget` forget them."""
    with kept(args) as sittings:
        found = sittings.flags()
        if args.into:
            found = _write(args, found)
        elif args.format == "jsonl":
            for flag in found:
                print(dump.text({"code": code_of(flag.item), **dataclasses.asdict(flag)}))
        elif found:
            print(table([(code_of(flag.item), flag.source, flag.reason, flag.stem) for flag in found]))
        else:
            tell(args, "nothing is flagged; ! at a question of quizgen quiz flags it")
        if args.forget:
            sittings.unflag(flag.item for flag in found)


def _write(args: Namespace, found: tuple[Flag, ...]) -> tuple[Flag, ...]:
    """Write the flags of items that the recipe's sources ask into the recipe; gives those."""
    if not is_recipe(args.into):
        raise UsageError(f'"{args.into}" is no recipe: exclusions go into a file that begins with "quizgen: deck/1" or "sheet/1"')
    sources = load_recipe(args.into)[1]
    items, _ = api.ask(*(api.read(source).campaign for source in sources))
    ids = {item.id for item in items}
    of_it = tuple(flag for flag in found if flag.item in ids)
    path = Path(args.into)
    text = read_text(path)
    made = exclude(text, args.into, {flag.item: flag.reason for flag in of_it})
    if made != text:
        write_atomic(path, made.encode())
    tell(args, f"{args.into}  leaves out {len(of_it)} of {len(found)} that are flagged")
    return of_it
