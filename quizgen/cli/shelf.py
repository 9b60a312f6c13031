"""Quizzes drawn before and kept in the data folder, so that the next one is put at once.

A file is named after all that a quiz follows from: quizgen's own code and data, Python's version, the sources and the choice. If any
of it differs, another file is meant; so what is found is what would be drawn anew. Only quizzes of shipped campaigns are kept.
"""

from __future__ import annotations

import contextlib
from argparse import Namespace
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

from quizgen import fingerprint
from quizgen.cli.progress import data_folder
from quizgen.draw import ordered
from quizgen.study.prepared import Prepared, dumps, loads

LIBRARY = fingerprint.LIBRARY
TOGETHER = 3  # campaigns that are asked together where no source is named
MOST = 8  # files kept, and quizzes in one
_OTHER = ("again", "resume", "missed", "page", "stdin_name", "as_of")
_CHOICE = ("n", "types", "families", "formats", "levels", "difficulty", "sensitive")


def place(args: Namespace) -> Path | None:
    """The file that the quizzes of these arguments are kept in; None if they are not of shipped campaigns alone, or of the last quiz."""
    if any(getattr(args, name, None) for name in _OTHER):
        return None
    names = args.sources or all_names()
    if not names or not all(_is_shipped(name) for name in names):
        return None
    told = blake2b(digest_size=16)
    told.update(repr((fingerprint.code(), names, [getattr(args, name) for name in _CHOICE])).encode())
    for name in names:
        told.update((LIBRARY / f"{name}.yaml").read_bytes())
    return data_folder() / "quizzes" / f"{told.hexdigest()}.json"


def all_names() -> list[str]:
    """The names of all shipped campaigns."""
    return sorted(path.stem for path in LIBRARY.glob("*.yaml"))


def draw_campaign(args: Namespace, seed: str) -> None:
    """Of a large library draw the campaign that a quiz without sources is of, so that one is read and not all of them."""
    if args.sources or any(getattr(args, name, None) for name in _OTHER) or len(all_names()) <= TOGETHER:
        return
    args.sources = args.drawn = [ordered(seed, all_names(), key=str)[0]]
    args.new_seed = seed


def _is_shipped(name: str) -> bool:
    """Whether a source is a shipped campaign, and no file at hand of the same name."""
    return Path(name).name == name and (LIBRARY / f"{name}.yaml").is_file() and not Path(name).exists()


def take(file: Path | None, seed: str | None, seen: Mapping[str, int]) -> Prepared | None:
    """Find the quiz of a seed; without one the first that was drawn for what the learner has seen by now. None if there is none."""
    for quiz in _kept(file):
        is_it = quiz.seed == seed and quiz.is_plain if seed else all(seen.get(item, 0) == count for item, count in quiz.seen.items())
        if is_it and (seed or quiz.seen):
            return quiz
    return None


def put(file: Path, quizzes: tuple[Prepared, ...]) -> None:
    """Keep quizzes for later, the newest first; where that cannot be done, nothing is kept."""
    from quizgen.diagnostics import QuizgenError
    from quizgen.files import write_atomic

    with contextlib.suppress(TypeError, QuizgenError, OSError):
        write_atomic(file, dumps((*quizzes, *_kept(file))[:MOST]).encode())
        for old in sorted(file.parent.glob("*.json"), key=lambda path: path.stat().st_mtime)[:-MOST]:
            old.unlink()


def _kept(file: Path | None) -> tuple[Prepared, ...]:
    if file is None:
        return ()
    try:
        return loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ()
