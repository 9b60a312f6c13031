"""`quizgen quiz`: asks a quiz in the terminal, or prints one."""

from __future__ import annotations

import shlex
import sys
import time
from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quizgen.assembly import Quiz
from quizgen.cli import INTERRUPTED, UsageError
from quizgen.cli.chosen import Chosen, chosen
from quizgen.cli.progress import kept_if_possible, now
from quizgen.cli.sources import tell
from quizgen.diagnostics import QuizgenError
from quizgen.files import append_lines
from quizgen.grading import all_graders
from quizgen.products import drawn, material_of, writers
from quizgen.selection import left_out
from quizgen.study.outcome import Outcome, Stop, rows
from quizgen.study.recording import Recorder
from quizgen.study.sittings import Sitting, Sittings, put_again
from quizgen.world import all_names

USUAL = 10
WRITERS = {"text": "text", "markdown": "markdown", "json": "data"}
ONWARD = (
    "Ask the missed ones again: quizgen quiz --missed last",
    "Print or learn them: quizgen sheet --missed last, quizgen deck --missed last",
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A quiz as it is to be asked, and the command that asks it again."""

    quiz: Quiz
    chosen: Chosen
    again: str


def quiz(args: Namespace) -> int:
    """Draw a quiz, say its seed, and ask it; with `--format` print it, a key behind it where the format holds none."""
    if args.exam and args.practice:
        raise UsageError("--exam tells nothing before its end, --practice tells at once; choose one of them")
    if args.format:
        _print(args)
        return 0
    with kept_if_possible(args) as sittings:
        drawing = _drawing(args, sittings)
        outcome = _ask(args, drawing, sittings)
    return INTERRUPTED if outcome.stop is Stop.INTERRUPT else 0


def _print(args: Namespace) -> None:
    with kept_if_possible(args) as sittings:
        last = _last(args, sittings)
        if last and not args.missed:
            raise UsageError("--again and --resume ask in the terminal; leave out --format")
        all_of = chosen(args, last, USUAL)
    args.seed = args.seed or _new_seed()
    found = replace(all_of.recipe, seed=args.seed)
    (made,) = drawn(found, all_of.campaigns, all_of.items, USUAL)
    _tell_draw(args, all_of)
    sys.stdout.write(writers()[WRITERS[args.format]].write(material_of(found, all_of.campaigns, made)).decode())


def _drawing(args: Namespace, sittings: Sittings | None) -> Drawing:
    """Draw what the arguments ask for: the last quiz again, what is left or was missed of it, or a new one."""
    last = _last(args, sittings)
    found = chosen(args, last, USUAL)
    found = replace(found, items=tuple(item for item in found.items if item.format in all_graders()))
    if last and not args.missed:
        wanted = last.left if args.resume else [item for item, _ in last.drawn]
        items = put_again(last, {item.id: item for item in found.items}, wanted)
        if not items:
            raise UsageError("nothing is left of the last quiz; begin a new one: quizgen quiz")
        args.seed = last.seed
        return Drawing(Quiz(last.seed, items, found.recipe.sources), found, "quizgen quiz --again")
    if args.seed:
        (made,) = drawn(replace(found.recipe, seed=args.seed), found.campaigns, found.items, USUAL)
        _tell_draw(args, found)
        return Drawing(made, found, _command(args))
    args.seed = _new_seed()
    made, is_plain = _unseen_first(replace(found, recipe=replace(found.recipe, seed=args.seed)), sittings.seen() if sittings else {})
    _tell_draw(args, found)
    return Drawing(made, found, f"{_command(args)} --seed {args.seed}" if is_plain and not args.missed else "quizgen quiz --again")


def _last(args: Namespace, sittings: Sittings | None) -> Sitting | None:
    """The last quiz, where the arguments speak of it."""
    if not (args.again or args.resume or args.missed):
        return None
    last = sittings.last() if sittings else None
    if not last:
        raise UsageError("no quiz was taken yet: begin one with quizgen quiz")
    return last


def _unseen_first(found: Chosen, seen: Mapping[str, int]) -> tuple[Quiz, bool]:
    """Draw from the items that were asked least; also whether the seed alone gives the same quiz."""
    (plain,) = drawn(found.recipe, found.campaigns, found.items, USUAL)
    if not any(one.item.id in seen for one in plain.items):
        return plain, True
    wanted = replace(found.recipe, n=len(plain.items))
    for most in sorted({0, *seen.values()}):
        pool = [item for item in found.items if seen.get(item.id, 0) <= most]
        try:
            (made,) = drawn(wanted, found.campaigns, pool, USUAL)
        except QuizgenError:
            continue
        return made, made == plain
    return plain, True


def _tell_draw(args: Namespace, found: Chosen) -> None:
    out = ", ".join(f"{count} {cause}" for cause, count in left_out(found.items, found.recipe.blueprint).items())
    tell(args, f"seed {args.seed}" + f"; left out: {out}" * bool(out))


def _ask(args: Namespace, drawing: Drawing, sittings: Sittings | None) -> Outcome:
    from quizgen.cli.terminal import screen
    from quizgen.study.session import Manner, run

    minutes = args.minutes if args.minutes is not None else drawing.quiz.points if args.exam else 0
    manner_name = "exam" if args.exam else "practice" if args.practice else "quiz"
    began = now()
    recorder = Recorder(
        sittings, drawing.quiz, manner_name, drawing.chosen.sources, _is_of(drawing.chosen), now, lambda text: tell(args, text)
    )
    manner = Manner(
        retry=sys.stdin.isatty(),
        feedback=not args.exam,
        repeat=args.practice,
        others=all_names(drawing.chosen.campaigns),
        again=drawing.again,
        onward=ONWARD if sittings else (),
        minutes=minutes,
        clock=time.monotonic,
        on_reply=recorder.reply,
        on_undo=recorder.undo,
        on_flag=recorder.flag,
    )
    outcome = run(drawing.quiz, screen(args, minutes), manner)
    if outcome.stop is Stop.END:
        recorder.end()
    if recorder.flagged:
        recipe = next((name for name in args.sources if name.endswith((".yaml", ".yml"))), "RECIPE")
        tell(args, f"flagged as bad: {recorder.flagged}; list them: quizgen flagged; leave them out: quizgen flagged --into {recipe}")
    if args.results:
        append_lines(Path(args.results), list(rows(outcome, drawing.quiz.seed, began.isoformat(timespec="seconds"))))
    return outcome


def _is_of(found: Chosen) -> Mapping[str, str]:
    """The name of each campaign, by its id."""
    return {campaign.id: campaign.name for campaign in found.campaigns}


def _command(args: Namespace) -> str:
    return shlex.join(["quizgen", *_kept_words(args.argv)])


def _kept_words(words: Sequence[str]) -> list[str]:
    """The words of a command that its repetition needs: neither where results go nor how it is held."""
    kept: list[str] = []
    skip = False
    for word in words:
        if skip or word in ("--exam", "--practice", "--plain", "--quiet", "--results", "--minutes", "--db"):
            skip = not skip and word in ("--results", "--minutes", "--db")
        elif not word.startswith(("--results=", "--minutes=", "--db=")):
            kept.append(word)
    return kept


def _new_seed() -> str:
    return str(time.time_ns() % 10**6)
