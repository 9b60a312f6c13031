"""The streams of the program → such that no character of an article can break them, whatever the locale."""

from __future__ import annotations

import codecs
import io
import os
import sys

UNICODE = ("utf8", "utf8sig", "utf16", "utf32")


def is_unicode(encoding: str | None) -> bool:
    """Whether an encoding has all characters."""
    return (encoding or "").lower().replace("-", "").replace("_", "") in UNICODE


def prepare_streams() -> None:
    """Write UTF-8 into files and pipes; on a terminal, or where an encoding is asked for, spell in ASCII what it lacks."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # it was closed before the start
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - open until the end
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper) or is_unicode(stream.encoding):
            continue
        if stream.isatty() or os.environ.get("PYTHONIOENCODING"):
            codecs.register_error("quizgen", _spelt)
            stream.reconfigure(errors="quizgen")
        else:
            stream.reconfigure(encoding="utf-8")


def _spelt(error: UnicodeError) -> tuple[str, int]:
    from quizgen.wording import in_ascii

    if not isinstance(error, UnicodeEncodeError):
        raise error
    return in_ascii(error.object[error.start : error.end]), error.end
