"""What is committed ready to use is what its source and recipe make now: `make shipped` where it is not."""

from pathlib import Path

import pytest

from quizgen import api, checking
from quizgen.cli import main

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("recipe", ["decks/aleppo-2016.yaml", "printouts/aleppo-2016.yaml"])
def test_a_shipped_file_is_what_its_recipe_makes(recipe, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert main(["check", recipe]) == 0


@pytest.mark.parametrize("name", api.shipped())
def test_a_shipped_model_is_what_its_article_gives(name):
    article = ROOT / "seeds" / f"{name}.txt"
    shipped = api.read(name).campaign
    assert api.read(str(article)).campaign == shipped
    assert [] == list(checking.quotes(shipped, {article.name: article.read_text(encoding="utf-8").split("\n")}))
