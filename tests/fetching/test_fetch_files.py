"""Pages that were fetched → files and their rows in SOURCES.csv, all or none."""

import csv
import time
from pathlib import Path

import pytest

from quizgen import api, cli
from quizgen.diagnostics import QuizgenError
from quizgen.fetching import Fetched, file_name, files_of
from quizgen.model import Page
from quizgen.pages import StoredPage
from tests.fetching.wiki import answer

COLUMNS = "file,title,page,revision,as_of,licence,site,page_id,url,retrieved"


def rows(folder):
    with (folder / "SOURCES.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Battle of Điện Biên Phủ", "battle-of-dien-bien-phu.wiki"),
        ("../../etc/passwd", "etc-passwd.wiki"),
        ("a\0b\\c:d", "a-b-c-d.wiki"),
        ("CON", "con-7.wiki"),
        ("Lpt1", "lpt1-7.wiki"),
        ("…?", "page-7.wiki"),
        ("x" * 300, f"{'x' * 120}-7.wiki"),
        ("Битва " * 60, None),
        ("漢" * 300, f"{'漢' * 40}-7.wiki"),
    ],
)
def test_every_title_makes_a_safe_file_name(title, name):
    made = file_name(Page(title=title, page_id=7))
    assert made == (name or made)
    assert made == Path(made).name
    assert len(made.encode()) < 200
    assert made.isprintable()


def stored(title, text="a\n\n", site="wiki.example.org", **parts):
    return Fetched(StoredPage(Page(site, title, **parts), text, "2021-06-07"))


def write(folder, *fetched):
    for path, data in files_of(fetched, folder).items():
        path.write_bytes(data)


def test_a_page_gets_a_row_beside_those_that_are_there(tmp_path):
    kept = 'file,title,page,revision,as_of,licence,note\nold.txt,Old,"Old, page",1,,CC0,mine\n'
    (tmp_path / "SOURCES.csv").write_text(kept, encoding="utf-8")
    write(tmp_path, stored('Raid, "A"', revision=5, page_id=6, licence="CC0"))
    old, new = rows(tmp_path)
    assert ("old.txt", "Old, page", "mine", "") == (old["file"], old["page"], old["note"], old["site"])
    assert ("raid-a.wiki", 'Raid, "A"', "5", "2021-06-07", "6") == tuple(
        new[key] for key in ("file", "page", "revision", "as_of", "page_id")
    )
    assert b"a\n" == (tmp_path / "raid-a.wiki").read_bytes()


def test_a_later_revision_takes_the_place_of_the_earlier(tmp_path):
    write(tmp_path, stored("Raid", "one", revision=1))
    write(tmp_path, stored("Raid", "two", revision=2))
    assert ("two\n", ["2"]) == ((tmp_path / "raid.wiki").read_text(), [row["revision"] for row in rows(tmp_path)])


def test_a_file_of_another_page_is_never_written_over(tmp_path):
    write(tmp_path, stored("Raid"))
    (tmp_path / "mine.wiki").write_text("by hand", encoding="utf-8")
    (tmp_path / "a-folder.wiki").mkdir()
    others = [stored("RAID"), stored("Raid", site="en.wikipedia.org"), stored("Mine"), stored("A folder"), stored("New"), stored("NEW")]
    with pytest.raises(QuizgenError) as caught:
        files_of(others, tmp_path)
    assert ["N107"] * 5 == [d.code for d in caught.value.diagnostics]
    names = ["raid.wiki", "raid.wiki", "mine.wiki", "a-folder.wiki", "new.wiki"]
    assert names == [Path(d.span.file).name for d in caught.value.diagnostics]


def test_a_row_without_a_site_is_of_the_usual_one(tmp_path):
    (tmp_path / "SOURCES.csv").write_text("file,title,page,revision,as_of,licence\nraid.wiki,Raid,Raid,1,,\n", encoding="utf-8")
    write(tmp_path, stored("Raid", site="en.wikipedia.org", revision=2))
    assert ["2"] == [row["revision"] for row in rows(tmp_path)]


def test_the_command_leaves_articles_that_quizgen_reads(wiki, tmp_path, capsys):
    out = tmp_path / "articles"
    assert 0 == cli.main(["fetch", "Siege of Orlam", "--site", wiki.address, "-o", str(out)])
    printed = capsys.readouterr()
    told = f"{out / 'siege-of-orlam.wiki'}  Siege of Orlam, revision 90002 of 2021-06-07, CC BY-SA 3.0\n"
    assert ("", told) == (printed.out, printed.err)
    assert COLUMNS == (out / "SOURCES.csv").read_text(encoding="utf-8").split("\n")[0]
    page = api.read(str(out / "siege-of-orlam.wiki")).campaign.page
    assert ("wiki.example.org", 4101, 90002) == (page.site, page.page_id, page.revision)
    assert time.strftime("%Y-%m-", time.gmtime()) == page.retrieved[:8]
    assert ["SOURCES.csv", "siege-of-orlam.wiki"] == sorted(path.name for path in out.iterdir())


def test_the_command_writes_all_or_nothing_and_tells_every_error(wiki, tmp_path, capsys):
    wiki.script = [answer(), {"query": {"pages": [{"title": "X", "missing": True}]}}]
    asked = ["Siege of Orlam", "X", "https://"]
    assert 1 == cli.main(["fetch", *asked, "--site", wiki.address, "-o", str(tmp_path / "out")])
    printed = capsys.readouterr()
    assert ("", ["N105", "N108"]) == (printed.out, [word for word in printed.err.split() if word.startswith("N10")])
    assert not (tmp_path / "out").exists()


def test_an_article_that_breaks_off_leaves_nothing(wiki, tmp_path, capsys):
    wiki.script = [answer(), (200, {"Content-Length": "9999"}, b'{"query": {')]
    assert 1 == cli.main(["fetch", "Siege of Orlam", "Raid", "--site", wiki.address, "-o", str(tmp_path / "out")])
    assert "N101" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
