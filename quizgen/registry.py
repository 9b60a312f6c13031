"""Turns a folder of modules into a table of what each declares: a new question type, reader or writer is one new file."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TypeVar

T = TypeVar("T")


@cache
def discover(package: str, constant: str, kind: type[T]) -> dict[str, T]:
    """Give {name: spec} of every module below `package`, sorted by name; names are dotted below the package.

    A folder counts as one member if its `__init__` has the constant, else its modules are looked into. Modules that
    begin with an underscore are helpers. Raises TypeError if a module lacks the constant or holds another type.
    """
    found: dict[str, T] = {}
    root = import_module(package)
    for info in pkgutil.walk_packages(root.__path__, f"{package}."):
        name = info.name.removeprefix(f"{package}.")
        if any(part.startswith("_") for part in name.split(".")) or any(name.startswith(f"{done}.") for done in found):
            continue
        spec = getattr(import_module(info.name), constant, None)
        if info.ispkg and spec is None:
            continue
        if not isinstance(spec, kind):
            raise TypeError(f"{info.name} has no {constant} of type {kind.__name__}")
        found[name] = spec
    return dict(sorted(found.items()))
