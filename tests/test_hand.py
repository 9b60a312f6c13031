"""The teacher's hand: what is included, excluded, reworded, swapped or added stands as it was wanted, or is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.cli import main
from quizgen.diagnostics import QuizgenError
from quizgen.hand import names
from quizgen.items import Item
from quizgen.products import drawn, make, swapped
from quizgen.recipe_text import with_swap
from quizgen.recipes import Kind, Recipe, load
from tests.asked import MARN, ROOT, asked
from tests.samples import SAMPLES

OWN = """\
own:
- id: map
  format: multiple_choice
  stem: Which road of the battle of the Marn is drawn on the map of the class?
  key: Mill Road
  distractors: {Ford Road: it was left out, Hill Road: it was left out}
  by: {who: Anna, ref: map 3}
"""


def recipe(text: str = "", kind: str = "sheet") -> Recipe:
    return load(f"quizgen: {kind}/1\nsources: [marn.yaml]\n{text}", "friday.yaml")


def on_sheet(text: str, n: int = 6) -> list[Item]:
    found = asked(MARN)
    (quiz,) = drawn(recipe(f"n: {n}\n{text}"), (found.campaign,), found.items)
    return [one.item for one in quiz.items]


def refusals(text: str) -> list[tuple[str, int]]:
    with pytest.raises(QuizgenError) as caught:
        on_sheet(text)
    return [(d.code, d.span.line) for d in caught.value.diagnostics]


def absent(n: int = 6) -> Item:
    """An item that is not on the usual sheet and can be put there."""
    usual = {fact for item in on_sheet("", n) for fact in item.facts}
    return next(item for item in asked(MARN).items if usual.isdisjoint(item.facts))


def test_an_included_item_stands_on_the_sheet_whatever_its_kind() -> None:
    item = absent()
    assert item in on_sheet(f"include: [{item.id}]\nfamilies: [{'sides' if item.family != 'sides' else 'dates'}]\n", 2)
    assert item in on_sheet(f"include: [{item.code}]\n")


def test_an_excluded_item_is_left_out_by_its_code_too() -> None:
    item = on_sheet("")[0]
    assert item not in on_sheet(f"exclude: {{{item.code}: too easy}}\n")


def test_a_reworded_item_has_its_new_stem_and_all_else_of_the_old() -> None:
    item = next(item for item in on_sheet("", 9) if item.format == "multiple_choice")
    stem = f"Now tell: {item.stem[:1].lower()}{item.stem[1:]}"
    quoted = stem.replace("'", "''")
    assert replace(item, stem=stem) in on_sheet(f"reword:\n  {item.id}: '{quoted}'\ninclude: [{item.id}]\n", 9)


def test_a_wording_that_breaks_a_rule_is_told_at_its_place() -> None:
    item = next(item for item in asked(MARN).items if item.format == "multiple_choice")
    assert ("P107", 4) in refusals(f"reword: {{{item.id}: 'Is it {item.key[0]}?'}}\n")
    assert ("P107", 5) in refusals(OWN.replace("key: Mill Road", "key: class"))


def test_an_own_item_that_a_template_reads_is_solved() -> None:
    item = next(item for item in asked(MARN).items if item.type == "dates.start" and item.format == "multiple_choice")
    own = f"own:\n- {{id: x, format: multiple_choice, stem: '{item.stem}', key: {item.distractors[0].text}, distractors: {{"
    own += f"{item.key[0]}: I think so, {item.distractors[1].text}: so do I}}}}\n"
    assert ("P107", 5) in refusals(own)


def test_an_own_item_stands_on_the_sheet_and_in_the_deck_with_who_made_it() -> None:
    (own,) = (item for item in on_sheet(OWN, 4) if item.type.startswith("own."))
    assert ("own/multiple_choice/map", ("Mill Road",), "Mill Road: map 3.") == (own.id, own.key, own.explanation)
    assert [("Ford Road", "it was left out"), ("Hill Road", "it was left out")] == [(d.text, d.why_false) for d in own.distractors]
    found = asked(MARN)
    deck = recipe("n: 3\n" + OWN, "deck")
    assert own in deck.of_deck(found.items, campaigns=(found.campaign,))
    assert 3 == len(deck.of_deck(found.items, campaigns=(found.campaign,)))
    assert make(deck, (found.campaign,), found.items)[0].data


def test_names_that_no_item_has_and_names_wanted_and_unwanted_are_told_together() -> None:
    item = asked(MARN).items[0]
    text = f"include: [{item.id}, gone]\nexclude: {{{item.code}: dull}}\nswap: {{Q-000000: {item.id}}}\n"
    assert [("P105", 4), ("P105", 6), ("P108", 4), ("P108", 6)] == sorted(refusals(text))


def test_two_included_items_on_one_fact_are_told() -> None:
    one, other = (item for item in asked(MARN).items if item.type == "dates.start" and item.format in ("cloze", "multiple_choice"))
    assert [("A103", 4)] == refusals(f"include: [{one.id}, {other.id}]\n")
    assert [("A103", 6)] == refusals(f"include:\n- {one.code}\n- {other.code}\n")


@pytest.mark.parametrize(("lines", "place"), [("seed: 2\nn: 900\n", ("A101", 4)), ("n: 5\nquotas: {dates: 90}\n", ("A102", 4))])
def test_what_cannot_be_drawn_is_told_at_the_key_that_binds(lines: str, place: tuple[str, int]) -> None:
    found = asked(MARN)
    with pytest.raises(QuizgenError) as caught:
        drawn(recipe(lines), (found.campaign,), found.items)
    assert [("friday.yaml", *place)] == [(d.span.file, d.code, d.span.line) for d in caught.value.diagnostics]


def test_a_swap_that_cannot_be_is_told_at_its_line() -> None:
    first, *others = on_sheet("", 6)
    other = next(item for one in others for item in asked(MARN).items if item.facts == one.facts and item.id != one.id)
    assert [("A105", 5)] == refusals(f"swap:\n  {first.code}: {other.id}\n")


def test_a_code_that_two_items_share_names_neither() -> None:
    assert names(SAMPLES)[SAMPLES[0].code] == SAMPLES[0].id
    assert SAMPLES[0].code not in names((SAMPLES[0], SAMPLES[0]))


def test_a_swapped_item_has_an_equal_in_its_place_and_all_others_stay() -> None:
    found = asked()
    chosen = Recipe(Kind.SHEET, "s", (), n=12, forms=2)
    before = drawn(chosen, (found.campaign,), found.items)
    tried = ((one.item, swapped(one.item.code, chosen, (found.campaign,), found.items)) for one in before[0].items)
    old, (told, new) = next((old, pair) for old, pair in tried if pair[1].type == old.type and pair[1].format == old.format)
    assert (old, old.type, old.format, old.difficulty.level) == (told, new.type, new.format, new.difficulty.level)
    after = drawn(replace(chosen, hand=replace(chosen.hand, swap=((old.id, new.id),))), (found.campaign,), found.items)
    for one, other in zip(before, after, strict=True):
        assert [new if d.item == old else d.item for d in one.items] == [d.item for d in other.items]
        assert [d for d in one.items if d.item != old] == [d for d in other.items if d.item != new]
    with pytest.raises(QuizgenError, match="P111"):
        swapped("Q-000000", chosen, (found.campaign,), found.items)


TEXTS = (
    ("n: 5  # few\n", "n: 5  # few\nswap:\n  A: B\n"),
    ("n: 5", "n: 5\nswap:\n  A: B\n"),
    ("swap:\n    X: Y  # dull\n\n# end\nn: 5\n", "swap:\n    X: Y  # dull\n    A: B\n\n# end\nn: 5\n"),
    ("swap:\n  X: Y", "swap:\n  X: Y\n  A: B\n"),
    ("swap:\n  A: Y  # dull\nn: 5\n", "swap:\n  A: B  # dull\nn: 5\n"),
    ("swap: {X: Y}  # dull\nn: 5\n", "swap: {X: Y, A: B}  # dull\nn: 5\n"),
    ("swap: {A: Y,\n  X: Y}\nn: 5\n", "swap: {A: B, X: Y}\nn: 5\n"),
    ("swap: {}\n", "swap: {A: B}\n"),
)


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_a_swap_is_written_into_the_recipe_and_the_rest_stays(text: str, expected: str) -> None:
    head = "# for Friday\nquizgen: sheet/1\nsources: [marn.yaml]\n"
    assert head + expected == with_swap(head + text, "x.yaml", "A", "B")
    load(head + expected, "x.yaml")


def test_odd_names_are_quoted() -> None:
    assert 'swap:\n  "a, b": C\n' == with_swap("", "x.yaml", "a, b", "C")


@pytest.fixture
def friday(tmp_path: Path) -> Path:
    (tmp_path / "marn.yaml").write_bytes((ROOT / MARN).read_bytes())
    path = tmp_path / "friday.yaml"
    path.write_text("# for Friday\nquizgen: sheet/1\nsources: [marn.yaml]\nn: 5\n")
    return path


def test_swap_edits_the_recipe_on_the_command_line(friday: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (quiz,) = drawn(load(friday.read_text(), str(friday)), (asked(MARN).campaign,), asked(MARN).items)
    codes = [one.item.code for one in quiz.items]
    done = [main(["swap", str(friday), code]) for code in codes]
    text = friday.read_text()
    assert 0 in done
    assert text.startswith("# for Friday\nquizgen: sheet/1\nsources: [marn.yaml]\nn: 5\nswap:\n  Q-")
    assert codes[done.index(0)] in text
    assert f"{friday}  {codes[done.index(0)]}: Q-" in capsys.readouterr().err
    assert 0 == main(["sheet", str(friday), "-o", str(friday.parent), "--quiet"])
    friday.write_text(text.replace("sheet/1", "deck/1"))
    assert 1 == main(["swap", str(friday), codes[0]])
    friday.write_text("quizgen: deck/1\nsources: [marn.yaml]\n")
    assert 2 == main(["swap", str(friday), codes[0]])


def test_a_recipe_names_a_page_of_an_export(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    export = ROOT / "tests" / "articles" / "two-sieges.xml"
    (tmp_path / "r.yaml").write_text(f'quizgen: sheet/1\nsources: ["{export}#Raid on Verre Bridge"]\nn: 1\n')
    assert 0 == main(["sheet", str(tmp_path / "r.yaml"), "-o", str(tmp_path)])
    (tmp_path / "r.yaml").write_text(f'quizgen: sheet/1\nsources: ["{export}#Nowhere"]\nn: 1\n')
    assert 1 == main(["sheet", str(tmp_path / "r.yaml"), "-o", str(tmp_path)])
    assert "R136" in capsys.readouterr().err


def test_a_sheet_fills_the_pages_that_it_may_have() -> None:
    found = asked(MARN)
    whole = Recipe(Kind.SHEET, "s", ())
    made = make(replace(whole, pages=1), (found.campaign,), found.items)[0]
    assert made.holds.endswith("1 pages")
    assert 4 < int(made.holds.split()[0])
    with pytest.raises(QuizgenError, match="P110"):
        make(replace(whole, pages=1, n=15, levels=("core", "useful", "detail")), (found.campaign,), found.items)


def test_fewer_items_than_usual_are_told() -> None:
    found = asked(MARN)
    made = make(Recipe(Kind.SHEET, "s", (), families=("dates",)), (found.campaign,), found.items)[0]
    assert made.holds.endswith("not 20, as no more can stand together")
