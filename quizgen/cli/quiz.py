"""`quizgen quiz`: asks a quiz in the terminal, or prints one."""

from __future__ import annotations

import shutil
import sys
import time
from argparse import Namespace

from quizgen import api
from quizgen.cli import UsageError
from quizgen.cli.sources import readings, recipe, tell
from quizgen.model import Campaign
from quizgen.products import drawn, material_of, writers
from quizgen.recipes import Kind
from quizgen.selection import left_out
from quizgen.world import side_members

USUAL = 10
WRITERS = {"text": "text", "markdown": "markdown", "json": "data"}


def quiz(args: Namespace) -> None:
    """Draw a quiz, say its seed, and ask it; with `--format` print it, a key behind it where the format holds none."""
    args.sources = args.sources or list(api.shipped())
    if not args.sources:
        raise UsageError("no campaign is shipped; name a SOURCE")
    args.seed = args.seed or str(time.time_ns() % 10**6)
    found = readings(args)
    campaigns = [reading.campaign for reading in found]
    chosen = recipe(args, Kind.SHEET, found)
    items, _ = api.ask(*campaigns)
    (asked,) = drawn(chosen, campaigns, items, USUAL)
    out = ", ".join(f"{count} {cause}" for cause, count in left_out(items, chosen.blueprint).items())
    tell(args, f"seed {args.seed}" + f"; left out: {out}" * bool(out))
    if args.format:
        material = material_of(chosen, campaigns, asked)
        sys.stdout.write(writers()[WRITERS[args.format]].write(material).decode())
        return
    from quizgen.study.session import run

    again = f"quizgen quiz {' '.join(args.sources)} -n {len(asked.items)} --seed {args.seed}"
    run(asked, _ask, print, width=shutil.get_terminal_size().columns, retry=sys.stdin.isatty(), others=_names(campaigns), again=again)


def _ask(prompt: str) -> str | None:
    """Give a line that was typed or piped in; None when there are no more."""
    try:
        return input(prompt)
    except EOFError:
        return None


def _names(campaigns: list[Campaign]) -> tuple[str, ...]:
    """Every name that a misspelt answer must not be nearer to than to its own."""
    entities = (name for c in campaigns for e in c.entities for name in (e.name, *e.aliases))
    return tuple(dict.fromkeys((*(name for c in campaigns for side in c.sides for name in side_members(side)), *entities)))
