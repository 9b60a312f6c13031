"""The PDF of a quiz with all ten formats: what stands on paper and key, and how."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pdf
import pypdf
import pytest
from papers import ALL, CAMPAIGN, HERE, QUIZ, choice, drawn, material

from quizgen.diagnostics import QuizgenError
from quizgen.formats import Drawn
from quizgen.items import BLANK, Format
from quizgen.model import By, Quote
from quizgen.registry import discover
from quizgen.writers import Material, Writer
from quizgen.writers.worksheet import WRITER, write

PAPER = write(material())
KEY = write(material(key=True))
EXPLAINED = write(material(key=True, explain=True))


def shown(one: Drawn) -> list[str]:
    """What a learner must find of an item, in the order in which it is set."""
    return [*one.item.stem.split(BLANK), *one.options, *one.premises, *one.responses, *one.groups]


def test_the_registry_finds_the_writer() -> None:
    assert WRITER is discover("quizgen.writers", "WRITER", Writer)["worksheet"]


def test_listing_the_writer_does_not_load_reportlab() -> None:
    code = "import sys, quizgen.writers.worksheet; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[3], check=False).returncode == 0


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.item.format)
def test_every_word_of_an_item_stands_on_paper_and_key(one: Drawn) -> None:
    for page in (pdf.all_text(PAPER), pdf.all_text(KEY)):
        for part in shown(one):
            assert pdf.squeezed(part) in page


def test_items_are_numbered_once_each() -> None:
    numbers = re.findall(r"^(\d+)\.[ \n]", "\n".join(pdf.texts(PAPER)), re.M)
    assert [str(n) for n in range(1, len(ALL) + 1)] == numbers


def test_sections_and_items_come_in_the_order_of_the_quiz() -> None:
    first, second = choice("First?", ("a", "b"), 0), choice("Second?", ("a", "b"), 0)
    text = "\n".join(pdf.texts(write(material(drawn(Format.TRUE_FALSE, "It is.", answer=True), second, first))))
    places = [text.index(words) for words in ("True or false", "1. It is.", "Multiple choice", "2. Second?", "3. First?")]
    assert places == sorted(places)


def test_names_numbers_and_dates_share_a_section() -> None:
    assert "\n".join(pdf.texts(PAPER)).count("Short answers") == 1


def test_other_forms_follow_with_pages_of_their_own() -> None:
    form = material(ALL[0], key=True)
    data = write(replace(form, others=(replace(form.quiz, form="B"),)))
    whole, first, second = pdf.texts(data)
    assert "Key to all forms" in whole
    assert "form A, seed 1 Page 1 of 1" in first
    assert "form B, seed 1 Page 1 of 1" in second
    assert pypdf.PdfReader(BytesIO(data)).metadata.title == "Marsh offensive, forms A and B, answer key"


def test_the_head_gives_title_form_extent_and_lines_to_fill_in() -> None:
    assert ["Worksheet", "Marsh offensive", "16 questions, 26 points", "Form", "A", "Name Class Date Score / 26"] == (
        pdf.texts(PAPER)[0].split("\n")[:6]
    )
    assert "Name" not in pdf.texts(KEY)[0]


def test_a_sheet_without_a_form_has_no_badge() -> None:
    assert "Form" not in "".join(pdf.texts(write(material(form=""))))


def test_the_foot_gives_form_seed_page_and_the_codes_of_its_items() -> None:
    pages = pdf.texts(PAPER)
    for number, page in enumerate(pages, 1):
        assert "Form A, seed 1" in page
        assert f"Page {number} of {len(pages)}" in page
    assert sorted(one.item.code for one in ALL) == sorted(re.findall(r"Q-[0-9A-F]{6}", "".join(pages)))


def test_the_paper_names_the_source_but_never_the_article() -> None:
    text = "".join(pdf.texts(PAPER))
    assert "Text from Wikipedia, CC BY-SA 4.0" in text
    assert "May 1911)" not in text + str(pypdf.PdfReader(BytesIO(PAPER)).metadata)


def test_the_key_credits_the_article() -> None:
    assert pdf.squeezed("“Marsh offensive (May 1911)”, Wikipedia, revision 123456, CC BY-SA 4.0") in pdf.all_text(KEY)


def test_the_credits_of_the_quiz_come_before_those_of_the_pages() -> None:
    sheet = replace(material(key=True), campaigns=(replace(CAMPAIGN, page=None),), quiz=replace(QUIZ, credits=("Own text, 2026",)))
    assert "Own text, 2026" in pdf.texts(write(sheet))[-1]
    assert "Sources and licence: see the answer key" in pdf.texts(write(replace(sheet, key=False)))[0]


def test_a_sheet_of_no_known_page_claims_no_source() -> None:
    sheet = Material(title="Marsh offensive", campaigns=(replace(CAMPAIGN, page=None),), quiz=QUIZ, key=True)
    assert "Text" not in "".join(pdf.texts(write(sheet)))


def test_only_the_key_holds_answers_and_sources() -> None:
    for words in ("the mill at Orsk", "War of the Two Rivers", "469", "Huwaiz", "line 12", "All answers"):
        assert words in "\n".join(pdf.texts(EXPLAINED))
    assert "line 12" not in "\n".join(pdf.texts(KEY))
    for words in ("Two Rivers", "469", "Huwaiz", "line 12", "All answers", "Answer key"):
        assert words not in "\n".join(pdf.texts(PAPER))


def test_the_table_of_the_key_gives_every_answer() -> None:
    table = " ".join("\n".join(pdf.texts(KEY)).split("All answers")[1].split())
    for answer in ("1 B", "2 A", "3 B", "4 C", "5 A, D, E", "6 False", "7 True", "8 the mill at Orsk", "9 Huwayz", "12 469", "13 5 May"):
        assert answer in table
    for answer in (
        "14 1 C, 2 A, 3 D, 4 E",
        "15 2, 3, 1",
        "16 Northern League: Marsh Rifles, Vell Volunteers; Army: River Flotilla, Southern Guard",
    ):
        assert answer in table


@pytest.mark.parametrize("data", [PAPER, KEY], ids=["paper", "key"])
def test_nothing_lies_outside_the_margins_or_on_something_else(data: bytes) -> None:
    pdf.assert_sound(data)


def test_a_ticked_box_is_told_by_its_shape() -> None:
    one = choice("Which?", ("a", "b", "c"), 2)
    shapes = [mark for mark in pdf.marks(write(material(one, key=True)))[0] if not mark.is_text]
    small = [m for m in shapes if 8 < m.right - m.left < 12 and 8 < m.top - m.bottom < 12]
    boxes = sorted((m for m in small if m.right - m.left > 10), key=lambda mark: mark.left)
    (tick,) = (m for m in small if m.right - m.left < 10)
    assert [False, False, True] == [tick.overlaps(box) for box in boxes]


@pytest.mark.parametrize(("paper", "size"), [("A4", (595.276, 841.89)), ("Letter", (612.0, 792.0))])
def test_both_papers_have_their_size(paper: str, size: tuple[float, float]) -> None:
    data = write(material(key=True, paper=paper))
    pdf.assert_sound(data)
    assert {size} == set(pdf.sizes(data))


def test_every_font_is_embedded() -> None:
    fonts = pdf.fonts(KEY)
    assert {"FiraGO-Regular", "FiraGO-Bold", "FiraGO-Italic"} == set(fonts)
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts.values())


def test_title_and_language_are_in_the_file() -> None:
    reader = pypdf.PdfReader(BytesIO(KEY))
    assert reader.metadata is not None
    assert reader.metadata.title == "Marsh offensive, form A, answer key"
    assert reader.trailer["/Root"]["/Lang"] == "en"


def test_two_builds_are_byte_identical_also_in_another_process() -> None:
    assert write(material(key=True)) == KEY
    code = "import sys, papers; from quizgen.writers.worksheet import write; sys.stdout.buffer.write(write(papers.material(key=True)))"
    path = os.pathsep.join([str(Path(__file__).parent), str(Path(__file__).parents[3])])
    env = {**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": "7"}
    assert subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=True).stdout == KEY


def test_markup_is_printed_not_obeyed() -> None:
    stem = "Is <b>5 < 6</b> &amp; {{x}} (a\\b)?"
    assert pdf.squeezed(stem) in pdf.all_text(write(material(choice(stem, ("<i>", "&"), 0), title="R&D <u>")))


@pytest.mark.parametrize(
    "name", ["Wa’el", "Na’asani", "2–4 May", "Điện Biên Phủ", "Łódź", "Αθήνα", "Жуков", "ʿAmmār", "Ḳamā", "office flight"]
)
def test_names_come_out_letter_for_letter(name: str) -> None:
    one = choice(f"Where is {name}?", (name, "Orsk"), 0)
    assert f"Where is {name}?" in pdf.texts(write(material(one)))[0]


def test_a_fallback_font_serves_in_the_middle_of_a_word() -> None:
    data = write(material(choice("Where is Ḳamā?", ("a", "b"), 0)))
    assert "NotoSans-Regular" in pdf.fonts(data)


def test_characters_that_no_font_sets_are_all_reported() -> None:
    items = (choice("Where is 漢?", ("a", "b"), 0), choice("Fine?", ("a", "b"), 0), choice("Who is 한?", ("a", "b"), 0))
    with pytest.raises(QuizgenError) as caught:
        write(material(*items, title="𓀀"))
    assert ["W101", "W101", "W101"] == [d.code for d in caught.value.diagnostics]
    title, first, second = caught.value.diagnostics
    assert title.message == 'no font can set "𓀀" (U+13000) of the title'
    assert first.message == f'no font can set "漢" (U+6F22) of item "{items[0].item.code}"'
    assert (first.span.file, first.span.line) == (HERE.file, HERE.line)
    assert "leave the item out" in first.hint
    assert "U+D55C" in second.message
    assert "as Droid Sans Fallback does, with --font FILE" in second.hint
    assert "Noto Sans Egyptian" in title.hint


def test_a_source_in_another_script_is_cited_with_a_mark_of_omission() -> None:
    one = drawn(Format.TRUE_FALSE, "It is.", answer=True, source=Quote("x.txt", 3, "Hama (漢字) fell"))
    assert "Source: x.txt, line 3: “Hama ([…]) fell”" in pdf.texts(write(material(one, key=True, explain=True)))[0]


def test_a_long_source_is_cut_after_a_word() -> None:
    one = drawn(Format.TRUE_FALSE, "It is.", answer=True, source=Quote("x.txt", 3, "word " * 60))
    assert pdf.squeezed("word word …”") in pdf.all_text(write(material(one, key=True, explain=True)))


def test_a_leaf_set_by_hand_is_cited_with_who_why_and_after_what() -> None:
    one = drawn(Format.TRUE_FALSE, "It is.", answer=True, source=By("Ada", "a typo", "Smith 2019, p. 12"))
    assert "Source: set by Ada, a typo, Smith 2019, p. 12" in pdf.texts(write(material(one, key=True, explain=True)))[0]


def test_an_item_taller_than_a_page_is_refused() -> None:
    one = replace(choice("What " * 1500 + "?", ("a", "b"), 0))
    with pytest.raises(QuizgenError, match=f'W102 item "{one.item.code}" takes .* points of height, a page has 730'):
        write(material(one))


def test_a_title_taller_than_a_page_is_refused() -> None:
    with pytest.raises(QuizgenError, match="W102 the title takes"):
        write(material(title="What " * 1500))


def test_an_item_set_by_hand_is_refused_under_its_campaign() -> None:
    one = drawn(Format.TRUE_FALSE, "漢", answer=True, source=By("Ada"))
    with pytest.raises(QuizgenError) as caught:
        write(material(one))
    assert caught.value.diagnostics[0].span.file == one.item.campaign


def test_an_unknown_paper_is_refused() -> None:
    with pytest.raises(QuizgenError, match='W103 no paper is called "A9"'):
        write(replace(material(paper="A9"), quiz=replace(QUIZ, sources=())))


def test_a_worksheet_needs_a_quiz() -> None:
    with pytest.raises(ValueError, match="needs a drawn quiz"):
        write(Material(title="x", campaigns=()))


def test_an_empty_quiz_is_one_page() -> None:
    data = write(replace(material(), quiz=replace(QUIZ, items=())))
    assert len(pdf.texts(data)) == 1
    assert "0 questions, 0 points" in pdf.texts(data)[0]


def test_a_long_seed_is_cut_in_the_foot() -> None:
    data = write(replace(material(), quiz=replace(QUIZ, seed="s" * 200)))
    pdf.assert_sound(data)
    assert "s" * 40 + " …" in pdf.all_text(data).replace("…", " …")


def test_render_page_makes_a_png_of_a_page(tmp_path: Path) -> None:
    (tmp_path / "in.pdf").write_bytes(PAPER)
    command = [sys.executable, "-m", "tests.render_page", str(tmp_path / "in.pdf"), str(tmp_path / "out.png"), "2"]
    subprocess.run(command, cwd=Path(__file__).parents[3], check=True)
    assert (tmp_path / "out.png").read_bytes().startswith(b"\x89PNG")
