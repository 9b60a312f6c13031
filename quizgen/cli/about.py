"""`quizgen types` and `explain`: what there is to choose from, and what a code means."""

from __future__ import annotations

from argparse import Namespace

from quizgen import dump
from quizgen.api import readers
from quizgen.cli import UsageError
from quizgen.cli.show import table
from quizgen.codes import CODES
from quizgen.formats import all_formats
from quizgen.products import writers
from quizgen.rules import rules
from quizgen.solver import types as question_types
from quizgen.yamlnodes import suggestion


def types(args: Namespace) -> None:
    """Print every question type, answer format, reader and writer, found by walking their folders."""
    rows = [("type", name, ", ".join(kind.stems)) for name, kind in question_types().items()]
    rows += [("format", name, form.title) for name, form in all_formats().items()]
    rows += [("reader", name, f"{', '.join(reader.suffixes)}: {reader.summary}") for name, reader in readers().items()]
    rows += [("writer", name, f"{writer.suffix}: {writer.summary}") for name, writer in writers().items()]
    if args.format == "jsonl":
        print(*(dump.text(dict(zip(("kind", "name", "summary"), row, strict=True))) for row in rows), sep="\n")
    else:
        print(table(rows))


def explain(args: Namespace) -> None:
    """Print what a diagnostic's code or an item rule's number ("Q9") means."""
    code = str(args.code).upper()
    known = CODES | _rules()
    if code not in known:
        raise UsageError(f'no code "{args.code}": {suggestion(code, known) or "diagnostics look like F001, item rules like Q9"}')
    print(f"{code}: {known[code]}")


def _rules() -> dict[str, str]:
    """The rules enforced, by code, in the words of their functions."""
    told: dict[str, list[str]] = {}
    for rule in rules():
        first = (rule.check.__doc__ or rule.check.__name__.replace("_", " ")).strip().split("\n\n")[0]
        told.setdefault(f"Q{rule.number}", []).append(("refuses: " if rule.refuses else "reports: ") + " ".join(first.split()))
    return {code: "\n  ".join(lines) for code, lines in told.items()}
