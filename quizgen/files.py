"""Paths → texts, and bytes → files: what can be wrong with a file is said with its place, and a file is written whole or not at all."""

from __future__ import annotations

import contextlib
import difflib
import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from quizgen.diagnostics import QuizgenError, Span, fail

SIZE = 32 * 2**20  # bytes of a source; the longest articles have 1 MB
LINE = 2**20  # bytes of one line


def read_text(path: Path, shown: str = "") -> str:
    """Read a UTF-8 text, line ends made LF, a byte order mark dropped; `shown` is its name in messages.

    Raises QuizgenError: F001 missing, F002 a folder, F003 may not be read, and what `decode` raises.
    """
    file = shown or str(path)
    with open_binary(path, file) as stream:
        return decode(stream.read(SIZE + 1), file)


def open_binary(path: Path, shown: str = "") -> BinaryIO:
    """Open a file to read its bytes; raises QuizgenError as `read_text` does, but for what `decode` finds."""
    file = shown or str(path)
    try:
        return path.open("rb")
    except FileNotFoundError as err:
        raise fail(Span(file), "F001", f'there is no file "{path}"', _neighbour(path)) from err
    except (IsADirectoryError, NotADirectoryError) as err:
        raise fail(Span(file), "F002", f'"{path}" is a folder or lies in a file', "name a file in a folder") from err
    except (OSError, ValueError) as err:
        reason = err.strerror if isinstance(err, OSError) else str(err)
        raise fail(Span(file), "F003", f'"{path}" cannot be read: {reason}', "check its name and permissions") from err


def read_stream(stream: BinaryIO, shown: str) -> str:
    """Read a UTF-8 text from a stream, as `read_text` does."""
    return decode(stream.read(SIZE + 1), shown)


def decode(data: bytes, file: str) -> str:
    """Make text of a file's bytes.

    Raises QuizgenError: F004 empty, F005 binary, F006 a line over `LINE` bytes, F007 no UTF-8, F008 over `SIZE` bytes.
    """
    if not data.strip():
        raise fail(Span(file), "F004", "the file is empty", "save the article's text in it")
    if b"\0" in data[:SIZE]:
        raise fail(
            Span(file, *_place(data, data.index(b"\0"))),
            "F005",
            "the file is binary: it holds a zero byte",
            "name a text file (.txt, .yaml), saved as UTF-8",
        )
    line = max(data.split(b"\n"), key=len)
    if len(line) > LINE:
        raise fail(
            Span(file, _place(data, data.index(line))[0]), "F006", f"the line is longer than {LINE // 2**20} MB", "break it into lines"
        )
    if len(data) > SIZE:
        raise fail(Span(file), "F008", f"the file is larger than {SIZE // 2**20} MB", "one source holds one article")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as err:
        raise _not_utf8(data, err, file) from err
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_utf8(data: bytes, err: UnicodeDecodeError, file: str) -> QuizgenError:
    start = err.start + (len(data) - len(err.object))  # utf-8-sig counts from behind the mark
    found = f"the byte 0x{data[start]:02X} is not UTF-8"
    return fail(Span(file, *_place(data, start), 1), "F007", found, "save the file as UTF-8 (in an editor: Save with Encoding)")


def _place(data: bytes, position: int) -> tuple[int, int]:
    """The line and column, from 1, of a byte."""
    before = data[:position].removeprefix(b"\xef\xbb\xbf")
    return before.count(b"\n") + 1, len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1


def _neighbour(path: Path) -> str:
    """A hint with the file of the same folder whose name is nearest."""
    names = [p.name for p in path.parent.iterdir()] if path.parent.is_dir() else []
    near = difflib.get_close_matches(path.name, names, n=1)
    return f'did you mean "{path.with_name(near[0])}"?' if near else "check the path"


def write_atomic(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: beside its place first, then moved over it; missing folders are made.

    What is no file (/dev/null, a pipe) is written to and stays what it is: root could put a file in its place.
    Raises QuizgenError (F009) where the system refuses; nothing of a failed write is left.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:80]}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).chmod(_mode(path))
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise
    except OSError as err:
        raise fail(Span(str(path)), "F009", f'"{path}" cannot be written: {err.strerror}', "choose another place with -o") from err


def append_lines(path: Path, rows: Sequence[Mapping[str, object]]) -> None:
    """Add rows to a file in one write: JSON lines, or CSV with a head if it ends in .csv; missing folders are made.

    Raises QuizgenError (F009) where the system refuses.
    """
    import csv
    import io
    import json

    if not rows:
        return
    out = io.StringIO(newline="")
    if path.suffix.casefold() == ".csv":
        table = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
        if not path.exists() or not path.stat().st_size:
            table.writeheader()
        table.writerows(rows)
    else:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as stream:
            stream.write(out.getvalue().encode())
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as err:
        raise fail(Span(str(path)), "F009", f'"{path}" cannot be written: {err.strerror}', "choose another place") from err


def _mode(path: Path) -> int:
    """The permissions that a file at this path has, or that a new one would have."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
