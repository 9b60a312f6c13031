"""Faults of the system while files are written: the old ones or the new ones are there whole, nothing else, and the message says why."""

import errno
import os
import signal
import time
from functools import partial
from pathlib import Path

import pytest

from quizgen import cli, files
from quizgen.diagnostics import QuizgenError
from quizgen.draw import place
from quizgen.files import STAGED, append_lines, write_all, write_atomic

KILLS = 12
SET = ("a.apkg", "a.lock.yaml", "a-key.pdf")
needs_fork = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="the run that is killed is a fork, which Windows has not; CI runs where it is"
)
MARN = str(Path(__file__).parent / "campaigns" / "marn.yaml")


def held(folder):
    """What a folder holds: names and bytes."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def failing(call, number, after=0):
    """A call of the system that fails from one time on."""
    times = iter(range(1_000))

    def made(*args, **kwargs):
        if next(times) >= after:
            raise OSError(number, os.strerror(number))
        return call(*args, **kwargs)

    return made


@pytest.fixture(autouse=True)
def swept():
    """Each test is a run of its own."""
    files._sweep.cache_clear()


FAULTS = [
    ("the disk is full", files.os, "fsync", errno.ENOSPC, 0),
    ("the disk is full at the second file", files.os, "fsync", errno.ENOSPC, 1),
    ("the quota is used up", files.os, "fsync", errno.EDQUOT, 2),
    ("the disk breaks", files.os, "fsync", errno.EIO, 0),
    ("the folder is read-only", files.tempfile, "mkstemp", errno.EROFS, 0),
    ("the folder is somebody else's", files.tempfile, "mkstemp", errno.EACCES, 0),
    ("the folder cannot be made", files.Path, "mkdir", errno.EACCES, 0),
    ("its permissions cannot be kept", files.Path, "chmod", errno.EPERM, 0),
    ("it cannot be moved into its place", files.Path, "replace", errno.EXDEV, 0),
]


@pytest.mark.parametrize(("where", "call", "number", "after"), [pytest.param(*row[1:], id=row[0]) for row in FAULTS])
def test_a_fault_leaves_what_was_there(tmp_path, monkeypatch, where, call, number, after):
    old = dict.fromkeys(SET[:2], b"old")
    write_all({tmp_path / name: data for name, data in old.items()})
    monkeypatch.setattr(where, call, failing(getattr(where, call), number, after))
    with pytest.raises(QuizgenError) as caught:
        write_all({tmp_path / name: b"new" for name in SET})
    (told,) = caught.value.diagnostics
    assert ("F009", f'"{tmp_path / SET[after]}" cannot be written: {os.strerror(number)}') == (told.code, told.message)
    assert old == held(tmp_path)


def test_a_folder_in_the_place_of_one_file_leaves_all_others(tmp_path):
    (tmp_path / SET[1]).mkdir()
    with pytest.raises(QuizgenError, match=r'F009 ".*a.lock.yaml" cannot be written: Is a directory'):
        write_all({tmp_path / name: b"new" for name in SET})
    assert [tmp_path / SET[1]] == list(tmp_path.iterdir())


def test_a_link_is_replaced_and_what_it_leads_to_stays(tmp_path):
    (tmp_path / "secret").write_bytes(b"kept")
    for name, to in (("a", "secret"), ("b", "nowhere")):
        (tmp_path / name).symlink_to(tmp_path / to)
    write_all({tmp_path / "a": b"new", tmp_path / "b": b"new"})
    assert {"secret": b"kept", "a": b"new", "b": b"new"} == held(tmp_path)
    assert not (tmp_path / "a").is_symlink()


def test_a_link_to_a_folder_leads_into_it(tmp_path):
    (tmp_path / "there").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "there")
    write_atomic(tmp_path / "out" / "a", b"new")
    assert {"a": b"new"} == held(tmp_path / "there")


def test_a_line_that_has_no_room_is_taken_back(tmp_path, monkeypatch):
    path = tmp_path / "results.csv"
    append_lines(path, [{"answer": "a"}])
    monkeypatch.setattr(files.os, "fsync", failing(os.fsync, errno.ENOSPC))
    with pytest.raises(QuizgenError, match="F009"):
        append_lines(path, [{"answer": "b"}])
    assert "answer\na\n" == path.read_text()


@pytest.mark.parametrize("command", [["deck", MARN, "-n", "1", "-o"], ["read", MARN, "-o"]])
def test_a_command_that_finds_no_room_writes_nothing_and_says_so(tmp_path, monkeypatch, capsys, command):
    monkeypatch.setattr(files.os, "fsync", failing(os.fsync, errno.ENOSPC))
    assert 1 == cli.main([*command, str(tmp_path / "a.yaml"), "--quiet"])
    printed = capsys.readouterr()
    assert ("", True) == (printed.out, "F009 error: " in printed.err and "No space left on device" in printed.err)
    assert [] == [path for path in tmp_path.rglob("*") if path.is_file()]


def child(work):
    """Fork; the child works until it is killed, or ends well."""
    made = os.fork()
    if made:
        return made
    try:
        work()
        os._exit(0)
    finally:
        os._exit(1)


def fill(folder, mark, times=10_000):
    for _ in range(times):
        write_all({folder / name: mark * 200_000 for name in SET})


@needs_fork
def test_a_kill_leaves_each_file_whole_and_the_next_run_leaves_no_litter(tmp_path):
    fill(tmp_path, b"0", 1)
    littered = 0
    for n in range(KILLS):
        worker = child(partial(fill, tmp_path, b"%d" % (n % 10)))
        time.sleep(place("kill", str(n)) % 20 / 1000)
        os.kill(worker, signal.SIGKILL)
        os.waitpid(worker, 0)
        found = held(tmp_path)
        littered += len(found) > len(SET)
        assert all(found[name] == found[name][:1] * 200_000 for name in SET), f"after kill {n}"
    assert littered
    files._sweep.cache_clear()
    fill(tmp_path, b"9", 1)
    assert dict.fromkeys(SET, b"9" * 200000) == held(tmp_path)


@needs_fork
def test_two_runs_into_one_folder_leave_the_files_of_one_of_them(tmp_path):
    workers = [child(partial(fill, tmp_path, mark, 10)) for mark in (b"a", b"b")]
    assert [0, 0] == [os.waitpid(worker, 0)[1] for worker in workers]
    found = held(tmp_path)
    assert (set(SET), 1) == (set(found), len(set(found.values())))


@needs_fork
def test_what_another_run_is_writing_is_no_litter(tmp_path):
    mine = tmp_path / f"{STAGED}mine"
    mine.write_bytes(b"")
    with mine.open("rb") as stream:
        assert files._lock(stream.fileno())
        write_atomic(tmp_path / "a", b"new")
        assert mine.exists()
    files._sweep.cache_clear()
    write_atomic(tmp_path / "a", b"new")
    assert {"a": b"new"} == held(tmp_path)
