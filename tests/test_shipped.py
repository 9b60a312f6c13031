"""What is committed ready to use is what its source and recipe make now: `make shipped` where it is not."""

from pathlib import Path

import pytest

from quizgen import api, checking
from quizgen.cli import main

pytestmark = pytest.mark.no_cover

ROOT = Path(__file__).parents[1]

FOUND = (path.relative_to(ROOT).as_posix() for folder in ("decks", "printouts") for path in (ROOT / folder).glob("*.yaml"))
RECIPES = sorted(path for path in FOUND if not path.endswith(".lock.yaml"))


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_shipped_file_is_what_its_recipe_makes(recipe, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert main(["check", recipe]) == 0


@pytest.mark.parametrize("name", api.shipped())
def test_a_shipped_model_is_what_its_article_gives(name):
    article = ROOT / "seeds" / f"{name}.txt"
    shipped = api.read(name).campaign
    assert api.read(str(article)).campaign == shipped
    assert [] == list(checking.quotes(shipped, {article.name: article.read_text(encoding="utf-8").split("\n")}))
