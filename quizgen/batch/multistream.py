"""A multistream dump and its index → the pages wanted, of which only the streams that hold them are unpacked.

Such a dump (`…-multistream.xml.bz2`) is many bzip2 streams one behind the other: the first has the head of the XML, each other one
about a hundred pages. The index (`…-multistream-index.txt.bz2`) has a line for each page: where its stream begins, its number, its title.
"""

from __future__ import annotations

import bz2
from collections.abc import Collection, Iterator
from contextlib import nullcontext
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from quizgen.diagnostics import Span, fail
from quizgen.files import open_binary
from quizgen.pages import StoredPage, spelt
from quizgen.readers.export import pages

CHUNK = 1 << 16
ROOM = 1 << 30  # bytes of a stream; a hundred of the longest pages have a fifth of it
NAMES = (".xml.bz2", "-index.txt.bz2")


def index_of(dump: Path) -> Path | None:
    """Find the index beside a dump, by its name."""
    beside = dump.with_name(dump.name.removesuffix(NAMES[0]) + NAMES[1])
    plain = beside.with_suffix("")
    return next((path for path in (beside, plain) if dump.name.endswith(NAMES[0]) and path.is_file()), None)


def wanted(dump: Path, index: Path, titles: Collection[str]) -> Iterator[StoredPage]:
    """Give the pages of these titles, in the order of the dump.

    Raises QuizgenError: R133 a stream cannot be unpacked, R140 the index has another form, and what `pages` raises.
    """
    asked = {spelt(title) for title in titles}
    with open_binary(dump) as stream:
        head = _unpacked(stream, 0, dump)
        for offset in _offsets(index, asked):
            whole = BytesIO(head + _unpacked(stream, offset, dump) + b"</mediawiki>")
            yield from (page for page in pages(whole, dump.name.removesuffix(".bz2")) if page.page.title in asked)


def _offsets(index: Path, titles: Collection[str]) -> list[int]:
    """Where the streams of these titles begin, each once, in their order."""
    found: set[int] = set()
    number = 0
    with open_binary(index) as raw, bz2.open(raw) if index.suffix == ".bz2" else nullcontext(raw) as lines:
        try:
            for number, line in enumerate(lines, 1):  # noqa: B007  # told if a line cannot be read
                offset, _, title = line.decode("utf-8", "replace").rstrip("\n").split(":", 2)
                if title in titles:
                    found.add(int(offset))
        except (ValueError, OSError, EOFError) as err:
            message = "the line is no offset:number:title" if isinstance(err, ValueError) else f"the index cannot be unpacked: {err}"
            raise fail(Span(str(index), number), "R140", message, "take the index that belongs to the dump") from err
    return sorted(found)


def _unpacked(stream: BinaryIO, offset: int, dump: Path) -> bytes:
    """Unpack the one stream that begins at an offset."""
    stream.seek(offset)
    unpacker, parts, room = bz2.BZ2Decompressor(), [], ROOM
    try:
        while not unpacker.eof and room > 0:
            data = stream.read(CHUNK) if unpacker.needs_input else b""
            if unpacker.needs_input and not data:
                raise EOFError("the file ends in the middle of a stream")
            parts.append(unpacker.decompress(data, CHUNK * 16))
            room -= len(parts[-1])
    except (OSError, EOFError, ValueError) as err:
        hint = "take the index that belongs to the dump, and a dump that is whole"
        raise fail(Span(str(dump)), "R133", f"the stream at byte {offset} cannot be unpacked: {err}", hint) from err
    return b"".join(parts)
