"""Recipes: what a teacher chose, the items that it leaves, and the files that it makes."""

from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from quizgen import api, checking
from quizgen.cli import main
from quizgen.diagnostics import QuizgenError
from quizgen.products import Past, Product, make, pages
from quizgen.recipes import Kind, Paper, Recipe, difficulty, is_day, is_recipe, load

MARN = Path(__file__).parent / "campaigns" / "marn.yaml"
WHOLE = """\
quizgen: sheet/1
sources: [marn.yaml, aleppo-2016]
title: Test on Friday
n: 12
types: [dates.start]
families: [dates, sides]
formats: [cloze]
levels: [core]
difficulty: 2-4
forms: 3
seed: 08
paper: Letter
sensitive: true
exclude: {dates.start/cloze/x: too easy}
"""


@pytest.fixture(scope="module")
def asked():
    """The campaign of Marn and its items."""
    campaign = api.read(str(MARN)).campaign
    return campaign, api.ask(campaign)[0]


def test_every_key_is_read():
    recipe = load(WHOLE, "folder/friday.yaml")
    assert (Kind.SHEET, "friday", ("marn.yaml", "aleppo-2016")) == (recipe.kind, recipe.name, recipe.sources)
    assert ("Test on Friday", 12, 3, "08", Paper.LETTER) == (recipe.title, recipe.n, recipe.forms, recipe.seed, recipe.paper)
    blueprint = recipe.blueprint
    assert (("dates.start",), ("dates", "sides"), ("cloze",)) == (blueprint.types, blueprint.families, blueprint.formats)
    assert (("core",), (2, 4), True) == (blueprint.levels, blueprint.difficulty, blueprint.sensitive)
    assert (("dates.start/cloze/x", "too easy"),) == recipe.hand.exclude


def test_a_deck_has_keys_of_its_own():
    text = "quizgen: deck/1\nsources: [marn.yaml]\nrevised: 2026-11-28\ntyped: true\nby_family: true\n"
    recipe = load(text, "d.yaml")
    assert ("2026-11-28", True, True) == (recipe.revised, recipe.typed, recipe.by_family)
    with pytest.raises(QuizgenError) as caught:
        load(text.replace("deck/1", "sheet/1"), "d.yaml")
    assert ["P103"] * 3 == [d.code for d in caught.value.diagnostics]


@pytest.mark.parametrize(
    ("expected", "text"), [(True, "2026-11-28"), (False, "2026-02-30"), (False, "2026-11"), (False, "1969-12-31"), (False, "today")]
)
def test_a_release_is_of_a_day_of_the_calendar(expected, text):
    assert expected == is_day(text)


def test_a_deck_made_by_families_has_a_subdeck_of_each(asked):
    campaign, items = asked
    (whole,) = make(Recipe(Kind.DECK, "d", (), by_family=True), [campaign], items, Past(writer="csv"))
    assert {"quizgen::Siege of Marn::Dates", "quizgen::Siege of Marn::Sides"} <= {line.split(",")[2] for line in lines(whole)}


def lines(table):
    return [line for line in table.data.decode().splitlines() if not line.startswith("#")]


def test_what_is_not_said_is_the_usual():
    recipe = load("quizgen: deck/1\nsources: [marn.yaml]\n", "d.yaml")
    assert (None, ("core", "useful"), (1, 5), "1") == (recipe.n, recipe.levels, recipe.difficulty, recipe.seed)


@pytest.mark.parametrize(("text", "expected"), [("quizgen: deck/1\n", True), ("quizgen: sheet/2", True), ("quizgen: campaign/1", False)])
def test_a_recipe_is_known_by_its_first_line(text, expected):
    assert expected == is_recipe(text)


@pytest.mark.parametrize(("text", "expected"), [("3", (3, 3)), ("2-4", (2, 4)), ("4-2", None), ("0-2", None), ("", None), ("1-", None)])
def test_a_difficulty_is_a_number_or_a_range(text, expected):
    assert expected == difficulty(text)


def test_excluded_items_are_left_out_and_stale_exclusions_told(asked):
    _, items = asked
    text = f"quizgen: deck/1\nsources: [x]\nexclude:\n  {items[0].id}: too easy\n"
    assert items[1:] == load(text, "d.yaml").allowed(items).items
    with pytest.raises(QuizgenError) as caught:
        load(text + f"  {items[1].id}x: gone\n", "d.yaml").allowed(items)
    (found,) = caught.value.diagnostics
    assert ("P105", 5, f'did you mean "{items[1].id}"?') == (found.code, found.span.line, found.hint)


def test_a_sheet_makes_its_forms_and_one_key(asked):
    campaign, items = asked
    made = make(Recipe(Kind.SHEET, "s", (), n=6, forms=2), [campaign], items)
    assert ["s-a.pdf", "s-b.pdf", "s-key.pdf"] == [product.name for product in made]
    counts = [len(pypdf.PdfReader(BytesIO(product.data)).pages) for product in made]
    assert counts == [pages(product.data) for product in made]
    assert ["s.pdf", "s-key.pdf"] == [product.name for product in make(Recipe(Kind.SHEET, "s", (), n=6), [campaign], items)]


def test_a_sheet_of_no_stated_size_holds_what_can_stand_together(asked):
    campaign, items = asked
    sheet = make(Recipe(Kind.SHEET, "s", (), types=("dates.start", "dates.end")), [campaign], items)[0]
    assert sheet.holds.startswith("2 items")
    with pytest.raises(QuizgenError, match="A101"):
        make(Recipe(Kind.SHEET, "s", (), n=20, types=("dates.start", "dates.end")), [campaign], items)
    with pytest.raises(QuizgenError, match="A101"):
        make(Recipe(Kind.SHEET, "s", (), types=("no.such",)), [campaign], items)


def test_a_package_is_compared_by_what_it_holds(tmp_path, asked):
    campaign, items = asked
    (deck,) = make(Recipe(Kind.DECK, "d", (), n=3), [campaign], items)
    assert ["missing" in d.message for d in checking.stale([deck], tmp_path)] == [True]
    (tmp_path / "d.apkg").write_bytes(deck.data)
    assert [] == list(checking.stale([deck], tmp_path))
    other = Product("d.apkg", make(Recipe(Kind.DECK, "d", (), n=2), [campaign], items)[0].data, "")
    assert ["K105"] == [d.code for d in checking.stale([other], tmp_path)]


@pytest.fixture
def shelf(tmp_path):
    """A folder with a campaign and the recipes of a deck and a sheet, made."""
    (tmp_path / "marn.yaml").write_bytes(MARN.read_bytes())
    (tmp_path / "deck.yaml").write_text("quizgen: deck/1\nsources: [marn.yaml]\nn: 4\n")
    (tmp_path / "sheet.yaml").write_text("quizgen: sheet/1\nsources: [marn.yaml]\nn: 4\n")
    for kind in ("deck", "sheet"):
        assert main([kind, str(tmp_path / f"{kind}.yaml"), "-o", str(tmp_path), "--quiet"]) == 0
    return tmp_path


def test_check_proves_that_shipped_files_are_what_their_recipes_make(shelf, capsys):
    assert main(["check", *(str(shelf / name) for name in ("deck.yaml", "sheet.yaml", "sheet-key.pdf", "deck.apkg"))]) == 0
    assert 4 == capsys.readouterr().out.count("up to date")


def test_check_gives_3_when_a_shipped_file_is_out_of_date(shelf, capsys):
    (shelf / "deck.yaml").write_text("quizgen: deck/1\nsources: [marn.yaml]\nn: 5\n")
    assert main(["check", str(shelf / "deck.yaml")]) == 3
    assert "K105" in capsys.readouterr().err
    assert main(["check", str(shelf / "deck.yaml"), str(shelf / "no.txt")]) == 1


def test_recipes_go_with_their_own_command_and_alone(shelf, capsys):
    assert main(["sheet", str(shelf / "deck.yaml"), "-o", str(shelf)]) == 2
    assert f"quizgen deck {shelf / 'deck.yaml'}" in capsys.readouterr().err
    assert main(["deck", str(shelf / "deck.yaml"), str(shelf / "marn.yaml"), "-o", str(shelf)]) == 2
