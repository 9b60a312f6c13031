"""Titles and addresses → files of wikitext, from a wiki on this machine that answers as each test says."""

import ast
import csv
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

import quizgen
from quizgen import api, cli, fetching
from quizgen.diagnostics import QuizgenError
from quizgen.fetching import Fetched, file_name, files_of, wanted
from quizgen.model import Page
from quizgen.pages import StoredPage

PACKAGE = Path(quizgen.__file__).parent
TEXT = """{{Infobox military conflict
| conflict   = Siege of Orlam
| date       = 5 May 1704
| place      = Orlam
| combatant1 = Lowmark
| combatant2 = Verre
}}
The '''Siege of Orlam''' was fought on 5 May 1704."""
COLUMNS = "file,title,page,revision,as_of,licence,site,page_id,url,retrieved"


def answer(title="Siege of Orlam", **changed):
    """What a wiki says of a page; `changed` are parts of its page, or of the whole if they are named so."""
    body = {"contentmodel": "wikitext", "contentformat": "text/x-wiki", "content": TEXT}
    page = {
        "pageid": 4101,
        "ns": 0,
        "title": title,
        "canonicalurl": f"https://wiki.example.org/wiki/{title.replace(' ', '_')}",
        "revisions": [{"revid": 90002, "timestamp": "2021-06-07T08:09:10Z", "slots": {"main": body}}],
    }
    rights = {"url": "https://creativecommons.org/licenses/by-sa/3.0/", "text": "Creative Commons"}
    query = {"pages": [page], "general": {"servername": "wiki.example.org"}, "rightsinfo": rights}
    whole = {"batchcomplete": True, "query": query}
    for name, value in changed.items():
        next((part for part in (whole, query, page, page["revisions"][0], body) if name in part), query)[name] = value
    return whole


class Wiki(ThreadingHTTPServer):
    """A server that gives the answers of its script in turn, the last for ever, and keeps what it was asked.

    An answer is what an API says, or (status, headers, body).
    """

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.script = [answer()]
        self.asked = []
        self.agents = []
        self.paths = {"/w/api.php"}
        self.address = f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        path = urlsplit(self.path).path
        self.server.asked.append((path, {key: value[0] for key, value in parse_qs(urlsplit(self.path).query).items()}))
        self.server.agents.append(self.headers["User-Agent"])
        said = self.server.script
        now = (404, {}, b"<html>none here</html>") if path not in self.server.paths else said.pop(0) if len(said) > 1 else said[0]
        status, headers, body = now if isinstance(now, tuple) else (200, {}, json.dumps(now).encode())
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing on standard error."""


@pytest.fixture
def wiki(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setattr(fetching, "BACKOFF", 0.001)
    with Wiki() as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


def fetch(wiki, asked="Siege of Orlam", **options):
    return fetching.fetch(asked, site=wiki.address, **options)


def problem(call, *args, **options):
    """The one diagnostic that a call raises."""
    with pytest.raises(QuizgenError) as caught:
        call(*args, **options)
    (found,) = caught.value.diagnostics
    assert found.hint
    return found


def rows(folder):
    with (folder / "SOURCES.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_a_title_gives_its_newest_revision_and_where_it_is_from(wiki):
    got = fetch(wiki, "siege_of Orlam", retrieved="2026-11-23", version="1.2.3")
    url = "https://wiki.example.org/wiki/Siege_of_Orlam?oldid=90002"
    assert Page("wiki.example.org", "Siege of Orlam", 4101, 90002, url, "2026-11-23", "CC BY-SA 3.0") == got.stored.page
    assert (TEXT, "2021-06-07", ()) == (got.stored.text, got.stored.as_of, got.told)
    ((path, query),) = wiki.asked
    assert ("/w/api.php", "Siege of Orlam", "1") == (path, query["titles"], query["redirects"])
    assert wiki.agents[0].startswith("quizgen/1.2.3 (http")


@pytest.mark.parametrize(
    ("tail", "key", "value"),
    [
        ("/wiki/Siege_of_Orlam", "titles", "Siege of Orlam"),
        ("/wiki/Raid_on_A/B%3F#Aftermath", "titles", "Raid on A/B?"),
        ("/Siege_of_Orlam", "titles", "Siege of Orlam"),
        ("/w/index.php?title=Siege_of_Orlam&action=history", "titles", "Siege of Orlam"),
        ("/w/index.php?title=Siege_of_Orlam&oldid=90001", "revids", "90001"),
        ("/w/index.php?oldid=90001", "revids", "90001"),
        ("/wiki/Special:PermanentLink/90001", "revids", "90001"),
    ],
)
def test_an_address_names_a_page_or_a_revision(wiki, tail, key, value):
    fetching.fetch(f"{wiki.address}{tail}")
    path, query = wiki.asked[0]
    assert ("/w/api.php", value) == (path, query[key])
    assert ("redirects" in query) == (key == "titles")


@pytest.mark.parametrize(
    "address",
    [
        "https://",
        "https://wiki.example.org/",
        "https://wiki.example.org/wiki/",
        "https://wiki.example.org/w/index.php?oldid=x",
        "https://wiki.example.org/w/index.php?action=raw",
        "https://[wiki/A",
    ],
)
def test_an_address_of_no_page_is_told(address):
    assert "N108" == problem(wanted, address).code


def test_a_title_that_cannot_be_one_is_not_asked_for(wiki):
    for asked in ("A|B", "A#B", f"{wiki.address}/wiki/A%7CB"):
        assert "N105" == problem(fetch, wiki, asked).code
    assert [] == wiki.asked


def test_the_api_is_looked_for_where_wikis_have_it(wiki):
    wiki.paths = {"/api.php"}
    assert TEXT == fetch(wiki).stored.text
    assert ["/w/api.php", "/api.php"] == [path for path, _ in wiki.asked]
    wiki.paths = {"/x/api.php"}
    assert TEXT == fetching.fetch("Siege of Orlam", site=f"{wiki.address}/x/api.php").stored.text
    assert TEXT == fetching.fetch(f"{wiki.address}/x/index.php?title=Siege_of_Orlam").stored.text
    assert ("https://wiki.example.org/w/api.php", "A") == (wanted("a", "wiki.example.org").apis[0], wanted("a").title)


def test_redirects_of_the_wiki_and_of_the_web_are_followed_and_said(wiki):
    wiki.paths.add("/new/api.php")
    redirects = [{"from": "Orlam siege", "to": "Siege of Orlam"}]
    wiki.script = [(301, {"Location": "/new/api.php?action=query"}, b""), answer(redirects=redirects)]
    told = (f"{wiki.address}/w/api.php is now {wiki.address}/new/api.php", '"Orlam siege" redirects to "Siege of Orlam"')
    assert told == fetch(wiki, "Orlam siege").told


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_wiki_is_asked_again(wiki, status):
    wiki.script = [(status, {}, b"busy"), (status, {}, b"busy"), answer()]
    assert (TEXT, 3) == (fetch(wiki).stored.text, len(wiki.asked))


def test_a_wait_that_the_wiki_asks_for_is_kept(wiki):
    wiki.script = [(429, {"Retry-After": "1"}, b""), answer()]
    begin = time.monotonic()
    fetch(wiki)
    assert 1 <= time.monotonic() - begin < 10


def test_a_wait_has_a_bound(wiki, monkeypatch):
    monkeypatch.setattr(fetching, "LONGEST_WAIT", 0)
    wiki.script = [(503, {"Retry-After": "9999"}, b""), answer()]
    assert TEXT == fetch(wiki).stored.text


@pytest.mark.parametrize(("status", "times"), [(503, fetching.TRIES), (403, 1)])
def test_a_wiki_that_refuses_is_told_with_its_status(wiki, status, times):
    wiki.script = [(status, {}, b"{}")]
    found = problem(fetch, wiki)
    assert ("N102", times) == (found.code, len(wiki.asked))
    assert str(status) in found.message


def test_a_circle_of_redirects_ends(wiki):
    wiki.script = [(302, {"Location": "/w/api.php"}, b"")]
    assert ("N102", "the wiki redirects in a circle") == ((found := problem(fetch, wiki)).code, found.message)


def test_what_is_too_large_is_not_read_to_its_end(wiki, monkeypatch):
    monkeypatch.setattr(fetching, "SIZE", 100_000)
    wiki.script = [(200, {}, b"x" * 1_000_000)]
    assert "N103" == problem(fetch, wiki).code


BAD = [b"<html>", b"", b"[]", b"null", b"{}", b"\xff\xfe", b"[" * 100_000, b'{"query": {}}', b'{"query": {"pages": []}}', b'{"error": 1}']
BAD += [
    json.dumps(answer(**changed)).encode()
    for changed in ({"revisions": []}, {"pageid": "x"}, {"timestamp": "soon"}, {"slots": []}, {"general": None}, {"redirects": 1})
]


@pytest.mark.parametrize("body", BAD)
def test_an_answer_of_no_mediawiki_is_told(wiki, body):
    wiki.script = [(200, {"Content-Type": "application/json"}, body)]
    found = problem(fetch, wiki)
    assert found.code == ("N105" if body == b'{"query": {}}' else "N104")


@pytest.mark.parametrize(
    ("changed", "code", "told"),
    [
        ({"pages": [{"title": "A", "missing": True}]}, "N105", '"Siege of Orlam": the wiki has no page of that title'),
        ({"pages": [{"title": "<", "invalid": True, "invalidreason": 'a title with "<"'}]}, "N105", 'a title with "<"'),
        ({"contentmodel": "Scribunto"}, "N106", '"Siege of Orlam" is no wikitext but Scribunto'),
        ({"slots": {"main": {"texthidden": True}}}, "N105", "no page of that title"),
    ],
)
def test_a_page_that_cannot_be_had_is_told(wiki, changed, code, told):
    wiki.script = [answer(**changed)]
    found = problem(fetch, wiki)
    assert code == found.code
    assert told in found.message


def test_an_error_of_the_wiki_is_told_in_its_words(wiki):
    wiki.script = [{"error": {"code": "readapidenied", "info": "You need read permission"}}]
    assert "the wiki answers: You need read permission" == problem(fetch, wiki).message


def test_a_revision_that_is_not_there_is_told(wiki):
    wiki.script = [{"query": {"badrevids": {"9": {"revid": 9, "missing": True}}}}]
    found = problem(fetching.fetch, f"{wiki.address}/w/index.php?oldid=9")
    assert ("N105", "the wiki has no revision 9 that it shows") == (found.code, found.message)


def test_a_wiki_of_before_slots_is_read(wiki):
    old = {"revid": 7, "timestamp": "2010-01-01T00:00:00Z", "content": "old"}
    wiki.script = [answer(revisions=[old], rightsinfo=None)]
    assert ("old", "") == ((got := fetch(wiki).stored).text, got.page.licence)


@pytest.mark.parametrize(
    ("rights", "host", "licence"),
    [
        ({"url": "https://creativecommons.org/licenses/by-sa/4.0/deed.de", "text": "x"}, "de.wikipedia.org", "CC BY-SA 4.0"),
        ({"url": "", "text": "GFDL 1.3"}, "wiki.example.org", "GFDL 1.3"),
        ({}, "en.wikipedia.org", "CC BY-SA 4.0"),
        ({}, "notwikipedia.org", ""),
    ],
)
def test_a_licence_is_what_the_wiki_states(wiki, rights, host, licence):
    wiki.script = [answer(rightsinfo=rights, general={"servername": host})]
    assert licence == fetch(wiki).stored.page.licence


@pytest.mark.parametrize("site", ["http://127.0.0.1:1", "http://no-such-host.invalid", "http://a..b", f"http://{'x' * 70}.example"])
def test_without_a_network_it_says_how_to_export_by_hand(wiki, site):
    found = problem(fetching.fetch, "Siege of Orlam", site=site)
    assert "N101" == found.code
    assert f"{site}/wiki/Special:Export/Siege_of_Orlam as NAME.xml; then quizgen read NAME.xml" in found.hint


def test_a_server_that_hangs_up_is_no_bug(wiki):
    wiki.script = [(200, {"Content-Encoding": "gzip"}, b"no gzip")]
    assert "N101" == problem(fetch, wiki).code


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


def imported(path):
    """The modules that a file imports, and the names that it takes of them."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def test_nothing_else_reaches_for_the_network():
    """The import contracts know the clients; of urllib, which also takes addresses apart, only a look inside tells."""
    clients = ("requests", "urllib3", "urllib.request", "http", "socket")
    reaching = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for module in imported(path)
        if any(f"{module}.".startswith(f"{client}.") for client in clients)
    }
    assert {"fetching.py"} == reaching
