"""How things are printed: options, recipes, and the files that they name."""

from pathlib import Path

import pytest

from quizgen import api
from quizgen.cli import UsageError, main
from quizgen.cli.options import parser
from quizgen.cli.printing import printing, students
from quizgen.diagnostics import QuizgenError
from quizgen.passages import answered, passage
from quizgen.printing import Flip, Output, Printing
from quizgen.recipes import load
from tests.asked import ROOT, SEED, asked
from tests.writers.worksheet import pdf


def options(*words):
    return printing(parser().parse_args(["sheet", "x.txt", *words]))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), Printing()),
        (("--large-print", "--font", "hyperlegible", "--font", "x.ttf"), Printing(large_print=True, fonts=("hyperlegible", "x.ttf"))),
        (("--spacing", "wide", "--explain", "--word-bank"), Printing(wide=True, explain=True, word_bank=True)),
        (("--passage",), Printing(passage=True)),
        (("--sections", "lead,Aftermath"), Printing(passage=True, sections=("lead", "Aftermath"))),
        (("--cards", "--flip", "short"), Printing(Output.CARDS, flip=Flip.SHORT)),
        (("--fold",), Printing(Output.CARDS, flip=Flip.FOLD)),
        (("--study-guide",), Printing(Output.GUIDE)),
    ],
)
def test_options_say_how_it_is_printed(words, expected):
    assert expected == options(*words)


@pytest.mark.parametrize(
    "words",
    [("--cards", "--study-guide"), ("--cards", "--explain"), ("--study-guide", "--passage"), ("--per-student", "x", "--forms", "2")],
)
def test_options_that_do_not_fit_each_other_are_refused(words):
    with pytest.raises(UsageError):
        options(*words)


def recipe(lines):
    return load(f"quizgen: sheet/1\nsources: [x.txt]\nprint: {lines}\n", "x.yaml").printing


def test_a_recipe_says_the_same_as_the_options():
    assert options("--cards", "--flip", "short") == recipe("{output: cards, flip: short}")
    assert options("--large-print", "--font", "firago", "--sections", "lead") == recipe(
        "{large_print: true, fonts: [firago], sections: [lead]}"
    )


@pytest.mark.parametrize(
    ("lines", "code"), [("{output: poster}", "Y109"), ("{flip: 3}", "Y109"), ("{big: true}", "Y105"), ("{wide: maybe}", "Y106")]
)
def test_a_recipe_with_a_mistake_is_refused(lines, code):
    with pytest.raises(QuizgenError, match=code):
        recipe(lines)


def test_a_deck_is_not_printed():
    with pytest.raises(QuizgenError, match="P103"):
        load("quizgen: deck/1\nsources: [x.txt]\nprint: {wide: true}\n", "x.yaml")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ana Đặng\n\n Bo  Li ,8b\n", ("Ana Đặng", "Bo Li")),
        ("Class,Name\n8b,Ana\n8b,\n8c\n8c,Ana\n", ("Ana", "Ana")),
        ('"Haddad, Layla",8b\n', ("Haddad, Layla",)),
    ],
)
def test_students_are_read_from_a_table(tmp_path, text, names):
    file = tmp_path / "names.csv"
    file.write_text(text, encoding="utf-8")
    assert names == students(file)


@pytest.mark.parametrize("text", ["Name\n", ",,\n", "x\n" * 1001])
def test_a_table_without_students_or_with_too_many_is_refused(tmp_path, text):
    file = tmp_path / "names.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(QuizgenError, match="W106"):
        students(file)


def test_a_passage_takes_the_sections_named_and_the_items_that_they_answer():
    reading = api.read(str(ROOT / SEED))
    facts = api.facts(reading.campaign)
    assert reading.article is not None
    whole, lead = passage(reading.article), passage(reading.article, ("LEAD",))
    assert len(lead.paragraphs) < len(whole.paragraphs)
    some, all_of_them = (answered(asked(SEED).items, facts, (told,)) for told in (lead, whole))
    assert {item.id for item in some} < {item.id for item in all_of_them} < {item.id for item in asked(SEED).items}
    assert all(lead.holds(item.source) for item in some)


def test_a_passage_has_no_lists_of_references_unless_they_are_named():
    article = api.read(str(ROOT / SEED)).article
    heads = [paragraph.text for paragraph in passage(article).paragraphs if paragraph.is_heading]
    assert "See also" not in heads
    assert ["See also"] == [paragraph.text for paragraph in passage(article, ("see also",)).paragraphs if paragraph.is_heading]


def test_a_passage_of_a_section_that_is_not_there_is_refused():
    article = api.read(str(ROOT / SEED)).article
    with pytest.raises(QuizgenError, match='W105 the article has no section "Weather"'):
        passage(article, ("Weather",))


def run(tmp_path, *words):
    return main(["sheet", *words, "-o", str(tmp_path), "--quiet"])


def test_a_model_without_its_text_has_no_passage(tmp_path, capsys):
    assert run(tmp_path, "aleppo-2016", "--passage") == 1
    assert "W105" in capsys.readouterr().err
    assert [] == list(tmp_path.iterdir())


def test_a_class_gets_a_file_of_forms_and_a_map(tmp_path):
    names = tmp_path / "names.csv"
    names.write_text("Ana\nBo\n", encoding="utf-8")
    out = tmp_path / "out"
    assert run(out, str(ROOT / SEED), "-n", "6", "--per-student", str(names)) == 0
    assert ["aleppo-2016-key.pdf", "aleppo-2016-students.pdf"] == sorted(path.name for path in out.iterdir())
    text = "".join(pdf.texts((out / "aleppo-2016-students.pdf").read_bytes()))
    assert text.index("Ana") < text.index("Bo")


@pytest.mark.parametrize("told", ["[Ana, Bo]", "names.csv"])
def test_a_recipe_names_its_students_or_their_file(tmp_path, told):
    (tmp_path / "names.csv").write_text("Ana\nBo\n", encoding="utf-8")
    (tmp_path / "8b.yaml").write_text(f"quizgen: sheet/1\nsources: [aleppo-2016]\npages: 1\nstudents: {told}\n", encoding="utf-8")
    out = tmp_path / "out"
    assert run(out, str(tmp_path / "8b.yaml")) == 0
    first, second = pdf.texts((out / "8b-students.pdf").read_bytes())
    assert "Ana" in first
    assert "Bo" in second


@pytest.mark.parametrize("lines", ["students: []", "students: [Ana]\nforms: 2"])
def test_students_that_cannot_be_are_refused(lines):
    with pytest.raises(QuizgenError, match="P101"):
        load(f"quizgen: sheet/1\nsources: [x.txt]\n{lines}\n", "x.yaml")


def test_a_sheet_tells_what_it_is_warned_of(tmp_path, capsys):
    assert main(["sheet", str(ROOT / SEED), "-n", "20", "-o", str(tmp_path)]) == 0
    (told,) = (line for line in capsys.readouterr().err.splitlines() if "warning: Q26" in line)
    assert told.startswith(f"{tmp_path / 'aleppo-2016-key.pdf'}  warning: Q26: Q-")


def test_details_that_were_asked_for_are_no_warning(tmp_path, capsys):
    assert main(["sheet", str(ROOT / SEED), "-n", "20", "--levels", "detail", "-o", str(tmp_path)]) == 0
    assert "Q42" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "name"), [(("--cards", "-n", "9"), "aleppo-2016-cards.pdf"), (("--study-guide",), "aleppo-2016-guide.pdf")]
)
def test_cards_and_guides_are_files_of_their_own(tmp_path, words, name):
    assert run(tmp_path, str(ROOT / SEED), *words) == 0
    assert [name] == [path.name for path in tmp_path.iterdir()]


def test_a_file_name_given_is_kept(tmp_path):
    assert run(tmp_path / "x.pdf", str(ROOT / SEED), "-n", "6", "--forms", "2") == 0
    assert ["x-a.pdf", "x-b.pdf", "x-key.pdf"] == sorted(path.name for path in tmp_path.iterdir())


def test_fonts_of_a_recipe_lie_beside_it(tmp_path, capsys):
    file = tmp_path / "big.yaml"
    file.write_text(f"quizgen: sheet/1\nsources: [{ROOT / SEED}]\nn: 2\nprint: {{fonts: [own.ttf]}}\n", encoding="utf-8")
    assert run(tmp_path, str(file)) == 1
    assert f"{tmp_path / 'own.ttf'}:1:1: W104" in capsys.readouterr().err


def test_the_names_in_the_help_are_those_that_are_taken():
    from quizgen.cli.printing import NAMED_FONTS
    from quizgen.writers._print.fonts import NAMED

    assert NAMED_FONTS == NAMED
    assert all(Path(name).suffix == "" for name in NAMED)
