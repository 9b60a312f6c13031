"""The SOURCEs and choices of a command → readings and recipes; what is wrong with any of them is said at once."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from quizgen import api, recipes
from quizgen.cli import UsageError
from quizgen.cli.printing import beside, printing
from quizgen.cli.show import report
from quizgen.diagnostics import Diagnostic, QuizgenError, Severity
from quizgen.files import read_text
from quizgen.items import Family, Format
from quizgen.recipes import Kind, Paper, Recipe
from quizgen.relations import Importance
from quizgen.yamlnodes import suggestion


def readings(args: Namespace, names: Iterable[str] | None = None) -> tuple[api.Reading, ...]:
    """Read every source of a command and report what was noticed; QuizgenError with the errors of them all."""
    found: list[api.Reading] = []
    errors: list[Diagnostic] = []
    for source in args.sources if names is None else names:
        try:
            file, page = _page_of(source)
            fix = getattr(args, "fix", None)
            found.append(api.read(file, name=args.stdin_name, fix=fix, as_of=args.as_of, page=page or args.page))
        except QuizgenError as err:
            errors += err.diagnostics
    if errors:
        raise QuizgenError(errors)
    if not args.quiet:
        texts = {reading.shown: list(reading.article.lines) for reading in found if reading.article}
        report((d for reading in found for d in reading.diagnostics if d.severity != Severity.NOTE), texts)
    return tuple(found)


def _page_of(source: str) -> tuple[str, str]:
    """Part "dump.xml#Title" into the export and the title of its page; any other source has none."""
    file, _, page = source.partition(recipes.PAGE)
    is_page = page and not Path(source).exists() and Path(file).is_file() and api.is_collection(Path(file))
    return (file, page) if is_page else (source, "")


def recipe(args: Namespace, kind: Kind, readings_: tuple[api.Reading, ...]) -> Recipe:
    """Make a recipe of the options for these readings, named after the first; UsageError for words that they do not take."""
    return choice(args, kind, readings_[0].campaign.name, tuple(args.sources))


def choice(args: Namespace, kind: Kind, name: str, sources: tuple[str, ...]) -> Recipe:
    """Make a recipe of the options; UsageError for words that they do not take."""
    check_words("--families", args.families, tuple(Family))
    check_words("--formats", args.formats, tuple(Format))
    check_words("--levels", args.levels, tuple(Importance))
    if args.types:
        from quizgen.solver import types

        check_words("--types", args.types, tuple(types()))
    return Recipe(
        kind,
        name,
        sources,
        title=getattr(args, "title", ""),
        n=args.n,
        types=args.types,
        families=args.families,
        formats=args.formats,
        levels=args.levels,
        difficulty=args.difficulty,
        sensitive=args.sensitive,
        forms=getattr(args, "forms", None) or (2 if getattr(args, "parallel", False) else 1),
        parallel=getattr(args, "parallel", False),
        quotas=getattr(args, "quotas", ()),
        seed=getattr(args, "seed", None) or "1",
        paper=Paper(getattr(args, "paper", "A4")),
        revised=getattr(args, "revised", None) or "",
        typed=getattr(args, "typed", False),
        by_family=getattr(args, "by_family", False),
        printing=printing(args),
    )


def check_words(option: str, words: Iterable[str], known: tuple[str, ...]) -> None:
    """Refuse a word that an option does not take."""
    for word in words:
        if word not in known:
            raise UsageError(f'{option} does not take "{word}": {suggestion(word, known) or "quizgen types lists them"}')


def tell(args: Namespace, text: str) -> None:
    """Say something beside the data: on standard error, unless it is to be quiet."""
    if text and not args.quiet:
        print(text, file=sys.stderr)


def is_recipe(source: str) -> bool:
    """Whether a source is a recipe's file."""
    path = Path(source)
    return path.suffix in (".yaml", ".yml") and path.is_file() and recipes.is_recipe(read_text(path))


def load_recipe(source: str) -> tuple[Recipe, list[str]]:
    """Load a recipe; also its sources as they are reached from here."""
    path = Path(source)
    loaded = recipes.load(read_text(path), source)
    chosen = replace(loaded, printing=beside(loaded.printing, path.parent))
    return chosen, [name if name in api.shipped() else str(path.parent / name) for name in chosen.sources]
