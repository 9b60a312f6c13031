"""Files: what is wrong with one is said with its place; one that is written is whole or not there."""

import io
import os

import pytest

from quizgen import files
from quizgen.diagnostics import QuizgenError, Span
from quizgen.files import LINE, SIZE, decode, read_stream, read_text, write_atomic


def problem(call, *args):
    """The one diagnostic that a call raises."""
    with pytest.raises(QuizgenError) as caught:
        call(*args)
    (found,) = caught.value.diagnostics
    return found


def test_text_comes_with_plain_line_ends_and_no_mark():
    assert read_stream(io.BytesIO("\ufeffWa’el\r\nb\rc".encode()), "x.txt") == "Wa’el\nb\nc"


@pytest.mark.parametrize(
    ("data", "line", "column", "code"),
    [
        (b"", 1, 1, "F004"),
        (b" \n\t\n", 1, 1, "F004"),
        (b"= A =\nb\0c", 2, 2, "F005"),
        (b"= A =\nab\xff", 2, 3, "F007"),
        ("= A =\nĐiện ".encode() + b"\xe2\x82", 2, 6, "F007"),
        (b"\xef\xbb\xbfab\xff", 1, 3, "F007"),
        (b"a\n" + b"x" * (LINE + 1), 2, 1, "F006"),
        (b"x" * 50_000_000, 1, 1, "F006"),
        (b"abc\n" * (SIZE // 4 + 1), 1, 1, "F008"),
    ],
)
def test_bad_bytes_are_told_with_their_place(data, line, column, code):
    found = problem(decode, data, "x.txt")
    assert (code, "x.txt", line, column) == (found.code, found.span.file, found.span.line, found.span.column)
    assert found.hint


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    (tmp_path / "aleppo-2016.txt").write_text("x")
    missing = problem(read_text, tmp_path / "alepo-2016.txt")
    assert ("F001", f'did you mean "{tmp_path / "aleppo-2016.txt"}"?') == (missing.code, missing.hint)
    assert ("F001", "check the path") == ((far := problem(read_text, tmp_path / "no" / "a.txt")).code, far.hint)
    assert problem(read_text, tmp_path).code == "F002"
    assert problem(read_text, tmp_path / "aleppo-2016.txt" / "x").code == "F002"
    assert problem(read_text, tmp_path / ("x" * 300)).code == "F003"
    assert problem(read_text, tmp_path / "a\0b").code == "F003"
    assert problem(read_text, tmp_path, "shown").span == Span("shown")


def test_a_file_is_written_with_its_folders(tmp_path):
    path = tmp_path / "a" / "b" / "c.txt"
    write_atomic(path, b"x")
    assert (b"x", "x") == (path.read_bytes(), read_text(path))


def test_a_file_keeps_its_permissions_and_a_new_one_gets_the_usual(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_bytes(b"x")
    old.chmod(0o640)
    mask = os.umask(0o027)
    try:
        write_atomic(old, b"y")
        write_atomic(new, b"y")
    finally:
        os.umask(mask)
    assert (0o640, 0o640) == (old.stat().st_mode & 0o777, new.stat().st_mode & 0o777)


def test_a_failed_write_leaves_the_old_file_and_no_litter(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    found = problem(write_atomic, path, b"new")
    assert ("F009", f'"{path}" cannot be written: No space left on device') == (found.code, found.message)
    assert (b"old", [path]) == (path.read_bytes(), list(tmp_path.iterdir()))


def test_a_folder_is_not_written_over(tmp_path):
    (tmp_path / "a").mkdir()
    assert problem(write_atomic, tmp_path / "a", b"x").code == "F009"
    assert [tmp_path / "a"] == list(tmp_path.iterdir())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_written_to_and_stays_one(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_atomic(pipe, b"all of it")
    assert (b"all of it", True) == (os.read(reader, 99), pipe.is_fifo())
    os.close(reader)
