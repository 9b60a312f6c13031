"""PDF/UA-1 and scripts: what a screen reader, a search and a copy get from the pages."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pdf
import pypdf
import pytest
from papers import ALL, choice, drawn, material

from quizgen.diagnostics import QuizgenError
from quizgen.formats import Drawn
from quizgen.items import Format
from quizgen.writers._print.fonts import LAST, Face, runs
from quizgen.writers._print.pen import Pen
from quizgen.writers._print.press import Press
from quizgen.writers._print.style import type_for
from quizgen.writers.worksheet import write

DROID = "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"  # Debian's fonts-droid-fallback
NAMES = ("Điện Biên Phủ", "Łódź", "Σωκράτης", "Георгий Жуков", "ضابط الجيش", "נחש צפע", "हिन्दी क्षत्रिय", "ภาษาไทย", "Ḳalʿat Ṣāliḥ")


def of_two_forms(**look: object) -> bytes:
    one = material(key=True, **look)
    assert one.quiz is not None
    return write(replace(one, others=(replace(one.quiz, form="B"),)))


@pytest.mark.parametrize(
    "look", [{}, {"large_print": True}, {"wide": True, "fonts": ("hyperlegible",)}, {"explain": True, "word_bank": True}], ids=str
)
def test_every_page_is_accessible_and_sound(look: dict[str, object], tmp_path: Path) -> None:
    for key in (False, True):
        data = write(material(key=key, **look))
        pdf.assert_accessible(data, tmp_path)
        pdf.assert_sound(data)


def test_a_file_of_several_forms_is_accessible(tmp_path: Path) -> None:
    pdf.assert_accessible(of_two_forms(), tmp_path)


def test_the_tree_reads_in_order_and_names_every_role() -> None:
    roles = pdf.roles(write(material()))
    assert roles[:3] == ["Document", "P", "H1"]
    assert {"Sect", "H2", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD"} <= set(roles)


def test_bookmarks_name_the_sections_under_their_form() -> None:
    outline = pypdf.PdfReader(BytesIO(of_two_forms())).outline
    whole, _, first, sections, second, _ = outline
    assert ["All forms", "Form A", "Form B"] == [whole.title, first.title, second.title]
    assert ["All answers", "Multiple choice", "More than one answer"] == [line.title for line in sections[:3]]


def test_boxes_and_lines_read_as_words() -> None:
    said = pdf.spoken(write(material()))
    assert {"☐ ", "_____ "} == set(said)
    assert "☑ " in pdf.spoken(write(material(key=True)))


@pytest.mark.parametrize("name", NAMES)
def test_names_in_any_script_extract_as_they_read(name: str, tmp_path: Path) -> None:
    data = write(material(choice(f"Who is “{name}” (or {name})?", (name, "Orsk"), 0), key=True))
    assert "".join(name.split()) in pdf.content(data)
    pdf.assert_accessible(data, tmp_path)
    pdf.assert_sound(data)


def test_text_from_right_to_left_stands_in_visual_order() -> None:
    found = [("".join(g.text for g in run.glyphs), run.spoken) for run in runs("a אב 12 גד b", Face.REGULAR, LAST)]
    assert [("a ", ""), ("דג", "אב 12 גד"), (" ", ""), ("12", ""), (" ", ""), ("בא", ""), (" b", "")] == found


def test_a_letter_and_its_loose_mark_stay_in_one_font() -> None:
    (run,) = runs("x\u0331", Face.REGULAR, LAST)
    assert "x\u0331" == "".join(glyph.text for glyph in run.glyphs)


def test_chinese_and_japanese_are_set_in_a_font_that_is_named(tmp_path: Path) -> None:
    long = "長沙会戦で第九戦区の軍が防衛線を守り抜いた" * 6
    data = write(material(drawn(Format.TRUE_FALSE, long, answer=True), fonts=("firago", DROID)))
    assert "DroidSansFallback" in pdf.fonts(data)
    assert long in pdf.all_text(data)
    pdf.assert_sound(data)
    pdf.assert_accessible(data, tmp_path)


@pytest.mark.parametrize(("name", "why"), [("no-such.ttf", "cannot be read"), (__file__, "no font with TrueType outlines")])
def test_a_file_that_is_no_font_is_refused(name: str, why: str) -> None:
    with pytest.raises(QuizgenError, match=f"W104.*{why}"):
        write(material(fonts=(name,)))


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.item.format)
def test_what_extracts_is_what_the_quiz_says_in_its_order(one: Drawn) -> None:
    said = [*one.item.stem.split("_____"), *one.options, *one.premises, *one.responses]
    text = pdf.content(write(material(one)))
    places = [text.index(pdf.squeezed(part)) for part in said if part]
    assert places == sorted(places)


def test_text_without_a_role_is_a_bug() -> None:
    press = Press((300, 300))
    press.pen.text("x", Face.REGULAR, type_for(material().printing).body, 10, 10)
    with pytest.raises(ValueError, match="plays no role"):
        press.page()


def test_nothing_is_drawn_of_an_empty_text() -> None:
    pen = Pen()
    pen.text("", Face.REGULAR, type_for(material().printing).body, 10, 10)
    assert [] == pen.take()
