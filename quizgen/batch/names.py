"""Titles and file names as they come → names that are safe for files and folders on every system."""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b

LONGEST = 80  # bytes of UTF-8: with what is put behind it, below the 143 that the strictest file systems take
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])", re.IGNORECASE)


def base_of(text: str, key: str = "") -> str:
    """Make a name of letters, digits, hyphens and underscores, in lower case, so that no two differ in their case alone.

    One that was cut, or is reserved on Windows, or that another page has (then its `key` is given), has a mark behind it.
    """
    plain = unicodedata.normalize("NFC", text.casefold())
    safe = re.sub(r"-{2,}", "-", "".join(c if _is_safe(c) else "-" for c in plain)).strip("-") or "campaign"
    cut = safe.encode()[:LONGEST].decode("utf-8", "ignore").rstrip("-")
    if cut == safe and not _RESERVED.fullmatch(safe) and not key:
        return safe
    mark = blake2b((key or text).encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"{cut}-{mark}"


def _is_safe(char: str) -> bool:
    return char == "_" or unicodedata.category(char)[0] in "LMN"
