"""A file of code → its mutants: each the code of one function, broken in one place."""

from __future__ import annotations

import ast
import types
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    **{ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq},
    **{ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And},
    **{ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult, ast.Mod: ast.FloorDiv},
    **{ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr, ast.Continue: ast.Break, ast.Break: ast.Continue},
}
NAMES = {"any": "all", "all": "any", "min": "max", "max": "min"}


def variants(node: ast.AST) -> Iterator[ast.AST]:
    """Give a node's mutants: another operator, an operand less; another branch or value, a filter less, nothing returned."""
    yield from _operations(node)
    yield from _flows(node)


def _operations(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare(left, ops, comparators):
            for n, op in enumerate(ops):
                yield ast.Compare(left, [*ops[:n], SWAPPED[type(op)](), *ops[n + 1 :]], comparators)
        case ast.BoolOp(op, values):
            yield ast.BoolOp(SWAPPED[type(op)](), values)
            for n in range(len(values)):
                rest = values[:n] + values[n + 1 :]
                yield rest[0] if len(rest) == 1 else ast.BoolOp(op, rest)
        case ast.UnaryOp(ast.Not(), operand):
            yield operand
        case ast.BinOp(left, op, right) if type(op) in SWAPPED:
            yield ast.BinOp(left, SWAPPED[type(op)](), right)
        case ast.AugAssign(target, op, value) if type(op) in SWAPPED:
            yield ast.AugAssign(target, SWAPPED[type(op)](), value)


def _flows(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Constant(bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(int() | float() as value):
            yield ast.Constant(value + 1)
        case ast.Name(name, ast.Load()) if name in NAMES:
            yield ast.Name(NAMES[name], ast.Load())
        case ast.If(test, body, orelse):
            yield ast.If(ast.UnaryOp(ast.Not(), test), body, orelse)
        case ast.IfExp(test, body, orelse):
            yield ast.IfExp(test, orelse, body)
        case ast.comprehension(target, iterated, ifs, is_async):
            for n in range(len(ifs)):
                yield ast.comprehension(target, iterated, ifs[:n] + ifs[n + 1 :], is_async)
        case ast.Continue() | ast.Break():
            yield SWAPPED[type(node)]()
        case ast.Return(value) if value and not (isinstance(value, ast.Constant) and value.value is None):
            yield ast.Return(ast.Constant(None))


@dataclass(frozen=True)
class Mutant:
    """A break: the file and function it is in, which node it changes in which way, and how that reads."""

    file: str
    function: str
    node: int
    variant: int
    line: int
    change: str

    @property
    def key(self) -> str:
        """What it keeps while the lines around its function change."""
        return f"{self.file} {self.function} {self.node} {self.variant} {self.change}"

    def code(self) -> types.CodeType:
        """Compile the function so broken."""
        tree = ast.parse((ROOT / self.file).read_text())
        old = running(dict(functions(tree))[self.function])[self.node]
        broken = ast.fix_missing_locations(Swap(old, list(variants(old))[self.variant]).visit(tree))
        code = compile(broken, str(ROOT / self.file), "exec")
        for name in self.function.split("."):
            code = next(part for part in code.co_consts if isinstance(part, types.CodeType) and part.co_name == name)
        return code


class Swap(ast.NodeTransformer):
    """Puts one node in another's place."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return ast.copy_location(self.new, node) if node is self.old else self.generic_visit(node)


def functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Give the functions and methods of a module by their qualified names."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        if isinstance(node, ast.ClassDef):
            yield from ((f"{node.name}.{part.name}", part) for part in node.body if isinstance(part, ast.FunctionDef))


def running(node: ast.AST) -> list[ast.AST]:
    """Give the nodes of a function that run when it is called: no decorator, default or annotation."""
    unseen = {"decorator_list", "args", "returns", "annotation"} if not isinstance(node, ast.Call) else set()
    below = [value for name, value in ast.iter_fields(node) if name not in unseen]
    parts = [part for value in below for part in (value if isinstance(value, list) else [value]) if isinstance(part, ast.AST)]
    return [found for part in parts for found in (part, *running(part))]


def mutants(path: Path) -> Iterator[Mutant]:
    """Give every mutant of a file of code."""
    file = str(path.relative_to(ROOT))
    for name, function in functions(ast.parse(path.read_text())):
        for n, node in enumerate(running(function)):
            for v, new in enumerate(variants(node)):
                was, reads = (ast.unparse(ast.fix_missing_locations(part)).split("\n")[0] for part in (node, new))
                line = getattr(node, "lineno", 0) or node.target.lineno  # a loop of a comprehension has none of its own
                yield Mutant(file, name, n, v, line, f"{was.strip()[:80]} → {reads.strip()[:80]}")
