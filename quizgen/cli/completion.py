"""What a shell completes: commands, options, shipped campaigns, files, and the names that options take; by argcomplete."""

from __future__ import annotations

import argparse
import glob
from argparse import Namespace
from collections.abc import Callable, Iterable
from pathlib import Path

import quizgen
from quizgen.codes import CODES
from quizgen.items import Family, Format
from quizgen.relations import Importance

Completer = Callable[..., list[str]]
QUESTIONS, LIBRARY = (Path(quizgen.__file__).with_name(name) for name in ("questions", "library"))


def completion(args: Namespace) -> None:
    """Print the lines that teach a shell to complete."""
    from argcomplete.shell_integration import shellcode

    print(shellcode(["quizgen"], shell=args.shell))


def complete(parser: argparse.ArgumentParser) -> None:
    """Answer a shell that asks how a line may go on, and exit; return if none asks."""
    import argcomplete

    attach(parser)
    argcomplete.autocomplete(parser)


def attach(parser: argparse.ArgumentParser) -> None:
    """Give each argument of each command what completes it."""
    from argcomplete.completers import FilesCompleter

    completers: dict[str, Completer] = {
        "sources": _sources,
        "types": _listed(type_names),
        "families": _listed(lambda: list(Family)),
        "formats": _listed(lambda: list(Format)),
        "levels": _listed(lambda: list(Importance)),
        "code": lambda **_: list(CODES),
        "into": FilesCompleter(("yaml", "yml")),
    }
    for action in parser._actions:  # argparse tells of its arguments nowhere else
        if isinstance(action, argparse._SubParsersAction):
            for sub in dict.fromkeys(action.choices.values()):
                attach(sub)
        elif action.dest in completers:
            action.completer = completers[action.dest]  # type: ignore[attr-defined]


def type_names() -> list[str]:
    """The names of the question types, from their files: importing them would make a shell wait."""
    paths = (path.relative_to(QUESTIONS).with_suffix("").parts for path in sorted(QUESTIONS.rglob("*.py")))
    return [".".join(parts) for parts in paths if not any(part.startswith("_") for part in parts)]


def _sources(prefix: str, **_told: object) -> list[str]:
    from argcomplete.completers import FilesCompleter

    return [path.stem for path in sorted(LIBRARY.glob(f"{glob.escape(prefix)}*.yaml"))] + list(FilesCompleter()(prefix))


def _listed(names: Callable[[], Iterable[str]]) -> Completer:
    """Complete the last word of a list with commas, by the names that are not in it yet."""

    def completer(prefix: str, **_told: object) -> list[str]:
        head, comma, last = prefix.rpartition(",")
        known = head.split(",")
        return [f"{head}{comma}{name}" for name in names() if name.startswith(last) and name not in known]

    return completer
