"""The command line: what is printed where, the exit codes, and that nothing is written on error."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quizgen import api, cli
from quizgen.cli.options import COMMANDS

HERE = Path(__file__).parent
MARN = str(HERE / "campaigns" / "marn.yaml")


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):
        return True


@pytest.fixture
def run(capsys):
    """Run a command: its exit code, standard output, standard error."""

    def command(*argv):
        try:
            code = cli.main(argv)
        except SystemExit as exit_:
            code = exit_.code
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(run, name):
    code, out, _ = run(name, "--help")
    assert code == 0
    assert f"example:\n  quizgen {name}" in out
    assert "--quiet" in out


def test_an_unknown_command_is_wrong_usage(run):
    assert run("quizz")[0] == 2


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["items", MARN, "--families", "date"], '--families does not take "date": did you mean "dates"?'),
        (["items", MARN, "--formats", "clozes"], '--formats does not take "clozes": did you mean "cloze"?'),
        (["items", MARN, "--levels", "all"], '--levels does not take "all": it takes core, useful, detail'),
        (["items", MARN, "--types", "dates.strat"], '--types does not take "dates.strat": did you mean "dates.start"?'),
        (["items", MARN, "--types", "qqqqqqqqq"], '--types does not take "qqqqqqqqq": quizgen types lists them'),
        (["items", MARN, "--difficulty", "4-2"], "expected 1 to 5, or a range such as 2-4"),
        (["items", MARN, "-n", "0"], "expected a number from 1 to 1000"),
        (["read", MARN, "--as-of", "soon"], 'not an EDTF date: "soon"'),
        (["explain", "F01"], 'no code "F01": did you mean'),
        (["explain", "zzz"], "diagnostics look like F001, item rules like Q9"),
    ],
)
def test_wrong_usage_says_what_would_be_right(run, argv, told):
    code, out, err = run(*argv)
    assert (2, "") == (code, out)
    assert told in err


def test_read_prints_a_model_that_reads_the_same(run, tmp_path):
    code, out, err = run("read", MARN)
    copy = tmp_path / "copy.yaml"
    assert (0, 0, "", "") == (code, *run("read", MARN, "-o", str(copy)))
    assert (out, "") == (copy.read_text(encoding="utf-8"), err)
    assert api.read(MARN).campaign == api.read(str(copy)).campaign


def test_read_takes_standard_input_under_a_name(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path(MARN).read_bytes())))
    assert run("read", "-", "--from", "marn.yaml")[1] == run("read", MARN)[1]


def test_read_as_json_gives_the_documented_keys(run):
    told = json.loads(run("read", MARN, "--format", "json", "--as-of", "1999")[1])
    keys = "id name title page as_of date date_notes place part_of aims result outcomes sides civilian_casualties events entities"
    assert [*keys.split(), "contradictions", "see_also", "sources", "diagnostics"] == list(told)
    assert ("1999", "1632-04-03/1632-05-11") == (told["as_of"], told["date"])


def test_facts_come_as_table_or_lines_of_json(run):
    _, table, err = run("facts", MARN)
    _, lines, _ = run("facts", MARN, "--format", "jsonl")
    assert f"{len(table.splitlines())} facts\n" == err
    assert [line.split()[1] for line in table.splitlines()] == [json.loads(line)["relation"] for line in lines.splitlines()]


def test_items_say_what_was_left_out_and_refused(run):
    code, out, err = run("items", MARN, "--types", "dates.start,sides.sort", "--refused")
    assert code == 0
    assert "dates.start" in out
    assert "left out" in err
    assert "  ! rule " in run("items", MARN, "--refused")[1]
    told = [json.loads(line) for line in run("items", MARN, "--types", "sides.sort", "--refused", "--format", "jsonl")[1].splitlines()]
    assert all(item["refused"] for item in told if "refused" in item)
    assert 2 == len(run("items", MARN, "-n", "2", "--format", "jsonl")[1].splitlines())


def test_quiet_leaves_standard_error_empty(run):
    assert ("", 0) == (run("items", MARN, "--quiet")[2], run("check", MARN, "--quiet")[0])


def test_errors_of_all_sources_are_shown_and_nothing_is_printed_or_written(run, tmp_path):
    bad = HERE / "bad_input"
    code, out, err = run("build", MARN, str(bad / "no-kind.yaml"), str(bad / "empty.txt"), "-o", str(tmp_path / "out"))
    assert (1, "", False) == (code, out, (tmp_path / "out").exists())
    assert ("Y108" in err, "F004" in err) == (True, True)


def test_build_writes_the_whole_set_and_says_what_it_made(run, tmp_path):
    code, out, err = run("build", MARN, "-o", str(tmp_path))
    names = ["marn-a.pdf", "marn-b.pdf", "marn-key.pdf", "marn-report.md", "marn.apkg", "marn.yaml"]
    assert (0, "", names) == (code, out, sorted(path.name for path in tmp_path.iterdir()))
    assert all(word in err for word in ("facts", "items (dates", "notes", "pages", *names))
    assert "# Siege of Marn" in (tmp_path / "marn-report.md").read_text(encoding="utf-8")


@pytest.mark.no_cover
def test_two_builds_are_the_same_to_the_byte(run, tmp_path):
    for folder in ("one", "two"):
        assert run("build", MARN, "-o", str(tmp_path / folder), "--quiet") == (0, "", "")
    assert all(path.read_bytes() == (tmp_path / "two" / path.name).read_bytes() for path in (tmp_path / "one").iterdir())


@pytest.mark.no_cover
def test_build_refuses_two_sources_of_one_name(run, tmp_path):
    code, _, err = run("build", MARN, MARN, "-o", str(tmp_path))
    assert (2, []) == (code, list(tmp_path.iterdir()))
    assert "marn.yaml" in err


def test_a_build_that_cannot_ask_writes_nothing(run, tmp_path):
    code, _, err = run("build", MARN, "--difficulty", "5", "--types", "places.where", "-o", str(tmp_path / "out"))
    assert (1, False) == (code, (tmp_path / "out").exists())
    assert "P106" in err


def test_deck_and_sheet_go_to_a_file_or_a_folder(run, tmp_path):
    assert run("deck", MARN, "-n", "5", "-o", str(tmp_path / "my.apkg"))[0] == 0
    assert run("sheet", MARN, "-n", "5", "-o", str(tmp_path / "exam.pdf"))[0] == 0
    assert run("sheet", MARN, "-n", "5", "--forms", "2", "--paper", "Letter", "-o", str(tmp_path))[0] == 0
    names = ["exam-key.pdf", "exam.pdf", "marn-a.pdf", "marn-b.pdf", "marn-key.pdf", "my.apkg"]
    assert names == sorted(path.name for path in tmp_path.iterdir())


def test_quiz_prints_the_same_for_the_same_seed(run):
    one, two, three = (run("quiz", MARN, "-n", "4", "--seed", seed, "--format", "json")[1] for seed in ("7", "7", "8"))
    assert one == two != three
    assert 4 == len(json.loads(one)["items"])


def test_quiz_picks_a_seed_and_says_it(run):
    assert "seed " in run("quiz", MARN, "--format", "text")[2]


def test_quiz_takes_its_answers_from_a_pipe(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("s\ns\n"))
    code, out, _ = run("quiz", MARN, "-n", "3", "--seed", "1")
    assert code == 0
    assert "Stopped after 2 of 3 questions." in out
    assert "--seed 1" in " ".join(out.split())


def test_quiz_without_a_source_draws_from_the_library(run, monkeypatch, tmp_path):
    monkeypatch.setattr(api, "LIBRARY", tmp_path)
    assert run("quiz")[0] == 2
    (tmp_path / "marn.yaml").write_bytes(Path(MARN).read_bytes())
    assert "Siege of Marn" in run("quiz", "--format", "markdown", "--seed", "1")[1]
    assert "Siege of Marn" in run("read", "marn")[1]
    assert 'did you mean "marn"?' in run("read", "mran")[2]
    assert "name a file, or a shipped campaign: marn" in run("read", "zzzzzz")[2]


def test_types_lists_every_kind_of_part(run):
    table, lines = run("types")[1], run("types", "--format", "jsonl")[1]
    assert {"type", "format", "reader", "writer"} == {json.loads(line)["kind"] for line in lines.splitlines()}
    assert len([line for line in table.splitlines() if not line.startswith("      ")]) == len(lines.splitlines())


def test_explain_knows_diagnostics_and_rules(run):
    assert run("explain", "f007")[1].startswith("F007: The file is not UTF-8")
    told = run("explain", "Q9")[1].splitlines()
    assert told[0].startswith("Q9: The key stands neither in the stem")
    assert ["  bad:     ", "  good:    ", "  refuses: "] == [line[:11] for line in told[1:4]]
    assert "(sheet)" in run("explain", "q22")[1]


def test_explain_shows_every_rule(run):
    for number in range(1, 43):
        told = run("explain", f"Q{number}")[1]
        assert all(f"\n  {word}:" in told for word in ("bad", "good")), number
        assert "\n  refuses: " in told or "\n  reports: " in told, number


def test_a_bug_is_reported_as_one(run, monkeypatch):
    def broken(*_args, **_kwargs):
        raise KeyError("oops")

    monkeypatch.setattr(api, "read", broken)
    code, out, err = run("read", MARN)
    assert (70, "") == (code, out)
    assert "This is a bug in quizgen" in err
    assert "KeyError: 'oops'" in err


def test_ctrl_c_gives_130(run, monkeypatch):
    def interrupted(*_args, **_kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr(api, "read", interrupted)
    assert run("read", MARN) == (130, "", "")


def test_a_closed_pipe_is_silent():
    head = subprocess.Popen([sys.executable, "-c", "pass"], stdin=subprocess.PIPE)
    head.wait()
    done = subprocess.run(
        [sys.executable, "-m", "quizgen", "items", MARN, "--quiet"], stdout=head.stdin, stderr=subprocess.PIPE, cwd=HERE.parent, check=False
    )
    head.stdin.close()
    assert (0, b"") == (done.returncode, done.stderr)


@pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="a full disk is played by /dev/full, which only Linux and the BSDs have; CI runs there"
)
def test_a_full_disk_is_no_bug():
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([sys.executable, "-m", "quizgen", "read", MARN], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (1, "quizgen: what was asked for cannot be written: No space left on device\n") == (done.returncode, done.stderr)


def test_streams_that_were_closed_take_what_is_printed(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    assert 0 == cli.main(["facts", MARN, "--quiet"])
    sys.stdout.close()


def test_a_pipe_closed_within_a_command_is_no_error(monkeypatch, tmp_path):
    def closed(*_args, **_kwargs):
        raise BrokenPipeError

    monkeypatch.setattr(api, "read", closed)
    with (tmp_path / "pipe").open("w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        assert cli.main(["read", MARN]) == 0


@pytest.mark.parametrize(("no_colour", "coloured"), [("", True), ("1", False)])
def test_colour_is_for_terminals_that_want_it(monkeypatch, no_colour, coloured):
    monkeypatch.setenv("NO_COLOR", no_colour)
    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert cli.main(["read", "no-such-file.txt"]) == 1
    assert coloured == ("\033[31mF001 error:\033[0m" in terminal.getvalue())


def test_starting_imports_nothing_heavy():
    code = "import sys, quizgen.cli; from quizgen.cli.options import parser; parser(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ}).stdout.split()
    assert not {"yaml", "genanki", "uharfbuzz", "rapidfuzz", "importlib.metadata", "quizgen.api"} & set(loaded)
