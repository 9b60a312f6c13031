"""quizgen's own code and data → a name for them, so that what was made by another quizgen is known as such."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path
from unicodedata import unidata_version

PACKAGE = Path(__file__).parent
LIBRARY = PACKAGE / "library"


@cache
def code() -> str:
    """Name the code and its data (of the library what serves all campaigns), and Python, whose tables of characters it uses."""
    told = blake2b(repr((sys.version_info[:2], unidata_version)).encode(), digest_size=16)
    for path in _files():
        told.update(f"\0{path.relative_to(PACKAGE)}\0".encode() + path.read_bytes())
    return told.hexdigest()


def _files() -> Iterator[Path]:
    kinds = (".py", ".csv", ".css", ".js", ".html")
    return (path for path in sorted(PACKAGE.rglob("*.*")) if path.suffix in kinds)
