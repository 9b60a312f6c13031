"""`quizgen types` and `explain`: what there is to choose from, and what a code means."""

from __future__ import annotations

import textwrap
from argparse import Namespace
from collections.abc import Iterator

from quizgen import dump
from quizgen.api import ask, read, readers, shipped
from quizgen.cli import UsageError
from quizgen.cli.show import table
from quizgen.codes import CODES
from quizgen.formats import all_formats
from quizgen.items import Importance, Item
from quizgen.products import writers
from quizgen.rules import rules, sheet_rules
from quizgen.rules.examples import EXAMPLES
from quizgen.solver import types as question_types
from quizgen.yamlnodes import suggestion

WIDTH = 100  # columns of an example
ARTICLE = "aleppo-2016"  # the examples are of it


def types(args: Namespace) -> None:
    """Print every question type, answer format, reader and writer, found by walking their folders."""
    rows = [("type", name, ", ".join(kind.stems)) for name, kind in question_types().items()]
    rows += [("format", name, form.title) for name, form in all_formats().items()]
    rows += [("reader", name, f"{', '.join(reader.suffixes)}: {reader.summary}") for name, reader in readers().items()]
    rows += [("writer", name, f"{writer.suffix}: {writer.summary}") for name, writer in writers().items()]
    examples = _examples()
    if args.format == "jsonl":
        for row in rows:
            told: dict[str, dump.Json] = dict(zip(("kind", "name", "summary"), row, strict=True))
            print(dump.text(told | ({"example": _example(examples[row[1]])} if row[1] in examples else {})))
    else:
        for line, row in zip(table(rows).split("\n"), rows, strict=True):
            print(line)
            if row[1] in examples:
                told = _example(examples[row[1]])
                print(textwrap.fill(f"e.g. {told['stem']} – {told['answer']}", WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 11))


def _examples() -> dict[str, Item]:
    """An item of each type and of each format, of the article that all know; none where it is not shipped."""
    if ARTICLE not in shipped():
        return {}
    items, _ = ask(read(ARTICLE).campaign)
    fit = sorted(
        (item for item in items if not item.sensitive), key=lambda item: (list(Importance).index(Importance(str(item.importance.level))),)
    )
    return {str(item.format): item for item in reversed(fit)} | {item.type: item for item in reversed(fit)}


def _example(item: Item) -> dict[str, dump.Json]:
    return {
        "format": str(item.format),
        "stem": item.stem,
        "answer": "; ".join(item.key or (f"{one}: {other}" for one, other in item.pairs)),
    }


def explain(args: Namespace) -> None:
    """Print what a diagnostic's code or an item rule's number ("Q9") means; a rule with a bad and a good example."""
    code = str(args.code).upper()
    known = CODES | {f"Q{number}": example.says for number, example in EXAMPLES.items()}
    if code not in known:
        raise UsageError(f'no code "{args.code}": {suggestion(code, known) or "diagnostics look like F001, item rules like Q9"}')
    print(f"{code}: {known[code]}")
    if code not in CODES:
        print(*_of_rule(int(code[1:])), sep="\n")


def _of_rule(number: int) -> Iterator[str]:
    """A rule's examples, and what its checks do, in the words of their functions."""
    yield f"  bad:     {EXAMPLES[number].bad}"
    yield f"  good:    {EXAMPLES[number].good}"
    checks = [(rule.number, rule.refuses, rule.check.__doc__, "") for rule in rules()]
    checks += [(rule.number, rule.refuses, rule.check.__doc__, " (sheet)") for rule in sheet_rules()]
    for found, refuses, doc, of in checks:
        if found == number:
            yield f"  {'refuses' if refuses else 'reports'}: {' '.join((doc or '').split())}{of}"
