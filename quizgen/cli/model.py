"""`quizgen read`, `facts` and `items`: what was read, and what can be said and asked of it."""

from __future__ import annotations

import shutil
import sys
import tempfile
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from quizgen import api, dump
from quizgen.cli.show import table
from quizgen.cli.sources import readings, recipe, tell
from quizgen.diagnostics import visible
from quizgen.files import write_atomic
from quizgen.items import Item, Refused
from quizgen.model import Quote, Source
from quizgen.pages import StoredPage
from quizgen.recipes import Kind
from quizgen.relations import Fact
from quizgen.selection import Blueprint, eligible, left_out

SPOOL = 2**20  # characters of a list that are held in memory


def read(args: Namespace) -> None:
    """Print the campaign, or write it where `-o` says; with `--list` print the pages of an export instead."""
    if args.list:
        _list(args)
        return
    (reading,) = readings(args)
    as_json = args.format == "json"
    text = dump.text(dump.campaign(reading.campaign, reading.diagnostics), indent=1) + "\n" if as_json else api.dump(reading.campaign)
    if args.output:
        write_atomic(Path(args.output), text.encode())
    else:
        sys.stdout.write(text)


def _list(args: Namespace) -> None:
    """Print the pages once all are read, so that of a damaged export none is printed; what is many waits on disk."""
    with tempfile.SpooledTemporaryFile(SPOOL, "w+", encoding="utf-8", newline="") as lines:
        for stored in api.pages(args.sources[0], name=args.stdin_name):
            lines.write(_page(stored) + "\n")
        lines.seek(0)
        shutil.copyfileobj(lines, sys.stdout)


def _page(stored: StoredPage) -> str:
    sends = f"sends to {stored.redirect}" if stored.redirect else ""
    cells = (stored.page.title, str(stored.page.page_id or ""), str(stored.page.revision or ""), sends)
    return "\t".join(map(visible, cells)).rstrip("\t")


def facts(args: Namespace) -> None:
    """Print every fact of every source."""
    found = [fact for reading in readings(args) for fact in api.facts(reading.campaign)]
    if args.format == "jsonl":
        print(*(dump.text(dump.fact(fact)) for fact in found), sep="\n")
    else:
        print(table([_fact(fact) for fact in found]))
        tell(args, f"{len(found)} facts")


def _fact(fact: Fact) -> tuple[str, ...]:
    marks = [fact.claimed_by or "", "disputed" * fact.disputed, fact.hedge or ""]
    told = ", ".join(filter(None, marks))
    return fact.importance, fact.relation, fact.subject, fact.object + f" ({told})" * bool(told), place(fact.source)


def place(source: Source) -> str:
    """Name a place in a source in a few letters: "aleppo-2016.txt:9", or who set it."""
    return f"{source.file}:{source.line}" if isinstance(source, Quote) else f"by {source.who}"


def items(args: Namespace) -> None:
    """Print every sound item that the options choose; with `--refused` what was refused of them too."""
    found = readings(args)
    chosen = recipe(args, Kind.DECK, found)
    asked, refused = api.ask(*(reading.campaign for reading in found))
    blueprint = replace(chosen.blueprint, is_printed=True)
    kept = eligible(asked, blueprint)[: chosen.n]
    dropped = tuple(r for r in refused if not blueprint.excludes(r.item)) if args.refused else ()
    if args.format == "jsonl":
        print(*(dump.text(dump.item(item)) for item in kept), *(dump.text(dump.refused(r)) for r in dropped), sep="\n")
    else:
        print("\n\n".join("\n".join(map(visible, lines)) for lines in (*map(_item, kept), *map(_refused, dropped))))
    tell(args, _summary(kept, asked, blueprint) + f"; {len(dropped)} refused" * bool(args.refused))


def _item(item: Item) -> tuple[str, ...]:
    lines = [f"{item.code}  {item.type}  {item.format}  {item.importance.level}  {place(item.source)}", f"  {item.stem}"]
    lines += [f"  = {' | '.join(item.key) or '; '.join(f'{a} → {b}' for a, b in item.pairs)}"]
    return (*lines, *(f"  - {wrong.text}   ({wrong.why_false})" for wrong in item.distractors))


def _refused(refused: Refused) -> tuple[str, ...]:
    item = refused.item
    reasons = (f"  ! rule {finding.rule}: {finding.why}" for finding in refused.findings)
    return (f"refused  {item.type}  {item.format}", f"  {item.stem}", f"  = {' | '.join(item.key)}", *reasons)


def _summary(kept: tuple[Item, ...], asked: tuple[Item, ...], blueprint: Blueprint) -> str:
    """Say how many items there are and what the options leave out."""
    questions = len({(item.type, item.facts) for item in kept})
    out = ", ".join(f"{count} {cause}" for cause, count in left_out(asked, blueprint).items())
    return f"{len(kept)} items, {questions} questions" + f"; left out: {out}" * bool(out)
