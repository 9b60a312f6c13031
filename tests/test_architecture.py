"""What import-linter cannot say: members of a family of files lean on shared helpers, never on each other."""

import ast
from functools import cache
from pathlib import Path

import pytest

import quizgen

PACKAGE = Path(quizgen.__file__).parent


@cache
def nodes(path):
    """What stands in a file, piece by piece."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def imported(path):
    """The modules that a file imports, by dotted name."""
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


@pytest.mark.parametrize("family", ["readers", "questions", "formats", "grading"])
def test_members_never_import_each_other(family):
    members = {
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts): path
        for path in (PACKAGE / family).rglob("*.py")
        if not path.stem.startswith("_")
    }
    assert members
    crossing = [(name, other) for name, path in members.items() for other in imported(path) if other in members]
    allowed = [("quizgen.grading.cloze", f"quizgen.grading.{name}") for name in ("date", "numeric", "short_answer")]
    assert [] == [pair for pair in crossing if pair not in allowed], "share through a module that begins with an underscore"


def test_only_the_command_line_and_the_study_terminal_print_or_exit():
    talking = [
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for node in nodes(path)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("print", "sys.exit", "exit", "os._exit")
    ]
    assert {path.split("/")[0] for path in talking} <= {"cli", "study", "__main__.py"}


def test_only_the_command_line_reads_the_clock():
    clocks = ("now", "utcnow", "today", "time", "time_ns", "monotonic", "perf_counter")
    reading = [
        path.relative_to(PACKAGE).parts[0]
        for path in PACKAGE.rglob("*.py")
        for node in nodes(path)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in clocks
    ]
    assert {"cli"} == set(reading)
