"""The store → what is read of a batch: index.html for people, index.jsonl, contradictions.jsonl and refused.jsonl for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from quizgen.batch.store import Store
from quizgen.diagnostics import visible
from quizgen.files import write_atomic
from quizgen.historical_date import HistoricalDate
from quizgen.wording import counted

HERE = Path(__file__)
Rows = list[dict[str, Any]]


def write(store: Store, out: Path, wars: Mapping[str, str]) -> tuple[int, int, int]:
    """Write all pages; `wars`: the package of each war. Gives how many are published, how many contradictions, how many refused."""
    published = list(_published(store, wars))
    contradictions, refused = list(_contradictions(store)), list(_refused(store))
    for name, rows in (("index", published), ("contradictions", contradictions), ("refused", refused)):
        lines = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
        write_atomic(out / f"{name}.jsonl", lines.encode("utf-8", "surrogatepass"))
    write_atomic(out / "index.html", _page(published, contradictions, refused).encode("utf-8", "replace"))
    return len(published), len(contradictions), len(refused)


def _published(store: Store, wars: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for _, about, told, files, war, why in store.each("about, told, files, war, why"):
        if why == "[]":
            made = json.loads(told)
            holds = made.pop("holds", {})
            named = [{"file": name, "holds": holds.get(name.rpartition("/")[2], "")} for name, _, _ in json.loads(files)]
            named += [{"file": wars[war], "holds": counted(made["notes"], "note")}] if war in wars else []
            yield json.loads(about) | made | {"files": named}


def _contradictions(store: Store) -> Iterator[dict[str, Any]]:
    for title, about, text, says, sources in store.contradictions():
        url = json.loads(about)["url"]
        yield {"title": title, "url": url, "text": text, "values": json.loads(says), "sources": sources}


def _refused(store: Store) -> Iterator[dict[str, Any]]:
    yield from ({"source": source, "title": title, "why": json.loads(why)} for source, title, why in store.refusals())


def _page(published: Rows, contradictions: Rows, refused: Rows) -> str:
    """Set the page: one file that loads nothing, with a search over all its tables."""
    notes = sum(row.get("notes", 0) for row in published)
    counts = (
        counted(len(published), "campaign"),
        counted(notes, "note"),
        counted(len(contradictions), "contradiction"),
        f"{len(refused)} not published",
    )
    parts = (
        ("campaigns", "Campaigns", ("Campaign", "When", "Part of", "Notes", "Questions", "Files"), map(_campaign, published)),
        (
            "contradictions",
            "Contradictions, for editors",
            ("Article", "What does not agree", "It says", "Where"),
            map(_clash, contradictions),
        ),
        ("refused", "Not published", ("Source", "Why"), map(_refusal, refused)),
    )
    template = HERE.with_name("index.html").read_text(encoding="utf-8")
    return template.replace("<!-- counts -->", escape(" · ".join(counts))).replace(
        "<!-- tables -->", "\n".join(_table(*part) for part in parts)
    )


def _table(name: str, title: str, heads: tuple[str, ...], rows: Iterator[str]) -> str:
    body = "\n".join(rows)
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    inside = f"<table><thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table>" if body else "<p>None.</p>"
    heading = f'<h2 id="{name}-title">{escape(title)} <output></output></h2>'
    return f'<section id="{name}" aria-labelledby="{name}-title">{heading}\n{inside}</section>'


def _campaign(row: dict[str, Any]) -> str:
    files = ", ".join(
        f'<a href="{quote(file["file"])}" title="{escape(file["holds"])}">{_label(file["file"])}</a>' for file in row["files"]
    )
    cells = (
        _text(HistoricalDate(row["date"]).words() if row["date"] else ""),
        _text(", ".join(row["part_of"])),
        f"{row['notes']}",
        f"{row['items']}",
        files,
    )
    return _row(_link(row["title"], row["url"]), *cells, numbers=(3, 4))


def _label(name: str) -> str:
    """Name a file within its folder by what is its own ("key.pdf"); a package of several campaigns by its whole name."""
    folder, _, file = name.rpartition("/")
    return _text(file.removeprefix(folder).lstrip("-."))


def _clash(row: dict[str, Any]) -> str:
    return _row(_link(row["title"], row["url"]), _text(row["text"]), _text(" / ".join(row["values"])), _text(row["sources"]))


def _refusal(row: dict[str, Any]) -> str:
    name = row["title"] or row["source"]
    source = f" <small>{_text(row['source'])}</small>" if row["title"] else ""
    return _row(_text(name) + source, "<br>".join(map(_text, row["why"])))


def _row(first: str, *cells: str, numbers: tuple[int, ...] = ()) -> str:
    rest = "".join(f"<td{' class=n' * (at in numbers)}>{cell}</td>" for at, cell in enumerate(cells, 1))
    return f'<tr><th scope="row">{first}</th>{rest}</tr>'


def _link(title: str, url: str) -> str:
    is_safe = url.startswith(("https://", "http://"))
    return f'<a href="{escape(url)}" rel="noreferrer">{_text(title)}</a>' if is_safe else _text(title)


def _text(text: str) -> str:
    """Text that no page takes for markup, and that turns no line round; its direction is its own."""
    return f"<bdi>{escape(visible(text))}</bdi>" if not text.isascii() else escape(visible(text))
