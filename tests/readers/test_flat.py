"""The flat form → an article; what is wrong with a file, all at once; the table of sources."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.diagnostics import QuizgenError
from quizgen.readers import sources
from quizgen.readers.flat import READER

SEEDS = Path(__file__).parents[2] / "seeds"
TEXT = """= Siege of Orlam =

Infobox
- Date: 5 May 1704

-Place:Orlam: the town
- a line without a key
The siege began.

==Background==
It was spring.
* a bullet
===Forces===
- 300 men
==See also==
- Siege of Verre
"""


def read(text):
    return READER.read(text, "orlam.txt", "orlam")


def test_an_article_has_its_title_and_fields():
    article = read(TEXT)
    assert ("Siege of Orlam", "orlam.txt", "orlam") == (article.title.value, article.file, article.name)
    assert [("Date", "5 May 1704"), ("Place", "Orlam: the town"), ("", "a line without a key")] == [
        (f.key, f.value.value) for f in article.fields
    ]


def test_sections_have_paths_paragraphs_and_items():
    found = [(s.level, s.heading, s.path, [p.value for p in s.paragraphs], [i.value for i in s.items]) for s in read(TEXT).sections]
    assert [
        (1, "", "", ["The siege began."], []),
        (2, "Background", "Background", ["It was spring."], ["a bullet"]),
        (3, "Forces", "Background > Forces", [], ["300 men"]),
        (2, "See also", "See also", [], ["Siege of Verre"]),
    ] == found


def test_every_text_stands_where_it_says():
    article = read("\ufeff" + TEXT.replace("\n", "\r\n"))
    texts = [article.title, *(f.value for f in article.fields)]
    texts += [text for section in article.sections for text in (*section.paragraphs, *section.items)]
    assert all(article.lines[text.line - 1][text.column - 1 :].startswith(text.value) for text in texts)


def test_the_seed_has_its_seven_sections():
    article = READER.read((SEEDS / "aleppo-2016.txt").read_text(encoding="utf-8"), "aleppo-2016.txt", "aleppo-2016")
    assert (16, 7) == (len(article.fields), len(article.sections))
    assert "The offensive > Initial rebel attack" == article.sections[2].path


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("", [(1, "R100")]),
        (" \n\n", [(1, "R100")]),
        ("Siege of Orlam\n\nInfobox\n- Date: 1704", [(1, "R101")]),
        ("== Siege ==\n\nInfobox\n- Date: 1704", [(1, "R101")]),
        ("= Siege =\n\nSome prose.", [(1, "R102")]),
        ("= Siege =\n\nInfobox\n- Born: 1704\n- no key", [(3, "R103")]),
        ("= Siege =\n\nInfobox", [(3, "R103")]),
        ("Siege\n\nSome prose.", [(1, "R101"), (1, "R102")]),
    ],
)
def test_a_file_that_is_no_article_is_an_error(text, places):
    with pytest.raises(QuizgenError) as caught:
        read(text)
    assert places == [(d.span.line, d.code) for d in caught.value.diagnostics]
    assert all(d.hint or d.code == "R101" for d in caught.value.diagnostics)


@given(st.text(alphabet="= -:*\nInfoboxDate1", max_size=80))
def test_no_text_raises_anything_else(text):
    with suppress(QuizgenError):
        assert read(text).fields


def write(folder, table):
    (folder / "SOURCES.csv").write_text(table, encoding="utf-8")
    return sources(folder / "orlam.txt")


def test_the_table_beside_an_article_gives_its_page(tmp_path):
    page, as_of = write(
        tmp_path, "file,title,page,revision,as_of,licence\nx.txt,,,,,\norlam.txt,Siege,Siege of Orlam,123,2020-05-01,CC BY-SA 4.0\n"
    )
    assert ("Siege of Orlam", 123, "CC BY-SA 4.0", "2020-05-01") == (page.title, page.revision, page.licence, as_of)


def test_what_the_table_leaves_empty_is_unknown(tmp_path):
    page, as_of = write(tmp_path, "file,title,page,revision,as_of,licence\norlam.txt,,,,,\n")
    assert (None, None, "") == (page.revision, as_of, page.title)


def test_an_article_that_no_table_names_has_no_page(tmp_path):
    assert (None, None) == sources(tmp_path / "orlam.txt")
    assert (None, None) == write(tmp_path, "file,title,page,revision,as_of,licence\n")


def test_the_seed_has_its_page():
    page, as_of = sources(SEEDS / "aleppo-2016.txt")
    assert ("Aleppo offensive (July–August 2016)", None, "CC BY-SA 4.0", None) == (page.title, page.revision, page.licence, as_of)


@pytest.mark.parametrize(
    ("table", "code"), [("file,title\norlam.txt,x\n", "R110"), ("file,title,page,revision,as_of,licence\norlam.txt,,,r12,,\n", "R111")]
)
def test_a_table_that_is_wrong_is_an_error(tmp_path, table, code):
    with pytest.raises(QuizgenError) as caught:
        write(tmp_path, table)
    assert [code] == [d.code for d in caught.value.diagnostics]
