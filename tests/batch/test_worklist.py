"""SOURCEs → the articles to read: files, folders, globs, exports, dumps with an index."""

import bz2

import pytest

from quizgen.batch import multistream
from quizgen.batch.jobs import Refusal
from quizgen.batch.worklist import articles, find
from quizgen.diagnostics import QuizgenError
from tests.batch.corpus import HEAD, article, export, page

ORLAM, VERRE = ("Siege of Orlam", article("Siege of Orlam", 1704)), ("Raid on Verre", article("Raid on Verre", 1705))
TOWN = ("Lowmark", "Lowmark is a town.")


def given(*names, titles=(), index=None):
    return list(articles(find(list(map(str, names)), titles, index)))


@pytest.fixture
def folder(tmp_path):
    held = {
        "b/orlam.wiki": ORLAM[1],
        "a.wiki": VERRE[1],
        "a.fix.yaml": "quizgen: fix/1\n",
        "a.yaml": "quizgen: campaign/1\n",
        "own.yaml": "# by hand\nquizgen: campaign/1\n",
        "friday.yaml": "quizgen: sheet/1\n",
        "deck.lock.yaml": "quizgen: ledger/1\n",
        ".hidden/c.wiki": "",
        "notes.odt": "",
        "SOURCES.csv": "file,title,page,revision,as_of,licence\na.wiki,Raid,Raid on Verre,7,2021-05-05,CC0\n",
    }
    for name, text in held.items():
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text(text)
    return tmp_path / "in"


def test_of_a_folder_what_a_reader_takes_is_read_in_order(folder):
    assert ["a.wiki", "orlam.wiki", "own.yaml"] == [found.file for found in given(folder)]


def test_a_glob_gives_files_once(folder):
    assert ["a.wiki", "orlam.wiki"] == [found.file for found in given(f"{folder}/**/*.wiki", folder / "a.wiki")]


def test_an_article_comes_with_its_row_and_its_corrections(folder):
    (found,) = given(folder / "a.wiki")
    assert ("Raid on Verre", 7, "2021-05-05") == (found.page.title, found.page.revision, found.as_of)
    assert found.fix == (str(folder / "a.fix.yaml"), "quizgen: fix/1\n")


def test_names_that_lead_nowhere_are_all_told(tmp_path):
    with pytest.raises(QuizgenError) as err:
        find([str(tmp_path / "gone.wiki"), str(tmp_path), f"{tmp_path}/*.wiki"])
    assert ["F001", "F011", "F011"] == [d.code for d in err.value.diagnostics]


def test_of_an_export_pages_with_the_infobox_are_read(tmp_path):
    (tmp_path / "e.xml").write_text(export(ORLAM, TOWN, VERRE))
    found = given(tmp_path / "e.xml")
    assert [("siege-of-orlam", 100), ("raid-on-verre", 102)] == [(one.name, one.page.page_id) for one in found]
    assert found[-1].until <= (tmp_path / "e.xml").stat().st_size


def test_titles_choose_pages_and_one_that_is_missing_is_told(tmp_path):
    (tmp_path / "e.xml").write_text(export(ORLAM, TOWN, VERRE))
    found = given(tmp_path / "e.xml", titles=["lowmark", "Raid_on_Verre", "Siege of Tamm"])
    assert ["lowmark", "raid-on-verre"] == [one.name for one in found[:2]]
    assert found[2] == Refusal("", ("R136 no page has this title",), "Siege of Tamm", is_lasting=False)


def test_a_page_that_only_sends_on_is_refused(tmp_path):
    moved = export(ORLAM).replace("<id>100</id>", '<id>100</id><redirect title="Fall of Orlam" />', 1)
    (tmp_path / "e.xml").write_text(moved)
    (found,) = given(tmp_path / "e.xml", titles=["Siege of Orlam"])
    assert found.why == ('R137 it only sends to "Fall of Orlam"',)


def test_a_damaged_export_gives_what_stands_before_the_damage(tmp_path):
    (tmp_path / "e.xml").write_text(export(ORLAM, VERRE).replace("</page>", "</pge>", 2)[:-20])
    (tmp_path / "f.xml").write_text(export(ORLAM)[:-5])
    assert [Refusal, "siege-of-orlam", Refusal] == [
        type(f) if isinstance(f, Refusal) else f.name for f in given(tmp_path / "e.xml", tmp_path / "f.xml")
    ]


def dump(folder, *streams):
    """A multistream dump and its index: each stream holds pages (title, text, number)."""
    data, index = bz2.compress(HEAD.encode()), ""
    for pages in streams:
        index += "".join(f"{len(data)}:{number}:{title}\n" for title, _, number in pages)
        data += bz2.compress("".join(page(*one) for one in pages).encode())
    path = folder / "w-multistream.xml.bz2"
    path.write_bytes(data + bz2.compress(b"</mediawiki>"))
    (folder / "w-multistream-index.txt.bz2").write_bytes(bz2.compress(index.encode()))
    return path


STREAMS = ([(*TOWN, 1), (*ORLAM, 2)], [("Lake: north", "A lake.", 3)], [(*VERRE, 4)])


def test_of_a_dump_with_an_index_only_streams_with_wanted_pages_are_unpacked(tmp_path, monkeypatch):
    path, unpacked = dump(tmp_path, *STREAMS), []
    own = multistream._unpacked
    monkeypatch.setattr(multistream, "_unpacked", lambda stream, offset, file: unpacked.append(offset) or own(stream, offset, file))
    assert [4] == [found.page.page_id for found in given(path, titles=["Raid on Verre"])]
    assert 2 == len(unpacked), "the head and one stream"
    assert [2, 3] == [found.page.page_id for found in given(path, titles=["Lake: north", "Siege of Orlam"])]


def test_without_titles_a_dump_is_read_whole(tmp_path):
    assert [2, 4] == [found.page.page_id for found in given(dump(tmp_path, *STREAMS))]


@pytest.mark.parametrize(
    ("spoil", "code"),
    [(lambda p: p.with_name("w-multistream-index.txt.bz2").write_bytes(bz2.compress(b"x:y\n")), "R140"),
     (lambda p: p.with_name("w-multistream-index.txt.bz2").write_bytes(b"no bzip2"), "R140"),
     (lambda p: p.with_name("w-multistream-index.txt.bz2").write_bytes(bz2.compress(b"9:4:Raid on Verre\n")), "R133"),
     (lambda p: p.write_bytes(p.read_bytes()[:60]), "R133")],
    ids=["no index", "no bzip2", "another index", "cut"],
)  # fmt: skip
def test_a_dump_and_an_index_that_do_not_fit_are_told(tmp_path, spoil, code):
    path = dump(tmp_path, *STREAMS)
    spoil(path)
    assert any(code in line for found in given(path, titles=["Raid on Verre"]) if isinstance(found, Refusal) for line in found.why)
