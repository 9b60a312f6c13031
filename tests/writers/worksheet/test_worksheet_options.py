"""Passages, word banks, the map of forms, students' forms, larger type: what a teacher asks for beside the items."""

from __future__ import annotations

from dataclasses import replace

import pdf
import pytest
from papers import ALL, HERE, choice, drawn, material

from quizgen.items import BLANK, Format
from quizgen.model import Contradiction, Quote
from quizgen.passages import Paragraph, Passage
from quizgen.writers import Material
from quizgen.writers._print.style import type_for
from quizgen.writers.worksheet import write
from quizgen.writers.worksheet.passage import Lines

TEXT = Passage(
    HERE.file,
    (
        Paragraph("The crossing", 11, is_heading=True),
        Paragraph("The marsh froze early that year. " * 6 + "On 3 May the Northern League crossed the Vell and took the mill at Orsk.", 12),
        Paragraph("Nothing more is known.", 13),
    ),
)


def forms(sheet: Material, *names: str) -> Material:
    assert sheet.quiz is not None
    first, *others = (replace(sheet.quiz, form=form) for form in names)
    return replace(sheet, quiz=first, others=tuple(others))


def text_of(sheet: Material) -> str:
    return "\n".join(pdf.texts(write(sheet)))


def test_a_passage_stands_before_the_questions_with_every_fifth_line_numbered() -> None:
    long = Passage("x.txt", (Paragraph("word " * 400, 1),))
    text = text_of(replace(material(ALL[0]), passages=(long,)))
    assert text.index("The text") < text.index("Multiple choice")
    assert [n for n in range(1, 30) if f"\n{n} word" in text] == [5, 10, 15, 20]


def test_the_key_cites_the_lines_of_the_passage_and_does_not_repeat_it() -> None:
    text = text_of(replace(material(ALL[0], key=True), passages=(TEXT,)))
    assert "Text, line 3" in text
    assert "froze" not in text


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (Quote(HERE.file, 13, "Nothing more"), "Text, line 4"),
        (Quote(HERE.file, 13, "[[Nothing]] more"), "Text, line 4"),
        (Quote(HERE.file, 11, "The crossing"), ""),
        (Quote("other.txt", 13, "Nothing more"), ""),
    ],
)
def test_a_source_is_cited_by_the_printed_line(source: Quote, said: str) -> None:
    assert said == Lines((TEXT,), 470.0, type_for(material().printing)).cite(source)


def test_a_passage_over_pages_leaves_no_line_alone(tmp_path: object) -> None:
    long = Passage("x.txt", tuple(Paragraph("word " * 130, n) for n in range(9)))
    data = write(replace(material(ALL[0]), passages=(long,)))
    pdf.assert_sound(data)
    counts = [page.count("word ") + page.count("word\n") for page in pdf.texts(data)]
    assert sum(counts) == 9 * 130


def test_a_word_bank_holds_the_words_of_all_blanks_by_their_letters() -> None:
    blanks = [drawn(Format.CLOZE, f"At {BLANK}, {n}.", word) for n, word in enumerate(("Orsk", "Huwayz", "Orsk"))]
    assert "Huwayz · Orsk" in text_of(material(*blanks, word_bank=True))
    assert "Huwayz" not in text_of(material(*blanks))


def test_a_key_to_several_forms_begins_with_a_map_of_them() -> None:
    one = choice("Which?", ("Orsk", "Vell"), 1)
    sheet = forms(material(one, drawn(Format.TRUE_FALSE, "It is.", answer=True), key=True), "A", "B")
    turned = replace(one, options=("Vell", "Orsk"), answer=0)
    assert sheet.quiz is not None
    other = replace(sheet.quiz, items=(sheet.quiz.items[1], turned), form="B")
    page = pdf.texts(write(replace(sheet, others=(other,))))[0]
    assert "Key to all forms" in page
    assert f"{one.item.code} 1 1 B 2 A" in page.replace("\n", " ")  # the made-up item's key is its answer, "1"


def test_forms_of_other_items_have_a_key_each_and_no_map() -> None:
    sheet = forms(material(ALL[0], key=True), "A", "B")
    assert sheet.quiz is not None
    data = write(replace(sheet, others=(replace(sheet.quiz, items=(ALL[5],), form="B"),)))
    assert "Key to all forms" not in pdf.texts(data)[0]
    assert len(pdf.texts(data)) == 2


def test_a_map_of_many_forms_goes_on_in_further_tables() -> None:
    names = [chr(65 + n) for n in range(20)]
    data = write(forms(material(ALL[0], key=True), *names))
    pdf.assert_sound(data)
    page = pdf.texts(data)[0]
    assert all(f"Form {name}" in page for name in names)


@pytest.mark.parametrize("look", [{}, {"large_print": True, "wide": True}], ids=str)
def test_a_students_name_stands_on_its_line(look: dict[str, object]) -> None:
    sheet = material(**look)
    assert sheet.quiz is not None
    data = write(replace(sheet, quiz=replace(sheet.quiz, student="ANNA")))
    left, bottom = pdf.where(data, 0, "ANNA")
    rules = [m for m in pdf.marks(data)[0] if not m.is_text and m.top - m.bottom < 2 and m.left < left < m.right and m.top < bottom + 6]
    line = max(rules, key=lambda m: m.top)
    assert line.top < bottom < line.top + 6


def test_each_student_has_a_form_with_the_name_on_it_and_the_key_is_a_map() -> None:
    sheet = forms(material(*ALL[:4]), "1", "2")
    assert sheet.quiz is not None
    named = replace(sheet, quiz=replace(sheet.quiz, student="Ana Đặng"), others=(replace(sheet.others[0], student="ليلى حداد"),))
    paper = write(named)
    pdf.assert_sound(paper)
    assert "Ana Đặng" in pdf.texts(paper)[0]
    key = write(replace(named, key=True))
    assert len(pdf.texts(key)) == 1
    assert "Ana Đặng" in pdf.texts(key)[0]
    assert "1 B · 2 A · 3 B · 4 C" in pdf.texts(key)[0]


def test_the_key_says_where_the_source_disagrees() -> None:
    rivals = Contradiction("killed: “40” in the infobox, “60” in the prose", ("40", "60"), (HERE, replace(HERE, line=20)))
    sheet = material(key=True)
    found = text_of(replace(sheet, campaigns=(replace(sheet.campaigns[0], contradictions=(rivals,)),)))
    assert "Where the source disagrees" in found
    assert "killed: “40” in the infobox, “60” in the prose (line 12, line 20)" in found
    assert "disagrees" not in text_of(sheet)


def test_large_print_has_no_text_below_its_size_but_in_the_foot() -> None:
    large = type_for(material(large_print=True).printing)
    assert {18.0} == {style.size for style in (large.body, large.strong, large.label, large.instruction, large.small)}
    usual, grown = (len(pdf.texts(write(material(large_print=size)))) for size in (False, True))
    assert grown > usual


def test_wide_spacing_takes_more_room() -> None:
    usual, wide = (type_for(material(wide=size).printing).body for size in (False, True))
    assert wide.leading > 1.2 * usual.leading
    assert wide.width("Orsk") > 1.05 * usual.width("Orsk")
