"""The terminal or pipe that a session takes place on: how wide it is, whether it has colours and more than ASCII, how lines come in."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sys
import time
from argparse import Namespace
from collections.abc import Callable
from types import FrameType

from quizgen.cli.show import has_colour
from quizgen.cli.streams import is_unicode
from quizgen.study.screen import Piped, Plain, Screen, TimeUpError


def is_interactive() -> bool:
    """Whether a person sits before a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def screen(args: Namespace, minutes: float = 0) -> Screen:
    """Give the screen that suits: rich on a terminal with colours, plain lines with `--plain`, NO_COLOR or down a pipe."""
    if not sys.stdin.isatty():
        return Piped(_write, _read, columns, is_ascii=knows_ascii_alone())
    read = _within(_read, minutes) if minutes else _read
    if args.plain or not has_colour(sys.stdout):
        return Plain(_write, read, columns, is_ascii=knows_ascii_alone())
    with contextlib.suppress(ImportError):
        import readline  # arrow keys while a line is typed

        readline.set_auto_history(False)
    from rich.console import Console

    from quizgen.study.colours import Colours

    return Colours(Console(highlight=False, emoji=False, markup=False), read, is_ascii=knows_ascii_alone())


def columns() -> int:
    """How wide the terminal is now."""
    return shutil.get_terminal_size().columns


def knows_ascii_alone() -> bool:
    """Whether the locale is set to C or POSIX, or the stream cannot carry more; Python alone would take C for UTF-8."""
    if not is_unicode(sys.stdout.encoding):
        return True
    named = next((value for name in ("LC_ALL", "LC_CTYPE", "LANG") if (value := os.environ.get(name))), "")
    coerced = os.environ.get("LC_CTYPE") == "C.UTF-8" and os.environ.get("LANG", "") in ("C", "POSIX")  # PEP 538 sets it
    return (named in ("C", "POSIX") or coerced) and not os.environ.get("PYTHONIOENCODING") and sys.stdout.isatty()


def _write(line: str) -> None:
    print(line, flush=True)


def _read(prompt: str) -> str | None:
    """Give a line that was typed or piped in; None when there are no more."""
    try:
        return input(prompt)
    except EOFError:
        return None


def _within(read: Callable[[str], str | None], minutes: float) -> Callable[[str], str | None]:
    """Read until the time is up, in the middle of a line too where the system can."""
    end = time.monotonic() + 60 * minutes

    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise TimeUpError

    def timed(prompt: str) -> str | None:
        left = end - time.monotonic()
        if left <= 0:
            raise TimeUpError
        if not hasattr(signal, "setitimer"):
            line = read(prompt)
            if time.monotonic() > end:
                raise TimeUpError
            return line
        before = signal.signal(signal.SIGALRM, ring)
        signal.setitimer(signal.ITIMER_REAL, left)
        try:
            return read(prompt)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)

    return timed
