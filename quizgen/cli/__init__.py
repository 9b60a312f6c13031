"""Arguments → api → printing and an exit code: 0 fine, 1 errors in the input, 2 wrong usage, 3 a shipped file is out of date, 70 a bug.

`options` holds the commands and their arguments, `sources` reads what they name, `show` prints; each other module runs commands.
Heavy modules are imported by the command that needs them.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from quizgen.cli.options import parser
from quizgen.cli.streams import prepare_streams
from quizgen.diagnostics import QuizgenError

FINE, ERRORS, USAGE, STALE, BUG, INTERRUPTED = 0, 1, 2, 3, 70, 130

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS)  # no room for what a command prints


class UsageError(Exception):
    """The options do not go together, or name something that does not exist."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    prepare_streams()
    try:
        code = _run(argv)
        sys.stdout.flush()
    except OSError as err:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains of it again when it exits
        if isinstance(err, BrokenPipeError):
            return FINE
        print(f"quizgen: what was asked for cannot be written: {err.strerror}", file=sys.stderr)
        return ERRORS
    return code


def _run(argv: Sequence[str] | None) -> int:
    words = list(sys.argv[1:] if argv is None else argv)
    commands = parser()
    if "_ARGCOMPLETE" in os.environ:
        from quizgen.cli.completion import complete

        complete(commands)
    try:
        if not words:
            from quizgen.cli.start import start

            return start(_run)
    except KeyboardInterrupt:
        return INTERRUPTED
    args = commands.parse_args(words)
    args.argv = words
    try:
        module, _, function = str(args.run).partition(":")
        return int(getattr(import_module(module), function)(args) or FINE)
    except QuizgenError as err:
        from quizgen.cli.show import report

        report(err.diagnostics)
        return ERRORS
    except UsageError as err:
        print(f"quizgen {args.command}: {err}\n  = hint: quizgen {args.command} --help", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as err:
        if isinstance(err, BrokenPipeError) or (isinstance(err, OSError) and err.errno in FULL):
            raise
        return _bug(err)


def _bug(err: Exception) -> int:
    """Report a bug so that it can be mended: what happened and where, and nothing of the user's files."""
    import platform
    import traceback

    from quizgen import __version__

    where = " ← ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(traceback.extract_tb(err.__traceback__)[-4:]))
    system = f"quizgen {__version__}, Python {platform.python_version()}, {platform.system()}"
    print(f"This is a bug in quizgen, not in your input. Please report it with these lines:\n  {system}", file=sys.stderr)
    print(f"  {type(err).__name__}: {str(err)[:300]}\n  in {where}", file=sys.stderr)
    return BUG
