"""Quiz and study from the command line: what is kept, repeated, resumed, written and flagged."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest

from quizgen import cli

MARN = str(Path(__file__).parent / "campaigns" / "marn.yaml")


@pytest.fixture
def run(capsys, monkeypatch):
    """Run a command with these lines of input: its exit code, standard output, standard error."""

    def command(*argv, typed=""):
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        try:
            code = cli.main(argv)
        except SystemExit as exit_:
            code = exit_.code
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


def stems(out):
    """The questions that were put, in order: what stands below a heading, which may take two lines."""
    lines = out.splitlines()
    return [lines[at + (1 if line.endswith(".") else 2)] for at, line in enumerate(lines) if line.startswith("Question ")]


def test_what_was_missed_can_be_asked_printed_and_learnt(run, tmp_path):
    run("quiz", MARN, "-n", "4", "--seed", "3", typed="s\ns\nq\n")
    again = json.loads(run("quiz", "--missed", "last", "--format", "json")[1])
    assert 2 == len(again["items"])
    assert run("deck", "--missed", "last", "-o", str(tmp_path))[0] == 0
    assert run("sheet", "--missed", "last", "-o", str(tmp_path))[0] == 0
    assert ["marn-missed-key.pdf", "marn-missed.apkg", "marn-missed.pdf"] == sorted(path.name for path in tmp_path.iterdir())
    out = run("quiz", "--missed", "last", typed="s\ns\n")[1]
    assert "2 questions." in out
    assert "quizgen quiz --again" in out


def test_a_quiz_is_resumed_where_it_was_stopped_and_asked_again(run):
    whole = stems(run("quiz", MARN, "-n", "4", "--seed", "3", typed="s\ns\ns\ns\n")[1])
    stopped = run("quiz", MARN, "-n", "4", "--seed", "3", typed="s\nq\n")[1]
    assert whole[:2] == stems(stopped)
    assert whole == stems(run("quiz", "--again", typed="s\ns\ns\ns\n")[1])
    run("quiz", MARN, "-n", "4", "--seed", "3", typed="s\nq\n")
    assert whole[1:] == stems(run("quiz", "--resume", typed="s\ns\ns\n")[1])


def test_unseen_items_come_first(run):
    first = run("quiz", MARN, "-n", "3", typed="s\ns\ns\n")[1]
    second = run("quiz", MARN, "-n", "3", typed="s\ns\ns\n")[1]
    assert not {*stems(first)} & {*stems(second)}


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["quiz", "--missed", "last"], "no quiz was taken yet"),
        (["quiz", "--resume"], "no quiz was taken yet"),
        (["sheet", "--missed", "last"], "no quiz was taken yet"),
        (["sheet"], "name a SOURCE, or --missed last"),
        (["quiz", MARN, "--exam", "--practice"], "choose one of them"),
        (["quiz", MARN, "--exam", "--minutes", "soon"], "expected minutes from 0 to 1440"),
        (["flagged", "--into", MARN], "is no recipe"),
    ],
)
def test_wrong_usage_says_what_would_be_right(run, argv, told):
    code, out, err = run(*argv)
    assert (2, "") == (code, out)
    assert told in err


def test_nothing_missed_and_nothing_left_are_told(run):
    choices = ("quiz", MARN, "-n", "2", "--seed", "3", "--formats", "multiple_choice")
    right = [answer["answer"] for answer in json.loads(run(*choices, "--format", "json")[1])["items"]]
    run(*choices, typed="".join(f"{'abcd'[one]}\n" for one in right))
    assert "nothing was missed in the last quiz" in run("quiz", "--missed", "last")[2]
    assert "nothing is left of the last quiz" in run("quiz", "--resume")[2]
    assert "leave out --format" in run("quiz", "--again", "--format", "text")[2]


def test_results_are_added_to_a_file(run, tmp_path):
    for _ in range(2):
        run("quiz", MARN, "-n", "2", "--seed", "3", "--results", str(tmp_path / "r.jsonl"), typed="a\ns\n")
        run("quiz", MARN, "-n", "2", "--seed", "3", "--results", str(tmp_path / "r.csv"), typed="a\ns\n")
    told = [json.loads(line) for line in (tmp_path / "r.jsonl").read_text(encoding="utf-8").splitlines()]
    with (tmp_path / "r.csv").open(newline="", encoding="utf-8") as stream:
        assert [row["id"] for row in csv.DictReader(stream)] == [row["id"] for row in told]
    assert [("a", False), ("", True)] * 2 == [(row["typed"], row["skipped"]) for row in told]


def test_results_that_cannot_be_written_are_an_error(run, tmp_path):
    (tmp_path / "file").write_text("x")
    assert "F009" in run("quiz", MARN, "-n", "2", "--results", str(tmp_path / "file" / "r.jsonl"), typed="s\ns\n")[2]


def test_a_flag_is_kept_listed_and_written_into_a_recipe(run, tmp_path):
    recipe = tmp_path / "recipe.yaml"
    recipe.write_text(f"quizgen: deck/1\nsources: [{MARN}]\n")
    assert "nothing is flagged" in run("flagged")[2]
    err = run("quiz", str(recipe), "-n", "3", "--seed", "3", typed="! two are right\ns\nq\n")[2]
    assert f"quizgen flagged --into {recipe}" in " ".join(err.split())
    assert "two are right" in run("flagged")[1]
    (flag,) = map(json.loads, run("flagged", "--format", "jsonl")[1].splitlines())
    assert "leaves out 1 of 1 that are flagged" in run("flagged", "--into", str(recipe), "--forget")[2]
    assert flag["item"] in recipe.read_text(encoding="utf-8")
    assert flag["stem"] not in run("quiz", str(recipe), "-n", "9", "--seed", "3", "--format", "text")[1]
    assert "nothing is flagged" in run("flagged")[2]


def test_a_recipe_stands_alone(run, tmp_path):
    recipe = tmp_path / "recipe.yaml"
    recipe.write_text(f"quizgen: deck/1\nsources: [{MARN}]\n")
    assert "a recipe stands alone" in run("quiz", str(recipe), MARN)[2]


def test_where_nothing_can_be_kept_the_quiz_is_held_all_the_same(run, tmp_path):
    (tmp_path / "file").write_text("no database, and long enough to be no empty file" * 20)
    code, out, err = run("quiz", MARN, "-n", "2", "--db", str(tmp_path / "file"), typed="s\ns\n")
    assert code == 0
    assert "2 skipped." in out
    assert "S101" in err


def test_an_exam_has_a_minute_a_point(run):
    assert "You have 2 minutes." in run("quiz", MARN, "-n", "2", "--exam", "--formats", "multiple_choice", typed="s\ns\n")[1]
    assert "You have" not in run("quiz", MARN, "-n", "2", "--exam", "--minutes", "0", typed="s\ns\n")[1]


def test_the_command_to_repeat_is_the_one_typed_with_its_seed(run):
    out = " ".join(run("quiz", MARN, "-n", "2", "--exam", "--minutes=3", "--plain", typed="s\ns\n")[1].split())
    assert f"The same quiz again: quizgen quiz {MARN} -n 2 --seed " in out


def test_nothing_is_written_outside_the_data_folder(run, tmp_path, monkeypatch, data_home):
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.chdir(home)
    monkeypatch.setenv("HOME", str(home))
    run("quiz", MARN, "-n", "2", typed="s\ns\n")
    assert [] == list(home.iterdir())
    assert ["quizgen"] == [path.name for path in data_home.iterdir()]


def test_study_keeps_reviews_and_tells_the_day(run):
    out = run("study", MARN, "--new", "2", typed="a\nb\n")[1]
    assert "To repeat: 0. New today: 2." in out
    assert "Reviewed: 2 questions" in out
    assert "Done today: 2 reviews" in run("study", MARN, "--today")[1]
    told = json.loads(run("stats", "--format", "json")[1])
    assert (2, 2, 1) == (told["reviews"], told["today"], told["streak"])
    text = run("stats")[1]
    assert "Reviews: 2, today 2. Days in a row: 1." in text
    assert "Day, due:" in text


def test_without_study_there_are_no_statistics(run):
    assert "Nothing was studied yet" in run("stats")[1]
    assert "Done today: 0 reviews." in run("study", MARN, "--today")[1]


def test_study_stops_after_so_many(run):
    out = run("study", MARN, "-n", "1", typed="a\nb\n")[1]
    assert 1 == out.count("Kept as")


def test_what_is_left_today_is_told(run):
    assert "Nothing more is due today." in run("study", MARN, "--types", "dates.start", "--formats", "date", "--new", "0")[1]


def test_reviews_go_from_one_file_to_another(run, tmp_path):
    run("study", MARN, "-n", "2", typed="a\nb\n")
    file, other = str(tmp_path / "r.jsonl"), str(tmp_path / "other.sqlite3")
    assert "2 reviews" in run("study", "--export", file)[2]
    assert "2 reviews taken in" in run("study", "--import", file, "--db", other)[2]
    lines = run("study", "--export", "-", "--db", other)[1]
    assert lines == Path(file).read_text(encoding="utf-8")
    assert "0 reviews taken in" in run("study", "--import", "-", typed=lines)[2]
    assert "choose one of them" in run("study", "--import", file, "--export", file)[2]


def test_a_review_that_cannot_be_kept_stops_the_session(run, monkeypatch):
    from quizgen.diagnostics import Span, fail
    from quizgen.study.reviews import Reviews

    def full(*_args):
        raise fail(Span("p"), "S103", "progress cannot be kept: disk full")

    monkeypatch.setattr(Reviews, "add", full)
    code, out, err = run("study", MARN, typed="a\n")
    assert code == 1
    assert "this review is not kept, all earlier ones are" in err
    assert "Kept as" not in out


def test_study_takes_flags(run):
    run("study", MARN, "-n", "1", typed="! odd\na\n")
    assert "odd" in run("flagged")[1]


@pytest.mark.parametrize("number", ["-1", "many", "5000"])
def test_new_ones_a_day_are_a_number(run, number):
    assert "expected a number from 0 to 1000" in run("study", MARN, f"--new={number}")[2]


def test_a_printed_quiz_keeps_nothing(run, data_home):
    run("quiz", MARN, "-n", "2", "--format", "text")
    assert [] == list(data_home.iterdir())
