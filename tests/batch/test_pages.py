"""The index: one page that holds all, loads nothing, and takes no text of an article for markup."""

import re

import pytest

from quizgen.batch.pages import _page

HOSTILE = '<script>alert(1)</script>"&\u202e\x1b[2J'
ROW = {
    "title": HOSTILE,
    "url": "javascript:alert(1)",
    "date": "1704-05-05",
    "part_of": [HOSTILE],
    "notes": 7,
    "items": 40,
    "files": [{"file": "siege-of-orlam/siege-of-orlam.apkg", "holds": "7 notes"}],
}
CLASH = {
    "title": "Siege of Orlam",
    "url": "https://en.wikipedia.org/wiki/A?a=1&b=2",
    "text": HOSTILE,
    "values": ["200", "300"],
    "sources": "o:4; o:9",
}
REFUSED = {"source": "x.wiki", "title": "", "why": [HOSTILE, "b"]}


@pytest.fixture(scope="module")
def page():
    return _page([ROW], [CLASH], [REFUSED])


def test_nothing_is_loaded_from_anywhere(page):
    assert re.findall(r"<(?:link|img|iframe|object|embed|script src)\b", page) == []
    assert re.findall(r"url\(|@import|fetch\(", page) == []
    assert {"siege-of-orlam/siege-of-orlam.apkg", "https://en.wikipedia.org/wiki/A?a=1&amp;b=2"} == {
        href for href in re.findall(r'href="([^"]*)"', page) if not href.startswith("#")
    }


def test_no_text_of_an_article_becomes_markup(page):
    assert 1 == page.count("<script>")
    assert 4 == page.count("&lt;script&gt;alert(1)&lt;/script&gt;")
    assert not {"\u202e", "\x1b"} & set(page)


def test_it_counts_what_it_lists(page):
    assert "1 campaign · 7 notes · 1 contradiction · 1 not published" in page


def test_an_empty_table_says_so():
    assert 3 == _page([], [], []).count("<p>None.</p>")


def test_colours_stand_out_from_their_ground(page):
    for ink, soft, paper, link, head in zip(
        *(re.findall(rf"--{name}: (#\w+)", page) for name in ("ink", "soft", "paper", "link", "head")), strict=True
    ):
        assert min(contrast(one, other) for one in (ink, soft, link) for other in (paper, head)) >= 4.5


def contrast(one, other):
    lights = sorted(light(colour) for colour in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def light(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
