"""`quizgen batch`: a deck and a sheet of each of many sources, an index of them all, and only what changed made anew."""

from __future__ import annotations

import os
import sys
import time
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from quizgen.batch.engines import Engine, Settings
from quizgen.batch.run import Plan, Summary, Tell, rehearse, run
from quizgen.batch.worklist import find
from quizgen.cli import ERRORS, UsageError
from quizgen.cli.printing import beside
from quizgen.cli.sources import choice, tell
from quizgen.files import read_text
from quizgen.recipes import Kind, Recipe, load
from quizgen.registry import discover
from quizgen.wording import counted

LATE = 1.0  # seconds of work before a bar is shown


def batch(args: Namespace) -> int:
    """Make what is not made yet, and write the index; exit 1 if a source was not read to its end, a bug met, or nothing published."""
    sources = find(args.sources, [*args.page, *_titles(args)], args.index)
    out = Path(args.output)
    plan = Plan(sources, out, _recipes(args), args.revised or "", args.min_core, args.group == "part_of", args.prune)
    engine = _engine(args)
    settings = Settings(args.jobs or _processors(), args.scheduler or "", args.limit)
    if args.dry_run:
        return _rehearsed(args, plan)
    with _bar(args) as show:
        summary = run(plan, engine, settings, show)
    tell(args, _told(summary, args, out))
    for line in summary.errors:
        print(f"not read: {line}", file=sys.stderr)
    return ERRORS if summary.errors or summary.lost or not summary.published else 0


def _titles(args: Namespace) -> list[str]:
    return [line.strip() for line in read_text(Path(args.titles)).split("\n") if line.strip()] if args.titles else []


def _recipes(args: Namespace) -> tuple[Recipe, ...]:
    """The recipes named, else a deck and a sheet of what the options choose."""
    if not args.recipe:
        return (choice(args, Kind.DECK, "", ()), choice(args, Kind.SHEET, "", ()))
    found = [load(read_text(Path(name)), name, is_bare=True) for name in args.recipe]
    if len({(recipe.kind, recipe.printing.output) for recipe in found}) < len(found):
        raise UsageError("two of the recipes make the same kind of thing of each campaign; give a call and a folder to each")
    return tuple(replace(r, printing=beside(r.printing, Path(name).parent)) for r, name in zip(found, args.recipe, strict=True))


def _engine(args: Namespace) -> Engine:
    known: dict[str, Engine] = discover("quizgen.batch.engines", "ENGINE", Engine)
    if args.engine not in known:
        raise UsageError(f'--engine does not take "{args.engine}": there are {", ".join(known)}')
    if (args.engine == "dask") != bool(args.scheduler):
        raise UsageError("--engine dask and --scheduler ADDRESS go together")
    return known[args.engine]


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _rehearsed(args: Namespace, plan: Plan) -> int:
    """Print what would be read and made, a line each."""
    count = 0
    for line in rehearse(plan):
        count += 1
        print(line)
    tell(args, f"{count} to be done; what stands near what is read anew may follow. Nothing was written.")
    return 0


def _told(summary: Summary, args: Namespace, out: Path) -> str:
    """Say what was done, and what is to be done next."""
    lines = [
        f"{counted(summary.read, 'article')} read, {summary.known} as before; "
        f"{counted(summary.made, 'campaign')} made, {summary.kept} as before",
        f"{out / 'index.html'}  {summary.published} published, {summary.refused} not, {counted(summary.contradictions, 'contradiction')}",
    ]
    if summary.lost:
        lines.append(f"{counted(summary.lost, 'article')} ended in a bug of quizgen; refused.jsonl says how: please report it")
    if summary.amended:
        lines.append(
            f"{counted(summary.amended, 'deck')} amended under the date of the last release; once that is published, give a later --revised"
        )
    if summary.gone:
        kept = "their files were removed" if args.prune else "their files stay; --prune removes them"
        lines.append(f"{counted(summary.gone, 'campaign')} of earlier runs are not among the sources: {kept}")
    return "\n".join(lines)


@contextmanager
def _bar(args: Namespace) -> Iterator[Tell]:
    """A progress bar with rate and time left, on a terminal, once the work takes over a second."""
    if args.quiet or not sys.stderr.isatty():
        yield lambda *_: None
        return
    began = time.monotonic()
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    progress = Progress(*columns, console=Console(stderr=True), transient=True)
    tasks: dict[str, TaskID] = {}
    since: dict[str, float] = {}

    def show(what: str, done: int, total: int, articles: int) -> None:
        now = time.monotonic()
        since.setdefault(what, now)
        if now - began < LATE:
            return
        if what not in tasks:
            progress.start()
            tasks[what] = progress.add_task(what, total=total, rate="")
        progress.update(tasks[what], completed=done, rate=f"{articles} articles, {articles / max(now - since[what], 0.1):.1f}/s")

    try:
        yield show
    finally:
        if tasks:
            progress.stop()
