"""What helps a newcomer: completion, `quizgen` alone, and `quizgen types` with examples."""

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from quizgen import api, cli
from quizgen.cli import start
from quizgen.cli.completion import type_names
from quizgen.cli.streams import prepare_streams
from quizgen.solver import types

MARN = str(Path(__file__).parent / "campaigns" / "marn.yaml")


def completed(line, folder, cwd=None):
    """What a shell is offered at the end of this line."""
    out = folder / "offered"
    env = {"_ARGCOMPLETE": "1", "_ARGCOMPLETE_IFS": "\n", "_ARGCOMPLETE_STDOUT_FILENAME": str(out), "COMP_LINE": line}
    env |= {"COMP_POINT": str(len(line)), "_ARGCOMPLETE_SUPPRESS_SPACE": "0"}
    subprocess.run([sys.executable, "-m", "quizgen"], env={**os.environ, **env}, cwd=cwd, check=False)
    return [word.strip() for word in out.read_text(encoding="utf-8").split("\n")]


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("quizgen qu", ["quiz"]),
        ("quizgen quiz alep", ["aleppo-2016"]),
        ("quizgen quiz aleppo-2016 --types dates.sta", ["dates.start", "dates.statement_order"]),
        ("quizgen items x --types dates.start,dates.en", ["dates.start,dates.end"]),
        ("quizgen deck x --families da", ["dates"]),
        ("quizgen deck x --levels core,us", ["core,useful"]),
        ("quizgen study x --formats multiple_c", ["multiple_choice"]),
        ("quizgen explain F00", [f"F00{n}" for n in range(1, 10)]),
        ("quizgen completion f", ["fish"]),
    ],
)
def test_a_shell_completes(line, offered, tmp_path):
    assert offered == completed(line, tmp_path)


def test_a_shell_completes_files(tmp_path):
    (tmp_path / "zama.wiki").touch()
    assert ["zama.wiki"] == completed("quizgen read za", tmp_path, cwd=tmp_path)


def test_the_types_are_known_without_importing_them():
    assert sorted(types()) == sorted(type_names())


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_what_teaches_a_shell_is_printed(capsys, shell):
    assert cli.main(["completion", shell]) == 0
    assert "quizgen" in capsys.readouterr().out


def test_bash_completes_as_taught():
    script = subprocess.run([sys.executable, "-m", "quizgen", "completion", "bash"], capture_output=True, text=True, check=True).stdout
    folder = Path(sys.executable).parent
    if not (folder / "quizgen").exists() or not shutil.which("bash"):
        pytest.fail("the command or bash is missing")
    ask = 'COMP_WORDS=(quizgen expl); COMP_CWORD=1; COMP_LINE="quizgen expl"; COMP_POINT=12; COMP_TYPE=9; '
    ask += '_python_argcomplete quizgen; echo "${COMPREPLY[@]}"'
    env = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}"}
    done = subprocess.run(["bash", "-c", f"{script}\n{ask}"], capture_output=True, text=True, check=False, env=env)
    assert "explain" == done.stdout.strip(), done.stderr


def test_quizgen_alone_says_what_can_be_done_in_ten_lines(capsys):
    assert cli.main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) <= 10
    assert max(map(len, lines)) <= 100


@pytest.fixture
def wizard(monkeypatch, capsys):
    """Answer the three questions; gives the words of the command that they make."""

    def asked(*typed):
        left, ran = list(typed), []

        def line(_prompt):
            if not left:
                raise EOFError
            answer = left.pop(0)
            if answer is KeyboardInterrupt:
                raise KeyboardInterrupt
            return answer

        monkeypatch.setattr(start, "is_interactive", lambda: True)
        monkeypatch.setattr("builtins.input", line)
        code = start.start(lambda words: ran.append(words) or 7)
        return code, ran, capsys.readouterr().out

    return asked


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("", "", ""), ["quiz", "aleppo-2016", "-n", "10"]),
        (("1", "study", "5"), ["study", "aleppo-2016", "-n", "5"]),
        (("aleppo-2016", "3", ""), ["deck", "aleppo-2016", "-o", "out"]),
        ((MARN, "sheet", ""), ["sheet", MARN, "-o", "out", "-n", "20"]),
        (("9", "no-such", "", "8", "4", "many", "12"), ["sheet", "aleppo-2016", "-o", "out", "-n", "12"]),
    ],
)
def test_three_questions_make_a_command(wizard, typed, words):
    code, ran, out = wizard(*typed)
    assert (7, [words]) == (code, ran)
    assert f"quizgen {words[0]}" in out


def test_who_asks_for_nothing_gets_nothing(wizard):
    assert (0, []) == wizard("")[:2]


def test_ctrl_c_at_the_questions_is_ctrl_c(monkeypatch):
    def interrupted(_run):
        raise KeyboardInterrupt

    monkeypatch.setattr(start, "start", interrupted)
    assert cli.main([]) == 130


def test_types_come_with_an_example_each(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr(api, "LIBRARY", tmp_path)
    (tmp_path / "aleppo-2016.yaml").write_bytes(Path(MARN).read_bytes())
    assert cli.main(["types", "--format", "jsonl"]) == 0
    told = {line["name"]: line for line in map(json.loads, capsys.readouterr().out.splitlines()) if line["kind"] == "type"}
    assert "3 April" in told["dates.start"]["example"]["answer"]
    assert "Siege of Marn" in told["dates.start"]["example"]["stem"]
    assert cli.main(["types"]) == 0
    assert "e.g. " in capsys.readouterr().out


def test_types_do_without_examples_where_none_is_shipped(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr(api, "LIBRARY", tmp_path)
    assert cli.main(["types"]) == 0
    assert "dates.start" in capsys.readouterr().out


@pytest.mark.parametrize(("encoding", "told"), [("ascii", "Mullerwald"), ("iso-8859-1", "M\xfcllerwald"), ("utf-8", "M\xfcllerwald")])
def test_no_character_breaks_a_stream(encoding, told, tmp_path):
    source = tmp_path / "x.yaml"
    source.write_text(Path(MARN).read_text(encoding="utf-8").replace("Upper Vale", "Müllerwald – 長沙"), encoding="utf-8")
    run = [sys.executable, "-m", "quizgen", "facts", str(source)]
    done = subprocess.run(run, capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    assert told in done.stdout.decode(encoding)


def test_a_pipe_gets_utf_8_where_the_locale_has_another_encoding(monkeypatch):
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", out)
    prepare_streams()
    out.write("長沙")
    out.flush()
    assert "長沙" in out.buffer.getvalue().decode()
