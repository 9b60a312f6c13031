"""Wikis that are busy, break off, refuse or are none → one diagnostic with what to do, and no page."""

import json

import pytest

from quizgen import fetching
from tests.fetching.wiki import TEXT, answer, fetch, problem

LAGGING = {"error": {"code": "maxlag", "info": "Waiting for a copy: 7 seconds lagged"}}
CUT = json.dumps(answer()).encode()[:300]


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_wiki_is_asked_again_after_growing_waits(wiki, status):
    wiki.script = [(status, {}, b"busy"), (status, {}, b"busy"), (status, {}, b"busy"), answer()]
    assert (TEXT, 4) == (fetch(wiki).stored.text, len(wiki.asked))
    first, *later = [wait for wait in wiki.waits if wait]
    assert first <= later[0] <= fetching.BACKOFF * 8


@pytest.mark.parametrize("status", [200, 429, 503])  # of 200: the copies of the wiki lag
def test_a_wait_that_the_wiki_asks_for_is_kept(wiki, status):
    wiki.script = [(status, {"Retry-After": "7"}, json.dumps(LAGGING).encode()), answer()]
    assert (TEXT, [7]) == (fetch(wiki).stored.text, wiki.waits)


def test_a_wait_has_a_bound(wiki):
    wiki.script = [(503, {"Retry-After": "9999"}, b""), answer()]
    assert (TEXT, [fetching.LONGEST_WAIT]) == (fetch(wiki).stored.text, wiki.waits)


def test_a_wiki_that_lags_for_long_is_to_be_asked_later(wiki):
    wiki.script = [(200, {"Retry-After": "5"}, json.dumps(LAGGING).encode())]
    found = problem(fetch, wiki)
    assert ("N102", fetching.TRIES, "try again later") == (found.code, len(wiki.asked), found.hint)
    assert "the wiki answers: Waiting for a copy: 7 seconds lagged" == found.message


@pytest.mark.parametrize("is_rude", [False, True])
def test_an_answer_that_breaks_off_is_asked_for_again(wiki, is_rude):
    wiki.is_rude = is_rude
    wiki.script = [(200, {"Content-Length": "9999"}, CUT), answer()]
    assert (TEXT, 2) == (fetch(wiki).stored.text, len(wiki.asked))


@pytest.mark.parametrize(("is_rude", "why"), [(False, "IncompleteRead"), (True, "reset by peer")])
def test_an_answer_that_always_breaks_off_is_told(wiki, is_rude, why):
    wiki.is_rude = is_rude
    wiki.script = [(200, {"Content-Length": "9999"}, CUT)]
    found = problem(fetch, wiki)
    assert "N101" == found.code
    assert found.message.startswith(f"no whole answer of {wiki.address.removeprefix('http://')}: ")
    assert why in found.message
    assert "Special:Export/Siege_of_Orlam" in found.hint


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
        ({"pages": [{"title": "Spezial:Permalink/7", "special": True}]}, "N105", "is made by the wiki itself and has no wikitext"),
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


@pytest.mark.parametrize("site", ["http://127.0.0.1:1", "http://no-such-host.invalid", "http://a..b", f"http://{'x' * 70}.example"])
def test_without_a_network_it_says_how_to_export_by_hand(wiki, site):
    found = problem(fetching.fetch, "Siege of Orlam", site=site)
    assert "N101" == found.code
    assert f"{site}/wiki/Special:Export/Siege_of_Orlam as NAME.xml; then quizgen read NAME.xml" in found.hint


def test_a_server_that_hangs_up_is_no_bug(wiki):
    wiki.script = [(200, {"Content-Encoding": "gzip"}, b"no gzip")]
    assert "N101" == problem(fetch, wiki).code
