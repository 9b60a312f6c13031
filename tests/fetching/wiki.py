"""A wiki on this machine that answers as a test says, and what it says of a page."""

import json
import socket
import struct
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from quizgen import fetching
from quizgen.diagnostics import QuizgenError

TEXT = """{{Infobox military conflict
| conflict   = Siege of Orlam
| date       = 5 May 1704
| place      = Orlam
| combatant1 = Lowmark
| combatant2 = Verre
}}
The '''Siege of Orlam''' was fought on 5 May 1704."""


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

    An answer is what an API says, or (status, headers, body); of a body that is shorter than its Content-Length, a rude
    server resets the connection. `waits` are the seconds that it was waited for, without waiting.
    """

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.script = [answer()]
        self.asked = []
        self.agents = []
        self.waits = []
        self.is_rude = False
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
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        if self.server.is_rude:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()

    def log_message(self, *_):
        """Say nothing on standard error."""


def fetch(wiki, asked="Siege of Orlam", **options):
    return fetching.fetch(asked, site=wiki.address, **options)


def problem(call, *args, **options):
    """The one diagnostic that a call raises."""
    with pytest.raises(QuizgenError) as caught:
        call(*args, **options)
    (found,) = caught.value.diagnostics
    assert found.hint
    return found
