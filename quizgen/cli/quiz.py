"""`quizgen quiz`: asks a quiz in the terminal, or prints one."""

from __future__ import annotations

import shlex
import sys
import time
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from quizgen.cli import INTERRUPTED, UsageError, shelf
from quizgen.cli.progress import kept_if_possible, new_seed, now
from quizgen.cli.terminal import screen
from quizgen.study.outcome import Outcome, Stop, rows
from quizgen.study.prepared import Prepared
from quizgen.study.recording import Recorder
from quizgen.study.session import Manner, run
from quizgen.study.sittings import Sittings

ONWARD = (
    "Ask the missed ones again: quizgen quiz --missed last",
    "Print or learn them: quizgen sheet --missed last, quizgen deck --missed last",
)
HOW = ("--exam", "--practice", "--plain", "--quiet")  # options that say how a quiz is held, not which
WHERE = ("--results", "--minutes", "--db")


def quiz(args: Namespace) -> int:
    """Draw a quiz, say its seed, and ask it; with `--format` print it, a key behind it where the format holds none."""
    if args.exam and args.practice:
        raise UsageError("--exam tells nothing before its end, --practice tells at once; choose one of them")
    shelf.draw_campaign(args, args.seed or new_seed())
    if args.format and not (args.missed or args.again or args.resume):
        return _print(args, None)
    with kept_if_possible(args) as sittings:
        if args.format:
            return _print(args, sittings)
        outcome = _held(args, sittings)
    return INTERRUPTED if outcome.stop is Stop.INTERRUPT else 0


def _print(args: Namespace, sittings: Sittings | None) -> int:
    from quizgen.cli.drawing import printed

    args.seed = args.seed or getattr(args, "new_seed", None)
    text, out = printed(args, sittings)
    _tell_draw(args, args.seed, out)
    sys.stdout.write(text)
    return 0


def _held(args: Namespace, sittings: Sittings | None) -> Outcome:
    """Ask a quiz that was prepared, or draw one, ask it and prepare others."""
    file = shelf.place(args)
    ready = shelf.take(file, args.seed, sittings.seen() if sittings else {})
    if ready:
        return _ask(args, ready, sittings)
    if sys.stderr.isatty() and not args.quiet:
        print("One moment: reading the sources and asking them …", file=sys.stderr)
    from quizgen.cli.drawing import draw_quiz, prepare

    ready, found = draw_quiz(args, sittings)
    outcome = _ask(args, ready, sittings)
    if outcome.stop is not Stop.INTERRUPT:
        prepare(args, file, ready, found, sittings)
    return outcome


def _tell_draw(args: Namespace, seed: str, left_out: str) -> None:
    if not args.quiet:
        of = "".join(f"; of the library, {name}" for name in getattr(args, "drawn", ()))
        print(f"seed {seed}{of}" + f"; left out: {left_out}" * bool(left_out), file=sys.stderr)


def _ask(args: Namespace, ready: Prepared, sittings: Sittings | None) -> Outcome:
    _tell_draw(args, ready.seed, ready.left_out)
    minutes = args.minutes if args.minutes is not None else ready.points if args.exam else 0
    manner_name = "exam" if args.exam else "practice" if args.practice else "quiz"
    began = now()
    recorder = Recorder(sittings, ready, manner_name, now, lambda text: print(text, file=sys.stderr))
    manner = Manner(
        retry=sys.stdin.isatty(),
        feedback=not args.exam,
        repeat=args.practice,
        others=ready.others,
        again=_again(args, ready),
        onward=ONWARD if sittings else (),
        minutes=minutes,
        clock=time.monotonic,
        on_reply=recorder.reply,
        on_undo=recorder.undo,
        on_flag=recorder.flag,
    )
    outcome = run(ready, screen(args, minutes), manner)
    if outcome.stop is Stop.END:
        recorder.end()
    if recorder.flagged and not args.quiet:
        recipe = next((name for name in args.sources if name.endswith((".yaml", ".yml"))), "RECIPE")
        told = f"flagged as bad: {recorder.flagged}; list them: quizgen flagged; leave them out: quizgen flagged --into {recipe}"
        print(told, file=sys.stderr)
    if args.results:
        from quizgen.files import append_lines

        append_lines(Path(args.results), list(rows(outcome, ready.seed, began.isoformat(timespec="seconds"))))
    return outcome


def _again(args: Namespace, ready: Prepared) -> str:
    """The command that gives the same quiz."""
    if not ready.is_plain or args.missed:
        return "quizgen quiz --again"
    return shlex.join(["quizgen", *_kept_words(args.argv), *getattr(args, "drawn", ()), *([] if args.seed else ["--seed", ready.seed])])


def _kept_words(words: Sequence[str]) -> list[str]:
    """The words of a command that its repetition needs: neither where results go nor how it is held."""
    kept: list[str] = []
    skip = False
    for word in words:
        if skip or word in (*HOW, *WHERE):
            skip = not skip and word in WHERE
        elif not word.startswith(tuple(f"{name}=" for name in WHERE)):
            kept.append(word)
    return kept
