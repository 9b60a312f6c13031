"""Numbered objects → the bytes of a PDF 1.7 file: small objects packed in object streams, the table of places in a stream too."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from hashlib import blake2b

PACK = 500  # objects in one stream: few enough that a reader finds one fast
HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


def ref(number: int) -> str:
    """Refer to an object."""
    return f"{number} 0 R"


def literal(text: str) -> str:
    """Write a text as a string: plain where it is ASCII, else UTF-16."""
    if text.isascii() and text.isprintable():
        return "(" + text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") + ")"
    return hexadecimal(text)


def hexadecimal(text: str) -> str:
    """Write a text as UTF-16 in hexadecimal digits."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def dictionary(entries: Mapping[str, object]) -> str:
    """Write a dictionary; the values are written already."""
    return "<<" + "".join(f"/{key} {value}" for key, value in entries.items()) + ">>"


class File:
    """Collects objects; numbers go by the order in which they are asked for."""

    def __init__(self) -> None:
        self._packed: dict[int, bytes] = {}
        self._plain: dict[int, bytes] = {}
        self._count = 0

    def reserve(self) -> int:
        """Give the number of an object that comes later."""
        self._count += 1
        return self._count

    def add(self, body: str, number: int = 0) -> int:
        """Add an object that may be packed with others."""
        number = number or self.reserve()
        self._packed[number] = body.encode("latin-1")
        return number

    def plain(self, body: str, number: int = 0) -> int:
        """Add an object that stands by itself, as old readers want catalogue and pages."""
        number = number or self.reserve()
        self._plain[number] = body.encode("latin-1")
        return number

    def stream(self, data: bytes, entries: Mapping[str, object] | None = None, number: int = 0, *, compress: bool = True) -> int:
        """Add a stream with further entries in its dictionary."""
        number = number or self.reserve()
        self._plain[number] = _stream(data, entries or {}, compress=compress)
        return number

    def written(self, root: int, info: int) -> bytes:
        """Write the file; its id is a hash of all that it holds."""
        places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        self._pack(places)
        chunks, at = [HEAD], len(HEAD)
        for number in sorted(self._plain):
            body = b"%d 0 obj\n%b\nendobj\n" % (number, self._plain[number])
            places[number] = (1, at, 0)
            chunks.append(body)
            at += len(body)
        table = self.reserve()
        places[table] = (1, at, 0)
        chunks += [self._table(places, table, root, info, b"".join(chunks)), b"startxref\n%d\n%%%%EOF\n" % at]
        return b"".join(chunks)

    def _pack(self, places: dict[int, tuple[int, int, int]]) -> None:
        numbers = sorted(self._packed)
        for start in range(0, len(numbers), PACK):
            part = numbers[start : start + PACK]
            pack = self.reserve()
            heads, at = [], 0
            for index, number in enumerate(part):
                heads.append(f"{number} {at}")
                at += len(self._packed[number]) + 1
                places[number] = (2, pack, index)
            head = (" ".join(heads) + "\n").encode()
            body = b"\n".join(self._packed[number] for number in part) + b"\n"
            self._plain[pack] = _stream(head + body, {"Type": "/ObjStm", "N": len(part), "First": len(head)})

    def _table(self, places: Mapping[int, tuple[int, int, int]], number: int, root: int, info: int, sofar: bytes) -> bytes:
        rows = (b"%c%b%b" % (kind, a.to_bytes(4, "big"), b.to_bytes(2, "big")) for kind, a, b in (places[n] for n in range(number + 1)))
        mark = f"<{blake2b(sofar, digest_size=16).hexdigest()}>"
        entries = {
            "Type": "/XRef",
            "Size": number + 1,
            "W": "[1 4 2]",
            "Root": ref(root),
            "Info": ref(info),
            "ID": f"[{mark}{mark}]",
            "DecodeParms": "<</Predictor 12/Columns 7>>",
        }
        return b"%d 0 obj\n%b\nendobj\n" % (number, _stream(_differences(rows), entries))


def _differences(rows: Iterable[bytes]) -> bytes:
    """Take each row less the one above (predictor 12): neighbours differ little, so they pack well."""
    out, above = bytearray(), bytes(7)
    for row in rows:
        if row[:6] == above[:6]:  # the next object of the same pack
            out += b"\2\0\0\0\0\0\0%c" % ((row[6] - above[6]) & 255)
        else:
            out.append(2)
            out += bytes([(a - b) & 255 for a, b in zip(row, above, strict=True)])
        above = row
    return bytes(out)


def _stream(data: bytes, entries: Mapping[str, object], *, compress: bool = True) -> bytes:
    packed = zlib.compress(data, 6) if compress else data
    head = {**entries, "Length": len(packed)} | ({"Filter": "/FlateDecode"} if compress else {})
    return b"%b\nstream\n%b\nendstream" % (dictionary(head).encode("latin-1"), packed)
