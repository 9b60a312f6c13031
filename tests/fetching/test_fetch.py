"""Titles and addresses → pages, from a wiki on this machine; and that nothing else asks the network."""

import ast
from pathlib import Path

import pytest

import quizgen
from quizgen import fetching
from quizgen.fetching import wanted
from quizgen.model import Page
from tests.fetching.wiki import TEXT, answer, fetch, problem

PACKAGE = Path(quizgen.__file__).parent


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
