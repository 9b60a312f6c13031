"""The fields for place and larger conflict → a place as a reader would say it, and the names of the conflicts."""

from __future__ import annotations

import re

from quizgen.article import Laid, Text
from quizgen.infobox.pieces import Piece, pieces
from quizgen.model import Sourced

_ARTICLE = re.compile(r"(?:and |during )?the (?=\S)", re.IGNORECASE)
_CONFLICT = (
    r"(?:front|theat(?:er|re)|campaign|wars?|(?:counter-?)?offensive|crisis|conflict|rebellion|revolution|uprising|revolt|insurgency)"
)
_WAR = rf"(?:world war (?:i{{1,2}}|one|two|1|2)|{_CONFLICT})"
_INSIDE = re.compile(
    rf"""(?P<part>(?:.*\ )?(?:siege|battle|invasion|advance|capture|liberation|operation|fall)\ (?:(?!\ (?:during|in|within|of)\ the\ ).)+?
    |\S+\ (?:(?!\ (?:during|in\ the)\ ).)*?\b{_CONFLICT})
    \s+(?:of|in|during|within)\ (?:the\ )?(?P<whole>(?:(?!(?:of|in|during|within)\ )[\w'’.–-]+\ )*?{_WAR}\b.*)""",
    re.IGNORECASE | re.VERBOSE,
)
_DURING = re.compile(r"(?P<part>.+?),? during (?:the )?(?P<whole>[A-Z\d].+)")
_AND = re.compile(r"(?P<part>.+?\S) (?:and|&) the (?P<whole>\S.*)")
_BOTH = re.compile(
    rf"(?P<part>.*\b(?:{_CONFLICT}|invasion|siege|battle|operation|raids?)\b.*) (?:and|&) (?P<whole>[A-Z].*\b{_CONFLICT}\b.*)",
    re.IGNORECASE,
)
_SLASH = re.compile(r"(?P<part>.+?) / (?P<whole>.+)")


def read_place(text: Text) -> Sourced | None:
    """Read the place; None if the field says nothing."""
    place = ""
    for piece in pieces(text):
        if piece.value:
            place += f"{' ' if piece.value.startswith('(') else ', '}{piece.value}" if place else piece.value
    return Sourced(place, text.quote(text.value)) if place else None


def read_part_of(text: Text) -> tuple[Sourced, ...]:
    """Read the conflicts that this one is part of, in order: "A of the B" gives both where both are conflicts' names."""
    names: dict[str, Sourced] = {}
    for piece in pieces(text, semicolons=True):
        for name in _split(piece):
            names.setdefault(name.casefold(), Sourced(name, piece.quote() if isinstance(text, Laid) else piece.text.quote(name)))
    return tuple(names.values())


def _split(piece: Piece) -> list[str]:
    """Take a phrase apart from the left; a name that itself holds "and" or "of" stays whole."""
    rest, names = piece.value, []
    while rest:
        rest = _ARTICLE.sub("", rest, count=1) if _ARTICLE.match(rest) else rest
        match = _SLASH.fullmatch(rest) or _AND.fullmatch(rest) or _both(rest) or _inside(rest) or _DURING.fullmatch(rest)
        names.append((match["part"] if match else rest).strip(" ,"))
        rest = match["whole"] if match else ""
    return [name for name in names if name]


def _both(phrase: str) -> re.Match[str] | None:
    match = _BOTH.fullmatch(phrase)
    return match if match and match["whole"][0].isupper() else None


def _inside(phrase: str) -> re.Match[str] | None:
    match = _INSIDE.fullmatch(phrase)
    return match if match and not re.fullmatch(rf"the|{_CONFLICT}", match["part"], re.IGNORECASE) else None
