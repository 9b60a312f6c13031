"""Paths → texts, and bytes → files: what can be wrong with a file is said with its place, and a file is written whole or not at all."""

from __future__ import annotations

import contextlib
import difflib
import errno
import io
import os
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import BinaryIO

from quizgen.diagnostics import QuizgenError, Span, fail

SIZE = 32 * 2**20  # bytes of a source; the longest articles have 1 MB
LINE = 2**20  # bytes of one line
STAGED = ".quizgen-"  # begins the names of files that are being written


def read_text(path: Path, shown: str = "") -> str:
    """Read a UTF-8 text, line ends made LF, a byte order mark dropped; `shown` is its name in messages.

    Raises QuizgenError: F001 missing, F002 a folder, F003 may not be read, and what `decode` raises.
    """
    file = shown or str(path)
    with open_binary(path, file) as stream:
        return decode(stream.read(SIZE + 1), file)


def lines_of(path: Path) -> io.StringIO:
    """Read a text, as `read_text` does, to be taken apart by `csv`; its fields may then be as long as files are."""
    import csv

    csv.field_size_limit(SIZE)
    return io.StringIO(read_text(path), newline="")


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
    """Write one file as `write_all` does."""
    write_all({path: data})


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write files that belong together: each whole, and none of them where the system refuses one; missing folders are made.

    All are put beside their places first, then moved over them while no other quizgen does so in their folders. A link is replaced, not
    what it leads to. What is no file (/dev/null, a pipe) is written to and stays what it is: root could put a file in its place.
    Raises QuizgenError (F009) where the system refuses; nothing of a failed write is left, and what a killed one left goes with the next.
    """
    with contextlib.ExitStack() as stack:
        places = [(path, stack.enter_context(_beside(path, data))) for path, data in files.items() if not _is_device(path)]
        for folder in sorted({path.parent for path, _ in places}):
            stack.enter_context(_alone(folder))
        for path, staged in places:
            with _refusals(path):
                staged.replace(path)
        for path in filter(_is_device, files):
            with _refusals(path):
                path.write_bytes(files[path])


def _is_device(path: Path) -> bool:
    return path.exists() and not path.is_file() and not path.is_dir()


@contextlib.contextmanager
def _refusals(path: Path) -> Iterator[None]:
    """Say which file the system refuses to write, and why."""
    try:
        yield
    except OSError as err:
        raise fail(Span(str(path)), "F009", f'"{path}" cannot be written: {err.strerror}', "choose another place with -o") from err


@contextlib.contextmanager
def _beside(path: Path, data: bytes) -> Iterator[Path]:
    """Write the bytes of a file beside its place; if it is not moved from there, it is taken away."""
    with contextlib.ExitStack() as stack:
        with _refusals(path):
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            path.parent.mkdir(parents=True, exist_ok=True)
            _sweep(path.parent)
            staged, stream, is_held = _staged(path.parent)
            stack.enter_context(stream)
            stack.callback(staged.unlink, missing_ok=True)
            _write(stream, data)
            staged.chmod(_mode(path))
            if not is_held:  # systems that have no such locks move no open file
                stream.close()
        yield staged


def _staged(folder: Path) -> tuple[Path, io.FileIO, bool]:
    """Make a file to be moved away once it is written, locked where the system can."""
    while True:
        handle, name = tempfile.mkstemp(prefix=STAGED, dir=folder)
        is_held = _lock(handle, waits=True)
        if os.fstat(handle).st_nlink:  # else another run took it for litter before it was locked
            return Path(name), io.FileIO(handle, "wb"), is_held
        os.close(handle)


def _write(stream: io.RawIOBase, data: bytes) -> None:
    """Write all the bytes down to the disk."""
    rest = memoryview(data)
    while rest:
        rest = rest[stream.write(rest) or 0 :]
    os.fsync(stream.fileno())


@cache
def _sweep(folder: Path) -> None:
    """Once a run, take away what killed runs left in a folder; those at work hold a lock on what they write."""
    for left in folder.glob(f"{STAGED}*"):
        with contextlib.suppress(OSError), left.open("rb") as stream:
            if _lock(stream.fileno()):
                left.unlink()


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other quizgen moves files into a folder, where the system can tell."""
    with contextlib.ExitStack() as stack:
        with contextlib.suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            stack.callback(os.close, handle)
            _lock(handle, waits=True)
        yield


def _lock(handle: int, *, waits: bool = False) -> bool:
    """Lock a file or folder until it is closed; False if another holds it, or the system has no such locks."""
    try:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | (0 if waits else fcntl.LOCK_NB))
    except (ImportError, OSError):
        return False
    return True


def append_lines(path: Path, rows: Sequence[Mapping[str, object]]) -> None:
    """Add rows to a file in one write: JSON lines, or CSV with a head if it ends in .csv; missing folders are made.

    Raises QuizgenError (F009) where the system refuses.
    """
    import csv
    import json

    if not rows:
        return
    out = io.StringIO(newline="")
    if path.suffix.casefold() == ".csv":
        table = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
        if not path.exists() or not path.stat().st_size:
            table.writeheader()
        table.writerows({key: _no_formula(cell) for key, cell in row.items()} for row in rows)
    else:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    with _refusals(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab", buffering=0) as stream:
            end = stream.tell()
            try:
                _write(stream, out.getvalue().encode())
            except OSError:
                stream.truncate(end)  # no half line
                raise


def _no_formula(cell: object) -> object:
    """Give a cell that no spreadsheet computes: what was typed into a quiz may begin as a formula does; a number is none."""
    is_formula = isinstance(cell, str) and re.match(r"[=+\-@\t\r](?![\d.,]*$)", cell)
    return f"'{cell}" if is_formula else cell


def _mode(path: Path) -> int:
    """The permissions that a file at this path has, or that a new one would have."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
