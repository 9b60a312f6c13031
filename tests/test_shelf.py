"""Quizzes prepared ahead: what is found is what would be drawn anew, and nothing is found where anything differs."""

import io
import re
import subprocess
import sys

import pytest

from quizgen import api, cli, fingerprint
from quizgen.cli import drawing, shelf
from quizgen.cli.options import parser
from tests.asked import MARN, ROOT


@pytest.fixture
def library(monkeypatch, tmp_path):
    """A library of one small campaign."""
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "marn.yaml").write_bytes((ROOT / MARN).read_bytes())
    monkeypatch.setattr(api, "LIBRARY", folder)
    monkeypatch.setattr(shelf, "LIBRARY", folder)
    return folder


@pytest.fixture
def run(capsys, monkeypatch):
    """Run a command with these lines of input: its exit code and standard output."""

    def command(*argv, typed=""):
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        return cli.main(argv), capsys.readouterr().out

    return command


@pytest.fixture
def draws(monkeypatch):
    """Count how often a quiz is drawn anew."""
    made = []
    plain = drawing.draw_quiz
    monkeypatch.setattr(drawing, "draw_quiz", lambda *told: made.append(told) or plain(*told))
    return made


def place(*argv):
    return shelf.place(parser().parse_args(["quiz", *argv]))


def shown(out):
    """All but the time."""
    return [line for line in out.splitlines() if not line.startswith("Time:")]


def test_a_quiz_put_again_is_the_one_drawn(library, run, draws):
    first = run("quiz", "marn", "--seed", "3", "-n", "3", typed="a\n")
    assert shown(first[1]) == shown(run("quiz", "marn", "--seed", "3", "-n", "3", typed="a\n")[1])
    assert 1 == len(draws)


def test_another_choice_is_drawn_anew(library, run, draws):
    for more in (["-n", "3"], ["-n", "2"], ["-n", "2", "--sensitive"]):
        run("quiz", "marn", "--seed", "3", *more)
    run("quiz", "marn", "--seed", "4", "-n", "2")
    assert 4 == len(draws)


def test_a_seed_is_never_answered_with_a_quiz_of_unseen_items(library, run, draws):
    run("quiz", "marn", "-n", "3", typed="s\ns\ns\n")
    run("quiz", "marn", "-n", "3", typed="s\ns\ns\n")
    (kept,) = [shelf.loads(path.read_text(encoding="utf-8")) for path in [place("marn", "-n", "3")]]
    for quiz in kept:
        drawn = run("quiz", "marn", "-n", "3", "--seed", quiz.seed)[1]
        if not quiz.is_plain:
            assert len(draws) > 1
        assert "Question 1 of 3" in drawn


def test_prepared_quizzes_go_on_with_what_is_unseen(library, run, draws):
    stems = []
    for _ in range(3):
        out = run("quiz", "marn", "-n", "2", typed="s\ns\n")[1]
        asked = re.split(r"^Question \d of 2", out, flags=re.MULTILINE)[1:]
        stems.append({" ".join(text.split("\n\n")[0].split()) for text in asked})
    assert 1 == len(draws)
    assert not stems[0] & stems[1]
    assert not stems[1] & stems[2]


def test_what_was_seen_meanwhile_is_not_put_as_unseen(library, run):
    run("quiz", "marn", "-n", "2", typed="s\ns\n")
    file = place("marn", "-n", "2")
    ready = [quiz for quiz in shelf.loads(file.read_text(encoding="utf-8")) if quiz.seen]
    seen = dict(ready[0].seen)
    assert ready[0] == shelf.take(file, None, seen)
    everything = {item: 9 for quiz in ready for item in quiz.seen}
    assert shelf.take(file, None, everything) is None


def test_a_changed_source_or_program_is_another_place(library, monkeypatch, tmp_path):
    program, found = tmp_path / "program", [place("marn")]

    def changed():
        fingerprint.code.cache_clear()
        found.append(place("marn"))

    program.mkdir()
    (program / "code.py").write_text("x = 1")
    monkeypatch.setattr(fingerprint, "PACKAGE", program)
    changed()
    (program / "code.py").write_text("x = 2")
    changed()
    (program / "data.csv").write_text("y,3")
    changed()
    (library / "marn.yaml").write_text("quizgen: campaign/1")
    changed()
    monkeypatch.setattr(fingerprint, "unidata_version", "another")
    changed()
    assert 6 == len({*found})
    fingerprint.code.cache_clear()


@pytest.mark.parametrize(
    "argv", [["marn", "--again"], ["--resume"], ["--missed", "last"], ["-"], ["no-such"], ["marn", "--as-of", "1999"], [str(ROOT / MARN)]]
)
def test_only_quizzes_of_shipped_campaigns_are_kept(library, argv):
    assert place(*argv) is None


def test_a_file_at_hand_of_a_shipped_name_is_the_source(library, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "marn").write_text("x")
    assert place("marn") is None


def test_a_damaged_file_is_drawn_anew(library, run, draws):
    file = place("marn", "-n", "2")
    file.parent.mkdir(parents=True)
    file.write_text("[{]")
    run("quiz", "marn", "-n", "2", "--seed", "3")
    assert (1, 1) == (len(draws), len(shelf.loads(file.read_text(encoding="utf-8"))))


def test_old_files_go_and_a_folder_that_cannot_be_written_is_done_without(library, run, data_home):
    for n in range(1, shelf.MOST + 3):
        run("quiz", "marn", "-n", str(n % 4 + 1), "--difficulty", f"1-{n % 5 + 1}", "--seed", "3")
    assert shelf.MOST >= len(list((data_home / "quizgen" / "quizzes").iterdir()))
    shelf.put(data_home / "quizgen" / "progress.sqlite3" / "x.json", ())


def test_what_was_prepared_is_put_without_reading_and_asking(library):
    code = "import sys, quizgen.cli.quiz, quizgen.cli.shelf; from quizgen.grading import all_graders; all_graders(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    heavy = {
        "yaml",
        "rich",
        "rapidfuzz",
        "quizgen.prose",
        "quizgen.api",
        "quizgen.world",
        "quizgen.solver",
        "quizgen.assembly",
        "quizgen.writers",
    }
    assert not heavy & set(loaded)


@pytest.fixture
def large_library(library):
    """A library of six campaigns, of which one can be told from another by its title."""
    text = (library / "marn.yaml").read_text(encoding="utf-8")
    for n in range(5):
        (library / f"marn-{n}.yaml").write_text(text.replace("Siege of Marn", f"Siege of Marn {'ABCDE'[n]}"), encoding="utf-8")
    return library


def test_of_a_large_library_one_campaign_is_drawn_and_no_other_is_read(large_library, run, monkeypatch):
    read, plain = [], api.read
    monkeypatch.setattr(api, "read", lambda source, **more: read.append(source) or plain(source, **more))
    first = run("quiz", "--seed", "3", "-n", "2", "--format", "text")
    assert 1 == len(read)
    assert first == run("quiz", "--seed", "3", "-n", "2", "--format", "text")
    assert first == run("quiz", read[0], "--seed", "3", "-n", "2", "--format", "text")
    for seed in "456789":
        run("quiz", "--seed", seed, "-n", "1", "--format", "json")
    assert len(set(read)) > 2


def test_the_command_that_asks_a_drawn_campaign_again_names_it(large_library, run):
    said = run("quiz", "--seed", "3", "-n", "2", typed="s\ns\n")[1]
    assert re.search(r"quizgen quiz --seed 3 -n 2 marn\S*", said)
