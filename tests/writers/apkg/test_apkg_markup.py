"""Text → HTML that shows it."""

import html
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.writers._notes.markup import cloze, element, listing, plain, shown

TEXTS = st.text(st.one_of(st.characters(), st.sampled_from("<>&{}[]:\\\x1f\x00\u0338\ud800\u202e \n"))).filter(bool)


@pytest.mark.parametrize(
    ("seen", "text"),
    [
        ("Wa’el Điện", "Wa’el Điện"),
        ("Phủ", unicodedata.normalize("NFD", "Phủ")),
        ("a b c", " a\n\tb \r\n c "),
        ("one�two�", "one\x1ftwo\x00"),
        ("� �", "\x7f \x85"),
        ("� alone", "\ud800 alone"),
        ("�txt.exe�", "\u202etxt.exe\u202c"),
        ("left\u200eto\u200dright", "left\u200eto\u200dright"),
        ("10\u00a0000", "10\u00a0000"),
    ],
)
def test_a_reader_sees_the_text_with_its_invisible_signs_made_visible(seen: str, text: str) -> None:
    assert seen == plain(text)


@pytest.mark.parametrize("text", ["<script>", "{{c1::x}}", "{{Field}}", "[sound:x]", "[latex]", "5 < 6 & 7", "\"'", "a\u0338", "<\u0338b>"])
def test_no_sign_that_anki_or_a_browser_reads_is_left(text: str) -> None:
    assert not re.search("[<>{}\\[\\]\"'\u0338]|&(?!#\\d+;)", shown(text))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_the_html_shows_the_text(text: str) -> None:
    assert plain(text) == html.unescape(shown(text))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_anki_normalizing_a_field_breaks_no_tag(text: str) -> None:
    field = element("b", shown(text))
    assert field == unicodedata.normalize("NFC", field)


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_a_cloze_holds_one_deletion_and_no_hint(before: str, deleted: str, after: str) -> None:
    outer = re.fullmatch(r"([^{}]*)\{\{c1::([^{}:]*)\}\}([^{}]*)", cloze(before, deleted, after))
    assert outer
    assert plain(deleted) == html.unescape(outer[2])


@pytest.mark.parametrize(
    ("seen", "before", "after"),
    [
        ("to {{c1::Brod}} by", "to ", " by"),
        ("“{{c1::Brod}}”", "“", "”"),
        ("{{c1::Brod}}, then", "", ", then"),
        ("to {{c1::Brod}}", "to\t", " "),
    ],
)
def test_spaces_around_a_gap_stay_as_they_stand(seen: str, before: str, after: str) -> None:
    assert seen == cloze(before, "Brod", after)


def test_a_list_wraps_each_entry() -> None:
    assert '<ol class="x"><li>a</li><li>b</li></ol>' == listing("ol", ["a", "b"], "x")
    assert "<ul></ul>" == listing("ul", [])
