"""`quizgen study` and `stats`: spaced repetition in the terminal, what was learnt, and the reviews as a file."""

from __future__ import annotations

import dataclasses
import sys
import time
from argparse import Namespace
from pathlib import Path

from quizgen import dump
from quizgen.cli import INTERRUPTED, UsageError
from quizgen.cli.chosen import chosen
from quizgen.cli.progress import database, now
from quizgen.cli.show import has_colour
from quizgen.cli.sources import tell
from quizgen.cli.terminal import knows_ascii_alone
from quizgen.diagnostics import QuizgenError
from quizgen.files import read_text, write_atomic
from quizgen.formats import Drawn
from quizgen.grading import all_graders
from quizgen.selection import eligible, left_out
from quizgen.study.database import connect
from quizgen.study.queue import Queue
from quizgen.study.reviews import Reviews
from quizgen.study.schedule import day_of
from quizgen.study.sittings import Sittings
from quizgen.study.statistics import Statistics, statistics
from quizgen.wording import counted
from quizgen.world import all_names


def study(args: Namespace) -> int:
    """Ask what is due, or tell what is; or write or take in the reviews."""
    path = database(args)
    db = connect(path)
    try:
        reviews = Reviews(db, path)
        if args.export or args.take:
            _exchange(args, reviews)
            return 0
        return _study(args, reviews, Sittings(db, path))
    finally:
        db.close()


def _exchange(args: Namespace, reviews: Reviews) -> None:
    if args.export and args.take:
        raise UsageError("--export writes the reviews and --import takes some in; choose one of them")
    if args.take:
        text = sys.stdin.read() if args.take == "-" else read_text(Path(args.take))
        tell(args, f"{counted(reviews.take(text.splitlines(), args.take), 'review')} taken in")
        return
    lines = "".join(f"{line}\n" for line in reviews.lines())
    if args.export == "-":
        sys.stdout.write(lines)
    else:
        write_atomic(Path(args.export), lines.encode())
        tell(args, f"{args.export}  {counted(lines.count(chr(10)), 'review')}")


def _study(args: Namespace, reviews: Reviews, sittings: Sittings) -> int:
    from quizgen.cli.terminal import screen
    from quizgen.study.learning import Habits, Learning, told
    from quizgen.study.outcome import Stop

    most, args.n = args.n or 0, None
    if sys.stderr.isatty() and not args.quiet:
        print("One moment: reading the sources and asking them …", file=sys.stderr)
    found = chosen(args, None, 0)
    wanted = [item for item in eligible(found.items, found.recipe.blueprint) if item.format in all_graders()]
    out = ", ".join(f"{count} {cause}" for cause, count in left_out(found.items, found.recipe.blueprint).items())
    tell(args, f"left out: {out}" * bool(out))
    begin = day_of(now())
    today = {review.item for review in reviews.since(begin)}
    queue = Queue(wanted, reviews.cards(), today, max(0, args.new - reviews.first_since(begin)))
    if args.today:
        _today(reviews, queue)
        return 0
    names = {campaign.id: campaign.name for campaign in found.campaigns}

    def flag(drawn: Drawn, reason: str) -> None:
        sittings.flag(now(), drawn.item, names[drawn.item.campaign], reason)

    habits = Habits(now, time.monotonic, flag, sys.stdin.isatty(), args.auto, all_names(found.campaigns), most)
    where = screen(args)
    learning = Learning(queue, reviews, where, habits)
    try:
        stop = learning.hold()
    except QuizgenError as err:
        raise _not_kept(err) from err
    where.say("")
    tomorrow = list(statistics((), queue.cards.values(), now()).due.values())[1]
    where.say(told(learning, tomorrow))
    if stop is Stop.END and not (most and len(learning.made) >= most):
        where.say("Nothing more is due today. New ones are met tomorrow; --new allows more today.")
    return INTERRUPTED if stop is Stop.INTERRUPT else 0


def _not_kept(err: QuizgenError) -> QuizgenError:
    """Say that the review at hand is the one that is lost, and no other."""
    return QuizgenError(
        [dataclasses.replace(d, message=f"this review is not kept, all earlier ones are; {d.message}") for d in err.diagnostics]
    )


def _today(reviews: Reviews, queue: Queue) -> None:
    """Tell what is due today, and what was done."""
    counts = queue.counts(now())
    made = reviews.since(day_of(now()))
    right = sum(review.rating > 1 for review in made)
    print(f"To repeat: {counts.due}. New: {counts.new}. Waiting for another day: {counts.siblings}.")
    print(f"Done today: {counted(len(made), 'review')}" + (f", {right / len(made):.0%} remembered." if made else "."))


def stats(args: Namespace) -> None:
    """Tell how well is remembered, and what is due."""
    path = database(args)
    db = connect(path)
    try:
        reviews = Reviews(db, path)
        found = statistics(reviews.since(now().replace(year=1970)), reviews.cards().values(), now())
    finally:
        db.close()
    if args.format == "json":
        print(dump.text(dataclasses.asdict(found) | {"retention": found.retention}, indent=1))
        return
    print("\n".join(_told(found)))
    if found.reviews and has_colour(sys.stdout) and not args.plain and not knows_ascii_alone():
        _plots(found)
    elif found.reviews:
        print("\n".join(_tables(found)))


def _told(found: Statistics) -> list[str]:
    if not found.reviews:
        return ["Nothing was studied yet. Begin: quizgen study"]
    lines = [f"Reviews: {found.reviews}, today {found.today}. Days in a row: {found.streak}."]
    lines.append(f"Items: {found.cards}, of which known for three weeks and more: {found.mature}.")
    if found.retention is not None:
        lines.append(f"Remembered in the last {len(found.right)} days: {found.retention:.0%}.")
    families = (f"{family} {right} of {count}" for family, (count, right) in found.families.items())
    return [*lines, f"Remembered by family: {'; '.join(families)}."]


def _tables(found: Statistics) -> list[str]:
    lines = ["", "Day, reviews, remembered:"]
    lines += [f"  {day}  {count}  {right / count:.0%}" for day, (count, right) in found.right.items() if count]
    return [*lines, "", "Day, due:", *(f"  {day}  {count}" for day, count in found.due.items() if count)]


def _plots(found: Statistics) -> None:
    """Draw two plots: the share remembered by day, and what is due by day."""
    import plotille

    from quizgen.cli.terminal import columns

    remembered = {day: round(100 * right / count) for day, (count, right) in found.right.items() if count}
    for title, values in (("Remembered, in percent", remembered), ("Due", found.due)):
        width = max(10, min(60, columns() - 24))
        drawn = plotille.hist_aggregated(list(values.values()), labels=list(values), width=width, lc="cyan").split("\n")
        print("", title, *(line.rstrip("\u2800 ") for line in drawn[1:-1]), sep="\n")
