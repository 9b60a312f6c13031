"""A PDF → a PNG of its first page: `python -m tests.render_page IN.pdf OUT.png [PAGE]` (PAGE counts from 1)."""

from __future__ import annotations

import sys

import pypdfium2


def render(source: str, target: str, page: int = 1, scale: float = 1.5) -> None:
    document = pypdfium2.PdfDocument(source)
    try:
        document[page - 1].render(scale=scale).to_pil().convert("L").quantize(16).save(target, optimize=True)
    finally:
        document.close()


if __name__ == "__main__":
    render(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:4]))
