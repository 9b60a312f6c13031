"""A page's title or address → its wikitext from a MediaWiki site, and the files that keep it with where it comes from.

The only module that touches the network. requests, with urllib3's retries, is what a loop of our own over sockets would be:
certificates, proxies, redirects, unpacking, time limits, and waits that grow or that the server asks for.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from quizgen.diagnostics import Diagnostic, QuizgenError, Span, fail
from quizgen.files import SIZE, lines_of
from quizgen.historical_date import HistoricalDate
from quizgen.model import Page
from quizgen.pages import StoredPage, licence_of, spelt, stem_of
from quizgen.readers import COLUMNS, MORE_COLUMNS

if TYPE_CHECKING:
    import requests

SITE = "https://en.wikipedia.org"
APIS = ("/w/api.php", "/api.php", "/wiki/api.php")  # where wikis have it: Wikimedia's, at the root, the manual's example
AGENT = "quizgen/{} (https://pypi.org/project/quizgen; single pages, asked for by a person)"  # as Wikimedia's User-Agent policy asks
TRIES = 4
BUSY = (429, 500, 502, 503, 504)
REFUSING = (401, 403, *BUSY)
BUSY_CODES = ("maxlag", "ratelimited", "readonly", "internal_api_error")  # errors that pass, by how their code begins
BACKOFF = 0.5  # seconds of the first wait between two tries; each next is twice as long
LONGEST_WAIT = 60  # seconds that a server may ask us to wait
TIMEOUT = (10, 30)  # seconds to connect, and between two pieces of an answer
PERMANENT = re.compile(r"/Special:Perma(?:nent)?link/([0-9]+)$", re.IGNORECASE)
LICENCE = re.compile(r"creativecommons\.org/licenses/([a-z-]+)/([\d.]+)")
AGAIN = "try again later"
COPY = "copy the title, or the address, from the page itself"
QUERY = {
    "action": "query",
    "format": "json",
    "formatversion": "2",
    "prop": "info|revisions",
    "inprop": "url",
    "rvprop": "ids|timestamp|content",
    "rvslots": "main",
    "meta": "siteinfo",
    "siprop": "general|rightsinfo",
}
Json = Any
"""What a server sent: every shape is possible until it is looked at."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page as it was asked for: the wiki's addresses to try for its API, then a title or a revision."""

    asked: str
    apis: tuple[str, ...]
    title: str = ""
    revision: str = ""
    by_hand: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page from a wiki; `told` says what was followed on the way."""

    stored: StoredPage
    told: tuple[str, ...] = ()


def wanted(asked: str, site: str = SITE) -> Wanted:
    """Read what was asked for: an address of a page or revision of any wiki, else a title of `site`.

    Raises QuizgenError N108 for an address that names no page.
    """
    if not re.match(r"https?://", asked, re.IGNORECASE):
        return _wanted(asked, site if "://" in site else f"https://{site}", spelt(asked), "")
    try:
        parts = urlsplit(asked)
        root = f"{parts.scheme.lower()}://{parts.netloc}" if parts.hostname else ""
    except ValueError as err:
        raise _no_page(asked) from err
    path, query = unquote(parts.path), parse_qs(parts.query)
    permanent = PERMANENT.search(path)
    revision = permanent[1] if permanent else query.get("oldid", [""])[0]
    last = path.rpartition("/wiki/" if "/wiki/" in path else "/")[2]
    title = query["title"][0] if "title" in query else "" if permanent or last.endswith(".php") else last
    if not root or not (title or revision) or (revision and not re.fullmatch("[0-9]+", revision)):
        raise _no_page(asked)
    return _wanted(asked, root + path.replace("/index.php", "/api.php") if path.endswith("/index.php") else root, spelt(title), revision)


def _no_page(asked: str) -> QuizgenError:
    return fail(Span(asked), "N108", "the address names no page", f"name a page, such as {SITE}/wiki/Battle_of_Marathon")


def _wanted(asked: str, site: str, title: str, revision: str) -> Wanted:
    if bad := re.search(r"[#<>\[\]|{}]", title):  # the API would take "A|B" for two titles
        raise fail(Span(asked), "N105", f'no title holds "{bad[0]}"', COPY)
    root = site.rstrip("/")
    exact = root.endswith("/api.php")
    parts = urlsplit(root)
    by_hand = f"{parts.scheme}://{parts.netloc}/wiki/Special:Export/{quote(title.replace(' ', '_'))}"
    return Wanted(asked, (root,) if exact else tuple(f"{root}{api}" for api in APIS), title, revision, by_hand)


def fetch(asked: str, *, site: str = SITE, retrieved: str = "", version: str = "") -> Fetched:
    """Fetch a page or revision from its wiki; `retrieved` is today's date, kept with it, `version` quizgen's, told to the wiki.

    Raises QuizgenError: N101 no network, N102 refused, N103 too large, N104 no MediaWiki, N105 no such page, N106 no
    wikitext, N108 no page's address.
    """
    want = wanted(asked, site)
    choice = {"revids": want.revision} if want.revision else {"titles": want.title, "redirects": "1"}
    answer, told = _answer(want, QUERY | choice, AGENT.format(version))
    try:
        return _page(want, answer, told, retrieved)
    except (KeyError, IndexError, TypeError, AttributeError, ValueError) as err:
        raise _no_wiki(want) from err


def _no_wiki(want: Wanted) -> QuizgenError:
    tried = ", ".join(want.apis)
    return fail(
        Span(want.asked), "N104", f"no MediaWiki API answers at {tried}", "give the address of its api.php: --site https://…/api.php"
    )


def _answer(want: Wanted, query: Mapping[str, str], agent: str) -> tuple[Json, tuple[str, ...]]:
    """Ask each address in turn, until one answers as an API does."""
    for api in want.apis:
        status, data, told = _get(want, api, query, agent)
        if status in REFUSING:
            raise fail(Span(want.asked), "N102", f"the wiki answers with HTTP status {status}", AGAIN)
        try:
            answer = json.loads(data)
        except (ValueError, RecursionError):
            continue
        if status == 200 and isinstance(answer, dict):
            return answer, told
    raise _no_wiki(want)


def _get(want: Wanted, api: str, query: Mapping[str, str], agent: str) -> tuple[int, bytes, tuple[str, ...]]:
    """Get an answer's status and body, of at most `SIZE` bytes once unpacked; also the redirects that were followed.

    An answer that breaks off is asked for once more.
    """
    import requests
    from requests.adapters import HTTPAdapter
    from urllib3.exceptions import HTTPError
    from urllib3.util import Retry

    class Patient(Retry):
        """Waits as any answer asks: a wiki whose copies lag says so (maxlag) with status 200."""

        RETRY_AFTER_STATUS_CODES = Retry.RETRY_AFTER_STATUS_CODES | {200}

    retry = Patient(TRIES - 1, status_forcelist=BUSY, backoff_factor=BACKOFF, retry_after_max=LONGEST_WAIT, raise_on_status=False)
    with requests.Session() as session:
        session.headers["User-Agent"] = agent
        session.mount("http://", HTTPAdapter(max_retries=retry))
        session.mount("https://", HTTPAdapter(max_retries=retry))
        try:
            try:
                return _load(session, want, api, query)
            except requests.exceptions.ChunkedEncodingError:
                return _load(session, want, api, query)
        except requests.exceptions.TooManyRedirects as err:
            raise fail(Span(want.asked), "N102", "the wiki redirects in a circle", AGAIN) from err
        except (requests.exceptions.RequestException, HTTPError) as err:  # requests lets through what urllib3 says of hosts' names
            is_cut = isinstance(err, requests.exceptions.ChunkedEncodingError)
            said = f"{'no whole answer of' if is_cut else 'cannot reach'} {urlsplit(api).netloc}: {_reason(err)}"
            hint = f"in a browser, save {want.by_hand} as NAME.xml; then quizgen read NAME.xml"
            raise fail(Span(want.asked), "N101", said, hint) from err


def _load(session: requests.Session, want: Wanted, api: str, query: Mapping[str, str]) -> tuple[int, bytes, tuple[str, ...]]:
    with session.get(api, params=query, timeout=TIMEOUT, stream=True) as response:
        data = _bounded(response.iter_content(1 << 16), want)
        told = (f"{api} is now {response.url.partition('?')[0]}",) if response.history else ()
        return response.status_code, data, told


def _bounded(pieces: Iterable[bytes], want: Wanted) -> bytes:
    data = bytearray()
    for piece in pieces:
        data += piece
        if len(data) > SIZE:
            raise fail(Span(want.asked), "N103", f"the answer is larger than {SIZE // 2**20} MB", "this is no article")
    return bytes(data)


def _reason(err: BaseException) -> str:
    """The innermost reason, in one line: what wraps it only says that there is one."""
    while inner := err.__cause__ or err.__context__:
        err = inner
    return " ".join(str(err).split())[:120] or type(err).__name__


def _page(want: Wanted, answer: Json, told: tuple[str, ...], retrieved: str) -> Fetched:
    """Make a page of an answer; KeyError and the like where it is not shaped as an API's."""
    if "error" in answer:
        passes = str(answer["error"].get("code", "")).startswith(BUSY_CODES)
        said = f"the wiki answers: {answer['error']['info']}"
        raise fail(Span(want.asked), "N102", said, AGAIN if passes else "mend the title or the address")
    query = answer["query"]
    if "pages" not in query or {"missing", "invalid", "special"} & query["pages"][0].keys():
        raise _missing(want, query)
    page = query["pages"][0]
    revision = page["revisions"][0]
    body = revision.get("slots", {"main": revision})["main"]  # MediaWiki before 1.32 has no slots
    if "content" not in body:  # hidden by the wiki's staff
        raise _missing(want, query)
    if (model := body.get("contentmodel", "wikitext")) != "wikitext":
        raise fail(Span(want.asked), "N106", f'"{page["title"]}" is no wikitext but {model}', "name an article")
    told += tuple(f'"{moved["from"]}" redirects to "{moved["to"]}"' for moved in query.get("redirects", ()))
    host = str(query["general"]["servername"])
    number = int(revision["revid"])
    url = f"{page['canonicalurl']}?oldid={number}"
    licence = _licence(query.get("rightsinfo") or {}, host)
    kept = Page(host, str(page["title"]), int(page["pageid"]), number, url, retrieved, licence)
    return Fetched(StoredPage(kept, str(body["content"]), HistoricalDate(str(revision["timestamp"])[:10]).edtf), told)


def _missing(want: Wanted, query: Json) -> QuizgenError:
    if want.revision:
        return fail(Span(want.asked), "N105", f"the wiki has no revision {want.revision} that it shows", "look at the page's history")
    page = query.get("pages", [{}])[0]
    if "special" in page:  # as its permanent links are called in its own language
        hint = "name the article; of a revision, the address that ends in oldid=NUMBER"
        return fail(Span(want.asked), "N105", f'"{want.title}" is made by the wiki itself and has no wikitext', hint)
    reason = str(page.get("invalidreason", "the wiki has no page of that title"))
    return fail(Span(want.asked), "N105", f'"{want.title}": {reason}', COPY)


def _licence(rights: Mapping[str, str], host: str) -> str:
    """Name the licence that a wiki states: "CC BY-SA 4.0" of Creative Commons' addresses, else in its words."""
    match = LICENCE.search(rights.get("url") or "")
    return f"CC {match[1].upper()} {match[2]}" if match else rights.get("text") or licence_of(host)


def file_name(page: Page) -> str:
    """Make the file name of a page: its title's slug, cut and made safe for every system."""
    return f"{stem_of(page) or f'page-{page.page_id}'}.wiki"


def files_of(fetched: Sequence[Fetched], folder: Path) -> dict[Path, bytes]:
    """Give what is to be written: each page's wikitext, last the SOURCES.csv of the folder with a row for each.

    Rows and columns that it has already are kept. Raises QuizgenError N107 for each page whose file holds another.
    """
    table = folder / "SOURCES.csv"
    columns, rows = _table(table)
    texts: dict[Path, bytes] = {}
    errors: list[Diagnostic] = []
    for page, text, as_of in ((one.stored.page, one.stored.text, one.stored.as_of) for one in fetched):
        path = folder / file_name(page)
        data = (text.rstrip("\n") + "\n").encode()
        if not _may_write(path, page, rows.get(path.name), data):
            hint = "fetch into another folder, or rename the file and its row in SOURCES.csv"
            errors += fail(
                Span(str(path)), "N107", f'the file, or its row in SOURCES.csv, is not of "{page.title}" at {page.site}', hint
            ).diagnostics
            continue
        texts[path] = data
        rows[path.name] = rows.get(path.name, {}) | _row(path.name, page, as_of)
    if errors:
        raise QuizgenError(errors)
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows.values())
    return texts | {table: out.getvalue().encode()}


def _table(path: Path) -> tuple[tuple[str, ...], dict[str, dict[str, str]]]:
    """The columns and rows of SOURCES.csv, by file; of none, the columns that it is to have."""
    reader = csv.DictReader(lines_of(path) if path.is_file() else ())
    rows = {row["file"]: {name: value for name, value in row.items() if name} for row in reader if row.get("file")}
    return tuple(dict.fromkeys((*COLUMNS, *(reader.fieldnames or ()), *MORE_COLUMNS))), rows


def _may_write(path: Path, page: Page, row: Mapping[str, str] | None, data: bytes) -> bool:
    """Whether a file is free, or holds this page of this wiki already (SOURCES.csv tells), or the very same text."""
    if row is not None:
        return (row.get("site") or urlsplit(SITE).hostname, row.get("page")) == (page.site, page.title)
    return not path.exists() or (path.is_file() and path.read_bytes() == data)


def _row(file: str, page: Page, as_of: str | None) -> dict[str, str]:
    return {
        "file": file,
        "title": page.title,
        "page": page.title,
        "revision": str(page.revision or ""),
        "as_of": as_of or "",
        "licence": page.licence,
        "site": page.site,
        "page_id": str(page.page_id or ""),
        "url": page.url,
        "retrieved": page.retrieved,
    }
