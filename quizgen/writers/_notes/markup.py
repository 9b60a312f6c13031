"""Text of an item or article → the HTML of a note's field that shows that text and nothing else, whatever it holds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# Anki reads {{…}}, […] and, once it has put the field into NFC, a ">" that U+0338 turned into another sign.
_ENTITIES = str.maketrans({c: f"&#{ord(c)};" for c in "&<>\"'{}[]\u0338"})
_SPACES = re.compile(r"[ \t\n\v\f\r]+")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")  # controls, direction overrides, lone surrogates


def plain(text: str) -> str:
    """Give the text as a reader sees it: NFC, spaces single, what cannot be seen as a replacement character."""
    return unicodedata.normalize("NFC", _UNSEEN.sub("\ufffd", _SPACES.sub(" ", text).strip(" ")))


def shown(text: str) -> str:
    """Give the HTML that shows the text."""
    return plain(text).translate(_ENTITIES)


def cloze(before: str, deleted: str, after: str) -> str:
    """Give the HTML of a cloze text with one deletion; colons within it would end it or begin a hint, so they are escaped."""
    gap = f"{{{{c1::{shown(deleted).replace(':', '&#58;')}}}}}"
    return f"{_padded(before, end=True)}{gap}{_padded(after, end=False)}"


def element(name: str, content: str, style: str = "") -> str:
    """Wrap HTML in an element, with a class if `style` names one."""
    return f'<{name} class="{style}">{content}</{name}>' if style else f"<{name}>{content}</{name}>"


def listing(name: str, entries: Iterable[str], style: str = "") -> str:
    """Make a list (`ol` or `ul`) of entries that are HTML already."""
    return element(name, "".join(element("li", entry) for entry in entries), style)


def _padded(text: str, *, end: bool) -> str:
    edge = text[-1:] if end else text[:1]
    space = " " if edge.isspace() and plain(text) else ""
    return shown(text) + space if end else space + shown(text)
