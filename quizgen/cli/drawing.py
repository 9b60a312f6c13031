"""The arguments of `quizgen quiz` → a quiz ready to be asked or printed: a new one, or the last one again, left or missed."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from quizgen import api
from quizgen.assembly import Quiz
from quizgen.cli import UsageError, shelf
from quizgen.cli.chosen import Chosen, chosen
from quizgen.cli.progress import new_seed
from quizgen.diagnostics import QuizgenError
from quizgen.formats import Drawn
from quizgen.grading import all_graders
from quizgen.products import drawn, material_of, writers
from quizgen.recipes import Recipe
from quizgen.selection import left_out
from quizgen.study.prepared import Prepared
from quizgen.study.sittings import Sitting, Sittings, put_again
from quizgen.world import all_names

USUAL = 10
AHEAD = 2  # quizzes prepared for later
WRITERS = {"text": "text", "markdown": "markdown", "json": "data"}


def printed(args: Namespace, sittings: Sittings | None) -> tuple[str, str]:
    """Draw a quiz and set it in the format asked for; also what was left out."""
    last = last_quiz(args, sittings)
    if last and not args.missed:
        raise UsageError("--again and --resume ask in the terminal; leave out --format")
    found = _gradable(chosen(args, last, USUAL))
    args.seed = args.seed or new_seed()
    choice = replace(found.recipe, seed=args.seed)
    (made,) = drawn(choice, found.campaigns, found.items, USUAL)
    return writers()[WRITERS[args.format]].write(material_of(choice, found.campaigns, made)).decode(), _left_out(found)


def draw_quiz(args: Namespace, sittings: Sittings | None) -> tuple[Prepared, Chosen]:
    """Draw what the arguments ask for; also what it was chosen from."""
    last = last_quiz(args, sittings)
    found = _gradable(chosen(args, last, USUAL))
    if last and not args.missed:
        wanted = last.left if args.resume else [item for item, _ in last.drawn]
        items = put_again(last, {item.id: item for item in found.items}, wanted)
        if not items:
            raise UsageError("nothing is left of the last quiz; begin a new one: quizgen quiz")
        return _ready(found, last.seed, items, is_plain=False), found
    if args.seed:
        (made,) = drawn(replace(found.recipe, seed=args.seed), found.campaigns, found.items, USUAL)
        return _ready(found, args.seed, made.items), found
    return unseen_first(found, getattr(args, "new_seed", None) or new_seed(), sittings.seen() if sittings else {}), found


def _gradable(found: Chosen) -> Chosen:
    """Leave out what has no single answer: it is for sheets."""
    return replace(found, items=tuple(item for item in found.items if item.format in all_graders()))


def prepare(args: Namespace, file: Path | None, asked: Prepared, found: Chosen, sittings: Sittings | None) -> None:
    """Keep the quiz that was just asked, and draw some for later, each for the case that those before it were answered."""
    if not file or api.LIBRARY != shelf.LIBRARY:
        return
    seen = dict(sittings.seen()) if sittings else {}
    made = [asked]
    for n in range(0 if args.seed else AHEAD):
        made.append(unseen_first(found, f"{new_seed()}{n}", seen))
        for one in made[-1].items:
            seen[one.item.id] = seen.get(one.item.id, 0) + 1
    shelf.put(file, tuple(made))


def last_quiz(args: Namespace, sittings: Sittings | None) -> Sitting | None:
    """The last quiz, where the arguments speak of it."""
    if not (args.again or args.resume or args.missed):
        return None
    last = sittings.last() if sittings else None
    if not last:
        raise UsageError("no quiz was taken yet: begin one with quizgen quiz")
    return last


def unseen_first(found: Chosen, seed: str, seen: Mapping[str, int]) -> Prepared:
    """Draw from the items that were asked least."""
    choice = replace(found.recipe, seed=seed)
    (plain,) = drawn(choice, found.campaigns, found.items, USUAL)
    made = plain if not any(one.item.id in seen for one in plain.items) else _least_seen(found, choice, plain, seen)
    counts = {one.item.id: seen.get(one.item.id, 0) for one in made.items}
    return replace(_ready(found, seed, made.items, is_plain=made == plain), seen=counts)


def _least_seen(found: Chosen, choice: Recipe, plain: Quiz, seen: Mapping[str, int]) -> Quiz:
    wanted = replace(choice, n=len(plain.items))
    for most in sorted({0, *seen.values()}):
        pool = [item for item in found.items if seen.get(item.id, 0) <= most]
        try:
            return drawn(wanted, found.campaigns, pool, USUAL)[0]
        except QuizgenError:
            continue
    return plain


def _ready(found: Chosen, seed: str, items: tuple[Drawn, ...], *, is_plain: bool = True) -> Prepared:
    names = {campaign.id: campaign.name for campaign in found.campaigns}
    return Prepared(seed, items, found.sources, names, all_names(found.campaigns), _left_out(found), {}, is_plain)


def _left_out(found: Chosen) -> str:
    return ", ".join(f"{count} {cause}" for cause, count in left_out(found.items, found.recipe.blueprint).items())
