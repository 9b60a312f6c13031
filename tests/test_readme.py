"""Every quizgen command that README.md shows is run as shown, in a folder with what a checkout has."""

import io
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from quizgen.cli import main

pytestmark = pytest.mark.no_cover

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^quizgen ([a-z]+)", "".join(re.findall(r"```(?:sh|text)\n(.*?)```", README, re.DOTALL)), re.MULTILINE)
(RECIPE,) = re.findall(r"```yaml\n(quizgen: sheet.*?)```", README, re.DOTALL)
COMMANDS = re.findall(r"^quizgen [^#\n]+", "".join(re.findall(r"```sh\n(.*?)```", README, re.DOTALL)), re.MULTILINE)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """A folder with the seeds and the articles of the tests, as a newcomer has it."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    shutil.copytree(ROOT / "tests" / "articles", folder / "tests" / "articles")
    (folder / "friday.yaml").write_text(RECIPE, encoding="utf-8")
    return folder


@pytest.mark.parametrize("command", [command.strip() for command in COMMANDS])
def test_a_command_of_the_readme_works(command, checkout, monkeypatch, capsys):
    monkeypatch.chdir(checkout)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    code = main(shlex.split(command)[1:])
    printed = capsys.readouterr()
    assert code == 0, printed.err
    assert printed.out or printed.err


def test_every_command_that_exists_has_an_example():
    usage = subprocess.run([sys.executable, "-m", "quizgen", "--help"], capture_output=True, text=True, check=True).stdout
    listed = re.findall(r"^    ([a-z]+)(?:  |$)", usage, re.MULTILINE)
    assert set(listed) == set(SHOWN)
    assert {"fetch"} == set(SHOWN) - {command.split()[1] for command in COMMANDS}, "only what needs a network is shown and not run"


def test_what_the_readme_points_to_is_there():
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert [target for target in targets if not (ROOT / target).exists()] == []
