"""An export → its pages, the page chosen, and its reading; what is wrong with an export, at its place in the XML."""

import bz2
import io
import shutil
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen import api, cli
from quizgen.diagnostics import QuizgenError
from quizgen.model import Page
from quizgen.readers import export

SIEGES = Path(__file__).parents[1] / "articles" / "two-sieges.xml"
ORLAM = "Siege of Orlam (1704)"
HEAD = '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/">'


def pages(data, file="x.xml"):
    return list(export.pages(io.BytesIO(data if isinstance(data, bytes) else data.encode()), file))


def page(title="A", body="<revision><text>a</text></revision>", rest=""):
    return f"<page><title>{title}</title>{rest}{body}</page>"


def problem(call, *args, **kwargs):
    """The one diagnostic that a call raises."""
    with pytest.raises(QuizgenError) as caught:
        call(*args, **kwargs)
    (found,) = caught.value.diagnostics
    return found


@pytest.fixture
def folder(tmp_path):
    """A folder with the export of two sieges, plain and packed."""
    shutil.copy(SIEGES, tmp_path / "dump.xml")
    (tmp_path / "dump.xml.bz2").write_bytes(bz2.compress(SIEGES.read_bytes()))
    return tmp_path


def test_a_page_has_its_newest_revision_and_where_that_is_from():
    first = pages(SIEGES.read_bytes())[0]
    url = "https://en.wikipedia.org/wiki/Siege_of_Orlam_%281704%29?oldid=90002"
    assert Page("en.wikipedia.org", ORLAM, 4101, 90002, url, "", "CC BY-SA 4.0") == first.page
    assert ("2021-06-07", "", True) == (first.as_of, first.redirect, first.is_article)
    assert "{{short description|A siege of the river war}}" == first.text.split("\n")[0]
    assert "200 killed & wounded" in first.text


def test_redirects_and_templates_are_known_as_such():
    told = [(p.page.title, p.redirect, p.is_article, p.has_box) for p in pages(SIEGES.read_bytes())]
    assert [
        (ORLAM, "", True, True),
        ("Orlam siege", ORLAM, True, False),
        ("Orlam", "", True, False),
        ("Template:Infobox military conflict", "", False, False),
        ("Raid on Verre Bridge", "", True, True),
    ] == told


def test_a_packed_export_gives_the_same_pages():
    data = SIEGES.read_bytes()
    packed = bz2.compress(data[:1000]) + bz2.compress(data[1000:])  # of several streams, as dumps are
    assert pages(data) == pages(packed, "x.xml.BZ2")


def test_what_an_export_does_not_say_is_unknown():
    (bare,) = pages(f"{HEAD}<siteinfo><base>no address</base></siteinfo>{page(body='')}</mediawiki>")
    assert (Page(title="A"), "", None) == (bare.page, bare.text, bare.as_of)
    (other,) = pages(f"{HEAD}<siteinfo><base>https://wiki.example.org/Start</base></siteinfo>{page(rest='<id>x</id>')}</mediawiki>")
    assert Page("wiki.example.org", "A", url="https://wiki.example.org/A") == other.page


def test_revisions_in_any_order_give_the_newest():
    old, new = (f"<revision><id>{n}</id><timestamp>20{n}-01-02T00:00:00Z</timestamp><text>{n}</text></revision>" for n in (10, 20))
    for body in (old + new, new + old):
        (one,) = pages(f"{HEAD}{page(body=body)}</mediawiki>")
        assert ("20", 20, "2020-01-02") == (one.text, one.page.revision, one.as_of)


def test_pages_come_before_the_export_is_read_to_its_end():
    class Counted(io.BytesIO):
        def read(self, size=-1):
            self.taken = getattr(self, "taken", 0) + 1
            return super().read(size)

    stream = Counted(f"{HEAD}{page() * 100_000}".encode())
    assert "A" == next(export.pages(stream, "x.xml")).page.title
    assert 1 == stream.taken


def test_a_page_that_is_far_too_long_is_cut_and_then_refused(monkeypatch):
    monkeypatch.setattr(export, "SIZE", 1000)
    long, short = pages(f"{HEAD}{page(body='<revision><text>' + 'x&amp;' * 9000 + '</text></revision>')}{page('B')}</mediawiki>")
    assert (1001, "a") == (len(long.text), short.text)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("", "R130", 1, 1),
        ("= Siege =", "R130", 1, 1),
        (f"{HEAD}\n<page></pag>", "R130", 2, 9),
        (f"{HEAD}\n<page>&lol;</page>", "R130", 2, 7),
        (f"{HEAD}\n<page><title>A", "R130", 2, 15),
        ("<html>\n</html>", "R131", 1, 1),
        (f"{HEAD}\n{'<a>' * 40}", "R131", 2, 97),
        ('<!DOCTYPE m [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>\n<mediawiki/>', "R132", 1, 1),
        ('<!DOCTYPE mediawiki SYSTEM "file:///secret">\n<mediawiki/>', "R132", 1, 1),
    ],
)
def test_xml_that_is_no_export_is_told_at_its_place(text, code, line, column):
    found = problem(pages, text)
    assert (code, line) == (found.code, found.span.line)
    assert code == "R132" or column == found.span.column
    assert found.hint


@pytest.mark.parametrize("data", [b"no bzip2", bz2.compress(SIEGES.read_bytes())[:-20]])
def test_a_damaged_package_is_told(data):
    assert "R133" == problem(pages, data, "x.xml.bz2").code


@given(st.lists(st.sampled_from(["<page>", "</page>", "<title>", "</title>", "<text>", "x", "&amp;", "&", "<redirect/>", "<revision>"])))
@settings(max_examples=60)
def test_no_export_raises_anything_else(parts):
    with suppress(QuizgenError):
        found = pages(HEAD + "".join(parts) + "</mediawiki>")
        assert len(found) <= parts.count("<page>")


def test_a_page_is_read_as_an_article_with_lines_of_its_own(folder):
    reading = api.read(str(folder / "dump.xml.bz2"), page=ORLAM)
    campaign = reading.campaign
    assert ("siege-of-orlam-1704", "siege-of-orlam-1704", ORLAM) == (campaign.id, campaign.name, campaign.title.value)
    assert ("2021-06-07", 90002) == (campaign.as_of, campaign.page.revision)
    place = campaign.place.source
    assert ("dump.xml.bz2", 6, "place") == (place.file, place.line, reading.article.lines[place.line - 1].split()[1])
    assert ("1", "1704-05-05/1704-06-09") == (campaign.result.winner, campaign.date.value.edtf)
    assert "1999" == api.read(str(folder / "dump.xml"), page=ORLAM, as_of="1999").campaign.as_of


def test_titles_are_found_however_they_are_typed(folder):
    typed = api.read(str(folder / "dump.xml"), page=" siege_of_Orlam_(1704)").campaign
    assert typed == api.read(str(folder / "dump.xml"), page=ORLAM).campaign


def test_a_title_may_begin_with_a_small_letter_where_the_wiki_lets_it(tmp_path):
    text = SIEGES.read_text(encoding="utf-8").replace("<title>Raid on", "<title>raid on")
    (tmp_path / "dump.xml").write_text(text, encoding="utf-8")
    assert "raid on Verre Bridge" == api.read(str(tmp_path / "dump.xml"), page="raid on Verre Bridge").campaign.title.value


def test_the_only_article_with_a_box_needs_no_title_and_what_was_skipped_is_said(folder):
    one = SIEGES.read_text(encoding="utf-8").replace("{{Warbox", "{{Box")
    (folder / "one.xml").write_text(one, encoding="utf-8")
    reading = api.read(str(folder / "one.xml"))
    assert ORLAM == reading.campaign.title.value
    assert ["R138"] == [d.code for d in reading.diagnostics if d.code.startswith("R13")]


def test_an_export_of_one_article_is_read_whatever_it_has(tmp_path):
    (tmp_path / "a.xml").write_text(f"{HEAD}{page(body='<revision><text>Prose.</text></revision>')}</mediawiki>", encoding="utf-8")
    found = problem(api.read, str(tmp_path / "a.xml"))
    assert ("R122", f"{tmp_path / 'a.xml'}#A") == (found.code, found.span.file)


@pytest.mark.parametrize(
    ("title", "code", "told"),
    [
        (None, "R134", f'2 of its articles have the infobox of a campaign: "{ORLAM}", "Raid on Verre Bridge"'),
        ("Siege of Orlm", "R136", f'did you mean "{ORLAM}"?'),
        ("Zzz", "R136", "--list"),
        ("", "R136", "--list"),
        ("Orlam siege", "R137", f'--page "{ORLAM}"'),
    ],
)
def test_a_page_that_cannot_be_chosen_is_told(folder, title, code, told):
    found = problem(api.read, str(folder / "dump.xml"), page=title)
    assert code == found.code
    assert told in f"{found.message} {found.hint}"


def test_of_many_articles_an_error_names_a_few(tmp_path):
    body = "<revision><text>{{Warbox}}</text></revision>"
    (tmp_path / "a.xml").write_text(f"{HEAD}{''.join(page(f'Raid {n}', body) for n in range(9))}</mediawiki>", encoding="utf-8")
    assert problem(api.read, str(tmp_path / "a.xml")).message.endswith('"Raid 4" and 4 more')
    (tmp_path / "a.xml").write_text(f"{HEAD}{page('A') + page('B')}</mediawiki>", encoding="utf-8")
    assert "R135" == problem(api.read, str(tmp_path / "a.xml")).code
    (tmp_path / "a.xml").write_text(f"{HEAD}</mediawiki>", encoding="utf-8")
    assert "none of its 0 articles" in problem(api.read, str(tmp_path / "a.xml")).message


def test_only_exports_have_pages(folder):
    (folder / "a.txt").write_text("= A =", encoding="utf-8")
    assert "R139" == problem(api.read, str(folder / "a.txt"), page="A").code
    assert "R139" == problem(api.pages, str(folder / "a.txt")).code


def test_list_prints_titles_with_page_and_revision(folder, capsys, monkeypatch):
    monkeypatch.chdir(folder)
    assert 0 == cli.main(["read", "dump.xml.bz2", "--list"])
    listed = capsys.readouterr().out
    assert f"{ORLAM}\t4101\t90002\nOrlam siege\t4102\t90003\tsends to {ORLAM}\n" == "".join(listed.splitlines(keepends=True)[:2])
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SIEGES.read_bytes())))
    assert 0 == cli.main(["read", "-", "--from", "x.xml", "--list"])
    assert listed == capsys.readouterr().out


def test_nothing_is_listed_of_a_damaged_export(folder, capsys):
    (folder / "cut.xml").write_bytes(SIEGES.read_bytes()[:-20])
    assert 1 == cli.main(["read", str(folder / "cut.xml"), "--list"])
    printed = capsys.readouterr()
    assert ("", True) == (printed.out, "R130" in printed.err)


def test_a_warning_shows_the_line_of_the_page(folder, capsys, monkeypatch):
    monkeypatch.chdir(folder)
    text = SIEGES.read_text(encoding="utf-8").replace("| partof ", "| weaponry = clubs\n| partof ")
    (folder / "dump.xml").write_text(text, encoding="utf-8")
    assert 0 == cli.main(["read", "dump.xml", "--page", ORLAM])
    assert f"dump.xml#{ORLAM}:4:14: R201 warning" in (err := capsys.readouterr().err)
    assert "  | | weaponry = clubs\n" in err
    assert 0 == cli.main(["check", "dump.xml", "--page", ORLAM])
    assert "  | | weaponry = clubs\n" in capsys.readouterr().err


def test_a_model_of_a_page_is_checked_against_that_page(folder, capsys, monkeypatch):
    monkeypatch.chdir(folder)
    assert 0 == cli.main(["read", "dump.xml", "--page", ORLAM, "-o", "orlam.yaml"])
    assert 0 == cli.main(["check", "orlam.yaml"])
    text = SIEGES.read_text(encoding="utf-8")
    (folder / "dump.xml").write_text(text.replace("= [[Orlam]], Lowmark", "= [[Orlam]], Verre"), encoding="utf-8")
    capsys.readouterr()
    assert 1 == cli.main(["check", "orlam.yaml"])
    assert {"K101", "K106"} <= set(capsys.readouterr().err.split())


def test_corrections_stand_beside_the_export_under_the_name_of_the_page(folder):
    fix = "quizgen: fix/1\ncorrections:\n- {set: place, value: Orlam, who: me, why: shorter}\n"
    (folder / "siege-of-orlam-1704.fix.yaml").write_text(fix, encoding="utf-8")
    assert "Orlam" == api.read(str(folder / "dump.xml"), page=ORLAM).campaign.place.value
